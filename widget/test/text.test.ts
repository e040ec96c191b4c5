import fc from "fast-check";
import { describe, expect, it } from "vitest";
import drawnAlike from "../../crates/tertulia/src/transport/html/marks.json" with { type: "json" };
import { knowEmoji, mentions, type Piece, readAs, toPieces, wantsEmoji } from "../src/text.js";

describe("addresses in a text", () => {
  const found = (text: string) => toPieces(text).flatMap((piece) => (piece.look === "link" ? piece.text : []));

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

const shownAs = ({ text, look, within }: Piece): string =>
  look === "emoji" ? `[${text}]` : look ? `{${look} ${within?.map(shownAs).join("") ?? text}}` : text;
const shown = (text: string, name?: string) => toPieces(text, name).map(shownAs).join("");

// The fifth mistake of the chat that this one descends from.
describe("mistake 5: `>:D` never matches after escaping, `:3` matches inside `10:30`", () => {
  it.each([
    [">:D", "[😈]"],
    ["&gt;:D", "&gt;:D"],
    ["<b>:D</b>", "<b>:D</b>"],
    [":3 from 10:30 to 11:30 :3", "[😺] from 10:30 to 11:30 [😺]"],
    ["10:30:30 and 10:3", "10:30:30 and 10:3"],
    ["see https://a.example/:3 :3", "see {link https://a.example/:3} [😺]"],
    ["https://a.example/?a=:D", "{link https://a.example/?a=:D}"],
    ["`a :3 b` :3", "{code a :3 b} [😺]"],
    ["hello :)", "hello [🙂]"],
    [":) hello :D.", "[🙂] hello [😃]."],
    ["at 10:30", "at 10:30"],
    ["10:3 and 1:3", "10:3 and 1:3"],
    ["a:)b", "a:)b"],
    ["A) yes B) no", "A) yes B) no"],
    ["cool B-)", "cool [😎]"],
    ["http://a.example/:) <3", "{link http://a.example/}:) [❤️]"],
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
          if (piece.look === "emoji") expect(pieces[at - 1]?.text ?? " ").toMatch(/\s$/);
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

  it.each([
    ["**a :) b**", "{bold a [🙂] b}"],
    ["**see https://a.example**", "{bold see {link https://a.example}}"],
    ["*a **b** c*", "{italic a {bold b} c}"],
    ["**@Rosa hi**", "{bold {mention @Rosa} hi}"],
    ["_@Rosa_, **so _@Rosa_!**", "{italic {mention @Rosa}}, {bold so {italic {mention @Rosa}}!}"],
    ["**a `b *c*` d** ```**e**```", "{bold a {code b *c*} d} {block **e**}"],
    ["**a ```b``` c**", "**a {block b} c**"],
    ["**`@Rosa` https://a.example/@Rosa**", "{bold {code @Rosa} {link https://a.example/@Rosa}}"],
  ])("hold what else is in a text: %s is drawn as %s", (text, drawn) => {
    expect(shown(text, "Rosa")).toBe(drawn);
  });

  it("read as before, without what makes them", () => {
    expect(readAs(toPieces("**a *b :) https://a.example* `c`** _d_", "a"))).toBe("a b 🙂 https://a.example c d");
  });
});

it("a text is drawn as in a page without a script", () => {
  for (const [text = "", drawn] of drawnAlike) expect(shown(text), JSON.stringify(text)).toBe(drawn);
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
  expect(shown("**a :wave:** _:wave:_")).toBe("{bold a [👋]} {italic [👋]}");
});

it("no text is lost or made up, whatever it is", () => {
  const text = fc.string({
    unit: fc.constantFrom(..."ab *_`:)D<3>/@.\n", "http://a.b/", "**", "10:30", "```", "```js\n"),
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, (typed) => {
      const asTyped = ({ text, look, within, typed = text }: Piece): string =>
        look === "code" ? `\`${text}\`` : (within?.map(asTyped).join("") ?? typed);
      const bare = (each: string) => each.replace(/[*_]/g, "");
      expect(bare(toPieces(typed, "a").map(asTyped).join(""))).toBe(bare(typed));
    }),
    { numRuns: 2_000 },
  );
});

it("what is bold or italic reads as its pieces do, and no deeper than marks go", () => {
  const text = fc.string({
    unit: fc.constantFrom(..."ab *_`:)/\0\n", "http://a.b/", "**", " *", "* ", "**a", "b**", " _", "_ ", ":) "),
    maxLength: 40,
  });
  const depth = ({ within }: Piece): number => (within ? 1 + Math.max(...within.map(depth)) : 0);
  const check = ({ text, look, within }: Piece): void => {
    expect(look === "bold" || look === "italic").toBe(within !== undefined);
    if (within) expect([readAs(within), within.length > 0]).toEqual([text, true]);
    within?.forEach(check);
  };
  fc.assert(
    fc.property(text, (typed) => {
      const pieces = toPieces(typed, "a");
      pieces.forEach(check);
      expect(Math.max(0, ...pieces.map(depth))).toBeLessThan(6);
    }),
    { numRuns: 5_000 },
  );
});

it("a text ten times as long takes about ten times as long, whatever it is", () => {
  const took = (part: string, count: number) => {
    const text = part.repeat(count);
    const began = performance.now();
    toPieces(text, "a");
    return performance.now() - began;
  };
  for (const part of [
    "**",
    "*",
    "*a ",
    "**a ",
    "**a *b",
    "**a *b* c** ",
    ":) ",
    "**:) *",
    "_a **b",
    "`",
    "```",
    "https://a.b ",
  ]) {
    for (let run = 0; run < 3; run++) took(part, 200);
    const [short, long] = [500, 5_000].map((count) => Math.min(...[1, 2, 3].map(() => took(part, count))));
    expect(long, part).toBeLessThan(40 * Math.max(short ?? 0, 10));
  }
});
