// The emoji that there are, with their names: fetched when somebody wants to choose one, or a text has a `:name:`.

import data from "./emoji.txt";
import { type Late, late } from "./late.js";

export interface Emoji {
  readonly emoji: string;
  readonly names: readonly string[];
  /** What it is looked for by, beside its names. */
  readonly words: string;
  /** There is one in each tone of skin. */
  readonly hasTones: boolean;
}

/** In the order of the Unicode charts; each group begins with its first. */
export const groups: readonly (readonly Emoji[])[] = parse(data);
export const names: ReadonlyMap<string, string> = new Map(
  groups.flat().flatMap(({ emoji, names }) => names.map((name) => [name, emoji] as const)),
);
const byLook = new Map(groups.flat().map((each) => [bare(each.emoji), each]));

function parse(text: string): Emoji[][] {
  const groups: Emoji[][] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("# ")) groups.push([]);
    else if (line !== "") {
      const [head = "", words = ""] = line.split("|");
      const [look = "", ...names] = head.split(" ");
      const hasTones = look.endsWith("*");
      groups.at(-1)?.push({ emoji: hasTones ? look.slice(0, -1) : look, names, words, hasTones });
    }
  }
  return groups;
}

/** From light to dark. */
export const TONES: readonly string[] = ["🏻", "🏼", "🏽", "🏾", "🏿"];

/** In a tone of skin, where it has any. */
export function inTone({ emoji, hasTones }: Emoji, tone: string): string {
  if (!hasTones) return emoji;
  // Where two hold hands, it is theirs and not the hands' between them.
  return emoji.replace(/(\p{Emoji_Modifier_Base})\uFE0F?/gu, (whole, base: string, at: number) =>
    base === "🤝" && at > 0 ? whole : base + tone,
  );
}

/** Which one this is, in whatever tone. */
export function whichEmoji(emoji: string): Emoji | undefined {
  return byLook.get(bare(emoji));
}

function bare(emoji: string): string {
  return emoji.replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F]/gu, "");
}

/** What an emoji is called in a language, and looked for by there. */
interface Called {
  readonly label: string;
  /** As it is compared. */
  readonly name: string;
  readonly words: string;
}

/** What all of them are called in a language. */
export interface Names {
  /** In which: where there are none in the reader's, it is English. */
  readonly lang: string;
  readonly called?: ReadonlyMap<Emoji, Called>;
}

const ENGLISH: Names = { lang: "en" };
const NAMES: Record<string, Late<{ readonly default: string }>> = {
  de: late((_again) => import("emojibase-data/de/data.json?names")),
  es: late((_again) => import("emojibase-data/es/data.json?names")),
  fr: late((_again) => import("emojibase-data/fr/data.json?names")),
  hi: late((_again) => import("emojibase-data/hi/data.json?names")),
  it: late((_again) => import("emojibase-data/it/data.json?names")),
  ja: late((_again) => import("emojibase-data/ja/data.json?names")),
  pl: late((_again) => import("emojibase-data/pl/data.json?names")),
  "pt-BR": late((_again) => import("emojibase-data/pt/data.json?names")),
  ru: late((_again) => import("emojibase-data/ru/data.json?names")),
  "zh-Hans": late((_again) => import("emojibase-data/zh/data.json?names")),
};
const fetched = new Map<string, Names>();

/** What they are called in a language: in English until its file is here, which is told then. */
export function namesIn(lang: string, come: () => void): Names {
  const known = fetched.get(lang);
  const load = NAMES[lang];
  if (!known && load && !load.isFailing()) {
    load().then(
      (file) => {
        if (!fetched.has(lang)) fetched.set(lang, { lang, called: read(file.default) });
        come();
      },
      () => undefined,
    );
  }
  return known ?? ENGLISH;
}

function read(text: string): Map<Emoji, Called> {
  const lines = text.split("\n");
  return new Map(
    groups.flat().map((each, at) => {
      const [label = "", words = ""] = lines[at]?.split("|") ?? [];
      return [each, { label, name: folded(label), words: folded(words) }];
    }),
  );
}

/** What it is called. */
export function labelOf(each: Emoji, { called }: Names): string {
  return called?.get(each)?.label ?? each.names[0]?.replaceAll("_", " ") ?? each.emoji;
}

/** Nobody is asked for accents where they look for something. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
}

/**
 * The emoji that is called so, those whose name begins with it, those that have it inside, then those that are about it: by
 * their short names, which are English, and by those of a language.
 */
export function findEmoji(query: string, most: number, { called }: Names = ENGLISH): readonly Emoji[] {
  const wanted = folded(query.trim());
  const short = wanted.replaceAll(" ", "_");
  const all = groups.flat();
  const rank = (each: Emoji) => {
    const { name = "", words = "" } = called?.get(each) ?? {};
    const { names } = each;
    if (names.includes(short) || name === wanted) return 0;
    if (names.some((name) => name.startsWith(short)) || (called && name.startsWith(wanted))) return 1;
    if (names.some((name) => name.includes(short)) || name.includes(wanted)) return 2;
    return each.words.includes(wanted) || words.includes(wanted) ? 3 : 4;
  };
  const found = all.map((emoji) => [rank(emoji), emoji] as const).filter(([at]) => at < 4);
  return found
    .sort(([a], [b]) => a - b)
    .slice(0, most)
    .map(([, emoji]) => emoji);
}
