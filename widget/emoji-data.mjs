// What is taken of emojibase-data: for the emoji that there are (emoji.mjs), and for what they are called in a language.

/** As many words as a name is looked for by beside it: with more, the file of a language would be over 30 kB of gzip. */
const WORDS_MAX = 3;

/** Without parts of others, like a tone of skin alone, in the order of the Unicode charts; each as keyboards send it. */
export function chosen(data) {
  return data
    .filter((each) => each.group !== undefined && each.group !== 2)
    .sort((a, b) => a.order - b.order)
    .map((each) => ({ ...each, emoji: qualified(each.emoji) }));
}

/** What is a picture by itself (😐) is not told to be one: the package does so, and no server takes it for an emoji. */
export function qualified(emoji) {
  return emoji.replace(/(\p{Emoji_Presentation})\uFE0F/gu, "$1");
}

/** What they are called in a language, and a few words that are not in it: a line each, `name|words`, in the order of `chosen`. */
export function namesOf(data) {
  const lines = chosen(data).map(({ label, tags = [] }) => {
    const name = label.toLowerCase();
    const more = tags.filter((tag) => !name.includes(tag.toLowerCase())).slice(0, WORDS_MAX);
    return more.length > 0 ? `${label}|${more.join(" ")}` : label;
  });
  return lines.join("\n");
}
