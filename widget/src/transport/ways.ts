// Which transport is taken: the best that gets through here.

import { fetchFallback } from "../late.js";
import { type Platform, recall, remember } from "../platform.js";
import type { Down, Link, LinkHandlers } from "./link.js";
import { openWebSocket } from "./ws.js";

type Open<T> = (server: string, token: string | undefined, handlers: LinkHandlers, platform: Platform) => T;
export type OpenLink = Open<Link | Promise<Link>>;
export type Transports = readonly (readonly [name: string, open: OpenLink])[];

const late =
  (choose: (file: Awaited<ReturnType<typeof fetchFallback>>) => Open<Link>): OpenLink =>
  async (...args) =>
    choose(await fetchFallback())(...args);

const TRANSPORTS: Transports = [
  ["ws", openWebSocket],
  ["sse", late((file) => file.openEventStream)],
  ["longpoll", late((file) => file.openLongPoll)],
  ["poll", late((file) => file.openPoll)],
];

/** A transport that has worked here is believed blocked only when it fails this often in a row. */
const STRIKES = 3;
/** How long a proxy's fault is remembered. */
const REMEMBER_MS = 3_600_000;

export class Ways {
  readonly #server: string;
  readonly #platform: Platform;
  readonly #transports: Transports;
  readonly #hasWorked = new Set<number>();
  #at: number;
  #strikes = 0;

  constructor(server: string, platform: Platform, transports = TRANSPORTS) {
    this.#server = server;
    this.#platform = platform;
    this.#transports = transports;
    this.#at = this.#preferred();
  }

  /** The name of the transport in use, for people who look for a fault. */
  get name(): string {
    return this.#transports[this.#at]?.[0] ?? "";
  }

  get open(): OpenLink {
    return this.#transports[this.#at]?.[1] ?? openWebSocket;
  }

  /** What was held against it counts no more. */
  calm(): void {
    this.#strikes = 0;
  }

  worked(): void {
    // One that worked and then failed was down with its server: only what never worked here is a proxy's fault.
    const isProxys = !this.#transports.some((_, index) => index < this.#at && this.#hasWorked.has(index));
    this.#hasWorked.add(this.#at);
    const until = this.#platform.now() + REMEMBER_MS;
    remember(this.#platform, this.#key, this.#at > 0 && isProxys ? { transport: this.#at, until } : undefined);
  }

  /** The line or the server was gone: what had to stand in gives way again to the best that has worked here. */
  wasAway(): void {
    this.#at = this.#hasWorked.size > 0 ? Math.min(...this.#hasWorked) : this.#preferred();
  }

  /** It did not get through. True where there is another one to be tried at once. */
  wasBlocked(): boolean {
    const before = this.#at;
    const isTrusted = ++this.#strikes < STRIKES && this.#hasWorked.has(before);
    if (!isTrusted) this.#at = (before + 1) % this.#transports.length;
    return this.#at > before;
  }

  /**
   * A browser does not tell why a WebSocket was not let in. Where the server has its reason it is asked for once more, by a
   * plain request: it may have too many lines from here, and no proxy is at fault.
   */
  async whyBlocked(): Promise<Down> {
    if (this.#transports[this.#at]?.[1] !== openWebSocket) return { why: "blocked" };
    try {
      return await (await fetchFallback()).whyNoSocket(this.#server, this.#platform);
    } catch {
      return { why: "blocked" };
    }
  }

  #preferred(): number {
    const known = recall<{ transport: number; until: number }>(this.#platform, this.#key);
    return known && known.until > this.#platform.now() && known.transport in this.#transports ? known.transport : 0;
  }

  get #key(): string {
    return `tertulia:transport:${this.#server}`;
  }
}
