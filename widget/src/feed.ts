// A room on the line: how it is followed, and who hears what comes of it.

import type { Code, Me, Message, Page, Present, ServerFrame, Settings } from "./types.js";

export type LineState = "connecting" | "live" | "offline" | "signed-out" | "restricted" | "ended";

/** What is told once, as it comes. */
export type Passing = Extract<ServerFrame, { type: "signal" | "waiting" }>;

/** What a room hears. */
export interface FeedListener {
  /** Somebody else may read from now on: the next `me` says who. */
  forget(): void;
  /** A first page, or that of a reset: everything begins again with it. */
  begin(page: Page): void;
  /** Changes since the cursor. `isLive` is false for what was missed while the line was down. */
  page(page: Page, isLive: boolean): void;
  change(change: { message?: Message; settings?: Settings }): void;
  me(me: Me): void;
  present(present: Present): void;
  /** Something true only now, or that something else waits for review, where the reader may review. */
  signal(signal: Passing): void;
  line(state: LineState, code?: Code): void;
}

export interface Feed {
  readonly listener: FeedListener;
  /** The room's name by now: it may have moved. */
  name: string;
  cursor: string | undefined;
  /** By which it was opened last; null before that. */
  token: string | undefined | null;
  isOpen: boolean;
  /** Whether it ever was: before that the cursor is that of a page which somebody else may have brought. */
  wasOpened: boolean;
  /** Whether to open it when the line is up. */
  isWanted: boolean;
  /** Tokens that the server did not take, in a row. */
  refusals: number;
  /** Attempts to get a token that came to nothing, in a row. */
  failures: number;
  retry: number | undefined;
  renewal: number | undefined;
}

export function newFeed(name: string, listener: FeedListener, cursor: string | undefined): Feed {
  return {
    listener,
    name,
    cursor,
    token: null,
    isOpen: false,
    wasOpened: false,
    isWanted: true,
    refusals: 0,
    failures: 0,
    retry: undefined,
    renewal: undefined,
  };
}

const BACKOFF_MIN_MS = 500;
export const BACKOFF_MAX_MS = 30_000;

/** Half to all of a time that doubles with each failure: those who lost the same server don't come back together. */
export function backoff(failures: number, random: () => number): number {
  const ms = Math.min(BACKOFF_MAX_MS, BACKOFF_MIN_MS * 2 ** Math.max(0, failures - 1));
  return ms * (0.5 + 0.5 * random());
}

/** At once the first time, so that a mere restart is not felt; after that as after any failure. */
export function soon(failures: number, random: () => number): number {
  return failures > 1 ? backoff(failures, random) : BACKOFF_MIN_MS * random();
}
