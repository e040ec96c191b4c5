// The headless client: rooms without a picture, for sites that draw their own. The element stands on it.

import { Connection } from "./connection.js";
import type { LineState } from "./feed.js";
import { Refused } from "./http.js";
import { Identity, type TokenSource } from "./identity.js";
import { browser, type Platform, remember, remembered } from "./platform.js";
import { Room } from "./room.js";
import type { Page, Sender } from "./types.js";

export type { Changes } from "./changes.js";
export type { RoomAsk } from "./connection.js";
export type { Held, OutboxFull } from "./faults.js";
export type { RoomEvent, RoomState } from "./room.js";
export type { Draft, Timeline } from "./timeline.js";
export type * from "./types.js";
export type { LineState, TokenSource };
export { Refused, Room };

export interface ClientOptions extends TokenSource {
  /** The address that the server is mounted at. */
  readonly server: string | URL;
  readonly platform?: Platform;
}

/** A reader of one server: all its rooms share one line. */
export class Client {
  readonly #connection: Connection;
  readonly #platform: Platform;
  /** The address that the server is mounted at, with a slash at its end. */
  readonly server: string;
  /** By room, what is asked from the next time on for its tokens. For the widgets of a page alone: no built file has it by this name. */
  readonly sources: Map<string, TokenSource>;
  #unwatch: (() => void) | undefined;
  readonly #rooms = new Map<string, Room>();

  constructor(options: ClientOptions) {
    const server = folder(options.server);
    this.server = server;
    // One of its own, since what is set on it holds for no other client.
    this.#platform = Object.create(options.platform ?? browser);
    const identity = new Identity(server, options, this.#platform);
    this.sources = identity.sources;
    this.#connection = new Connection(server, identity, this.#platform);
  }

  /**
   * Opens a room, `type/id`. Who opens it more than once gets the same, and closes it as often. A first page that the
   * host has brought along is gone on from.
   */
  room(name: string, page?: Page): Room {
    let room = this.#rooms.get(name);
    if (!room) {
      this.#unwatch ??= this.#platform.onStorage(this.#onStorage);
      room = new Room(name, this.#connection, this.#platform, () => this.#close(name));
      this.#rooms.set(name, room);
    }
    room.hold(page);
    return room;
  }

  /** In which language the server words what went wrong, from the next request and the next line on: `es`, `pt-BR`. */
  set lang(tag: string | undefined) {
    this.#platform.lang = tag;
  }

  /** The transport in use: `ws`, `sse`, `longpoll` or `poll`. */
  get transport(): string {
    return this.#connection.transport;
  }

  /** The name that this reader last had as a guest here. */
  get lastGuestName(): string | undefined {
    return this.#connection.identity.lastName;
  }

  /** Takes a name as a guest. Throws Refused: `name_taken` brings a proposal. */
  async becomeGuest(name: string, room: string): Promise<Sender> {
    const sender = await this.#connection.identity.becomeGuest(name, room);
    this.reconnect();
    return sender as Sender;
  }

  /** Leaves no trace of the reader in this browser: no guest, no token, no draft, nothing that waits to be said. */
  logout(): void {
    this.#connection.identity.forget();
    for (const room of this.#rooms.values()) room.forget(true);
    // What is kept of a reader is kept by the server, and then by what it is about.
    for (const key of remembered(this.#platform, "tertulia:")) {
      if (key.includes(`:${this.server}:`)) remember(this.#platform, key, undefined);
    }
    this.#connection.reconnect(true);
  }

  /** Begins again with fresh tokens: after signing in or out, or when somebody asks for it. */
  reconnect(): void {
    this.#connection.reconnect();
  }

  #close(name: string): void {
    this.#rooms.delete(name);
    this.sources.delete(name);
    if (this.#rooms.size > 0) return;
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  /** A guest who takes a name in one tab is the same in all of them. */
  #onStorage = (key: string | undefined): void => {
    if (this.#connection.identity.adopt(key)) this.reconnect();
  };
}

/** An address with a slash at its end, so that paths can be put behind it. */
export function folder(server: string | URL): string {
  const url = new URL(server, globalThis.location?.href);
  url.search = url.hash = "";
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
