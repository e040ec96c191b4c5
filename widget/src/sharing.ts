// Whether this tab has a line of its own, or reads by that of another tab of the same reader. What does it is fetched
// when there is another tab, or when the line is up: the first tab does not wait for it.

import type { Platform } from "./platform.js";
import type { Tabs, TabsHost } from "./tabs/tabs.js";
import type { Link, LinkHandlers, RoomFrame } from "./transport/link.js";
import type { Problem } from "./types.js";

export class Sharing {
  readonly #host: TabsHost;
  readonly #platform: Platform;
  #name: string | undefined;
  #tabs: Tabs | undefined;
  #fetched: Promise<void> | undefined;

  constructor(host: TabsHost, platform: Platform) {
    this.#host = host;
    this.#platform = platform;
  }

  /** How to read by another tab's line; undefined where this tab takes one of its own. */
  async other(token: string | undefined): Promise<((handlers: LinkHandlers) => Link) | undefined> {
    const { tabs } = this.#platform;
    const name = nameOf(this.#host.server, token);
    if (name !== this.#name) this.leave();
    this.#name = name;
    if (!tabs || name === undefined) return undefined;
    if (!this.#tabs && (await tabs.isHeld(name))) await this.#join(name);
    await this.#tabs?.known();
    return this.#tabs?.isFollowing ? (handlers) => (this.#tabs as Tabs).follow(handlers) : undefined;
  }

  /** An own line is up. */
  lineIsUp(): void {
    const name = this.#name;
    this.#tabs?.lineIsUp();
    if (!this.#tabs && name !== undefined && this.#platform.tabs) {
      this.#platform.whenIdle(() => void this.#join(name).then(() => this.#name === name && this.#tabs?.lineIsUp()));
    }
  }

  lineIsDown(): void {
    this.#tabs?.lineIsDown();
  }

  /** Whether another tab leads. */
  get isFollowing(): boolean {
    return this.#tabs?.isFollowing ?? false;
  }

  isWanted(room: string): boolean {
    return this.#tabs?.isWanted(room) ?? false;
  }

  tap(room: string, frame: RoomFrame): void {
    this.#tabs?.tap(room, frame);
  }

  tapRefused(room: string, problem: Problem): void {
    this.#tabs?.tapRefused(room, problem);
  }

  tapLeaving(afterMs: number): void {
    this.#tabs?.tapLeaving(afterMs);
  }

  /** Takes no part any more: nothing is followed here, or by somebody else. */
  leave(): void {
    this.#tabs?.leave();
    this.#tabs = this.#fetched = this.#name = undefined;
  }

  /** Without it each tab has its own line. */
  #join(name: string): Promise<void> {
    this.#fetched ??= import("./tabs/tabs.js").then(
      ({ Tabs }) => {
        const { tabs } = this.#platform;
        if (tabs && this.#name === name) this.#tabs = new Tabs(name, this.#host, this.#platform, tabs);
      },
      () => {
        this.#fetched = undefined;
      },
    );
    return this.#fetched;
  }
}

/**
 * One line is one sender's. Of a reader without a token it is not known who it is where the server may know it by a cookie:
 * each tab then has a line of its own.
 */
function nameOf(server: string, token: string | undefined): string | undefined {
  if (token === undefined)
    return new URL(server).origin === globalThis.location?.origin ? undefined : `tertulia:line:${server}`;
  try {
    const { sub } = JSON.parse(atob((token.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/")));
    return typeof sub === "string" ? `tertulia:line:${server}:${sub}` : undefined;
  } catch {
    return undefined;
  }
}
