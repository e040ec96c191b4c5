// What is made of a text when it is drawn: addresses, code, emphasis, emoji, one's own name. Pure; what is stored stays as
// it was typed, and what is drawn is text whatever it looks like.

export interface Piece {
  /** As it reads. */
  readonly text: string;
  /** A block stands in lines of its own; a link leads to what it reads. */
  readonly look?: "block" | "code" | "emoji" | "link" | "bold" | "italic" | "mention";
  /** What is bold or italic has pieces of its own, which together are its text. */
  readonly within?: readonly Piece[];
  /** What was typed where something else stands, for those who want to know. */
  readonly typed?: string;
}

/** Faces as they are typed, each on the borders of words alone. */
const FACES: Record<string, string> = {};
for (const line of `
🙂 :) :-)
😃 :D :-D
😉 ;) ;-)
🙁 :( :-(
😢 :'(
😛 :P :-P :p
😮 :O :o
😺 :3
😘 :*
😐 :|
😕 :/
😆 XD xD
😠 >:(
😈 >:D
😎 B-)
❤️ <3
💔 </3
🙌 \\o/
`.split("\n")) {
  const [emoji = "", ...typed] = line.split(" ");
  for (const face of typed) FACES[face] = emoji;
}

const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const faces = Object.keys(FACES)
  .sort((a, b) => b.length - a.length)
  .map(quote)
  .join("|");
/** Stands for what is found already, while more is looked for around it. No text has it: the server takes none with controls. */
const HELD = "\0";
/**
 * Not inside of a word, a time (`10:30`) or an address: before it is nothing or a space, behind it the same or what ends a
 * sentence; on either side what makes bold or italic, but for a kiss (`:*`), of which that may be a part.
 */
const FACE = new RegExp(`(?<![^\\s*_\\0]|[*_](?=:\\*))(?:${faces})(?=$|[\\s.,!?…)\\0]|(?<!\\*)[*_])`, "gu");
const NAME = /(?<![\w:]):([a-z0-9_+-]{2,}):(?![\w:])/g;
/** The first fence may name a language, and the line breaks around fences are theirs. */
const BLOCK = /\n?(?<!`)```(?!`|\s*```)(?:[\w+#.-]*\n)?((?:(?!```).)+?)\n?```\n?/gs;
const CODE = /`([^`\n]+)`/g;
const BOLD = /\*\*(?=\S)([^*\n]*[^*\s])\*\*/g;
const ITALIC =
  /(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*[^*\s])\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]*[^_\s])_(?![\p{L}\p{N}_])/gu;
const ADDRESS = /\bhttps?:\/\/[^\s<>"\0]+/gi;

let emojiByName: ReadonlyMap<string, string> | undefined;

/** Lets `:name:` become an emoji from now on. */
export function knowEmoji(names: ReadonlyMap<string, string>): void {
  emojiByName = names;
}

/** Whether there is a `:name:` in a text, and nothing is known of such names yet. */
export function wantsEmoji(text: string): boolean {
  return emojiByName === undefined && text.includes(":") && text.search(NAME) >= 0;
}

type Nothing = undefined | false | "";

/** The pieces of a text, in order; together they are the whole text. `name` is the reader's own. */
export function toPieces(text: string, name?: string | false): Piece[] {
  return cut([{ text }], BLOCK, ([typed, code]) => ({ text: code as string, look: "block", typed })).flatMap(
    (piece) => {
      // A block ends what was begun before it, as the end of a line does.
      if (piece.look) return piece;
      const coded = cut([piece], CODE, ([, code]) => ({ text: code as string, look: "code" }));
      const faced = cut(coded, FACE, ([typed]) => ({ text: FACES[typed] as string, look: "emoji", typed }));
      const linked = cut(faced, ADDRESS, ([address]) => {
        const typed = trimEnd(address);
        return isAddress(typed) && { text: typed, look: "link", typed };
      });
      return emphasise(linked, name && mentionOf(name));
    },
  );
}

/** What is bold may have something italic in it, and the other way round: so bold is looked for before and after. */
function emphasise(pieces: Piece[], called: RegExp | Nothing): Piece[] {
  let found = pieces;
  for (const pattern of [BOLD, ITALIC, BOLD]) {
    const look = pattern === BOLD ? "bold" : "italic";
    const make = ([, star, line]: RegExpMatchArray) => ({ text: (star ?? line) as string, look }) as const;
    found = cut(found, pattern, make, (within) => emphasise(within, called));
  }
  if (called) found = cut(found, called, ([text]) => ({ text, look: "mention" }));
  return cut(found, NAME, ([typed, each]) => {
    const emoji = emojiByName?.get(each as string);
    return emoji && { text: emoji, look: "emoji", typed };
  });
}

/** Whether somebody is called by name in a text. */
export function mentions(text: string, name: string | undefined): boolean {
  return name !== undefined && name !== "" && text.includes("@") && text.search(mentionOf(name)) >= 0;
}

function mentionOf(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}@])@${quote(name)}(?![\\p{L}\\p{N}])`, "giu");
}

/**
 * Cuts what matches out of what is plain so far. What is found already stays as it is, also where it lies in what matches:
 * with `deepen` that has pieces of its own.
 */
function cut(
  pieces: readonly Piece[],
  pattern: RegExp,
  make: (match: RegExpMatchArray) => Piece | Nothing,
  deepen?: (within: Piece[]) => Piece[],
): Piece[] {
  const held = pieces.filter(({ look }) => look).values();
  const put = (text: string) =>
    text.split(/(\0)/).flatMap((part) => (part === HELD && held.next().value) || (part ? { text: part } : []));
  const text = pieces.map(({ look, text }) => (look ? HELD : text)).join("");
  const found: Piece[][] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const made = make(match);
    if (!made) continue;
    found.push(put(text.slice(end, match.index)));
    const within = deepen?.(put(made.text));
    found.push([within ? { ...made, text: readAs(within), within } : made]);
    end = match.index + (made.typed ?? match[0]).length;
  }
  return [...found, put(text.slice(end))].flat();
}

/** How pieces read. */
export const readAs = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");

/** What closes a sentence, a quotation or a bracket around an address is not part of it. */
function trimEnd(address: string): string {
  const surplus = (close: string, open: string) => address.split(close).length - address.split(open).length;
  const left: Record<string, number> = { ")": surplus(")", "("), "]": surplus("]", "[") };
  let end = address.length;
  for (; ; end--) {
    const last = address.charAt(end - 1);
    if (!".,;:!?*…'’“”»".includes(last) && !((left[last] ?? 0) > 0)) return address.slice(0, end);
    left[last] = (left[last] ?? 0) - 1;
  }
}

function isAddress(text: string): boolean {
  try {
    return new URL(text).hostname !== "";
  } catch {
    return false;
  }
}
