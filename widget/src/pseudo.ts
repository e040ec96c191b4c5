// The language that is made of English, to see what is not worded, or too long for its place.

import english from "../../crates/tertulia/locales/en/widget.ftl?whole";
import type { Catalogue, Part, Pattern } from "./pattern.js";

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = [..."áƀçđéƒğĥíĵķłɱñóþɋřšťúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶŁṀÑÓÞɊŘŠŤÚṼŴẊÝŽ"];

/** The same catalogue with other text; what is put into it stays. */
export function pseudo(catalogue: Catalogue): Catalogue {
  const map = (pattern: Pattern): Pattern =>
    typeof pattern === "string" ? accent(pattern) : pattern.map((part) => mapPart(part));
  const mapPart = (part: Part): Part => {
    if (typeof part === "string") return accent(part);
    return "s" in part ? { ...part, o: mapEach(part.o) } : part;
  };
  const mapEach = (patterns: Readonly<Record<string, Pattern>>) =>
    Object.fromEntries(Object.entries(patterns).map(([id, pattern]) => [id, map(pattern)]));
  return mapEach(catalogue);
}

/** Accents each letter, and writes each vowel twice, since most languages are longer than English. */
function accent(text: string): string {
  return text.replace(/[a-z]/gi, (c) => (ACCENTED[PLAIN.indexOf(c)] ?? c).repeat(/[aeiou]/i.test(c) ? 2 : 1));
}

export default pseudo(english);
