// Where a WebSocket does not get through: what stands in for it, and when it is tried again.

import { type Platform, recall, remember } from "../platform.js";
import type { Down } from "./link.js";
import { openLongPoll, openPoll } from "./poll.js";
import { openEventStream } from "./sse.js";
import type { Transports } from "./ways.js";
import { whyNoSocket } from "./why.js";

const STAND_INS: Transports = [
  ["sse", openEventStream],
  ["longpoll", openLongPoll],
  ["poll", openPoll],
];

/** A transport that has worked here is believed blocked only when it fails this often in a row. */
const STRIKES = 3;
/** How long a proxy's fault is remembered. */
const REMEMBER_MS = 3_600_000;

export class Detours {
  readonly #server: string;
  readonly #platform: Platform;
  /** Under which it is remembered. */
  readonly #key: string;
  readonly #transports: Transports;
  readonly #hasWorked: Set<number>;
  #at: number;
  #strikes = 0;

  constructor(server: string, platform: Platform, key: string, best: Transports[number], hasBestWorked: boolean) {
    this.#server = server;
    this.#platform = platform;
    this.#key = key;
    this.#transports = [best, ...STAND_INS];
    this.#hasWorked = new Set(hasBestWorked ? [0] : []);
    this.#at = this.#preferred();
  }

  get transport(): Transports[number] {
    return this.#transports[this.#at] as Transports[number];
  }

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

  wasAway(): void {
    this.#at = this.#hasWorked.size > 0 ? Math.min(...this.#hasWorked) : this.#preferred();
  }

  /**
   * A browser does not tell why a WebSocket was not let in. Where the server has its reason it is asked for once more, by a
   * plain request: it may have too many lines from here, and no proxy is at fault.
   */
  async wasBlocked(): Promise<Down> {
    if (this.#at === 0) {
      const down = await whyNoSocket(this.#server, this.#platform);
      if (down.why !== "blocked") return down;
    }
    const before = this.#at;
    const isTrusted = ++this.#strikes < STRIKES && this.#hasWorked.has(before);
    if (!isTrusted) this.#at = (before + 1) % this.#transports.length;
    return { why: this.#at > before ? "detour" : "blocked" };
  }

  #preferred(): number {
    const known = recall<{ transport: number; until: number }>(this.#platform, this.#key);
    return known && known.until > this.#platform.now() && known.transport in this.#transports ? known.transport : 0;
  }
}
