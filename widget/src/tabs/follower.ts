// The line of a tab that follows: what the leader brings, and pages of its own for what it has not heard from it. What is the
// reader's own is asked of the server with this tab's token, and never taken from another tab.

import { askJson, Refused } from "../http.js";
import type { Platform } from "../platform.js";
import {
  type Down,
  FIRST_PAGE,
  type Link,
  type LinkHandlers,
  messagesUrl,
  type Opening,
  type RoomFrame,
  roomUrl,
} from "../transport/link.js";
import type { Page } from "../types.js";
import type { LeaderWord, Word } from "./tabs.js";

const PAGE = 200;
/** What is kept of a room while a page of it is on its way; with more than that the page is asked for again. */
const KEPT_MAX = 500;
/** How often a room is asked of a leader that has lost it while this tab may read it. */
const ASKS_MAX = 3;
const ASK_AGAIN_MS = 1_000;

interface Followed {
  after: string | undefined;
  token: string | undefined;
  /** What came while a page is on its way; undefined where nothing is. */
  kept: RoomFrame[] | undefined;
  /** Whether the leader has it open. */
  isAttached: boolean;
  /** Counts pages that were begun, so that what belongs to an earlier one is not listened to. */
  turn: number;
  /** The same for the reader's own. */
  meTurn: number;
  /** How often the leader has lost it in a row. */
  lost: number;
}

export class Follower implements Link {
  readonly #server: string;
  readonly #id: string;
  readonly #handlers: LinkHandlers;
  readonly #platform: Platform;
  readonly #say: (word: Word) => void;
  readonly #rooms = new Map<string, Followed>();
  #leader: string | undefined;
  /** How many frames the leader has sent. */
  #count: number | undefined;
  #isOver = false;

  constructor(server: string, id: string, handlers: LinkHandlers, platform: Platform, say: (word: Word) => void) {
    this.#server = server;
    this.#id = id;
    this.#handlers = handlers;
    this.#platform = platform;
    this.#say = say;
  }

