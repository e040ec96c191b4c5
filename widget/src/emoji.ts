// The emoji that there are, with their names: fetched when somebody wants to choose one, or a text has a `:name:`.

import data from "./emoji.txt";

export interface Emoji {
  readonly emoji: string;
  readonly names: readonly string[];
  /** What it is looked for by, beside its names. */
  readonly words: string;
}

/** In the order of the Unicode charts; each group begins with its first. */
export const groups: readonly (readonly Emoji[])[] = parse(data);
export const names: ReadonlyMap<string, string> = new Map(
  groups.flat().flatMap(({ emoji, names }) => names.map((name) => [name, emoji] as const)),
);

function parse(text: string): Emoji[][] {
  const groups: Emoji[][] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("# ")) groups.push([]);
    else if (line !== "") {
      const [head = "", words = ""] = line.split("|");
      const [emoji = "", ...names] = head.split(" ");
      groups.at(-1)?.push({ emoji, names, words });
    }
  }
  return groups;
}

/** The emoji that is called so, those whose name begins with it, those that have it inside, then those that are about it. */
export function findEmoji(query: string, most: number): readonly Emoji[] {
  const wanted = query.toLowerCase();
  const all = groups.flat();
  const rank = ({ names, words }: Emoji) => {
    if (names.includes(wanted)) return 0;
    if (names.some((name) => name.startsWith(wanted))) return 1;
    if (names.some((name) => name.includes(wanted))) return 2;
    return words.includes(wanted) ? 3 : 4;
  };
  const found = all.map((emoji) => [rank(emoji), emoji] as const).filter(([at]) => at < 4);
  return found
    .sort(([a], [b]) => a - b)
    .slice(0, most)
    .map(([, emoji]) => emoji);
}
