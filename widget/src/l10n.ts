// Words, times and numbers in the reader's language.

import en from "../../crates/tertulia/locales/en/widget.ftl";
import { type Catalogue, format } from "./pattern.js";

/** Catalogues that are here, by language. */
const CATALOGUES: Record<string, Catalogue> = { en };
/** Those that are fetched for readers who want them. */
const LAZY: Record<string, () => Promise<{ readonly default: Catalogue }>> = {
  es: () => import("../../crates/tertulia/locales/es/widget.ftl"),
};

/** Fetches the catalogue for the first language of these that there is one for; undefined where it is here already. */
export function fetchWords(wanted: readonly string[], wording?: Wording): Promise<void> | undefined {
  if (wording !== undefined && !compiled.has(wording)) {
    // Only a host with words of its own pays for reading Fluent in the page.
    return import("./ftl.mjs").then(
      ({ compile }) => {
        compiled.set(wording, compileEach(wording, compile));
      },
      () => void compiled.set(wording, {}),
    );
  }
  const tag = base(wanted.find((each) => base(each) in CATALOGUES || base(each) in LAZY) ?? "en");
  const load = LAZY[tag];
  if (tag in CATALOGUES || !load) return undefined;
  return load().then(
    (file) => {
      CATALOGUES[tag] = file.default;
    },
    // Without it the chat speaks English; the next element tries again.
    () => undefined,
  );
}

export type Args = Record<string, string | number>;

/** Wording in one language. Times and days are the platform's own. */
export interface Words {
  readonly lang: string;
  t(id: string, args?: Args): string;
  /** Whether there is such a wording, ours or the host's. */
  has(id: string): boolean;
  time(date: Date): string;
  day(date: Date, now: Date): string;
  dateTime(date: Date): string;
  number(value: number): string;
}

/** Wordings of the host's, in Fluent, by key: in the place of ours, or beside them. */
export type Wording = Readonly<Record<string, string>>;

const made = new Map<string, Words>();
const compiled = new WeakMap<Wording, Catalogue>();
const madeWith = new WeakMap<Wording, Map<string, Words>>();

/**
 * The words for the first language of these that there is a catalogue for, else English. Of one language the most
 * exact tag counts: on a page in `en`, a reader from Britain sees British times.
 */
export function words(wanted: readonly string[], wording?: Wording): Words {
  const first = wanted.find((tag) => base(tag) in CATALOGUES) ?? "en";
  const lang = wanted.find((tag) => base(tag) === base(first) && tag.length > first.length) ?? first;
  const known = wording === undefined ? made : (madeWith.get(wording) ?? new Map<string, Words>());
  if (wording !== undefined) madeWith.set(wording, known);
  let found = known.get(lang);
  if (!found) {
    found = make(lang, wording);
    known.set(lang, found);
  }
  return found;
}

/** Each by itself: one that can't be read, or takes what we don't have, takes no other with it. */
function compileEach(wording: Wording, compile: (text: string) => Record<string, unknown>): Catalogue {
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

function base(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? "";
}

function make(tag: string, wording: Wording | undefined): Words {
  // A tag that Intl refuses (`es_PY`, `en--x`) must not take the chat down with it.
  const lang = Intl.NumberFormat.supportedLocalesOf([tag.replaceAll("_", "-")].filter(isTag))[0] ?? base(tag);
  const patterns: Catalogue = { ...(CATALOGUES[base(tag)] ?? en), ...(wording && compiled.get(wording)) };
  const clock = new Intl.DateTimeFormat(lang, { hour: "numeric", minute: "2-digit" });
  const full = new Intl.DateTimeFormat(lang, { dateStyle: "full", timeStyle: "short" });
  const weekday = new Intl.DateTimeFormat(lang, { weekday: "long" });
  const date = new Intl.DateTimeFormat(lang, { day: "numeric", month: "long" });
  const dateYear = new Intl.DateTimeFormat(lang, { dateStyle: "long" });
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
  const plural = new Intl.PluralRules(lang);
  const count = new Intl.NumberFormat(lang);
  return {
    lang,
    t(id, args) {
      const pattern = patterns[id];
      return pattern === undefined ? id : format(pattern, args ?? {}, { count, plural });
    },
    has: (id) => Object.hasOwn(patterns, id),
    time: (at) => clock.format(at),
    dateTime: (at) => full.format(at),
    number: (value) => count.format(value),
    day(at, now) {
      const days = Math.round((midnight(at) - midnight(now)) / 86_400_000);
      if (days === 0 || days === -1) return capital(relative.format(days, "day"), lang);
      if (days < 0 && days > -7) return capital(weekday.format(at), lang);
      return (at.getFullYear() === now.getFullYear() ? date : dateYear).format(at);
    },
  };
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The day that a time falls on, counted so that summer time does not matter. */
function midnight(at: Date): number {
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
}

function capital(text: string, lang: string): string {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(lang) + rest.join("");
}
