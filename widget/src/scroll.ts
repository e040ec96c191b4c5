// What people expect of a chat that scrolls: it stays at the end if it was there, and otherwise the line that is being
// read stays where it is, whatever is put in above. Done here and not by the browser: WebKit has no scroll anchoring.

/** This close to the end counts as there. */
const END_PX = 48;

export class ScrollKeeper {
  readonly #log: HTMLElement;
  readonly #lines: HTMLElement;
  readonly #observer: ResizeObserver;
  #anchor: { readonly line: Element; readonly top: number } | undefined;
  /** Where the log was when it was looked at. */
  #top = 0;
  isAtEnd = true;

  constructor(log: HTMLElement, lines: HTMLElement) {
    this.#log = log;
    this.#lines = lines;
    // A picture or a font that comes late, a keyboard that opens, a column that gets narrower.
    this.#observer = new ResizeObserver(() => this.isAtEnd && this.toEnd());
    this.#observer.observe(log);
    this.#observer.observe(lines);
  }

  stop(): void {
    this.#observer.disconnect();
  }

  /** To be called on scrolling. */
  look(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    this.#top = scrollTop;
    this.isAtEnd = scrollHeight - scrollTop - clientHeight < END_PX;
  }

  toEnd(): void {
    this.isAtEnd = true;
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#top = this.#log.scrollTop;
  }

  /** Before lines change: notes which line is being read. */
  hold(): void {
    // A line that gets the focus is scrolled to, and drawn anew before that is told.
    if (this.#log.scrollTop !== this.#top) this.look();
    if (this.isAtEnd) return;
    const top = this.#log.getBoundingClientRect().top;
    const line = [...this.#lines.querySelectorAll("[data-key]")].find(
      (each) => each.getBoundingClientRect().bottom > top,
    );
    this.#anchor = line && { line, top: line.getBoundingClientRect().top };
  }

  /** After lines have changed: puts that line back where it was, or the end in sight. */
  keep(): void {
    if (this.isAtEnd) this.toEnd();
    else if (this.#anchor?.line.isConnected) {
      this.#log.scrollTop += this.#anchor.line.getBoundingClientRect().top - this.#anchor.top;
      this.#top = this.#log.scrollTop;
    }
    this.#anchor = undefined;
  }

  /** Brings a line to the middle. */
  toLine(line: HTMLElement): void {
    const [log, at] = [this.#log.getBoundingClientRect(), line.getBoundingClientRect()];
    this.#log.scrollTop += at.top - log.top - Math.max(0, (log.height - at.height) / 2);
    this.look();
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
