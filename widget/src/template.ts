// Templates: HTML with holes in it, drawn into a root, and anew into the same nodes. What is put into a hole is text, a
// handler, a property, another template or a list of such: nothing of it is ever read as HTML.

/** A hole that is empty: no text, no attribute. */
export const nothing: unique symbol = Symbol();
export type Nothing = typeof nothing;

/** A class, so that nothing that came as JSON can pass for one. */
export class TemplateResult {
  constructor(
    readonly strings: TemplateStringsArray,
    readonly values: readonly unknown[],
  ) {}
}

class Keyed {
  constructor(readonly entries: readonly (readonly [key: unknown, value: unknown])[]) {}
}

class Guarded {
  constructor(
    readonly by: readonly unknown[],
    readonly draw: () => unknown,
  ) {}
}

export function html(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult {
  return new TemplateResult(strings, values);
}

/** A list in which each one keeps its nodes, wherever it goes. Keys are unique. */
export function repeat<T>(items: readonly T[], key: (item: T) => unknown, draw: (item: T) => unknown): unknown {
  return new Keyed(items.map((item) => [key(item), draw(item)]));
}

/** Is drawn again only when one of these is another one. */
export function guard(by: readonly unknown[], draw: () => unknown): unknown {
  return new Guarded(by, draw);
}

const roots = new WeakMap<ShadowRoot, Hole>();

/** Draws into a root. `host` is what handlers are called on. */
export function render(value: unknown, root: ShadowRoot, host: unknown): void {
  let hole = roots.get(root);
  if (!hole) {
    hole = new Hole(root.appendChild(document.createComment("")), host);
    roots.set(root, hole);
  }
  hole.set(value);
}

/** Is found again in what the browser has made of the HTML, and nowhere in ours. */
const MARK = "t\u2063";

/** Where a hole is: at which node, counted in document order; in an attribute also its name and the text around the holes. */
interface Place {
  readonly node: number;
  readonly name?: string;
  readonly texts?: readonly string[];
}

interface Plan {
  readonly content: DocumentFragment;
  readonly places: readonly Place[];
}

const plans = new WeakMap<TemplateStringsArray, Plan>();
// Made when the first template is: importing this does nothing.
let policy: { createHTML(html: string): string } | undefined;

interface Trusting {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
  };
}

function planOf(strings: TemplateStringsArray): Plan {
  let plan = plans.get(strings);
  if (!plan) {
    plan = makePlan(strings);
    plans.set(strings, plan);
  }
  return plan;
}

function makePlan(strings: TemplateStringsArray): Plan {
  let isInTag = false;
  const parts = strings.map((text, index) => {
    const [opened, closed] = [text.lastIndexOf("<"), text.lastIndexOf(">")];
    if (opened !== closed) isInTag = opened > closed;
    return index === strings.length - 1 ? text : `${text}${isInTag ? MARK : `<!--${MARK}-->`}`;
  });
  // Of the strings in our own sources, and of nothing else, HTML is made.
  const rules = { createHTML: (text: string) => text };
  policy ??= (globalThis as Trusting).trustedTypes?.createPolicy("tertulia", rules) ?? rules;
  const template = document.createElement("template");
  template.innerHTML = policy.createHTML(parts.join(""));
  const places: Place[] = [];
  nodesOf(template.content).forEach((each, node) => {
    if (each instanceof Comment) {
      if (each.data === MARK) places.push({ node });
      return;
    }
    for (const { name, value } of [...(each as Element).attributes]) {
      const texts = value.split(MARK);
      if (texts.length === 1) continue;
      places.push({ node, name, texts });
      (each as Element).removeAttribute(name);
    }
  });
  return { content: template.content, places };
}

