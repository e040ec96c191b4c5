// Words, times and numbers in the reader's language.

import en from "../../crates/tertulia/locales/en/widget.ftl";
import { catalogueFile, LANGUAGES } from "./languages.js";
import { type Late, late } from "./late.js";
import { type Catalogue, format } from "./pattern.js";
import { exactOf, formatsOf, likelyScript, PSEUDO, type Times, timesIn } from "./times.js";

/** Catalogues that are here, by language. Of English, what only the tools say comes with them. */
const CATALOGUES: Record<string, Catalogue> = { en };
/** Those that are fetched for readers who want them. */
const LAZY: Record<string, Late<{ readonly default: Catalogue }>> = {
  // Made of English, to try out what is said.
  "en-XA": late((_again) => import("./pseudo.js")),
};
for (const tag of LANGUAGES) LAZY[tag] = late((again) => catalogueFile(tag, again));
/** Only a host with words of its own pays for reading Fluent in the page. */
const fetchFluent = late((_again) => import("./wording.js"));

/**
 * Fetches what is not here yet of the words in the first language of these that there is a catalogue for. Without it the chat
 * speaks English, and without the host's words our own, until it is there.
 */
export function fetchWords(wanted: readonly string[], wording?: Wording): Promise<unknown>[] {
  const fetching: Promise<unknown>[] = [];
  const fetch = <T>(load: Late<T>, take: (file: T) => void) => {
    if (!load.isFailing()) fetching.push(load().then(take));
  };
  if (wording !== undefined && !compiled.has(wording)) {
    fetch(fetchFluent, ({ compileEach }) => {
      compiled.set(wording, compileEach(wording));
      madeWith.delete(wording);
    });
  }
  const { catalogue: tag } = choose(wanted);
  const load = LAZY[tag];
  if (load && !(tag in CATALOGUES)) {
    fetch(load, (file) => {
      CATALOGUES[tag] = file.default;
    });
  }
  return fetching;
}

/** Adds what a part says in English that comes later; other languages are fetched whole. */
export function addWords(english: Catalogue): void {
  CATALOGUES.en = { ...english, ...CATALOGUES.en };
  made.clear();
  madeWith = new WeakMap();
}

export type Args = Record<string, string | number>;

/** Wording in one language. Times and days are the platform's own. */
export interface Words extends Times {
  /** What its words are in; numbers and dates may be another's. */
  readonly lang: string;
  /** From which side its lines run. */
  readonly dir: "ltr" | "rtl";
  t(id: string, args?: Args): string;
  /** Whether there is such a wording, ours or the host's. */
  has(id: string): boolean;
  number(value: number): string;
}

/** Wordings of the host's, in Fluent, by key: in the place of ours, or beside them. */
export type Wording = Readonly<Record<string, string>>;

const made = new Map<string, Words>();
const compiled = new WeakMap<Wording, Catalogue>();
let madeWith = new WeakMap<Wording, Map<string, Words>>();

/**
 * The words for the first language of these that there is a catalogue for, else English. Of one language the most
 * exact tag counts: on a page in `en`, a reader from Britain sees British times.
 */
export function words(wanted: readonly string[], wording?: Wording): Words {
  const { tag, catalogue } = choose(wanted);
  // What is not there yet is English throughout, dates too.
  if (!(catalogue in CATALOGUES)) return words(["en"], wording);
  const known = wording === undefined ? made : (madeWith.get(wording) ?? new Map<string, Words>());
  if (wording !== undefined) madeWith.set(wording, known);
  let found = known.get(tag);
  if (!found) {
    found = make(tag, catalogue, wording);
    known.set(tag, found);
  }
  return found;
}

export function choose(wanted: readonly string[]): { tag: string; catalogue: string } {
  const tags = wanted.map((tag) => tag.replaceAll("_", "-"));
  const first = tags.find((tag) => lookup(tag));
  if (first === undefined) return { tag: "en", catalogue: "en" };
  return { tag: exactOf(first, tags), catalogue: lookup(first) ?? "en" };
}

/** The catalogue for a tag, as the server looks it up: each time cut shorter, else of the same language and script. */
function lookup(tag: string): string | undefined {
  if (tag === PSEUDO) return tag;
  for (let range = tag.toLowerCase(); range !== ""; range = range.replace(/(^|(-\w)?-)[^-]*$/, "")) {
    const found = LANGUAGES.find((known) => known.toLowerCase() === range);
    if (found) return found;
  }
  const likely = likelyScript(tag);
  return likely && LANGUAGES.find((known) => likelyScript(known) === likely);
}

function make(tag: string, catalogue: string, wording: Wording | undefined): Words {
  const lang = formatsOf(tag, catalogue);
  const patterns: Catalogue = { ...CATALOGUES[catalogue], ...(wording && compiled.get(wording)) };
  const plural = new Intl.PluralRules(lang);
  const count = new Intl.NumberFormat(lang);
  return {
    lang: catalogue === "gn" ? catalogue : lang,
    dir: /-(Arab|Hebr)$/.test(likelyScript(lang) ?? "") ? "rtl" : "ltr",
    t(id, args) {
      const pattern = patterns[id];
      return pattern === undefined ? id : format(pattern, args ?? {}, { count, plural });
    },
    has: (id) => Object.hasOwn(patterns, id),
    number: (value) => count.format(value),
    ...timesIn(lang),
  };
}
