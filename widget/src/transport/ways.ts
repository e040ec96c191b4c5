// Which transport is taken: a WebSocket, for as long as nothing tells that it does not get through here.

import { fetchFallback } from "../late.js";
import { type Platform, recall } from "../platform.js";
import type { Detours } from "./detours.js";
import type { Down, Link, LinkHandlers } from "./link.js";
import { openWebSocket } from "./ws.js";

export type OpenLink = (
  server: string,
  token: string | undefined,
  handlers: LinkHandlers,
  platform: Platform,
) => Link | Promise<Link>;
/** The best first. */
export type Transports = readonly (readonly [name: string, open: OpenLink])[];

export class Ways {
  readonly #server: string;
  readonly #platform: Platform;
  readonly #best: Transports[number];
  #hasWorked = false;
  /** Fetched where the best one was blocked, now or not long ago. */
  #detours: Detours | undefined;

  constructor(server: string, platform: Platform, best: Transports[number] = ["ws", openWebSocket]) {
    this.#server = server;
    this.#platform = platform;
    this.#best = best;
  }

  /** The name of the transport in use, for people who look for a fault. */
  get name(): string {
    return (this.#detours?.transport ?? this.#best)[0];
  }

  get open(): OpenLink {
    if (this.#detours) return this.#detours.transport[1];
    const known = recall<{ until: number }>(this.#platform, this.#key);
    if (!known || !(known.until > this.#platform.now())) return this.#best[1];
    // What does not come keeps nothing from being tried that may get through by now.
    return async (...args) => ((await this.#fetch().catch(() => undefined))?.transport ?? this.#best)[1](...args);
  }

  /** What was held against it counts no more. */
  calm(): void {
    this.#detours?.calm();
  }

  worked(): void {
    this.#hasWorked = true;
    this.#detours?.worked();
  }

  /** The line or the server was gone: what had to stand in gives way again to the best that has worked here. */
  wasAway(): void {
    this.#detours?.wasAway();
  }

  /** It did not get through: what to do now. Blocked alone is that there is nothing to be tried at once. */
  async wasBlocked(): Promise<Down> {
    try {
      return await (await this.#fetch()).wasBlocked();
    } catch {
      return { why: "blocked" };
    }
  }

  async #fetch(): Promise<Detours> {
    const { Detours } = await fetchFallback();
    this.#detours ??= new Detours(this.#server, this.#platform, this.#key, this.#best, this.#hasWorked);
    return this.#detours;
  }

  get #key(): string {
    return `tertulia:transport:${this.#server}`;
  }
}
