declare module "*.ftl" {
  const catalogue: import("./pattern.js").Catalogue;
  export default catalogue;
}

/** What only the tools say. */
declare module "*.ftl?late" {
  const catalogue: import("./pattern.js").Catalogue;
  export default catalogue;
}

declare module "*.ftl?whole" {
  const catalogue: import("./pattern.js").Catalogue;
  export default catalogue;
}

/** What only the extras say. */
declare module "*.ftl?extras" {
  const catalogue: import("./pattern.js").Catalogue;
  export default catalogue;
}

/** What only those who review are told. */
declare module "*.ftl?review" {
  const catalogue: import("./pattern.js").Catalogue;
  export default catalogue;
}

/** The keys of all, for those who look one up. */
declare module "*.ftl?keys" {
  const keys: Readonly<Record<string, unknown>>;
  export default keys;
}

declare module "*.txt" {
  const text: string;
  export default text;
}

declare module "*.css" {
  const text: string;
  export default text;
}

interface ImportMeta {
  /** Vite's, for the tests. */
  glob<T>(pattern: string): Record<string, () => Promise<T>>;
}

/** What emoji are called in a language, as `emoji-data.mjs` writes it. */
declare module "*?names" {
  const names: string;
  export default names;
}
