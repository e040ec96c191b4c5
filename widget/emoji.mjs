// Makes src/emoji.txt, what the picker and `:name:` know, from emojibase-data: a line per emoji, `emoji names… | words…`,
// and a line `# n` where a group begins. Behind one that comes in tones of skin stands a `*`; before the names of one that not
// every machine has a picture for `=n`, the version of Emoji that it came with.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chosen } from "./emoji-data.mjs";

const load = (path) =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`emojibase-data/${path}`), "utf8"));
const [all, names] = [load("en/data.json"), load("en/shortcodes/github.json")];
const own = load("en/shortcodes/emojibase.json");
/** What came before is drawn everywhere. */
const NEW = 12;
let group = -1;
const lines = [];
for (const emoji of chosen(all)) {
  if (emoji.group !== group) lines.push(`# ${emoji.group}`);
  group = emoji.group;
  const known = [names[emoji.hexcode] ?? own[emoji.hexcode] ?? []].flat();
  const words = [...new Set(`${emoji.label} ${(emoji.tags ?? []).join(" ")}`.toLowerCase().split(/[^\p{L}\p{N}]+/u))];
  const more = words.filter((word) => word.length > 2 && !known.some((name) => name.includes(word))).slice(0, 6);
  const since = emoji.version < NEW ? "" : `=${emoji.version} `;
  lines.push(
    `${emoji.emoji}${emoji.skins ? "*" : ""} ${since}${known.join(" ")}${more.length > 0 ? `|${more.join(" ")}` : ""}`,
  );
}
writeFileSync(new URL("src/emoji.txt", import.meta.url), `${lines.join("\n")}\n`);
