// What is not there at first, and is fetched when it is wanted, or when nothing else is to be done. It may not come: the
// network is cut, or a new version has taken the place of the files that this page would fetch.

import { Unreachable } from "./http.js";

/** A part of the widget did not come. */
export class NotFetched extends Unreachable {}

export interface Late<T> {
  /** Fetches it once, and after a failure again. Throws NotFetched. */
  (): Promise<T>;
  /** It has failed a moment ago: what nobody has asked for waits a while. */
  isFailing(): boolean;
}

const PAUSE_MS = 10_000;

/**
 * A browser may remember a failure by the file's address, so each further try is by another one: the build puts what `load`
 * is given behind it.
 */
export function late<T>(load: (again: string) => Promise<T>): Late<T> {
  let fetched: Promise<T> | undefined;
  let failures = 0;
  let failedAt = -Infinity;
  const fetch = () => {
    fetched ??= load(failures > 0 ? `?${failures}` : "").catch((cause) => {
      fetched = undefined;
      failures += 1;
      failedAt = Date.now();
      throw new NotFetched("not fetched", { cause });
    });
    return fetched;
  };
  return Object.assign(fetch, { isFailing: () => Math.abs(Date.now() - failedAt) < PAUSE_MS });
}

const fetchComplaints = late((_again) => import("./complaints.js"));
/** Tells who builds the site, in the console, what came. Their browser fetches the words, and no other. */
export const complain = (about: unknown, room?: string): void =>
  void fetchComplaints().then(
    ({ tell }) => tell(about, room),
    () => undefined,
  );

export const fetchTools = late((_again) => import("./tools/tools.js"));
export const fetchPages = late((_again) => import("./pages.js"));
export const fetchGuests = late((_again) => import("./guests.js"));
export const fetchUpkeep = late((_again) => import("./upkeep.js"));
export const fetchEmoji = late((_again) => import("./emoji.js"));
export const fetchAlerts = late((_again) => import("./alerts.js"));
export const fetchExtras = late((_again) => import("./extras.js"));
export const fetchLineLooks = late((_again) => import("./line-looks.js"));
export const fetchTakeover = late((_again) => import("./takeover.js"));
export const fetchSharing = late((_again) => import("./tabs/sharing.js"));
export const fetchFallback = late((_again) => import("./transport/fallback.js"));
