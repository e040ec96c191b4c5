// The rooms that are followed, each with its cursor and its token: what is asked of the line for them, and what comes of it.

import { BACKOFF_MAX_MS, backoff, type Feed, type FeedListener, type LineState, newFeed } from "./feed.js";
import { type Identity, SignedOut } from "./identity.js";
import { fetchUpkeep } from "./late.js";
import type { Platform } from "./platform.js";
import type { Sharing } from "./tabs/sharing.js";
import { whoseIs } from "./token.js";
import type { Link, RoomFrame } from "./transport/link.js";
import type { Code, Page, Problem } from "./types.js";

/** "Later" is not before this. */
export const LATER_MS = 5_000;
/** New tokens asked for in a row without a page, before the reader counts as signed out. */
const TOKENS_MAX = 3;
/** A revocation holds for what is signed in the minute after it, too: then the next one may be taken. */
const REVOKED_MS = 61_000;
/** Who is banned asks this often whether they are still. */
const BANNED_S = 60;
/** In the place of a timer that has run out in a page that nobody looks at. */
const OVERDUE = -1;

type Refusal = Pick<Problem, "code" | "retry_after">;

/** The line that rooms are read by, as it is now. */
export interface Line {
  link: Link | undefined;
  /** The token that it stands on itself. */
  token: string | undefined;
  /** Another number for each line, so that what belongs to an earlier one is not listened to. */
  turn: number;
  /** Whether it is that of another tab. */
  isShared: boolean;
  /** There where another tab has a line, or may have this one's. */
  sharing: Sharing | undefined;
  connectNow(): void;
  /** A room is open: the line holds. */
  worked(): void;
}

export class Feeds {
  readonly #line: Line;
  readonly #identity: Identity;
  readonly #platform: Platform;
  readonly #feeds = new Map<string, Feed>();

  constructor(line: Line, identity: Identity, platform: Platform) {
    this.#line = line;
    this.#identity = identity;
    this.#platform = platform;
  }

  get size(): number {
    return this.#feeds.size;
  }

