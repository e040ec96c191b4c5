// Leafing through a room: the pages around what is read come when they are needed, and go when they are far.

import type { Connection } from "./connection.js";
import { backoff } from "./feed.js";
import { type HistoryEvent, reduceHistory, type Span } from "./history.js";
import { Refused } from "./http.js";
import type { Platform } from "./platform.js";
import { PAGE, type Reading, type Shelf } from "./reading.js";
import { findMessage, rangeAt } from "./timeline.js";
import type { Message, Page } from "./types.js";

const PAUSE_MS = 3_000;
/** How many messages stay at the end of a room while somebody reads far above. */
const END_KEEP = 50;

export class Pages {
  readonly #reading: Reading;
  readonly #shelf: Shelf;
  readonly #connection: Connection;
  readonly #platform: Platform;
  #asks = 0;
  #failedAt = -Infinity;
  #pauseMs = 0;
  #failures = 0;
  #loaded: Promise<unknown> = Promise.resolve();

  constructor(reading: Reading, shelf: Shelf, connection: Connection, platform: Platform) {
    this.#reading = reading;
    this.#shelf = shelf;
    this.#connection = connection;
    this.#platform = platform;
  }

  async older(): Promise<boolean> {
    const { range, hasOlder, messages, place } = this.#reading;
    if (!range || !hasOlder) return false;
    this.#reading.place = messages[0]?.id ?? place;
    return this.#load("older", { before: range.from });
  }

  async newer(): Promise<boolean> {
    const { range, hasNewer, messages, place } = this.#reading;
    if (!range || !hasNewer) return false;
    this.#reading.place = messages.at(-1)?.id ?? place;
    return this.#load("newer", { above: range.to });
  }

  async show(id: number): Promise<boolean> {
    const isHere = () => findMessage(this.#shelf.timeline.messages, id) !== undefined;
    // Where a page is on its way already, this one is asked for after it.
    while (this.#reading.loading !== undefined) await this.#loaded;
    if (!isHere() && rangeAt(this.#shelf.timeline, id) === undefined) {
      if (!(await this.#load("around", { around: id }))) return false;
    }
    if (!isHere()) {
      // It was purged, or never was: whoever followed a link to it sees nothing move.
      this.#shelf.fault("message_gone");
      return false;
    }
    this.#reading.place = id;
    this.#trimAround(this.#reading.keepMax / 2);
    return true;
  }

  trimToEnd(): void {
    const { messages, keepMax } = this.#reading;
    this.#trimTo(messages.slice(-keepMax));
  }

  grown(follows: boolean): void {
    const { messages, keepMax, hasNewer } = this.#reading;
    if (messages.length <= keepMax + PAGE) return;
    if (follows && !hasNewer) this.#trimTo(messages.slice(-keepMax));
    else {
      const kept = messages.slice(0, keepMax);
      this.#reading.place = kept[0]?.id ?? this.#reading.place;
      this.#trimTo(kept);
    }
  }

  #load(what: "older" | "newer" | "around", span: Span): Promise<boolean> {
    const isTooSoon = Math.abs(this.#platform.now() - this.#failedAt) < this.#pauseMs;
    if (this.#reading.loading !== undefined || (isTooSoon && what !== "around")) return Promise.resolve(false);
    const loaded = this.#ask(what, span);
    this.#loaded = loaded;
    return loaded;
  }

  async #ask(what: "older" | "newer" | "around", span: Span): Promise<boolean> {
    const ask = ++this.#asks;
    this.#reading.loading = what;
    this.#apply({ type: "ask", ask });
    try {
      const query: Record<string, number> = { ...span, limit: PAGE };
      const page = await this.#connection.ask<Page>(this.#shelf.name, "/messages", { query });
      this.#reading.loading = undefined;
      this.#failures = 0;
      this.#apply({ type: "history", ask, span, page });
      this.#shelf.takePage(page);
      if (what !== "around") this.#trimAround(what === "newer" ? this.#reading.keepMax - PAGE : PAGE);
      return true;
    } catch (error) {
      // Whoever draws asks again whenever something changes: not at once after it came to nothing.
      this.#reading.loading = undefined;
      this.#failedAt = this.#platform.now();
      this.#apply({ type: "unanswered", ask });
      const { code, retry_after = 0 } = error instanceof Refused ? error.problem : { code: "offline" };
      this.#pauseMs = Math.max(retry_after * 1_000, PAUSE_MS + backoff(++this.#failures, this.#platform.random));
      // Where it is still looked at then, drawing asks for it again: a moment later, since clocks are round.
      this.#platform.setTimeout(() => this.#apply({ type: "unanswered", ask }), this.#pauseMs + 10);
      this.#shelf.fault(code);
      return false;
    }
  }

  /** Keeps what is around the place that is read: so many before it. A page may have met what was held far from it. */
  #trimAround(before: number): void {
    const { messages, keepMax, place } = this.#reading;
    if (messages.length <= keepMax) return;
    const at = messages.findIndex(({ id }) => id >= place);
    const from = Math.max(0, Math.min(at - before, messages.length - keepMax));
    this.#trimTo(messages.slice(from, from + keepMax));
  }

  #trimTo(kept: readonly Message[]): void {
    const { range, messages, keepMax } = this.#reading;
    const [first, last] = [kept[0], kept.at(-1)];
    if (!range || !first || !last || keepMax === Infinity) return;
    const from = first === messages[0] ? range.from : first.id;
    const to = last === messages.at(-1) ? range.to : last.id;
    this.#apply({ type: "trim", keep: { from, to }, newest: END_KEEP });
  }

  #apply(event: HistoryEvent): void {
    this.#shelf.timeline = reduceHistory(this.#shelf.timeline, event);
  }
}
