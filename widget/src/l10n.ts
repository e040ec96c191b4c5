// Words, times and numbers in the reader's language.

import { FluentBundle, FluentResource } from "@fluent/bundle";
import en from "../../crates/tertulia/locales/en/widget.ftl";

/** Catalogues that are here, by language. */
const CATALOGUES: Record<string, string> = { en };
/** Those that are fetched for readers who want them. */
const LAZY: Record<string, () => Promise<{ readonly default: string }>> = {
  es: () => import("../../crates/tertulia/locales/es/widget.ftl"),
};

/** Fetches the catalogue for the first language of these that there is one for; undefined where it is here already. */
export function fetchWords(wanted: readonly string[]): Promise<void> | undefined {
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

function base(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? "";
}

function make(tag: string, wording: Wording = {}): Words {
  // A tag that Intl refuses (`es_PY`, `en--x`) must not take the chat down with it.
  const lang = Intl.NumberFormat.supportedLocalesOf([tag.replaceAll("_", "-")].filter(isTag))[0] ?? base(tag);
  const bundle = new FluentBundle(lang);
  bundle.addResource(new FluentResource(CATALOGUES[base(tag)] ?? en));
  for (const [key, text] of Object.entries(wording)) {
    bundle.addResource(new FluentResource(`${key} = ${text.replace(/\n/g, "\n    ")}`), { allowOverrides: true });
  }
  const clock = new Intl.DateTimeFormat(lang, { hour: "numeric", minute: "2-digit" });
  const full = new Intl.DateTimeFormat(lang, { dateStyle: "full", timeStyle: "short" });
  const weekday = new Intl.DateTimeFormat(lang, { weekday: "long" });
  const date = new Intl.DateTimeFormat(lang, { day: "numeric", month: "long" });
  const dateYear = new Intl.DateTimeFormat(lang, { dateStyle: "long" });
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
  const count = new Intl.NumberFormat(lang);
  return {
    lang,
    t(id, args) {
      const pattern = bundle.getMessage(id)?.value;
      return pattern ? bundle.formatPattern(pattern, args, []) : id;
    },
    has: (id) => bundle.hasMessage(id),
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
