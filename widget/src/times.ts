// Times and days as a reader writes them: the platform's own.

/** Only this very tag asks for the language that is made of English. */
export const PSEUDO = "en-XA";

export interface Times {
  time(date: Date): string;
  day(date: Date, now: Date): string;
  dateTime(date: Date): string;
}

/** Of the language of a tag, the most exact tag among these: on a page in `en`, a reader from Britain sees British times. */
export function exactOf(first: string, tags: readonly string[]): string {
  const range = `${first.toLowerCase()}-`;
  return tags.find((tag) => tag !== PSEUDO && tag.toLowerCase().startsWith(range) && likelyScript(tag)) ?? first;
}

/** By which tag numbers and times are written. A tag that Intl refuses (`en--x`) must not take the chat down with it. */
export function formatsOf(tag: string, catalogue: string): string {
  // Of Guaraní the platforms know nothing: its numbers and dates are those of the country that speaks it.
  const formats = catalogue === "gn" ? "es-PY" : tag;
  return Intl.NumberFormat.supportedLocalesOf([formats].filter(likelyScript))[0] ?? catalogue;
}

/** The language and the script that a tag most likely means; undefined where Intl would refuse it. */
export function likelyScript(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}

export function timesIn(lang: string): Times {
  const clock = new Intl.DateTimeFormat(lang, { hour: "numeric", minute: "2-digit" });
  const full = new Intl.DateTimeFormat(lang, { dateStyle: "full", timeStyle: "short" });
  const weekday = new Intl.DateTimeFormat(lang, { weekday: "long" });
  const date = new Intl.DateTimeFormat(lang, { day: "numeric", month: "long" });
  const dateYear = new Intl.DateTimeFormat(lang, { dateStyle: "long" });
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
  return {
    time: (at) => clock.format(at),
    dateTime: (at) => full.format(at),
    day(at, now) {
      const days = Math.round((midnight(at) - midnight(now)) / 86_400_000);
      if (days === 0 || days === -1) return capital(relative.format(days, "day"), lang);
      if (days < 0 && days > -7) return capital(weekday.format(at), lang);
      return (at.getFullYear() === now.getFullYear() ? date : dateYear).format(at);
    },
  };
}

/** The day that a time falls on, counted so that summer time does not matter. */
function midnight(at: Date): number {
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
}

function capital(text: string, lang: string): string {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(lang) + rest.join("");
}
