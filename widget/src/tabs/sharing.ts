// Whether this tab has a line of its own, or reads by that of another tab of the same reader. Fetched when there is another
// tab, or when the line is up: the first tab does not wait for it.

import type { Connection } from "../connection.js";
import type { Feeds, Line } from "../feeds.js";
import { LINES, type Platform, type TabsPlatform } from "../platform.js";
import { claimsOf } from "../token.js";
import type { Link, LinkHandlers, RoomFrame } from "../transport/link.js";
import { browserTabs } from "./browser.js";
import { hostOf, type SharingHost } from "./host.js";
import { Tabs } from "./tabs.js";

/**
 * Of what tabs say to one another: to be raised with each change of it. Pages of two versions of the widget are open at once
 * after an update, and have then nothing to say to one another.
 */
const TALK = 3;

export class Sharing {
  readonly #host: SharingHost;
  readonly #platform: Platform;
  readonly #browser: TabsPlatform | undefined;
  #name: string | undefined;
  #tabs: Tabs | undefined;
  #isAlone = false;
  #unwatch: (() => void) | undefined;

  constructor(connection: Connection, line: Line, feeds: Feeds, leave: () => void, platform: Platform) {
    this.#host = hostOf(connection, line, feeds, leave);
    this.#platform = platform;
    this.#browser = platform.tabs && { ...browserTabs, ...platform.tabs };
  }

  /** How to read by another tab's line; undefined where this tab takes one of its own. */
  async other(token: string | undefined): Promise<((handlers: LinkHandlers) => Link) | undefined> {
    this.#watch();
    const name = this.#begin(token);
    if (name !== undefined && (await this.#browser?.isHeld(name)) && this.#name === name) this.#join(name);
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
    this.#part();
  }

  mayShare(): void {
    this.#isAlone = false;
  }

  /** An own line is up, and stands on this token: other tabs may read by it. */
  lineIsUp(token: string | undefined): void {
    this.#watch();
    const name = this.#begin(token);
    if (name === undefined) return;
    if (this.#host.tokens.every((other) => this.admits(other))) this.#join(name);
    else this.standAlone();
    this.#tabs?.lineIsUp();
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
    this.#part();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  #part(): void {
    this.#tabs?.leave();
    this.#tabs = this.#name = undefined;
  }

  /**
   * A browser keeps no page to be gone back to that has a line or a lock; and in one that it keeps nothing runs, so that others
   * would wait for the line that it leads. Meanwhile somebody else may have signed in.
   */
  #watch(): void {
    this.#unwatch ??= this.#browser?.onAside((isAside) => {
      if (!isAside) {
        this.#host.reconnect();
        return;
      }
      this.#part();
      this.#host.leave();
    });
  }

  /** A browser that blocks cookies has its locks, and refuses each. */
  #refused(): void {
    this.standAlone();
    this.#host.roleChanged();
  }

  #begin(token: string | undefined): string | undefined {
    const name = this.#isAlone ? undefined : nameOf(this.#host.server, token);
    if (name !== this.#name) this.#part();
    this.#name = name;
    return name;
  }

  /** Without it each tab has its own line: a browser may keep its channels from a page in a sandbox. */
  #join(name: string): void {
    try {
      const refused = () => this.#refused();
      if (this.#browser) this.#tabs ??= new Tabs(name, this.#host, this.#platform, this.#browser, refused);
    } catch {
      this.#part();
    }
  }
}

/**
 * One line is one reader's, with the same rights in each tab. Of a reader without a token it is not known who it is where
 * the server may know it by a cookie: each tab then has a line of its own.
 */
function nameOf(server: string, token: string | undefined): string | undefined {
  const name = `${LINES}${TALK}:${server}`;
  if (token === undefined) return new URL(server).origin === globalThis.location?.origin ? undefined : name;
  const bearer = bearerOf(token);
  return bearer === undefined ? undefined : `${name}:${bearer}`;
}

/** What is another one each time a token is made for the same person with the same rights. */
const OF_ONE_TOKEN: readonly string[] = ["iat", "exp", "nbf", "jti"];

/**
 * Whose it is, and with which rights: the same for two tokens only where both can do the same. Undefined where it does not
 * say whose it is.
 */
function bearerOf(token: string): string | undefined {
  const claims = claimsOf(token);
  if (typeof claims?.sub !== "string") return undefined;
  const lasting = Object.entries(claims).filter(([name]) => !OF_ONE_TOKEN.includes(name));
  return JSON.stringify(lasting.sort(([a], [b]) => (a < b ? -1 : 1)));
}
