// The emoji that there are, with their names: fetched when somebody wants to choose one, or a text has a `:name:`.

import data from "./emoji.txt";
import { type Late, late } from "./late.js";
import looks from "./picker.css";

/** How the choice of them looks. */
export { looks };

export interface Emoji {
  readonly emoji: string;
  readonly names: readonly string[];
  /** What it is looked for by, beside its names. */
  readonly words: string;
  /** There is one in each tone of skin. */
  readonly hasTones: boolean;
  /** The version of Emoji that it came with, where not every machine has a picture for it; else undefined. */
  readonly since: string | undefined;
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
      const since = names[0]?.startsWith("=") ? names.shift() : undefined;
      groups.at(-1)?.push({ emoji: hasTones ? look.slice(0, -1) : look, names, words, hasTones, since });
    }
  }
  return groups;
}

const drawn = new Map<string, boolean>();

/** Whether this machine has a picture for it. It is looked at once for all that came with the same version of Emoji. */
export function isDrawn({ since }: Emoji): boolean {
  if (since === undefined) return true;
  let known = drawn.get(since);
  if (known === undefined) {
    const sample = groups.flat().find((each) => each.since === since)?.emoji ?? "";
    const [one, other] = [pictureOf(SURE), pictureOf(sample)];
    // Of a browser that lets nobody look at what is drawn, all is taken to be there. One that is made of others may stand there as those.
    known = !one.hasColor || (other.hasColor && other.width < one.width * 1.5);
    drawn.set(since, known);
  }
  return known;
}

const SURE = "😀";
const SIZE = 24;

/** What is no picture has no colour: a box, or the letters of a flag. */
function pictureOf(emoji: string): { width: number; hasColor: boolean } {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return { width: 0, hasColor: false };
  context.font = `${SIZE / 2}px sans-serif`;
  context.textBaseline = "top";
  context.fillText(emoji, 0, 2);
  const { data } = context.getImageData(0, 0, SIZE, SIZE);
  const isColor = (at: number) => {
    const pixel = data.subarray(at, at + 3);
    return (data[at + 3] ?? 0) > 128 && Math.max(...pixel) - Math.min(...pixel) > 40;
  };
  const hasColor = Array.from({ length: SIZE * SIZE }, (_, at) => at * 4).some(isColor);
  return { width: context.measureText(emoji).width, hasColor };
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
  const all = groups.flat().filter(isDrawn);
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

/** Those with a short name that is this or begins with it, each with that name: first the one that is called so. */
export function findBegun(begun: string, most: number): readonly (readonly [name: string, emoji: string])[] {
  const found = groups.flat().flatMap((each) => {
    const name = each.names.includes(begun) ? begun : each.names.find((name) => name.startsWith(begun));
    return name !== undefined && isDrawn(each) ? [[name, each.emoji] as const] : [];
  });
  return found.sort(([a], [b]) => Number(b === begun) - Number(a === begun)).slice(0, most);
}
