// The line of a tab that follows: what the leader brings, and pages of its own for what it has not heard from it.

import { askJson, Refused } from "../http.js";
import type { Platform } from "../platform.js";
import {
  FIRST_PAGE,
  type Link,
  type LinkHandlers,
  messagesUrl,
  type Opening,
  type RoomFrame,
} from "../transport/link.js";
import type { Page } from "../types.js";
import type { Word } from "./tabs.js";

const PAGE = 200;
/** What is kept of a room while a page of it is on its way; with more than that the page is asked for again. */
const KEPT_MAX = 500;

interface Followed {
  after: string | undefined;
  token: string | undefined;
  /** What came while a page is on its way; undefined where nothing is. */
  kept: RoomFrame[] | undefined;
  /** Whether the leader has it open. */
  isAttached: boolean;
  /** Counts pages that were begun, so that what belongs to an earlier one is not listened to. */
  turn: number;
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
    const turn = (this.#rooms.get(room)?.turn ?? 0) + 1;
    const followed: Followed = { after, token, kept: undefined, isAttached: false, turn };
    this.#rooms.set(room, followed);
    this.#ask(room, followed);
  }

  shut(room: string): void {
    if (this.#rooms.delete(room)) this.#say({ type: "shut", from: this.#id, room });
  }

  renew(room: string, token: string): void {
    const followed = this.#rooms.get(room);
    if (followed) followed.token = token;
    this.#say({ type: "renew", room, token });
  }

  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#rooms.clear();
    this.#say({ type: "bye", from: this.#id });
  }

  hear(word: Exclude<Word, { type: "who" | "lead" | "open" | "shut" | "renew" | "bye" }>): void {
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
      case "refused":
        if (this.#rooms.delete(word.room)) this.#handlers.refused(word.room, word.problem);
        break;
      case "leaving":
        this.#handlers.leaving(word.afterMs);
        break;
      case "down":
        this.#down();
        break;
    }
  }

  #ask(room: string, { after, token }: Followed): void {
    if (this.#leader === undefined) return;
    this.#say({ type: "open", from: this.#id, opening: { room, after, token } });
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
    if (frame.type === "change" || frame.type === "reset") followed.after = frame.cursor ?? followed.after;
    if (frame.type === "ended") this.#rooms.delete(room);
    this.#handlers.frame(room, frame);
  }

  /** From here on the leader's frames are heard: a page that is asked for now misses none of what came before them. */
  async #catchUp(room: string): Promise<void> {
    const followed = this.#rooms.get(room);
    if (!followed) return;
    const turn = ++followed.turn;
    const isOver = () => this.#isOver || this.#rooms.get(room) !== followed || followed.turn !== turn;
    followed.isAttached = true;
    followed.kept = [];
    try {
      for (let isWhole = false; !isWhole; ) {
        const isAfter = followed.after !== undefined;
        const page = await this.#read(room, followed);
        if (isOver()) return;
        isWhole = !(isAfter && !page.reset && page.more);
        followed.after = page.cursor ?? followed.after;
        this.#handlers.frame(room, { type: "opened", ...page });
        if (isOver()) return;
      }
    } catch (error) {
      if (isOver()) return;
      if (!(error instanceof Refused)) this.#down();
      else if (this.#rooms.delete(room)) this.#handlers.refused(room, error.problem);
      return;
    }
    const { kept } = followed;
    followed.kept = undefined;
    for (const frame of kept) if (this.#rooms.get(room) === followed) this.#pass(room, followed, frame);
  }

  #read(room: string, { after, token }: Followed): Promise<Page> {
    const from = after === undefined ? { last: FIRST_PAGE } : { after, limit: PAGE };
    return askJson<Page>(this.#platform, messagesUrl(this.#server, room, from), { token });
  }

  #down(): void {
    if (this.#isOver) return;
    this.end();
    this.#handlers.down({ why: "network" });
  }
}
