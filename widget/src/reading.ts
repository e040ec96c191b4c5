// Which part of a room is being read: the pages around it come when they are needed, and go when they are far.

import type { Connection } from "./connection.js";
import { Refused } from "./http.js";
import type { Platform } from "./platform.js";
import {
  findMessage,
  hasOlder,
  messagesIn,
  type Range,
  rangeAt,
  type Span,
  type Timeline,
  type TimelineEvent,
} from "./timeline.js";
import type { Me, Message, Page } from "./types.js";

const PAGE = 50;
const PAUSE_MS = 3_000;
/** How many messages stay at the end of a room while somebody reads far above. */
const END_KEEP = 50;

/** What reading needs of its room. */
export interface Shelf {
  readonly name: string;
  readonly timeline: Timeline;
  apply(event: TimelineEvent): void;
  /** What is the reader's own about the messages of a page. */
  takeMe(me: Me | undefined): void;
  fault(code: string): void;
}

export class Reading {
  /**
   * How many messages are held around what is read; further ones are let go, and asked for again when they are needed.
   * Without a limit what was loaded stays.
   */
  keepMax = Infinity;
  readonly #shelf: Shelf;
  readonly #connection: Connection;
  readonly #platform: Platform;
  /** An id in the range that is read; Infinity at the end. */
  #place = Infinity;
  #asks = 0;
  #notBefore = 0;
  loading: "older" | "newer" | "around" | undefined;
  #loaded: Promise<unknown> = Promise.resolve();

  constructor(shelf: Shelf, connection: Connection, platform: Platform) {
    this.#shelf = shelf;
    this.#connection = connection;
    this.#platform = platform;
  }

  get range(): Range | undefined {
    const { timeline } = this.#shelf;
    return rangeAt(timeline, this.#place) ?? timeline.ranges.at(-1);
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

  older(): Promise<boolean> {
    const from = this.range?.from;
    if (from === undefined || !this.hasOlder) return Promise.resolve(false);
    this.#place = this.messages[0]?.id ?? this.#place;
    return this.#load("older", { before: from });
  }

  newer(): Promise<boolean> {
    const to = this.range?.to;
    if (to === undefined || !this.hasNewer) return Promise.resolve(false);
    this.#place = this.messages.at(-1)?.id ?? this.#place;
    return this.#load("newer", { above: to });
  }

  /** Goes to a message, wherever it is. False where the room does not have it. */
  async show(id: number): Promise<boolean> {
    const isHere = () => findMessage(this.#shelf.timeline.messages, id) !== undefined;
    // Where a page is on its way already, this one is asked for after it.
    while (this.loading !== undefined) await this.#loaded;
    if (!isHere() && rangeAt(this.#shelf.timeline, id) === undefined) {
      if (!(await this.#load("around", { around: id }))) return false;
    }
    if (!isHere()) return false;
    this.#place = id;
    this.#trimAround(this.keepMax / 2);
    return true;
  }

  /** Goes to the end, and lets go what is far above it. */
  toEnd(): void {
    this.#place = Infinity;
    this.#trimTo(this.messages.slice(-this.keepMax));
  }

  /** To be called when messages have come: `follows` says whether they are looked at as they come. */
  grown(follows: boolean): void {
    const { messages } = this;
    if (messages.length <= this.keepMax + PAGE) return;
    if (follows && !this.hasNewer) this.#trimTo(messages.slice(-this.keepMax));
    else {
      const kept = messages.slice(0, this.keepMax);
      this.#place = kept[0]?.id ?? this.#place;
      this.#trimTo(kept);
    }
  }

  #load(what: "older" | "newer" | "around", span: Span): Promise<boolean> {
    const isTooSoon = this.#platform.now() < this.#notBefore;
    if (this.loading !== undefined || (isTooSoon && what !== "around")) return Promise.resolve(false);
    const loaded = this.#ask(what, span);
    this.#loaded = loaded;
    return loaded;
  }

  async #ask(what: "older" | "newer" | "around", span: Span): Promise<boolean> {
    const ask = ++this.#asks;
    this.loading = what;
    this.#shelf.apply({ type: "ask", ask });
    try {
      const query: Record<string, number> = { ...span, limit: PAGE };
      const page = await this.#connection.ask<Page>(this.#shelf.name, "/messages", { query });
      this.loading = undefined;
      this.#shelf.takeMe(page.me);
      this.#shelf.apply({ type: "history", ask, span, page });
      if (what !== "around") this.#trimAround(what === "newer" ? this.keepMax - PAGE : PAGE);
      return true;
    } catch (error) {
      // Whoever draws asks again whenever something changes: not at once after it came to nothing.
      this.loading = undefined;
      this.#notBefore = this.#platform.now() + PAUSE_MS;
      this.#shelf.apply({ type: "unanswered", ask });
      this.#shelf.fault(error instanceof Refused ? error.problem.code : "offline");
      return false;
    }
  }

  /** Keeps what is around the place that is read: so many before it. A page may have met what was held far from it. */
  #trimAround(before: number): void {
    const { messages } = this;
    if (messages.length <= this.keepMax) return;
    const at = messages.findIndex(({ id }) => id >= this.#place);
    const from = Math.max(0, Math.min(at - before, messages.length - this.keepMax));
    this.#trimTo(messages.slice(from, from + this.keepMax));
  }

  #trimTo(kept: readonly Message[]): void {
    const { range } = this;
    const [first, last] = [kept[0], kept.at(-1)];
    if (!range || !first || !last || this.keepMax === Infinity) return;
    const { messages } = this;
    const from = first === messages[0] ? range.from : first.id;
    const to = last === messages.at(-1) ? range.to : last.id;
    this.#shelf.apply({ type: "trim", keep: { from, to }, newest: END_KEEP });
  }
}
