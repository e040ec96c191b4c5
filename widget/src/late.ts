// What is not there at first, and is fetched when it is wanted, or when nothing else is to be done. It may not come: the
// network is cut, or a new version has taken the place of the files that this page would fetch.

import { Unreachable } from "./http.js";

/**
 * Fetches something once, and after a failure again when it is asked for again. Throws Unreachable. A browser may remember a
 * failure by the file's address, so each further try is by another one: the build puts what `load` is given behind it.
 */
export function late<T>(load: (again: string) => Promise<T>): () => Promise<T> {
  let fetched: Promise<T> | undefined;
  let failures = 0;
  return () => {
    fetched ??= load(failures > 0 ? `?${failures}` : "").catch((cause) => {
      fetched = undefined;
      failures += 1;
      throw new Unreachable("a part of the widget could not be fetched", { cause });
    });
    return fetched;
  };
}

export const fetchTools = late((_again) => import("./tools/tools.js"));
export const fetchSending = late((_again) => import("./sending.js"));
export const fetchEmoji = late((_again) => import("./emoji.js"));
export const fetchLineLooks = late((_again) => import("./line-looks.js"));
export const fetchTabs = late((_again) => import("./tabs/tabs.js"));
export const fetchFallback = late((_again) => import("./transport/fallback.js"));
