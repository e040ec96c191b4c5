// What people expect of a chat that scrolls: it stays at the end if it was there, and otherwise the line that is being
// read stays where it is, whatever changes above or around. Done here and not by the browser: WebKit has no scroll anchoring.

/** This close to the end counts as there. */
const END_PX = 48;
/** The line that is read may itself go: then the next one stays where it is. */
const HELD = 9;

export class ScrollKeeper {
  readonly #log: HTMLElement;
  readonly #lines: HTMLElement;
  /** The lines that are read, and where they stand in the element. */
  #held: readonly { readonly line: Element; readonly at: number }[] = [];
  /** Where the log was when that was looked at. */
  #top = 0;
  isAtEnd = true;

  constructor(log: HTMLElement, lines: HTMLElement) {
    this.#log = log;
    this.#lines = lines;
    // A picture or a font that comes late, a keyboard that opens, a column that gets narrower.
    // Who has scrolled was heard before: where the log has moved by now, it had to, since its end came nearer.
    const observer = new ResizeObserver(() => this.keep());
    observer.observe(log);
    observer.observe(lines);
  }

  /** To be called on scrolling, and before lines change. What is held stays so until somebody scrolls: errors would add up. */
  hold(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    if (scrollTop === this.#top) return;
    // Nobody has scrolled where it had to move, since its end came nearer.
    if (scrollTop < this.#top && scrollHeight - scrollTop - clientHeight < 1) this.keep();
    else this.#look();
  }

  #look(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    this.#top = scrollTop;
    this.isAtEnd = scrollHeight - scrollTop - clientHeight < END_PX;
    const { top } = this.#log.getBoundingClientRect();
    const lines = [...this.#lines.querySelectorAll("[data-key]")];
    const first = lines.findIndex((each) => each.getBoundingClientRect().bottom > top);
    this.#held = lines.slice(first, first + HELD).map((line) => ({ line, at: this.#placeOf(line) }));
  }

  /**
   * The page may have scrolled meanwhile: where a line stands is counted from the element's own top, and in its own pixels,
   * in which a log scrolls, however much the page is zoomed.
   */
  #placeOf(line: Element): number {
    const host = (this.#log.getRootNode() as ShadowRoot).host as HTMLElement;
    const { top, height } = host.getBoundingClientRect();
    const { offsetHeight } = host;
    // That one is whole pixels: without a zoom it is not told from the height.
    const zoom = Math.abs(height - offsetHeight) < 1 ? 1 : height / offsetHeight || 1;
    return (line.getBoundingClientRect().top - top) / zoom;
  }

  toEnd(): void {
    this.isAtEnd = true;
    this.#scrollTo(this.#log.scrollHeight);
  }

  #scrollTo(top: number): void {
    this.#log.scrollTop = top;
    this.#top = this.#log.scrollTop;
  }

  /** After lines have changed: puts the line that is read back where it was, or the end in sight. */
  keep(): void {
    if (this.isAtEnd) {
      this.toEnd();
      return;
    }
    const held = this.#held.find(({ line }) => line.isConnected);
    if (held) this.#scrollTo(this.#log.scrollTop + this.#placeOf(held.line) - held.at);
    else this.#look();
  }

  /** Brings a line to the middle. */
  toLine(line: HTMLElement): void {
    const room = Math.max(0, this.#log.offsetHeight - line.offsetHeight) / 2;
    this.#log.scrollTop += this.#placeOf(line) - this.#placeOf(this.#log) - room;
    this.#look();
  }

  /** Whether the reader comes close to the newest line that is there. */
  get isNearEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    return scrollHeight - scrollTop - clientHeight < 400;
  }

  /** Whether the reader comes close to the oldest line that is there. */
  get isNearStart(): boolean {
    return this.#log.scrollTop < 400;
  }
}
