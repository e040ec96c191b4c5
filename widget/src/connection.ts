// One line to one server for all rooms of a page that stand on the same token source: which transport, when to come
// back, and from where. What arrives goes to the rooms' listeners; what it means is theirs.

import { askJson, Refused } from "./http.js";
import { type Identity, SignedOut } from "./identity.js";
import { type Platform, recall, remember } from "./platform.js";
import { Sharing } from "./sharing.js";
import { type Down, type Link, type LinkHandlers, messagesUrl, type RoomFrame, roomUrl } from "./transport/link.js";
import { openWebSocket } from "./transport/ws.js";
import type { Code, Me, Message, Page, Present, Say, Settings, Signal } from "./types.js";

export type LineState = "connecting" | "live" | "offline" | "signed-out" | "restricted" | "ended";

/** What a room hears. */
export interface FeedListener {
  /** A first page, or that of a reset: everything begins again with it. */
  begin(page: Page): void;
  /** Changes since the cursor. `isLive` is false for what was missed while the line was down. */
  page(page: Page, isLive: boolean): void;
  change(change: { message?: Message; settings?: Settings }): void;
  me(me: Me): void;
  present(present: Present): void;
  signal(signal: Signal): void;
  line(state: LineState, code?: Code): void;
}

/** A request about a room that is no part of its feed. */
export interface RoomAsk {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly query?: Record<string, string | number>;
  readonly body?: unknown;
}

type Open<T> = (server: string, token: string | undefined, handlers: LinkHandlers, platform: Platform) => T;
type OpenLink = Open<Link | Promise<Link>>;

const fallback = () => import("./transport/fallback.js");
const late =
  (choose: (file: Awaited<ReturnType<typeof fallback>>) => Open<Link>): OpenLink =>
  async (...args) =>
    choose(await fallback())(...args);

const TRANSPORTS: readonly (readonly [name: string, open: OpenLink])[] = [
  ["ws", openWebSocket],
  ["sse", late((file) => file.openEventStream)],
  ["longpoll", late((file) => file.openLongPoll)],
  ["poll", late((file) => file.openPoll)],
];

const BACKOFF_MIN_MS = 500;
const BACKOFF_MAX_MS = 30_000;
/** "Later" is not before this. */
const LATER_MS = 5_000;
/** A line that held this long was a good one: the next failure is the first again. */
const GOOD_LINE_MS = 10_000;
/** A transport that has worked here is believed blocked only when it fails this often in a row. */
const STRIKES = 3;
/** How long a proxy's fault is remembered. */
const REMEMBER_MS = 3_600_000;
/** New tokens asked for in a row without a page, before the reader counts as signed out. */
const TOKENS_MAX = 3;

interface Feed {
  readonly listener: FeedListener;
  /** The room's name by now: it may have moved. */
  name: string;
  cursor: string | undefined;
  isOpen: boolean;
  /** Whether to open it when the line is up. */
  isWanted: boolean;
  refusals: number;
  retry: number | undefined;
  renewal: number | undefined;
}

export class Connection {
  readonly identity: Identity;
  /** The address that the server is mounted at, with a slash at its end. */
  readonly server: string;
  readonly #platform: Platform;
  readonly #transports: typeof TRANSPORTS;
  readonly #feeds = new Map<string, Feed>();
  #link: Link | undefined;
  readonly #sharing: Sharing;
  /** Whether the line is that of another tab. */
  #isShared = false;
  /** Counts attempts, so that what belongs to an earlier one is not listened to. */
  #generation = 0;
  #transport: number;
  #failures = 0;
  #strikes = 0;
  readonly #hasWorked = new Set<number>();
  #openedAt = Infinity;
  #comeBackAt = 0;
  #timer: number | undefined;
  #leaveTimer: number | undefined;
  #unwatch: (() => void) | undefined;

