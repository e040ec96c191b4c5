// Words out of what `ftl.mjs` has made of a catalogue. What is put in is set apart from the text around it, so that a name
// that runs the other way doesn't turn it round.

import type { Args } from "./l10n.js";

export type Pattern = string | readonly Part[];
export type Part =
  | string
  | { readonly v: string }
  | { readonly s: string; readonly o: Record<string, Pattern>; readonly d: string };
export type Catalogue = Readonly<Record<string, Pattern>>;

export interface Numbers {
  readonly count: Intl.NumberFormat;
  readonly plural: Intl.PluralRules;
}

export function format(pattern: Pattern, args: Args, numbers: Numbers): string {
  if (typeof pattern === "string") return pattern;
  return pattern.map((part) => formatPart(part, args, numbers, pattern.length > 1)).join("");
}

function formatPart(part: Part, args: Args, numbers: Numbers, isAmongOthers: boolean): string {
  if (typeof part === "string") return part;
  if ("v" in part) {
    const value = args[part.v] ?? `{$${part.v}}`;
    const text = typeof value === "number" ? numbers.count.format(value) : value;
    return isAmongOthers ? `\u2068${text}\u2069` : text;
  }
  const value = args[part.s];
  const kind = typeof value === "number" ? numbers.plural.select(value) : "";
  // What the host gives may be called as something that every object has.
  const choice = [String(value), kind, part.d].find((each) => Object.hasOwn(part.o, each)) ?? "";
  return format(part.o[choice] ?? "", args, numbers);
}
