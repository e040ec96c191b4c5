// Where tokens come from has changed. A page may only have drawn itself anew, or somebody else may have signed in: the next
// token tells. Whoever reads on as the same person notices nothing.

import type { Client } from "./client.js";
import type { Feed } from "./feed.js";
import type { Feeds, Line } from "./feeds.js";
import { type Identity, SignedOut, type TokenSource } from "./identity.js";
import type { Platform } from "./platform.js";
import { planRenewal } from "./renewal.js";
import type { Room } from "./room.js";
import { isSame, sourceOf } from "./shared.js";
import { whoseIs } from "./token.js";

/** A room in an element, whose tokens come from elsewhere. */
export interface Moved {
  readonly element: TokenSource & { say(text: string, options: Parameters<Room["say"]>[1]): Promise<unknown> };
  readonly client: Client;
  readonly room: Room;
  /** Begins everything anew, where that is still its room. */
  reopen(): void;
}

/** Has a client go on with an element's new source. False where others that read by it have another one: theirs it stays. */
export function takeSource(moved: Moved): boolean {
  const { element: user, client } = moved;
  for (const other of client.heldBy) if (!isSame(other, user)) return false;
  const connection = client.ownLine;
  connection.sourceCheck ??= new SourceCheck(...connection.lateParts);
  connection.sourceCheck.want(moved);
  return true;
}

/** A page that gives another function with each drawing is asked ever less often, as long as it comes to the same person. */
const PAUSE_MIN_MS = 500;
const PAUSE_MAX_MS = 30_000;
/** Such a pause comes of several answers in a row that were the same. */
const RESTLESS_MS = 4_000;

export class SourceCheck {
  readonly #feeds: Feeds;
  readonly #line: Line;
  readonly #identity: Identity;
  readonly #platform: Platform;
  readonly #moved = new Map<Moved["element"], Moved>();
  #isDue = false;
  #isAsking = false;
  #timer: number | undefined;
  #askedAt = -Infinity;
  #pauseMs = PAUSE_MIN_MS;

  constructor(feeds: Feeds, line: Line, identity: Identity, platform: Platform) {
    this.#feeds = feeds;
    this.#line = line;
    this.#identity = identity;
    this.#platform = platform;
  }

  /** To be called with each change: what was asked before it says nothing any more. */
  want(moved?: Moved): void {
    this.#isDue = true;
    if (moved) {
      this.#moved.delete(moved.element);
      this.#moved.set(moved.element, moved);
    }
    if (this.#isAsking || this.#timer !== undefined) return;
    const past = this.#platform.now() - this.#askedAt;
    if (past > 2 * this.#pauseMs) this.#pauseMs = PAUSE_MIN_MS;
    // A clock may be put back.
    if (past < 0 || past >= this.#pauseMs) void this.#run();
    else this.#timer = this.#platform.setTimeout(() => void this.#run(), this.#pauseMs - past);
  }

  /** Something waits for it. */
  hurry(): void {
    if (!this.#isDue) return;
    if (this.#isAsking) this.#askedAt = -Infinity;
    else void this.#run();
  }

  close(): void {
    this.#isDue = false;
    this.#platform.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #run(): Promise<void> {
    this.close();
    this.#isAsking = true;
    this.#askedAt = this.#platform.now();
    this.#takeNewest();
    const found = await Promise.all(this.#feeds.names.map((room) => this.#check(room)));
    this.#isAsking = false;
    const isOther = found.includes("other");
    this.#pauseMs = isOther ? PAUSE_MIN_MS : Math.min(PAUSE_MAX_MS, 2 * this.#pauseMs);
    this.#isDue ||= found.includes("unknown");
    if (isOther) this.#reopen();
    if (this.#isDue) this.want();
    else this.#moved.clear();
  }

  /** Not with each change: what is on its way is answered, however often a page draws itself. */
  #takeNewest(): void {
    const [newest] = [...this.#moved.keys()].slice(-1);
    if (!newest || isSame(this.#identity.source, newest)) return;
    this.#identity.source = sourceOf(newest);
    this.#identity.askAnew();
    // Where the page says nothing of who reads by now, they may be a guest.
    this.#identity.adopt(undefined);
  }

  /** Nothing stays of who read before. What was said since then is of whoever reads now. */
  #reopen(): void {
    const all = [...this.#moved.values()];
    this.#moved.clear();
    for (const { element, room, reopen } of all) {
      const early = room.outbox.filter(({ sender }) => !sender);
      reopen();
      for (const { text, kind, replyTo } of early) element.say(text, { kind, replyTo }).catch(() => undefined);
    }
    // The line itself stands on a token of who read before.
    if (this.#feeds.size > 0) this.#line.connectNow();
  }

  async #check(room: string): Promise<"same" | "other" | "unknown"> {
    const feed = this.#feeds.get(room);
    if (!feed) return "same";
    // One that is yet to be opened asks for its token itself; whom a page was brought for nobody knows.
    if (feed.isWanted && feed.token === null) return feed.cursor === undefined ? "same" : "other";
    const { turn, sharing } = this.#line;
    const isOld = () => turn !== this.#line.turn || this.#feeds.get(room) !== feed;
    try {
      const token = await this.#identity.token(room);
      if (isOld()) return "same";
      if (feed.token !== null && whoseIs(token) !== whoseIs(feed.token)) return "other";
      // Who was signed out, or not let in, may be by now.
      if (!feed.isWanted) this.#feeds.again(room, feed);
      // With other rights it is no line of all tabs.
      else if (sharing?.admits(token) === false) this.#line.connectNow();
      else if (feed.isOpen) this.#goOn(room, feed, token);
      return "same";
    } catch (error) {
      if (isOld() || !feed.isWanted) return "same";
      return error instanceof SignedOut ? "other" : "unknown";
    }
  }

  #goOn(room: string, feed: Feed, token: string | undefined): void {
    if (token !== undefined && token !== feed.token) {
      feed.token = token;
      this.#line.link?.renew?.(feed.name, token);
      this.#line.renewed(token);
    }
    planRenewal(room, feed, this.#feeds, this.#line, this.#identity, this.#platform);
    // It has changed again since it was asked: who reads now is yet to be told, but by a page that never stops to change it.
    if (!this.#isDue || this.#pauseMs >= RESTLESS_MS) feed.listener.me();
  }
}
