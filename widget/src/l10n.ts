// Words, times and numbers in the reader's language.

import { FluentBundle, FluentResource } from "@fluent/bundle";
import en from "../../crates/tertulia/locales/en/widget.ftl";
import es from "../../crates/tertulia/locales/es/widget.ftl";

const CATALOGUES: Record<string, string> = { en, es };

export type Args = Record<string, string | number>;

/** Wording in one language. Times and days are the platform's own. */
export interface Words {
  readonly lang: string;
  t(id: string, args?: Args): string;
  time(date: Date): string;
  day(date: Date, now: Date): string;
  dateTime(date: Date): string;
  number(value: number): string;
}

const made = new Map<string, Words>();

/**
 * The words for the first language of these that there is a catalogue for, else English. Of one language the most
 * exact tag counts: on a page in `en`, a reader from Britain sees British times.
 */
export function words(wanted: readonly string[]): Words {
  const first = wanted.find((tag) => base(tag) in CATALOGUES) ?? "en";
  const lang = wanted.find((tag) => base(tag) === base(first) && tag.length > first.length) ?? first;
  let found = made.get(lang);
  if (!found) {
    found = make(lang);
    made.set(lang, found);
  }
  return found;
}

function base(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? "";
}

function make(tag: string): Words {
  // A tag that Intl refuses (`es_PY`, `en--x`) must not take the chat down with it.
  const lang = Intl.NumberFormat.supportedLocalesOf([tag.replaceAll("_", "-")].filter(isTag))[0] ?? base(tag);
  const bundle = new FluentBundle(lang);
  bundle.addResource(new FluentResource(CATALOGUES[base(tag)] ?? en));
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
