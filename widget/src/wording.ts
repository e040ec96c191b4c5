// Wordings of the host's own: fetched where there are any, with what reads Fluent, and with our keys, so that a misspelt one is
// told.

import ours from "../../crates/tertulia/locales/en/widget.ftl?keys";
import { compile } from "./ftl.mjs";
import type { Wording } from "./l10n.js";
import type { Catalogue } from "./pattern.js";

const KEYS = Object.keys(ours);

/** Each by itself: one that can't be read, or takes what we don't have, takes no other with it. */
export function compileEach(wording: Wording): Catalogue {
  const found: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(wording)) {
    const near = KEYS.includes(key) ? undefined : nearest(key);
    const hint = near === undefined ? "" : `; is "${near}" meant?`;
    try {
      const made = compile(`${key} = ${text.replace(/\n/g, "\n    ")}`);
      // What is no message is passed over by the parser, and a key may be one for lines of the host's own.
      if (!Object.hasOwn(made, key)) throw new SyntaxError("it is no message of Fluent");
      Object.assign(found, made);
      if (hint) console.warn(`tertulia: we have no wording "${key}"${hint}`);
    } catch (error) {
      console.warn(`tertulia: the wording "${key}" can't be used${hint}`, error);
    }
  }
  return found as Catalogue;
}

/** Which key of ours was meant, as far as that can be told: the same but for its signs and capitals, or a letter or two. */
function nearest(key: string): string | undefined {
  const wanted = bare(key);
  const most = Math.min(2, Math.floor(wanted.length / 4));
  const [near, letters] = KEYS.map((ours) => [ours, distance(wanted, bare(ours))] as const).reduce((a, b) =>
    b[1] < a[1] ? b : a,
  );
  return letters <= most ? near : undefined;
}

function bare(key: string): string {
  return key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** How many letters are to be put in, taken out or replaced to make the other one. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min((row[j] ?? 0) + (letter === b[j] ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row[b.length] ?? 0;
}
