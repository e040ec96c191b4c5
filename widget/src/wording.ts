// Wordings of the host's own: fetched where there are any, with what reads Fluent.

import { compile } from "./ftl.mjs";
import type { Wording } from "./l10n.js";
import type { Catalogue } from "./pattern.js";

/** Each by itself: one that can't be read, or takes what we don't have, takes no other with it. */
export function compileEach(wording: Wording): Catalogue {
  const found: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(wording)) {
    try {
      Object.assign(found, compile(`${key} = ${text.replace(/\n/g, "\n    ")}`));
    } catch (error) {
      console.error(`tertulia: the wording "${key}" can't be used`, error);
    }
  }
  return found as Catalogue;
}
