// One line to one server for all rooms of a page that stand on the same token source: which it is, and when to come back.

import { backoff, type FeedListener, soon } from "./feed.js";
import { Feeds, LATER_MS, type Line } from "./feeds.js";
import { askJson, Refused, Unreachable } from "./http.js";
import { type Identity, SignedOut } from "./identity.js";
import { complain, fetchSharing } from "./late.js";
import { LINES, type Platform } from "./platform.js";
import type { Sharing } from "./tabs/sharing.js";
import { type Down, type LinkHandlers, roomUrl, said } from "./transport/link.js";
import { type Transports, Ways } from "./transport/ways.js";
import type { Message, Say } from "./types.js";

/** A request about a room that is no part of its feed. */
export interface RoomAsk {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly query?: Record<string, string | number>;
  readonly body?: unknown;
}

/** A line that held this long was a good one: the next failure is the first again. */
const GOOD_LINE_MS = 10_000;

export class Connection {
  readonly identity: Identity;
  /** The address that the server is mounted at, with a slash at its end. */
  readonly server: string;
  readonly #platform: Platform;
  readonly #ways: Ways;
  readonly #feeds: Feeds;
  readonly #line: Line;
  #failures = 0;
  /** The line got through, and was ended for its token: then nobody is told that there is none. */
  #isRefused = false;
  #openedAt = Infinity;
  #comeBackAt = 0;
  #timer: number | undefined;
  #leaveTimer: number | undefined;
  #unwatch: (() => void) | undefined;

