// Whether this tab has a line of its own, or reads by that of another tab of the same reader. What does it is fetched
// when there is another tab, or when the line is up: the first tab does not wait for it.

import { fetchTabs } from "./late.js";
import type { Platform } from "./platform.js";
import type { Tabs, TabsHost } from "./tabs/tabs.js";
import { bearerOf } from "./token.js";
import type { Link, LinkHandlers, RoomFrame } from "./transport/link.js";

/**
 * Of what tabs say to one another: to be raised with each change of it. Pages of two versions of the widget are open at once
 * after an update, and have then nothing to say to one another.
 */
const TALK = 2;

export class Sharing {
  readonly #host: TabsHost;
  readonly #platform: Platform;
  #name: string | undefined;
  #tabs: Tabs | undefined;
  /** Counts from one leaving to the next, so that what is fetched for an earlier time is not used. */
  #turn = 0;
  #isUp = false;
  #isAlone = false;

  constructor(host: TabsHost, platform: Platform) {
    this.#host = host;
    this.#platform = platform;
  }

  /** How to read by another tab's line; undefined where this tab takes one of its own. */
  async other(token: string | undefined): Promise<((handlers: LinkHandlers) => Link) | undefined> {
    const { tabs } = this.#platform;
    const name = this.#isAlone ? undefined : nameOf(this.#host.server, token);
    if (name !== this.#name) this.leave();
    this.#name = name;
    if (!tabs || name === undefined) return undefined;
    if (!this.#tabs && (await tabs.isHeld(name))) await this.#join(name);
    await this.#tabs?.known();
    return this.#tabs?.isFollowing ? (handlers) => (this.#tabs as Tabs).follow(handlers) : undefined;
  }

  /** Whether what is read with this token may be read by a line that tabs share. */
  admits(token: string | undefined): boolean {
    return this.#name === undefined || this.#name === nameOf(this.#host.server, token);
  }

  /** Takes no part until it may again. */
  standAlone(): void {
    this.#isAlone = true;
    this.leave();
  }

  mayShare(): void {
    this.#isAlone = false;
  }

  /** An own line is up. */
  lineIsUp(): void {
    this.#isUp = true;
    this.#tabs?.lineIsUp();
    const name = this.#name;
    if (!this.#tabs && name !== undefined && this.#platform.tabs) this.#platform.whenIdle(() => void this.#join(name));
  }

  lineIsDown(): void {
    this.#isUp = false;
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

  tapRefused(room: string): void {
    this.#tabs?.lose(room);
  }

  tapLeaving(afterMs: number): void {
    this.#tabs?.tapLeaving(afterMs);
  }

  /** The line stands on a newer token. */
  renewed(): void {
    this.#tabs?.renewed();
  }

  /** Takes no part any more: nothing is followed here, or by somebody else. */
  leave(): void {
    this.#turn += 1;
    this.#tabs?.leave();
    this.#tabs = this.#name = undefined;
  }

  /** Without it each tab has its own line. */
  async #join(name: string): Promise<void> {
    const turn = this.#turn;
    const { tabs } = this.#platform;
    try {
      const { Tabs } = await fetchTabs();
      if (!tabs || this.#tabs || turn !== this.#turn || this.#name !== name) return;
      this.#tabs = new Tabs(name, this.#host, this.#platform, tabs);
      if (this.#isUp) this.#tabs.lineIsUp();
    } catch {
      // The browser may keep its channels from a page in a sandbox; and a file may not come.
    }
  }
}

/**
 * One line is one reader's, with the same rights in each tab. Of a reader without a token it is not known who it is where
 * the server may know it by a cookie: each tab then has a line of its own.
 */
function nameOf(server: string, token: string | undefined): string | undefined {
  const name = `tertulia:line:${TALK}:${server}`;
  if (token === undefined) return new URL(server).origin === globalThis.location?.origin ? undefined : name;
  const bearer = bearerOf(token);
  return bearer === undefined ? undefined : `${name}:${bearer}`;
}
