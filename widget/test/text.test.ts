import fc from "fast-check";
import { describe, expect, it } from "vitest";
import drawnAlike from "../../crates/tertulia/src/transport/html/marks.json" with { type: "json" };
import { knowEmoji, mentions, type Piece, toPieces, wantsEmoji } from "../src/text.js";

describe("addresses in a text", () => {
  const found = (text: string) => toPieces(text).flatMap((piece) => piece.href ?? []);

  it.each([
    ["see https://a.example/b?c=d#e.", ["https://a.example/b?c=d#e"]],
    ["(https://a.example/b)", ["https://a.example/b"]],
    ["https://a.example/b_(c)", ["https://a.example/b_(c)"]],
    ["HTTP://A.example, http://b.example!", ["HTTP://A.example", "http://b.example"]],
    ["javascript:alert(1) data:x ftp://a", []],
    ["https://", []],
    ["<https://a.example>", ["https://a.example"]],
  ])("%s", (text, addresses) => {
    expect(found(text)).toEqual(addresses);
  });

  it("leave the text whole", () => {
    for (const text of ["", "a https://b.example c", "https://b.example", "https://b.example."]) {
      expect(
        toPieces(text)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }
  });
});

const shownAs = ({ text, look, typed }: Piece) => (look ? `{${look} ${text}}` : typed ? `[${text}]` : text);
const shown = (text: string, name?: string) => toPieces(text, name).map(shownAs).join("");

// The fifth mistake of the chat that this one descends from.
describe("mistake 5: `>:D` never matches after escaping, `:3` matches inside `10:30`", () => {
  it.each([
    [">:D", "[😈]"],
    ["&gt;:D", "&gt;:D"],
    ["<b>:D</b>", "<b>:D</b>"],
    [":3 from 10:30 to 11:30 :3", "[😺] from 10:30 to 11:30 [😺]"],
    ["10:30:30 and 10:3", "10:30:30 and 10:3"],
    ["see https://a.example/:3 :3", "see https://a.example/:3 [😺]"],
    ["https://a.example/?a=:D", "https://a.example/?a=:D"],
    ["`a :3 b` :3", "{code a :3 b} [😺]"],
    ["hello :)", "hello [🙂]"],
    [":) hello :D.", "[🙂] hello [😃]."],
    ["at 10:30", "at 10:30"],
    ["10:3 and 1:3", "10:3 and 1:3"],
    ["a:)b", "a:)b"],
    ["A) yes B) no", "A) yes B) no"],
    ["cool B-)", "cool [😎]"],
    ["http://a.example/:) <3", "http://a.example/:) [❤️]"],
    ["`:)`", "{code :)}"],
  ])("%s is drawn as %s", (text, drawn) => {
    expect(shown(text)).toBe(drawn);
  });

  it("what was typed can always be had again", () => {
    const texts = fc.array(fc.constantFrom(">:D", ":3", "10:30", "<3", " ", "a", "\n", ".", "&gt;"), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (parts) => {
        const typed = parts.join("");
        const pieces = toPieces(typed);
        expect(pieces.map((piece) => piece.typed ?? piece.text).join("")).toBe(typed);
        for (const [at, piece] of pieces.entries()) {
          if (piece.typed) expect(pieces[at - 1]?.text ?? " ").toMatch(/\s$/);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("emphasis and code", () => {
  it.each([
    ["**bold** and *italic* and _so_", "{bold bold} and {italic italic} and {italic so}"],
    ["2*3*4 snake_case_name", "2*3*4 snake_case_name"],
    ["`a **b**` *c*", "{code a **b**} {italic c}"],
    ["** a ** * b *", "** a ** * b *"],
    ["*one", "*one"],
    ["```\na **b**\n  c :)\n```", "{block a **b**\n  c :)}"],
    ["so:\n```js\nlet a = `b`;\n```\nand *so*", "so:{block let a = `b`;}and {italic so}"],
    ["```one``` and ```\ntwo\n```", "{block one} and {block two}"],
    ["``````\n```\n```", "``````\n```\n```"],
    ["```\nwithout an end", "```\nwithout an end"],
  ])("%s is drawn as %s", (text, drawn) => {
    expect(shown(text)).toBe(drawn);
  });
});

it("a text is drawn as in a page without a script", () => {
  const linked = (text: string) =>
    toPieces(text)
      .map((piece) => (piece.href ? `{link ${piece.href}}` : shownAs(piece)))
      .join("");
  for (const [text = "", drawn] of drawnAlike) expect(linked(text), JSON.stringify(text)).toBe(drawn);
});

describe("a name", () => {
  it("of the reader is seen where it is called, and not inside of another", () => {
    expect(shown("@Ana, look", "Ana")).toBe("{mention @Ana}, look");
    expect([mentions("hi @ana!", "Ana"), mentions("@Anabel", "Ana"), mentions("a@ana.example", "Ana")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(mentions("@(.*", "(.*")).toBe(true);
  });
});

it("names of emoji are drawn once they are known, and never inside of times", () => {
  expect(shown(":wave: hi")).toBe(":wave: hi");
  expect([wantsEmoji("a :wave:"), wantsEmoji("10:30:45"), wantsEmoji("a:b")]).toEqual([true, false, false]);
  knowEmoji(new Map([["wave", "👋"]]));
  expect(shown(":wave: hi :unknown: 10:30:45 x:wave:")).toBe("[👋] hi :unknown: 10:30:45 x:wave:");
});

it("no text is lost or made up, whatever it is", () => {
  const text = fc.string({
    unit: fc.constantFrom(..."ab *_`:)D<3>/@.\n", "http://a.b/", "**", "10:30", "```", "```js\n"),
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, (typed) => {
      const marks = { code: "`", bold: "**", italic: "", mention: "" };
      const plain = toPieces(typed, "a").map((piece) =>
        piece.look && piece.look !== "block"
          ? marks[piece.look] + piece.text + marks[piece.look]
          : (piece.typed ?? piece.text),
      );
      const bare = (each: string) => each.replace(/[*_]/g, "");
      expect(bare(plain.join(""))).toBe(bare(typed));
    }),
    { numRuns: 2_000 },
  );
});
