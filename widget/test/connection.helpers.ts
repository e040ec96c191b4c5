// What the tests of the connection share.

import { afterEach, beforeAll, beforeEach, vi } from "vitest";
import { Connection } from "../src/connection.js";
import type { FeedListener, LineState } from "../src/feed.js";
import { Identity, type TokenSource } from "../src/identity.js";
import { fetchUpkeep } from "../src/late.js";
import type { Platform } from "../src/platform.js";
import type { Down, Link, LinkHandlers, Opening } from "../src/transport/link.js";
import type { Page } from "../src/types.js";
import { testPlatform } from "./helpers.js";

export const ROOM = "project/42";
export const page = (cursor: string): Page => ({
  room: ROOM,
  cursor,
  messages: [],
  more: false,
  reset: false,
  first: 1,
});

export const jwt = (seconds: number) => `x.${btoa(JSON.stringify({ iat: 0, exp: seconds }))}.x`;

/** A transport that does what the test says. */
export class Lines {
  made: { handlers: LinkHandlers; opened: Opening[]; token: string | undefined; isOver: boolean }[] = [];
  readonly open = (_server: string, token: string | undefined, handlers: LinkHandlers): Link => {
    const line = { handlers, opened: [] as Opening[], token, isOver: false };
    this.made.push(line);
    return {
      open: (opening) => line.opened.push(opening),
      shut: () => undefined,
      end: () => {
        line.isOver = true;
      },
    };
  };

  get last() {
    const last = this.made.at(-1);
    if (!last) throw new Error("no line yet");
    return last;
  }
}

export let lines: Lines;
export let platform: Platform & { wake(what: "online" | "offline" | "visible"): void };
/** A browser of another kind, for one test. */
export const usePlatform = (other: typeof platform) => {
  platform = other;
};
export let states: LineState[];
export let codes: (string | undefined)[];

/** What renews tokens has come: it takes real time, which stands still here. */
beforeAll(() => fetchUpkeep());
beforeEach(() => {
  vi.useFakeTimers();
  lines = new Lines();
  platform = testPlatform(1);
  states = [];
  codes = [];
});
afterEach(() => vi.useRealTimers());

export const listener: FeedListener = {
  begin: () => undefined,
  page: () => undefined,
  change: () => undefined,
  me: () => undefined,
  present: () => undefined,
  forget: () => undefined,
  signal: () => undefined,
  line: (state, code) => {
    states.push(state);
    codes.push(code);
  },
};

export function connect(source: TokenSource = {}) {
  const server = "http://chat.example/";
  const connection = new Connection(server, new Identity(server, source, platform), platform, ["stub", lines.open]);
  connection.follow(ROOM, listener);
  return connection;
}

export async function connectLive(source?: TokenSource) {
  const connection = connect(source);
  await vi.advanceTimersByTimeAsync(0);
  lines.last.handlers.frame(ROOM, { type: "opened", ...page("e.1") });
  return connection;
}

/** How long after its end the next line is made. */
export async function comesBackAfter(down: Down, limitMs = 60_000): Promise<number | undefined> {
  const before = lines.made.length;
  lines.last.handlers.down(down);
  for (let ms = 0; ms <= limitMs; ms += 50) {
    if (lines.made.length > before) return ms;
    await vi.advanceTimersByTimeAsync(50);
  }
  return undefined;
}