  /** Those that are to be open when the line is up. */
  get wanted(): [string, Feed][] {
    return [...this.#feeds].filter(([, feed]) => feed.isWanted);
  }

  /** The first room to be opened, if any. */
  get first(): string | undefined {
    return this.wanted[0]?.[0];
  }

  get(room: string): Feed | undefined {
    return this.#feeds.get(room);
  }

  /** By the name that it has by now. */
  find(name: string): [room: string, feed: Feed] | undefined {
    for (const entry of this.#feeds) if (entry[1].name === name) return entry;
    return undefined;
  }

  add(room: string, listener: FeedListener, cursor: string | undefined): void {
    const feed = newFeed(room, listener, cursor);
    this.#feeds.set(room, feed);
    if (this.#line.link) void this.#open(room, feed);
  }

  remove(room: string): Feed | undefined {
    const feed = this.#feeds.get(room);
    if (feed) this.#clearTimers(feed);
    this.#feeds.delete(room);
    return feed;
  }

  /** Everything is wanted again, and nothing held against it; who reads is not known until it is told anew. */
  renew(isAnew?: boolean): void {
    const wanted = { isWanted: true, refusals: 0, failures: 0 };
    for (const feed of this.#feeds.values()) {
      Object.assign(feed, wanted, isAnew && { cursor: undefined });
      feed.listener.forget();
    }
  }

  openAll(): void {
    for (const [room, feed] of this.wanted) void this.#open(room, feed);
  }

  lineIsDown(): void {
    for (const feed of this.#feeds.values()) feed.isOpen = false;
  }

  tell(state: LineState): void {
    // Who is signed out hears of no attempt that may come to nothing.
    for (const [, feed] of this.wanted) if (feed.refusals <= TOKENS_MAX) feed.listener.line(state);
  }

  stopAll(code: Code): void {
    for (const feed of this.#feeds.values()) this.#stop(feed, "ended", code);
  }

  /** Timers stand still while a machine sleeps: a token that would have been renewed meanwhile is renewed now. */
  woke(): void {
    for (const [room, feed] of this.#feeds) {
      if (feed.isOpen) void this.#planRenewal(room, feed);
      if (feed.retry === OVERDUE) this.#again(room, feed);
    }
  }

  /** The server has ended the line for want of a token that holds. */
  async askNewTokens(): Promise<void> {
    for (const [room, feed] of this.wanted)
      if (!this.#isBarred(room, feed, "token_expired")) await this.#identity.refused(room).catch(() => undefined);
  }

  receive(name: string, frame: RoomFrame): void {
    const [room, feed] = this.find(name) ?? [];
    // One that has ended here may be on the line still, for another tab.
    if (room === undefined || !feed?.isWanted) return;
    switch (frame.type) {
      case "opened":
        this.#opened(room, feed, frame);
        break;
      case "reset":
        feed.cursor = frame.cursor ?? feed.cursor;
        feed.listener.begin(frame);
        break;
      case "change":
        // The cursor moves with the change and never ahead of it: a line cut in between costs nothing.
        feed.listener.change(frame);
        feed.cursor = frame.cursor;
        break;
      case "me":
        feed.listener.me(frame.me);
        break;
      case "presence":
        feed.listener.present(frame.present);
        break;
      case "signal":
      case "waiting":
        feed.listener.signal(frame);
        break;
      case "ended":
        feed.isOpen = false;
        if (frame.code === "moved" && frame.room_now !== undefined) {
          feed.name = frame.room_now;
          void this.#open(room, feed);
        } else this.refused(name, frame);
        break;
    }
  }

  /** The server does not let a room be followed, or not any more. */
  refused(name: string, { code, retry_after }: Refusal): void {
    const [room, feed] = this.find(name) ?? [];
    if (room === undefined || !feed?.isWanted) return;
    feed.isOpen = false;
    switch (code) {
      case "token_missing":
        this.#stop(feed, "signed-out", code);
        return;
      case "token_expired":
      case "token_invalid":
        void this.#askNewToken(room, feed, code);
        return;
      case "banned":
        this.#stop(feed, "restricted", code);
        // It may be lifted before its time, of which nobody who is banned hears.
        this.#retry(room, feed, Math.min(retry_after ?? BANNED_S, BANNED_S) * 1_000);
        return;
      case "internal":
      case "store_away":
      case "unknown":
      case "draining":
      case "slow_down":
      case "too_many":
        feed.listener.line("connecting", code);
        this.#retry(room, feed, retry_after === undefined ? LATER_MS : retry_after * 1_000);
        return;
      default:
        this.#stop(feed, "ended", code);
    }
  }

  /** Whether an open room is followed by who has this token. Who has become somebody else begins another line. */
  isSame(feed: Feed | undefined, token: string | undefined): boolean {
    if (!feed || feed.token === null || whoseIs(feed.token) === whoseIs(token)) return true;
    if (feed.isOpen) this.#line.connectNow();
    return false;
  }

  async #open(room: string, feed: Feed): Promise<void> {
    this.#clearTimers(feed);
    const { turn } = this.#line;
    const isOld = () => turn !== this.#line.turn || this.#feeds.get(room) !== feed;
    try {
      const token = await this.#identity.token(room);
      if (isOld()) return;
      feed.failures = 0;
      if (!this.isSame(feed, token)) feed.listener.forget();
      feed.token = token;
      if (this.#mayBeShared(token)) this.#line.link?.open({ room: feed.name, after: feed.cursor, token });
    } catch (error) {
      if (isOld()) return;
      if (error instanceof SignedOut) this.#stop(feed, "signed-out", "token_missing");
      else this.#retry(room, feed, backoff(++feed.failures, this.#platform.random));
    }
  }

  /** Tabs have a line between them only where all that is read by it is read with the same rights. */
  #mayBeShared(token: string | undefined): boolean {
    const { sharing, isShared } = this.#line;
    if (!sharing || sharing.admits(token)) return true;
    sharing.standAlone();
    if (!isShared) return true;
    this.#line.connectNow();
    return false;
  }

  #opened(room: string, feed: Feed, page: Page): void {
    const begins = feed.cursor === undefined || page.reset;
    const wasOpen = feed.isOpen;
    feed.isOpen = feed.wasOpened = true;
    feed.refusals = 0;
    this.#line.worked();
    if (begins) feed.listener.begin(page);
    else feed.listener.page(page, wasOpen);
    feed.cursor = page.cursor ?? feed.cursor;
    if (wasOpen) return;
    feed.listener.line("live");
    void this.#planRenewal(room, feed);
  }

  async #askNewToken(room: string, feed: Feed, code: Code): Promise<void> {
    const { turn } = this.#line;
    if (this.#isBarred(room, feed, code)) return;
    feed.listener.line("connecting");
    try {
      await this.#identity.refused(room);
      // A line keeps the token that it began with, so a reader who has become another begins another line.
      if (turn === this.#line.turn) this.#line.connectNow();
    } catch {
      this.#retry(room, feed, backoff(feed.refusals, this.#platform.random));
    }
  }

  /** A token was not taken. True where it was one too many: the reader is signed out, and tried again once a minute. */
  #isBarred(room: string, feed: Feed, code: Code): boolean {
    feed.refusals += 1;
    if (feed.refusals <= TOKENS_MAX) return false;
    this.#stop(feed, "signed-out", code);
    if (code === "token_expired") this.#retry(room, feed, REVOKED_MS);
    return true;
  }

  #stop(feed: Feed, state: LineState, code: Code): void {
    feed.isWanted = false;
    feed.isOpen = false;
    // Nothing of the page is shown any more that would be gone on from.
    if (!feed.wasOpened) feed.cursor = undefined;
    this.#clearTimers(feed);
    feed.listener.line(state, code);
  }

  #retry(room: string, feed: Feed, ms: number): void {
    this.#clearTimers(feed);
    feed.retry = this.#platform.setTimeout(() => this.#again(room, feed), ms);
  }

  #again(room: string, feed: Feed): void {
    // Whoever is out is asked about where somebody looks.
    if (!feed.isWanted && this.#platform.isHidden()) {
      feed.retry = OVERDUE;
      return;
    }
    feed.isWanted = true;
    // What was asked for since may have been signed too soon.
    if (feed.refusals > TOKENS_MAX) void this.#identity.refused(room).catch(() => undefined);
    if (this.#line.link) void this.#open(room, feed);
    else this.#line.connectNow();
  }

  /** A token that ends is followed by another one: what asks for it is fetched while this one holds. */
  async #planRenewal(room: string, feed: Feed): Promise<void> {
    if (this.#identity.renewAt(room) === Infinity) return;
    const file = await fetchUpkeep().catch(() => undefined);
    if (file) file.planRenewal(room, feed, this, this.#line, this.#identity, this.#platform);
    else if (feed.isOpen && this.#feeds.get(room) === feed)
      feed.renewal = this.#platform.setTimeout(() => void this.#planRenewal(room, feed), BACKOFF_MAX_MS);
  }

  #clearTimers(feed: Feed): void {
    this.#platform.clearTimeout(feed.retry);
    this.#platform.clearTimeout(feed.renewal);
    feed.retry = feed.renewal = undefined;
  }
}