  /** Another one leads: it is asked for everything anew. */
  set leader(leader: string | undefined) {
    if (leader === this.#leader || this.#isOver) return;
    this.#leader = leader;
    this.#count = undefined;
    for (const [room, followed] of this.#rooms) {
      followed.isAttached = false;
      this.#ask(room, followed);
    }
  }

  open({ room, after, token }: Opening): void {
    const { turn = 0, meTurn = 0 } = this.#rooms.get(room) ?? {};
    const followed: Followed = {
      after,
      token,
      kept: undefined,
      isAttached: false,
      turn: turn + 1,
      meTurn: meTurn + 1,
      lost: 0,
    };
    this.#rooms.set(room, followed);
    this.#ask(room, followed);
  }

  shut(room: string): void {
    if (this.#rooms.delete(room)) this.#say({ type: "shut", from: this.#id, room });
  }

  renew(room: string, token: string): void {
    const followed = this.#rooms.get(room);
    if (followed) followed.token = token;
  }

  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#rooms.clear();
    this.#say({ type: "bye", from: this.#id });
  }

  hear(word: LeaderWord): void {
    if (this.#isOver || word.from !== this.#leader) return;
    switch (word.type) {
      case "frame":
        if (this.#isInOrder(word.count, 1)) this.#frame(word.room, word.frame);
        break;
      case "state":
        this.#isInOrder(word.count, 0);
        break;
      case "attached":
        this.#isInOrder(word.count, 0);
        if (word.to === undefined || word.to === this.#id) void this.#catchUp(word.room);
        break;
      case "lost":
        void this.#onLost(word.room);
        break;
      case "leaving":
        this.#handlers.leaving(word.afterMs);
        break;
      case "down":
        this.#down({ why: "network" });
        break;
    }
  }

  #ask(room: string, { after }: Followed): void {
    if (this.#leader === undefined) return;
    const word = { type: "open" as const, from: this.#id, room };
    this.#say(after === undefined ? word : { ...word, after });
  }

  /** A tab that was asleep may have missed some of what the leader said: then all is looked up. */
  #isInOrder(count: number, step: 0 | 1): boolean {
    const before = this.#count ?? count - step;
    this.#count = count;
    if (count === before + step) return true;
    for (const [room, { isAttached }] of this.#rooms) if (isAttached) void this.#catchUp(room);
    return false;
  }

  #frame(room: string, frame: RoomFrame): void {
    const followed = this.#rooms.get(room);
    if (!followed?.isAttached) return;
    if (followed.kept === undefined) this.#pass(room, followed, frame);
    else if (followed.kept.length < KEPT_MAX) followed.kept.push(frame);
    else void this.#catchUp(room);
  }

  #pass(room: string, followed: Followed, frame: RoomFrame): void {
    switch (frame.type) {
      case "me":
        void this.#askMe(room, followed);
        return;
      case "reset":
        // The leader was reset because of what it had missed; what this tab has missed is another matter.
        void this.#catchUp(room);
        return;
      case "change":
        followed.after = frame.cursor;
        break;
      case "ended":
        this.#rooms.delete(room);
        break;
    }
    this.#handlers.frame(room, frame);
  }

  /** From here on the leader's frames are heard: a page that is asked for now misses none of what came before them. */
  async #catchUp(room: string): Promise<void> {
    const followed = this.#rooms.get(room);
    if (!followed) return;
    const turn = ++followed.turn;
    const isOld = () => this.#isOver || this.#rooms.get(room) !== followed || followed.turn !== turn;
    followed.isAttached = true;
    followed.kept = [];
    const began = followed.after;
    try {
      for (let isWhole = false; !isWhole; ) {
        const isAfter = followed.after !== undefined;
        const page = await this.#read(room, followed);
        if (isOld()) return;
        isWhole = !(isAfter && !page.reset && page.more);
        followed.after = page.cursor ?? followed.after;
        followed.lost = 0;
        this.#handlers.frame(room, { type: "opened", ...page });
        if (isOld()) return;
      }
    } catch (error) {
      if (!isOld()) this.#failed(room, error);
      return;
    }
    const { kept } = followed;
    followed.kept = undefined;
    // A page after a cursor does not say what the reader may do by now, nor who is here.
    if (began !== undefined) {
      void this.#askMe(room, followed);
      // That something else waits may be among what this tab has not heard.
      this.#handlers.frame(room, { type: "waiting", room });
    }
    if (isOld()) return;
    for (const frame of kept) {
      if (isOld()) return;
      this.#pass(room, followed, frame);
    }
  }

  async #askMe(room: string, followed: Followed): Promise<void> {
    const turn = ++followed.meTurn;
    const isOld = () => this.#isOver || this.#rooms.get(room) !== followed || followed.meTurn !== turn;
    try {
      const { me, present } = await this.#show(room, followed);
      if (isOld()) return;
      if (me) this.#handlers.frame(room, { type: "me", room, me });
      if (present && !isOld()) this.#handlers.frame(room, { type: "presence", room, present });
    } catch (error) {
      if (!isOld()) this.#failed(room, error);
    }
  }

  /** The leader has it no longer. Whether that is so for this tab, too, the server says to its own token. */
  async #onLost(room: string): Promise<void> {
    const followed = this.#rooms.get(room);
    if (!followed) return;
    const turn = ++followed.turn;
    const isOld = () => this.#isOver || this.#rooms.get(room) !== followed || followed.turn !== turn;
    followed.isAttached = false;
    followed.lost += 1;
    if (followed.lost > ASKS_MAX) {
      this.#down({ why: "apart" });
      return;
    }
    try {
      await this.#show(room, followed);
    } catch (error) {
      if (!isOld()) this.#failed(room, error);
      return;
    }
    if (!isOld()) this.#platform.setTimeout(() => !isOld() && this.#ask(room, followed), ASK_AGAIN_MS * followed.lost);
  }

  #failed(room: string, error: unknown): void {
    if (!(error instanceof Refused)) this.#down({ why: "network" });
    else if (this.#rooms.delete(room)) {
      this.#say({ type: "shut", from: this.#id, room });
      this.#handlers.refused(room, error.problem);
    }
  }

  #read(room: string, { after, token }: Followed): Promise<Page> {
    const from = after === undefined ? { last: FIRST_PAGE } : { after, limit: PAGE };
    return askJson<Page>(this.#platform, messagesUrl(this.#server, room, from), { token });
  }

  #show(room: string, { token }: Followed): Promise<Page> {
    return askJson<Page>(this.#platform, roomUrl(this.#server, room, ""), { token });
  }

  #down(down: Down): void {
    if (this.#isOver) return;
    this.end();
    this.#handlers.down(down);
  }
}