  constructor(server: string, identity: Identity, platform: Platform, best?: Transports[number]) {
    this.identity = identity;
    this.server = server;
    this.#platform = platform;
    this.#ways = new Ways(server, platform, best);
    this.#line = {
      link: undefined,
      token: undefined,
      turn: 0,
      isShared: false,
      sharing: undefined,
      connectNow: () => this.#connectNow(),
      worked: () => this.#worked(),
    };
    this.#feeds = new Feeds(this.#line, identity, platform);
  }

  /** The name of the transport in use, for people who look for a fault. */
  get transport(): string {
    return this.#ways.name;
  }

  /** Follows a room: from a cursor on where its page is there already. */
  follow(room: string, listener: FeedListener, cursor?: string): void {
    this.#unwatch ??= this.#platform.onWake(this.#wake);
    this.#feeds.add(room, listener, cursor);
    if (!this.#line.link && this.#timer === undefined) this.#schedule(0);
  }

  unfollow(room: string): void {
    const feed = this.#feeds.remove(room);
    if (!feed) return;
    if (this.#line.isShared || !this.#line.sharing?.isWanted(feed.name)) this.#line.link?.shut(feed.name);
    if (this.#feeds.size > 0) return;
    this.#line.sharing?.leave();
    this.#hangUp();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  /** Begins again at once, with fresh tokens: somebody signed in or out, or asks for it. `isAnew`: with first pages. */
  reconnect(isAnew?: boolean): void {
    this.identity.askAnew();
    this.#line.sharing?.mayShare();
    this.#feeds.renew(isAnew);
    this.#failures = 0;
    this.#ways.calm();
    this.#connectNow();
  }

  /** Says something once. Throws Refused, or Unreachable where nobody knows what became of it. */
  async say(room: string, say: Say): Promise<Message | "held"> {
    const feed = this.#feeds.get(room);
    if (this.#line.link?.say && feed?.isOpen) return this.#line.link.say(feed.name, say);
    const asking = { method: "POST" as const, body: said(say) };
    const answer = await this.ask<Message | { held: unknown }>(room, "/messages", asking);
    this.#line.link?.nudge?.(feed?.name ?? room);
    return "held" in answer ? "held" : answer;
  }

  /** Asks for something of a room, `path` being what stands behind its name, or `v1/…`. Throws Refused or Unreachable. */
  async ask<T>(room: string, path: string, { method, query, body }: RoomAsk = {}): Promise<T> {
    const url = roomUrl(this.server, this.#feeds.get(room)?.name ?? room, path, query);
    const once = async () => {
      const token = await this.identity.token(room);
      // Nothing is done in the name of somebody who is not whom the room knows.
      if (!this.#feeds.isSame(this.#feeds.get(room), token)) throw new Unreachable("no answer");
      return askJson<T>(this.#platform, url, { method, token, body });
    };
    try {
      return await once();
    } catch (error) {
      const code = error instanceof Refused ? error.problem.code : undefined;
      if (code !== "token_expired" && code !== "token_invalid") throw error;
      await this.identity.refused(room);
      return once();
    }
  }

  /** Tells that the reader is typing. Where it can't be told at once it is not told at all. */
  typing(room: string): void {
    const feed = this.#feeds.get(room);
    if (!feed?.isOpen) return;
    if (this.#line.link?.typing) this.#line.link.typing(feed.name);
    else void this.ask(room, "/signals", { method: "POST", body: { name: "typing" } }).catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const turn = ++this.#line.turn;
    const isOld = () => turn !== this.#line.turn;
    this.#timer = undefined;
    const { first } = this.#feeds;
    if (first === undefined) {
      // Who reads nothing can't have the line that others read by.
      this.#line.sharing?.leave();
      return;
    }
    this.#tellWaiting();
    // The line itself stands on the first room's token: all rooms of a line are one reader's.
    let token: string | undefined;
    try {
      token = await this.identity.token(first);
    } catch (error) {
      if (isOld()) return;
      if (!(error instanceof SignedOut)) {
        // Other tabs may get a token where this one does not: they are not kept waiting for it.
        this.#line.sharing?.leave();
        this.#down({ why: "network" });
        return;
      }
      // Each room hears for itself below; the line goes without.
    }
    if (isOld()) return;
    const other = this.#platform.tabs ? await this.#other(token, isOld).catch(() => undefined) : undefined;
    if (isOld()) return;
    this.#line.token = token;
    this.#line.isShared = other !== undefined;
    try {
      const handlers = this.#handlers(turn);
      const opened = other ? other(handlers) : this.#ways.open(this.server, token, handlers, this.#platform);
      const link = opened instanceof Promise ? await opened : opened;
      if (isOld()) {
        link.end();
        return;
      }
      this.#line.link = link;
    } catch {
      // A browser refuses some addresses by throwing, for example ws: on a page that came by https. Or what stands in
      // could not be fetched.
      if (!isOld()) this.#down({ why: "blocked" });
      return;
    }
    // Meanwhile another tab may have begun to lead.
    if (this.#isFollowing !== this.#line.isShared) this.#connectNow();
    else this.#feeds.openAll();
  }

  #handlers(turn: number): LinkHandlers {
    const guard = (run: () => void) => turn === this.#line.turn && run();
    return {
      frame: (name, frame) =>
        guard(() => {
          this.#feeds.receive(name, frame);
          this.#led?.tap(name, frame);
        }),
      refused: (name, problem) =>
        guard(() => {
          this.#led?.tapRefused(name);
          complain(problem, name);
          this.#feeds.refused(name, problem);
        }),
      leaving: (afterMs) =>
        guard(() => {
          this.#led?.tapLeaving(afterMs);
          this.#leaving(afterMs);
        }),
      down: (down) => guard(() => this.#down(down)),
    };
  }

  #worked(): void {
    if (this.#openedAt < Infinity) return;
    this.#openedAt = this.#platform.now();
    if (this.#line.isShared) return;
    this.#ways.worked();
    if (this.#line.sharing) this.#line.sharing.lineIsUp(this.#line.token);
    else if (this.#platform.tabs) this.#platform.whenIdle(() => void this.#offerLine().catch(() => undefined));
  }

  /** How to read by the line of another tab, where there is one. */
  async #other(token: string | undefined, isOld: () => boolean): ReturnType<Sharing["other"]> {
    if (!this.#line.sharing && !(await this.#platform.tabs?.isHeld(LINES))) return undefined;
    const sharing = await this.#fetchSharing();
    // Who reads nothing by now does not lead.
    return isOld() ? undefined : sharing.other(token);
  }

  async #offerLine(): Promise<void> {
    const sharing = await this.#fetchSharing();
    if (this.#openedAt < Infinity && !this.#line.isShared) sharing.lineIsUp(this.#line.token);
  }

  async #fetchSharing(): Promise<Sharing> {
    const { Sharing } = await fetchSharing();
    const leave = () => {
      this.#hangUp();
      this.#tellWaiting();
    };
    this.#line.sharing ??= new Sharing(this, this.#line, this.#feeds, leave, this.#platform);
    return this.#line.sharing;
  }

  /** Who is told of what comes by a line of one's own. */
  get #led(): Sharing | undefined {
    return this.#line.isShared ? undefined : this.#line.sharing;
  }

  get #isFollowing(): boolean {
    return this.#line.sharing?.isFollowing ?? false;
  }

  #leaving(afterMs: number): void {
    this.#comeBackAt = this.#platform.now() + afterMs;
    // Until then the old server still serves, so there is nothing to gain by hanging up first. Each stream says it once.
    this.#platform.clearTimeout(this.#leaveTimer);
    this.#leaveTimer = this.#platform.setTimeout(() => this.#connectNow(), afterMs);
  }

  #down(down: Down): void {
    this.#isRefused = down.why === "token";
    this.#failures += 1;
    this.#hangUp();
    this.#tellWaiting();
    switch (down.why) {
      case "never":
        complain(down);
        this.#feeds.stopAll(down.code);
        break;
      case "token":
        void this.#comeBackWithNewTokens();
        break;
      case "apart":
        this.#line.sharing?.standAlone();
        this.#schedule(0);
        break;
      case "detour":
        this.#schedule(0);
        break;
      case "now":
        this.#schedule(soon(this.#failures, this.#platform.random));
        break;
      case "later":
        if (down.afterMs !== undefined) this.#comeBackAt = this.#platform.now() + down.afterMs;
        this.#schedule(Math.max(LATER_MS * (1 + this.#platform.random()), this.#backoff()));
        break;
      case "blocked":
        void this.#blocked();
        break;
      case "network":
        this.#ways.wasAway();
        this.#schedule(this.#backoff());
        break;
    }
  }

  async #comeBackWithNewTokens(): Promise<void> {
    const turn = this.#line.turn;
    await this.#feeds.askNewTokens();
    if (turn === this.#line.turn) this.#schedule(soon(this.#failures, this.#platform.random));
  }

  async #blocked(): Promise<void> {
    const turn = this.#line.turn;
    const down = await this.#ways.wasBlocked();
    if (turn !== this.#line.turn) return;
    if (down.why === "blocked") this.#schedule(this.#backoff());
    else {
      // It is counted already.
      this.#failures -= 1;
      this.#down(down);
    }
  }

  #backoff(): number {
    return backoff(this.#failures, this.#platform.random);
  }

  #schedule(ms: number): void {
    const wait = Math.max(ms, this.#comeBackAt - this.#platform.now());
    this.#platform.clearTimeout(this.#timer);
    this.#tellWaiting();
    this.#timer = this.#platform.setTimeout(() => void this.#connect(), wait);
  }

  #tellWaiting(): void {
    this.#feeds.tell(this.#failures > 1 && !this.#isRefused ? "offline" : "connecting");
  }

  #hangUp(): void {
    this.#line.turn += 1;
    if (this.#platform.now() - this.#openedAt > GOOD_LINE_MS) {
      this.#failures = 0;
      this.#ways.calm();
    }
    // What comes to nothing from here on counts, also where it does not come to a line.
    this.#openedAt = Infinity;
    if (this.#line.link) this.#led?.lineIsDown();
    this.#line.link?.end();
    this.#line.link = undefined;
    this.#platform.clearTimeout(this.#leaveTimer);
    this.#platform.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#feeds.lineIsDown();
  }

  #connectNow(): void {
    this.#hangUp();
    this.#comeBackAt = 0;
    void this.#connect();
  }

  #wake = (what: "online" | "offline" | "visible"): void => {
    if (what === "offline") {
      // The browser may be wrong, for example with a server on this very machine: so hang up, and try.
      if (this.#line.link) this.#down({ why: "network" });
      return;
    }
    this.#ways.calm();
    this.#feeds.woke();
    const isWaiting = this.#line.link === undefined && this.#timer !== undefined;
    if (isWaiting && this.#comeBackAt <= this.#platform.now()) this.#connectNow();
  };
}
