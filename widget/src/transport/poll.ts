// Long-poll and poll: the feed, asked again and again. They differ in who waits, the server or we.

import { askJson, Refused } from "../http.js";
import type { Platform } from "../platform.js";
import type { Page } from "../types.js";
import { FIRST_PAGE, type Link, type LinkHandlers, messagesUrl, type Opening, roomUrl } from "./link.js";

const WAIT_S = 25;
/** A held request that is not answered this long after its time is lost. */
const LATE_MS = 10_000;
const PAGE = 200;
const POLL_MIN_MS = 2_000;
const POLL_MAX_MS = 15_000;
/** The server counts a polling reader as present for 40 seconds. */
const POLL_HIDDEN_MS = 30_000;
/** How often it is looked who is here. */
const LOOK_MS = 20_000;
/** So many of these are a minute: what came to wait for review between two polls nobody is told of. */
const LOOKS = 3;

type OpenLink = (server: string, token: string | undefined, handlers: LinkHandlers, platform: Platform) => Link;

export const openLongPoll: OpenLink = (server, _token, handlers, platform) =>
  new PollLink(server, handlers, platform, true);
export const openPoll: OpenLink = (server, _token, handlers, platform) =>
  new PollLink(server, handlers, platform, false);

class PollLink implements Link {
  readonly #server: string;
  readonly #handlers: LinkHandlers;
  readonly #platform: Platform;
  readonly #isHeld: boolean;
  readonly #loops = new Map<string, { readonly abort: AbortController; readonly token: { now: string | undefined } }>();
  readonly #sleepers = new Map<string, () => void>();
  #isOver = false;

  constructor(server: string, handlers: LinkHandlers, platform: Platform, isHeld: boolean) {
    this.#server = server;
    this.#handlers = handlers;
    this.#platform = platform;
    this.#isHeld = isHeld;
  }

  open(opening: Opening): void {
    this.shut(opening.room);
    const loop = { abort: new AbortController(), token: { now: opening.token } };
    this.#loops.set(opening.room, loop);
    void this.#follow(opening, loop.abort.signal, loop.token);
  }

  shut(room: string): void {
    this.#loops.get(room)?.abort.abort();
    this.#loops.delete(room);
    this.nudge(room);
  }

  renew(room: string, token: string): void {
    const loop = this.#loops.get(room);
    if (loop) loop.token.now = token;
  }

  nudge(room: string): void {
    this.#sleepers.get(room)?.();
  }

  end(): void {
    this.#isOver = true;
    for (const room of [...this.#loops.keys()]) this.shut(room);
  }

  async #follow(opening: Opening, signal: AbortSignal, token: { now: string | undefined }): Promise<void> {
    const { room } = opening;
    let cursor = opening.after;
    let isCaughtUp = false;
    let isLooking = false;
    let pauseMs = POLL_MIN_MS;
    // Whether the request that failed was one that the server held: then it is the holding that something breaks.
    let isHolding = false;
    try {
      while (!signal.aborted) {
        isHolding = this.#isHeld && isCaughtUp;
        const page: Page = await this.#read(room, cursor, isHolding, token.now, signal);
        if (signal.aborted) return;
        const hasNews = page.messages.length > 0;
        const isAfter = cursor !== undefined && !page.reset;
        cursor = page.cursor ?? cursor;
        this.#handlers.frame(room, { type: "opened", ...page });
        if (page.waiting) this.#handlers.frame(room, { type: "waiting", room });
        isCaughtUp = !(isAfter && page.more);
        // A page after a cursor does not say it.
        if (!isLooking) void this.#lookAround(room, signal, token, isAfter);
        isLooking = true;
        if (isCaughtUp && !this.#isHeld) {
          pauseMs = hasNews ? POLL_MIN_MS : Math.min(POLL_MAX_MS, pauseMs * 1.5);
          await this.#sleep(room, this.#platform.isHidden() ? POLL_HIDDEN_MS : pauseMs);
        }
      }
    } catch (error) {
      if (signal.aborted || this.#isOver) return;
      if (error instanceof Refused) this.#handlers.refused(room, error.problem);
      else {
        this.end();
        this.#handlers.down({ why: isHolding ? "blocked" : "network" });
      }
    }
  }

  /** Polls hear no signals: who is here, and what one may do by now, is asked for beside them, while somebody looks. */
  async #lookAround(
    room: string,
    signal: AbortSignal,
    token: { now: string | undefined },
    isAtOnce: boolean,
  ): Promise<void> {
    let before = "";
    let looks = 0;
    for (let isFirst = isAtOnce; ; isFirst = false) {
      if (!isFirst) await this.#pause(signal);
      if (signal.aborted) return;
      if (++looks % LOOKS === 0) this.#handlers.frame(room, { type: "waiting", room });
      // Who it is that reads has to be told once, whoever looks.
      if (this.#platform.isHidden() && before !== "") continue;
      const url = roomUrl(this.#server, room, "");
      // Why it can't be had the polls find out, too.
      const page = await askJson<Page>(this.#platform, url, { token: token.now, signal }).catch(() => undefined);
      if (signal.aborted) return;
      const { me, present } = page ?? {};
      const now = JSON.stringify([me, present]);
      if (!me || now === before) continue;
      before = now;
      this.#handlers.frame(room, { type: "me", room, me });
      if (!present) continue;
      // Who was typing then has stopped long before it is asked again.
      const { typing: _, ...here } = present;
      this.#handlers.frame(room, { type: "presence", room, present: here });
    }
  }

  #pause(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#platform.setTimeout(resolve, LOOK_MS);
      signal.addEventListener("abort", () => {
        this.#platform.clearTimeout(timer);
        resolve();
      });
    });
  }

  #read(
    room: string,
    after: string | undefined,
    isHeld: boolean,
    token: string | undefined,
    signal: AbortSignal,
  ): Promise<Page> {
    const from = after === undefined ? { last: FIRST_PAGE } : { after, limit: PAGE };
    const url = messagesUrl(this.#server, room, isHeld ? { ...from, wait: WAIT_S } : from);
    return askJson(this.#platform, url, { token, signal }, isHeld ? WAIT_S * 1_000 + LATE_MS : 15_000);
  }

  #sleep(room: string, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#platform.clearTimeout(timer);
        this.#sleepers.delete(room);
        resolve();
      };
      const timer = this.#platform.setTimeout(wake, ms);
      this.#sleepers.set(room, wake);
    });
  }
}
