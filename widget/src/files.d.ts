declare module "*.ftl" {
  const catalogue: import("./pattern.js").Catalogue;
  export default catalogue;
}

declare module "*.txt" {
  const text: string;
  export default text;
}

declare module "*.css" {
  const text: string;
  export default text;
}
