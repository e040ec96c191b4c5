// What an element needs that draws itself: properties that attributes say too, a shadow root, one drawing for all that
// has changed in a turn.

import { html, render, type TemplateResult } from "./template.js";

/** So long a first drawing waits for what it lacks: then it is better to see something. */
const PATIENCE_MS = 3_000;

export interface Property {
  /** An attribute that is there or not; all others are text. */
  readonly isFlag?: true;
  /** The attribute's name, where it is not the property's; false where there is none. */
  readonly attribute?: string | false;
  /** Whether the attribute follows the property. */
  readonly reflect?: true;
}

export abstract class DrawnElement extends HTMLElement {
  static readonly properties: Readonly<Record<string, Property>> = {};
  #values: Record<string, unknown> = {};
  /** Which properties are others than when it was drawn last. */
  protected stale = new Set<string>();
  #isPending = false;
  #connected: () => void = () => undefined;
  readonly #isConnected = new Promise<void>((resolve) => {
    this.#connected = resolve;
  });
  /** Whether it has been drawn. */
  hasUpdated = false;
  /** Settles when what has changed so far is drawn. */
  updateComplete: Promise<void> = this.#isConnected;
  readonly renderRoot: ShadowRoot;

  /** Is read once, when the element is defined. */
  static get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: the class that is defined, which is not this one
    const { properties, prototype } = this;
    const names = Object.keys(properties);
    for (const name of names) {
      Object.defineProperty(prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: DrawnElement) {
          return this.#values[name];
        },
        set(this: DrawnElement, value: unknown) {
          if (this.#values[name] === value) return;
          this.#values[name] = value;
          this.stale.add(name);
          this.requestUpdate();
        },
      });
    }
    return names.flatMap((name) => attributeOf(name, properties[name]) ?? []);
  }

  constructor() {
    super();
    this.renderRoot = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    // What stands in the element stays in sight until there is something to take its place.
    render(html`<slot></slot>`, this.renderRoot, this);
    this.#takeEarly();
    this.requestUpdate();
  }

  connectedCallback(): void {
    this.#connected();
  }

  attributeChangedCallback(attribute: string, _before: string | null, value: string | null): void {
    for (const [name, property] of this.#properties) {
      if (attributeOf(name, property) === attribute)
        this.#set(name, property.isFlag ? value !== null : (value ?? undefined));
    }
  }

  /** Has it drawn anew, together with whatever else asks for it in this turn. */
  requestUpdate(): void {
    if (this.#isPending) return;
    this.#isPending = true;
    this.updateComplete = this.#update();
  }

  /** What a drawing lacks, and will have when these are settled. The first one waits for it a while, and no other. */
  protected lacks(): readonly Promise<unknown>[] {
    return [];
  }

  /** Before a drawing: what it says to change is drawn with it. */
  protected abstract willUpdate(): void;
  protected abstract render(): TemplateResult;
  protected abstract updated(isFirst: boolean): void;

  get #properties(): [string, Property][] {
    return Object.entries((this.constructor as typeof DrawnElement).properties);
  }

  #set(name: string, value: unknown): void {
    (this as unknown as Record<string, unknown>)[name] = value;
  }

  /** What a page has set on the element before it was defined stands in the way of the property of that name. */
  #takeEarly(): void {
    for (const [name] of this.#properties) {
      const early = Object.getOwnPropertyDescriptor(this, name);
      if (!early) continue;
      delete (this as unknown as Record<string, unknown>)[name];
      this.#set(name, early.value);
    }
  }

  async #update(): Promise<void> {
    await this.#isConnected;
    await this.#fetchWhatLacks();
    try {
      this.willUpdate();
      this.#reflect();
      this.stale = new Set();
      render(this.render(), this.renderRoot, this);
    } finally {
      this.#isPending = false;
    }
    const isFirst = !this.hasUpdated;
    this.hasUpdated = true;
    this.updated(isFirst);
  }

  /** Never throws: what does not come is done without, and asked for again by a later drawing. */
  async #fetchWhatLacks(): Promise<void> {
    const fetching = this.lacks();
    if (fetching.length === 0) return;
    let isLate = this.hasUpdated;
    const fetched = Promise.allSettled(fetching).then((each) => {
      if (isLate && each.some(({ status }) => status === "fulfilled")) this.requestUpdate();
    });
    if (isLate) return;
    await Promise.race([fetched, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    isLate = true;
  }

  #reflect(): void {
    for (const [name, property] of this.#properties) {
      const attribute = attributeOf(name, property);
      if (!property.reflect || attribute === undefined || !this.stale.has(name)) continue;
      const value = this.#values[name];
      if (property.isFlag) this.toggleAttribute(attribute, value === true);
      else if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, String(value));
    }
  }
}

function attributeOf(name: string, property: Property | undefined): string | undefined {
  const attribute = property?.attribute;
  return attribute === false ? undefined : (attribute ?? name);
}
