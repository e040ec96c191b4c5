// Which part of a room is being read; mostly its end. What leafs through the rest is fetched when there is more than a page.

import { fetchPages } from "./late.js";
import type { Pages } from "./pages.js";
import { hasOlder, messagesIn, type Range, rangeAt, type Timeline } from "./timeline.js";
import type { Message, Page } from "./types.js";

/** Messages on a page. */
export const PAGE = 50;

/** What reading needs of its room. */
export interface Shelf {
  readonly name: string;
  timeline: Timeline;
  /** A page is in: with what is the reader's own about its messages, and perhaps with some that the reader has said. */
  takePage(page: Page): void;
  fault(code: string): void;
}

export class Reading {
  /**
   * How many messages are held around what is read; further ones are let go, and asked for again when they are needed.
   * Without a limit what was loaded stays.
   */
  keepMax = Infinity;
  /** An id in the range that is read; Infinity at the end. */
  place = Infinity;
  loading: "older" | "newer" | "around" | undefined;
  readonly #shelf: Shelf;
  readonly #make: (file: typeof import("./pages.js")) => Pages;
  #pages: Pages | undefined;

  constructor(shelf: Shelf, make: (reading: Reading, file: typeof import("./pages.js")) => Pages) {
    this.#shelf = shelf;
    this.#make = (file) => make(this, file);
  }

  get range(): Range | undefined {
    const { timeline } = this.#shelf;
    return rangeAt(timeline, this.place) ?? timeline.ranges.at(-1);
  }

  /** The messages of the part that is read, in order and without holes. */
  get messages(): readonly Message[] {
    return messagesIn(this.#shelf.timeline, this.range);
  }

  get hasOlder(): boolean {
    return hasOlder(this.#shelf.timeline, this.range);
  }

  /** Whether newer messages than these are left; new ones that come are then not among them. */
  get hasNewer(): boolean {
    return this.range !== undefined && this.range.to !== Infinity;
  }

  /** Loads a page of older messages. False where there are none, where one is on its way, or where it did not come. */
  older(): Promise<boolean> {
    return this.#leaf((pages) => pages.older());
  }

  newer(): Promise<boolean> {
    return this.#leaf((pages) => pages.newer());
  }

  /** Goes to a message, wherever it is. False where the room does not have it. */
  show(id: number): Promise<boolean> {
    return this.#leaf((pages) => pages.show(id));
  }

  /** Goes to the end, and lets go what is far above it. */
  toEnd(): void {
    this.place = Infinity;
    this.#pages?.trimToEnd();
  }

  /** To be called when messages have come: `follows` says whether they are looked at as they come. */
  grown(follows: boolean): void {
    if (this.messages.length > this.keepMax + PAGE) void this.#leaf(async (pages) => pages.grown(follows));
  }

  async #leaf(run: (pages: Pages) => Promise<unknown>): Promise<boolean> {
    if (!this.#pages) {
      if (fetchPages.isFailing()) return false;
      const file = await fetchPages().catch(() => this.#shelf.fault("offline"));
      if (!file) return false;
      this.#pages ??= this.#make(file);
    }
    return (await run(this.#pages)) === true;
  }
}