  constructor(server: string, identity: Identity, platform: Platform, transports = TRANSPORTS) {
    this.identity = identity;
    this.server = server;
    this.#platform = platform;
    this.#transports = transports;
    this.#transport = this.#preferred();
    this.#sharing = new Sharing(
      {
        server,
        follows: (name) => this.#find(name)?.[1].isWanted ?? false,
        isOpen: (name) => this.#find(name)?.[1].isOpen ?? false,
        open: (opening) => this.#link?.open(opening),
        shut: (name) => this.#link?.shut(name),
        renew: (name, renewed) => this.#link?.renew?.(name, renewed),
        roleChanged: () => this.#roleChanged(),
      },
      platform,
    );
  }

  /** The name of the transport in use, for people who look for a fault. */
  get transport(): string {
    return this.#transports[this.#transport]?.[0] ?? "";
  }

  /** Follows a room: from a cursor on where its page is there already. */
  follow(room: string, listener: FeedListener, cursor?: string): void {
    const feed: Feed = {
      listener,
      name: room,
      cursor,
      isOpen: false,
      isWanted: true,
      refusals: 0,
      retry: undefined,
      renewal: undefined,
    };
    this.#feeds.set(room, feed);
    this.#unwatch ??= this.#platform.onWake(this.#wake);
    if (this.#link) void this.#open(room, feed, this.#generation);
    else if (this.#timer === undefined) this.#schedule(0);
  }

  unfollow(room: string): void {
    const feed = this.#feeds.get(room);
    if (!feed) return;
    this.#clearTimers(feed);
    this.#feeds.delete(room);
    if (this.#isShared || !this.#sharing.isWanted(feed.name)) this.#link?.shut(feed.name);
    if (this.#feeds.size > 0) return;
    this.#sharing.leave();
    this.#hangUp();
    this.#platform.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  /** Begins again at once, with fresh tokens: somebody signed in or out, or asks for it. */
  reconnect(): void {
    for (const feed of this.#feeds.values()) Object.assign(feed, { isWanted: true, refusals: 0 });
    this.#failures = 0;
    this.#strikes = 0;
    this.#connectNow();
  }

  /** Says something once. Throws Refused, or Unreachable where nobody knows what became of it. */
  async say(room: string, say: Say): Promise<Message | "held"> {
    const feed = this.#feeds.get(room);
    if (this.#link?.say && feed?.isOpen) return this.#link.say(feed.name, say);
    const token = await this.identity.token(room);
    const { clientId: client_id, text, kind, replyTo } = say;
    const body = replyTo === undefined ? { text, client_id, kind } : { text, client_id, kind, reply_to: replyTo };
    const url = messagesUrl(this.server, feed?.name ?? room);
    const answer = await askJson<Message | { held: unknown }>(this.#platform, url, { method: "POST", token, body });
    this.#link?.nudge?.(feed?.name ?? room);
    return "held" in answer ? "held" : answer;
  }

  /** Asks for something of a room, `path` being what stands behind its name. Throws Refused or Unreachable. */
  async ask<T>(room: string, path: string, { method, query, body }: RoomAsk = {}): Promise<T> {
    const url = roomUrl(this.server, this.#feeds.get(room)?.name ?? room, path, query);
    const once = async () => askJson<T>(this.#platform, url, { method, token: await this.identity.token(room), body });
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
    if (this.#link?.typing) this.#link.typing(feed.name);
    else void this.ask(room, "/signals", { method: "POST", body: { name: "typing" } }).catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const generation = ++this.#generation;
    this.#timer = undefined;
    const wanted = [...this.#feeds].filter(([, feed]) => feed.isWanted);
    if (wanted.length === 0) {
      // Who reads nothing can't have the line that others read by.
      this.#sharing.leave();
      return;
    }
    for (const [, feed] of wanted) feed.listener.line(this.#failures > 1 ? "offline" : "connecting");
    // The line itself stands on the first room's token: all rooms of a line are one reader's.
    const [first] = wanted[0] ?? [];
    let token: string | undefined;
    try {
      token = first === undefined ? undefined : await this.identity.token(first);
    } catch (error) {
      if (generation !== this.#generation) return;
      if (!(error instanceof SignedOut)) {
        this.#down({ why: "network" });
        return;
      }
      // Each room hears for itself below; the line goes without.
    }
    if (generation !== this.#generation) return;
    const other = this.#platform.tabs ? await this.#sharing.other(token).catch(() => undefined) : undefined;
    if (generation !== this.#generation) return;
    const open = this.#transports[this.#transport]?.[1] ?? openWebSocket;
    this.#openedAt = Infinity;
    this.#isShared = other !== undefined;
    try {
      const handlers = this.#handlers(generation);
      const opened = other ? other(handlers) : open(this.server, token, handlers, this.#platform);
      const link = opened instanceof Promise ? await opened : opened;
      if (generation !== this.#generation) {
        link.end();
        return;
      }
      this.#link = link;
    } catch {
      // A browser refuses some addresses by throwing, for example ws: on a page that came by https. Or what stands in
      // could not be fetched.
      if (generation === this.#generation) this.#down({ why: "blocked" });
      return;
    }
    for (const [room, feed] of wanted) void this.#open(room, feed, generation);
  }

  async #open(room: string, feed: Feed, generation: number): Promise<void> {
    this.#clearTimers(feed);
    try {
      const token = await this.identity.token(room);
      if (generation !== this.#generation || this.#feeds.get(room) !== feed) return;
      this.#link?.open({ room: feed.name, after: feed.cursor, token });
    } catch (error) {
      if (generation !== this.#generation || this.#feeds.get(room) !== feed) return;
      if (error instanceof SignedOut) {
        console.warn(error.message);
        this.#stop(feed, "signed-out", "token_missing");
      } else this.#retry(room, feed, this.#backoff());
    }
  }

  #handlers(generation: number): LinkHandlers {
    const guard = (run: () => void) => generation === this.#generation && run();
    return {
      frame: (name, frame) =>
        guard(() => {
          this.#receive(name, frame);
          if (!this.#isShared) this.#sharing.tap(name, frame);
        }),
      refused: (name, problem) =>
        guard(() => {
          if (!this.#isShared) this.#sharing.tapRefused(name, problem);
          this.#refused(name, problem.code, problem.retry_after);
        }),
      leaving: (afterMs) =>
        guard(() => {
          if (!this.#isShared) this.#sharing.tapLeaving(afterMs);
          this.#leaving(afterMs);
        }),
      down: (down) => guard(() => this.#down(down)),
    };
  }

  #find(name: string): [room: string, feed: Feed] | undefined {
    for (const entry of this.#feeds) if (entry[1].name === name) return entry;
    return undefined;
  }

  #receive(name: string, frame: RoomFrame): void {
    const [room, feed] = this.#find(name) ?? [];
    if (room === undefined || !feed) return;
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
        feed.listener.signal(frame);
        break;
      case "ended":
        feed.isOpen = false;
        if (frame.code === "moved" && frame.room_now !== undefined) {
          feed.name = frame.room_now;
          void this.#open(room, feed, this.#generation);
        } else this.#refused(name, frame.code, frame.retry_after);
        break;
    }
  }

  #opened(room: string, feed: Feed, page: Page): void {
    const begins = feed.cursor === undefined || page.reset;
    const wasOpen = feed.isOpen;
    feed.isOpen = true;
    feed.refusals = 0;
    if (this.#openedAt === Infinity) this.#worked();
    if (begins) feed.listener.begin(page);
    else feed.listener.page(page, wasOpen);
    feed.cursor = page.cursor ?? feed.cursor;
    if (wasOpen) return;
    feed.listener.line("live");
    this.#planRenewal(room, feed);
  }

  #worked(): void {
    this.#openedAt = this.#platform.now();
    if (this.#isShared) return;
    this.#sharing.lineIsUp();
    // One that worked and then failed was down with its server: only what never worked here is a proxy's fault.
    const isProxys = !TRANSPORTS.some((_, index) => index < this.#transport && this.#hasWorked.has(index));
    this.#hasWorked.add(this.#transport);
    const until = this.#platform.now() + REMEMBER_MS;
    remember(
      this.#platform,
      this.#key,
      this.#transport > 0 && isProxys ? { transport: this.#transport, until } : undefined,
    );
  }

  #preferred(): number {
    const known = recall<{ transport: number; until: number }>(this.#platform, this.#key);
    return known && known.until > this.#platform.now() && known.transport in this.#transports ? known.transport : 0;
  }

  get #key(): string {
    return `tertulia:transport:${this.server}`;
  }

  /** The server does not let a room be followed, or not any more. */
  #refused(name: string, code: Code, retryAfter?: number): void {
    const [room, feed] = this.#find(name) ?? [];
    if (room === undefined || !feed) return;
    feed.isOpen = false;
    switch (code) {
      case "token_missing":
        this.#stop(feed, "signed-out", code);
        return;
      case "token_expired":
      case "token_invalid":
        void this.#renewAndOpen(room, feed, code);
        return;
      case "banned":
        this.#stop(feed, "restricted", code);
        if (retryAfter !== undefined) this.#retry(room, feed, retryAfter * 1_000);
        return;
      case "internal":
      case "store_away":
      case "unknown":
      case "draining":
      case "slow_down":
      case "too_many":
        feed.listener.line("connecting", code);
        this.#retry(room, feed, retryAfter === undefined ? LATER_MS : retryAfter * 1_000);
        return;
      default:
        this.#stop(feed, "ended", code);
    }
  }

  async #renewAndOpen(room: string, feed: Feed, code: Code): Promise<void> {
    const generation = this.#generation;
    feed.refusals += 1;
    if (feed.refusals > TOKENS_MAX) {
      this.#stop(feed, "signed-out", code);
      return;
    }
    feed.listener.line("connecting");
    try {
      await this.identity.refused(room);
      if (generation !== this.#generation) return;
      // A line keeps the token that it began with, so a reader who has become another begins another line.
      this.#connectNow();
    } catch {
      this.#retry(room, feed, this.#backoff());
    }
  }

  #stop(feed: Feed, state: LineState, code: Code): void {
    feed.isWanted = false;
    feed.isOpen = false;
    this.#clearTimers(feed);
    feed.listener.line(state, code);
  }

  #retry(room: string, feed: Feed, ms: number): void {
    this.#clearTimers(feed);
    feed.retry = this.#platform.setTimeout(() => {
      feed.isWanted = true;
      if (this.#link) void this.#open(room, feed, this.#generation);
      else this.#connectNow();
    }, ms);
  }

  #planRenewal(room: string, feed: Feed): void {
    const at = this.identity.renewAt(room);
    if (at === undefined) return;
    this.#platform.clearTimeout(feed.renewal);
    // A timer can't wait longer than 2³¹ ms.
    const ms = Math.min(2_000_000_000, Math.max(0, at - this.#platform.now()));
    feed.renewal = this.#platform.setTimeout(() => void this.#renew(room, feed), ms);
  }

  async #renew(room: string, feed: Feed): Promise<void> {
    try {
      const token = await this.identity.token(room);
      if (token !== undefined && feed.isOpen) this.#link?.renew?.(feed.name, token);
      this.#planRenewal(room, feed);
    } catch {
      // The old one holds for a while yet, and its end is told by the server.
      feed.renewal = this.#platform.setTimeout(() => void this.#renew(room, feed), BACKOFF_MAX_MS);
    }
  }

  #clearTimers(feed: Feed): void {
    this.#platform.clearTimeout(feed.retry);
    this.#platform.clearTimeout(feed.renewal);
    feed.retry = feed.renewal = undefined;
  }

  #leaving(afterMs: number): void {
    this.#comeBackAt = this.#platform.now() + afterMs;
    // Until then the old server still serves, so there is nothing to gain by hanging up first.
    this.#leaveTimer = this.#platform.setTimeout(() => this.#connectNow(), afterMs);
  }

  #down(down: Down): void {
    const lasted = this.#platform.now() - this.#openedAt;
    if (lasted > GOOD_LINE_MS) this.#failures = this.#strikes = 0;
    else this.#failures += 1;
    this.#hangUp();
    switch (down.why) {
      case "never":
        for (const feed of this.#feeds.values()) this.#stop(feed, "ended", down.code);
        break;
      case "token":
        void this.#comeBackWithNewTokens();
        break;
      case "now":
        this.#schedule(this.#soon());
        break;
      case "later":
        this.#schedule(Math.max(LATER_MS * (1 + this.#platform.random()), this.#backoff()));
        break;
      case "blocked":
        this.#blocked();
        break;
      case "network":
        // One that had to stand in while the server was away gives way again to the best that has worked here.
        this.#transport = this.#hasWorked.size > 0 ? Math.min(...this.#hasWorked) : this.#preferred();
        this.#schedule(this.#backoff());
        break;
    }
  }

  async #comeBackWithNewTokens(): Promise<void> {
    const generation = this.#generation;
    for (const [room, feed] of this.#feeds) {
      feed.refusals += 1;
      if (feed.refusals > TOKENS_MAX) this.#stop(feed, "signed-out", "token_expired");
      else await this.identity.refused(room).catch(() => undefined);
    }
    if (generation === this.#generation) this.#schedule(this.#soon());
  }

  #blocked(): void {
    this.#strikes += 1;
    const isTrusted = this.#hasWorked.has(this.#transport) && this.#strikes < STRIKES;
    const next = isTrusted ? this.#transport : (this.#transport + 1) % this.#transports.length;
    const isNext = next > this.#transport;
    this.#transport = next;
    this.#schedule(isNext ? 0 : this.#backoff());
  }

  /** At once the first time, so that a mere restart is not felt; after that as after any failure. */
  #soon(): number {
    return this.#failures > 1 ? this.#backoff() : BACKOFF_MIN_MS * this.#platform.random();
  }

  /** Half to all of a time that doubles: those who lost the same server don't come back together. */
  #backoff(): number {
    const ms = Math.min(BACKOFF_MAX_MS, BACKOFF_MIN_MS * 2 ** Math.max(0, this.#failures - 1));
    return ms * (0.5 + 0.5 * this.#platform.random());
  }

  #schedule(ms: number): void {
    const wait = Math.max(ms, this.#comeBackAt - this.#platform.now());
    this.#platform.clearTimeout(this.#timer);
    for (const feed of this.#feeds.values()) {
      if (feed.isWanted) feed.listener.line(this.#failures > 1 ? "offline" : "connecting");
    }
    this.#timer = this.#platform.setTimeout(() => void this.#connect(), wait);
  }

  #hangUp(): void {
    this.#generation += 1;
    if (this.#link && !this.#isShared) this.#sharing.lineIsDown();
    this.#link?.end();
    this.#link = undefined;
    this.#platform.clearTimeout(this.#leaveTimer);
    for (const feed of this.#feeds.values()) feed.isOpen = false;
  }

  /** The line is to be had from another tab, or no longer. One that is up here stays up while nobody leads. */
  #roleChanged(): void {
    if (this.#feeds.size > 0 && this.#link && this.#sharing.isFollowing !== this.#isShared) this.#connectNow();
  }

  #connectNow(): void {
    this.#hangUp();
    this.#comeBackAt = 0;
    this.#platform.clearTimeout(this.#timer);
    void this.#connect();
  }

  #wake = (what: "online" | "offline" | "visible"): void => {
    if (what === "offline") {
      // The browser may be wrong, for example with a server on this very machine: so hang up, and try.
      if (this.#link) this.#down({ why: "network" });
      return;
    }
    this.#strikes = 0;
    // Timers stand still while a machine sleeps: a token that would have been renewed meanwhile is renewed now.
    for (const [room, feed] of this.#feeds) if (feed.isOpen && this.identity.isDue(room)) void this.#renew(room, feed);
    const isWaiting = this.#link === undefined && this.#timer !== undefined;
    if (isWaiting && this.#comeBackAt <= this.#platform.now()) this.#connectNow();
  };
}
