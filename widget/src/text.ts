// What is made of a text when it is drawn: addresses, code, emphasis, emoji, one's own name. Pure; what is stored stays as
// it was typed, and what is drawn is text whatever it looks like.

export interface Piece {
  readonly text: string;
  readonly href?: string;
  /** A block stands in lines of its own. */
  readonly look?: "block" | "code" | "bold" | "italic" | "mention";
  /** What was typed where an emoji or a block stands, for those who want to know. */
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
/** Not inside of a word, a time (`10:30`) or an address: before it is nothing or a space, behind it the same or what ends a sentence. */
const FACE = new RegExp(`(?<!\\S)(?:${faces})(?=$|[\\s.,!?…)])`, "gu");
const NAME = /(?<![\w:]):([a-z0-9_+-]{2,}):(?![\w:])/g;
/** The first fence may name a language, and the line breaks around fences are theirs. */
const BLOCK = /\n?(?<!`)```(?!`|\s*```)(?:[\w+#.-]*\n)?((?:(?!```).)+?)\n?```\n?/gs;
const CODE = /`([^`\n]+)`/g;
const BOLD = /\*\*(?=\S)([^*\n]*[^*\s])\*\*/g;
const ITALIC =
  /(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*[^*\s])\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]*[^_\s])_(?![\p{L}\p{N}_])/gu;
const ADDRESS = /\bhttps?:\/\/[^\s<>"]+/gi;

let emojiByName: ReadonlyMap<string, string> | undefined;

/** Lets `:name:` become an emoji from now on. */
export function knowEmoji(names: ReadonlyMap<string, string>): void {
  emojiByName = names;
}

/** Whether there is a `:name:` in a text, and nothing is known of such names yet. */
export function wantsEmoji(text: string): boolean {
  return emojiByName === undefined && text.includes(":") && text.search(NAME) >= 0;
}

/** The pieces of a text, in order; together they are the whole text. `name` is the reader's own. */
export function toPieces(text: string, name?: string): Piece[] {
  return cut([{ text }], BLOCK, ([typed, code = ""]) => ({ text: code, look: "block", typed }))
    .flatMap((piece) => cut([piece], CODE, ([, code = ""]) => ({ text: code, look: "code" })))
    .flatMap((piece) => cut([piece], FACE, ([typed]) => ({ text: FACES[typed] ?? typed, typed })))
    .flatMap(withAddresses)
    .flatMap((piece) => cut([piece], BOLD, ([, bold = ""]) => ({ text: bold, look: "bold" })))
    .flatMap((piece) => cut([piece], ITALIC, ([, star, line]) => ({ text: star ?? line ?? "", look: "italic" })))
    .flatMap((piece) => (name ? cut([piece], mentionOf(name), ([text]) => ({ text, look: "mention" })) : piece))
    .flatMap((piece) =>
      cut([piece], NAME, ([typed, each = ""]) => {
        const emoji = emojiByName?.get(each);
        return emoji === undefined ? undefined : { text: emoji, typed };
      }),
    );
}

/** Whether somebody is called by name in a text. */
export function mentions(text: string, name: string | undefined): boolean {
  return name !== undefined && name !== "" && text.includes("@") && text.search(mentionOf(name)) >= 0;
}

function mentionOf(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}@])@${quote(name)}(?![\\p{L}\\p{N}])`, "giu");
}

/** Cuts what matches out of pieces that are plain so far. */
function cut(pieces: readonly Piece[], pattern: RegExp, make: (match: RegExpMatchArray) => Piece | undefined): Piece[] {
  return pieces.flatMap((piece) => {
    if (piece.look !== undefined || piece.href !== undefined || piece.typed !== undefined) return piece;
    const { text } = piece;
    const found: Piece[] = [];
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const made = make(match);
      if (!made) continue;
      if (match.index > end) found.push({ text: text.slice(end, match.index) });
      found.push(made);
      end = match.index + match[0].length;
    }
    if (end < text.length) found.push({ text: text.slice(end) });
    return found;
  });
}

function withAddresses(piece: Piece): Piece[] {
  if (piece.look !== undefined || piece.typed !== undefined) return [piece];
  const { text } = piece;
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const href = trimEnd(match[0]);
    if (!isAddress(href)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: href, href });
    end = match.index + href.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

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