function nodesOf(root: Node): Node[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  const nodes: Node[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** A template's nodes, once in a page. */
class Instance {
  readonly fragment: DocumentFragment;
  readonly #parts: readonly (Hole | Attribute)[];

  constructor(
    readonly strings: TemplateStringsArray,
    host: unknown,
  ) {
    const { content, places } = planOf(strings);
    this.fragment = document.importNode(content, true);
    const nodes = nodesOf(this.fragment);
    this.#parts = places.map(({ node, name, texts }) =>
      name === undefined || texts === undefined
        ? new Hole(nodes[node] as Comment, host)
        : new Attribute(nodes[node] as Element, name, texts, host),
    );
  }

  set(values: readonly unknown[]): void {
    let at = 0;
    for (const part of this.#parts) {
      if (part instanceof Hole) part.set(values[at++]);
      else {
        part.set(values.slice(at, at + part.count));
        at += part.count;
      }
    }
  }
}

function textOf(value: unknown): string {
  return value === nothing || value == null ? "" : String(value);
}

/** A place between nodes. What is in it lies between two comments. */
class Hole {
  readonly #start: Comment;
  readonly #end: Comment;
  readonly #host: unknown;
  #content: Text | Instance | Map<unknown, Hole> | undefined;
  #by: readonly unknown[] | undefined;

  constructor(end: Comment, host: unknown) {
    this.#end = end;
    end.data = "";
    this.#start = document.createComment("");
    end.before(this.#start);
    this.#host = host;
  }

  set(value: unknown): void {
    if (value instanceof Guarded) {
      const { by, draw } = value;
      if (this.#by?.length === by.length && by.every((each, index) => each === this.#by?.[index])) return;
      this.#put(draw());
      this.#by = by;
    } else {
      this.#by = undefined;
      this.#put(value);
    }
  }

  #put(value: unknown): void {
    if (value instanceof TemplateResult) this.#putTemplate(value);
    else if (value instanceof Keyed) this.#putList(value.entries);
    else if (Array.isArray(value)) this.#putList(value.map((each, index) => [index, each]));
    else if (value === nothing || value == null) this.#clear();
    else this.#putText(textOf(value));
  }

  #putTemplate({ strings, values }: TemplateResult): void {
    if (this.#content instanceof Instance && this.#content.strings === strings) {
      this.#content.set(values);
      return;
    }
    this.#clear();
    const instance = new Instance(strings, this.#host);
    instance.set(values);
    this.#end.before(instance.fragment);
    this.#content = instance;
  }

  #putText(text: string): void {
    if (this.#content instanceof Text) {
      if (this.#content.data !== text) this.#content.data = text;
      return;
    }
    this.#clear();
    this.#content = document.createTextNode(text);
    this.#end.before(this.#content);
  }

  /** What is gone goes first: then what stays is in its place already, unless it has changed places. */
  #putList(entries: readonly (readonly [key: unknown, value: unknown])[]): void {
    if (!(this.#content instanceof Map)) this.#clear();
    const before = this.#content instanceof Map ? this.#content : new Map<unknown, Hole>();
    const holes = new Map<unknown, Hole>(entries.map(([key]) => [key, before.get(key) ?? this.#makeHole()]));
    for (const [key, hole] of before) if (!holes.has(key)) hole.#remove();
    let next = this.#start.nextSibling;
    for (const [key, value] of entries) {
      const hole = holes.get(key) as Hole;
      if (hole.#start !== next) hole.#moveTo(next ?? this.#end);
      hole.set(value);
      next = hole.#end.nextSibling;
    }
    this.#content = holes;
  }

  #makeHole(): Hole {
    return new Hole(new DocumentFragment().appendChild(document.createComment("")), this.#host);
  }

  #moveTo(next: Node): void {
    for (const node of [this.#start, ...this.#inner(), this.#end]) next.parentNode?.insertBefore(node, next);
  }

  #inner(): Node[] {
    const nodes: Node[] = [];
    for (let node = this.#start.nextSibling; node && node !== this.#end; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  #clear(): void {
    this.#content = undefined;
    for (const node of this.#inner()) node.parentNode?.removeChild(node);
  }

  #remove(): void {
    this.#clear();
    this.#start.remove();
    this.#end.remove();
  }
}

/** What is said in a tag: `name=`, `?flag=`, `.property=`, `@event=`. */
class Attribute {
  readonly #element: Element;
  readonly #name: string;
  readonly #texts: readonly string[];
  readonly #host: unknown;
  /** What a property is where its hole is empty. */
  readonly #initial: unknown;
  #value: unknown = nothing;

  constructor(element: Element, name: string, texts: readonly string[], host: unknown) {
    this.#element = element;
    this.#name = name;
    this.#texts = texts;
    this.#host = host;
    this.#initial = (element as unknown as Record<string, unknown>)[name.slice(1)];
    if (name.startsWith("@")) element.addEventListener(name.slice(1), this);
  }

  get count(): number {
    return this.#texts.length - 1;
  }

  handleEvent(event: Event): void {
    if (typeof this.#value === "function") this.#value.call(this.#host, event);
  }

  set(values: readonly unknown[]): void {
    const [sign, rest] = [this.#name[0], this.#name.slice(1)];
    const isPlain = sign !== "@" && sign !== "?" && sign !== ".";
    const isAll = !isPlain || (values[0] === nothing && this.#texts.join("") === "");
    const value = isAll ? values[0] : this.#texts.map((text, index) => text + textOf(values[index])).join("");
    if (value === this.#value) return;
    this.#value = value;
    if (sign === "?") this.#element.toggleAttribute(rest, value !== nothing && Boolean(value));
    else if (sign === ".") Object.assign(this.#element, { [rest]: value === nothing ? this.#initial : value });
    else if (value === nothing) this.#element.removeAttribute(this.#name);
    else if (sign !== "@") this.#element.setAttribute(this.#name, value as string);
  }
}
