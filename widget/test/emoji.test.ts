// @vitest-environment happy-dom
import { createRequire } from "node:module";
import { afterEach, describe, expect, it, vi } from "vitest";
import { chosen, qualified } from "../emoji-data.mjs";
import type { Client } from "../src/client.js";
import { findEmoji, groups, inTone, labelOf, namesIn, TONES, whichEmoji } from "../src/emoji.js";
import { LANGUAGES } from "../src/languages.js";
import type { Room } from "../src/room.js";
import { Habits } from "../src/tools/habits.js";

interface Known {
  readonly emoji: string;
  readonly label: string;
  readonly skins?: readonly { readonly emoji: string; readonly tone: number | readonly number[] }[];
}
const known = (tag: string) => chosen<Known>(createRequire(import.meta.url)(`emojibase-data/${tag}/data.json`));
const all = groups.flat();
const called = (emoji: string) => all.find((each) => each.emoji === emoji);

describe("what is looked for", () => {
  it("is first what is called so, then what begins so, then what has it inside, then what is about it", () => {
    const first = (query: string) => findEmoji(query, 6).map(({ emoji }) => emoji);
    expect(first("fire")[0]).toBe("🔥");
    expect(first("ok")[0]).toBe("🆗");
    expect(first("OK").slice(0, 2)).toEqual(["🆗", "👌"]);
    const rank = (query: string, names: readonly string[]) =>
      [names.includes(query), names.some((name) => name.startsWith(query)), names.some((name) => name.includes(query))]
        .concat(true)
        .indexOf(true);
    for (const query of ["fire", "ok", "heart", "cat", "a"]) {
      const ranks = findEmoji(query, Infinity).map(({ names }) => rank(query, names));
      expect(ranks, query).toEqual([...ranks].sort());
    }
  });

  it("by its own name is never behind another one", () => {
    for (const { emoji, names } of groups.flat())
      for (const name of names) expect(findEmoji(name, 1)[0]?.emoji, name).toBe(emoji);
  });
});

describe("a tone of skin", () => {
  it("is had by each emoji that has one, and by both where there are two people", () => {
    const skins = new Map(known("en").map(({ emoji, skins }) => [emoji, skins]));
    let count = 0;
    for (const each of all) {
      for (const [index, tone] of TONES.entries()) {
        const same = skins.get(each.emoji)?.find((skin) => [skin.tone].flat().every((one) => one === index + 1));
        expect(inTone(each, tone), each.emoji).toBe(qualified(same?.emoji ?? each.emoji));
        expect(whichEmoji(inTone(each, tone))).toBe(each);
        if (same) count += 1;
      }
    }
    expect(count).toBeGreaterThan(1_600);
    expect(inTone(called("☝️") as (typeof all)[0], "🏽")).toBe("☝🏽");
  });
});

describe("in a language", () => {
  const here = async (lang: string) => {
    // Each of those who wait for them is told.
    for (let i = 0; i < 2; i++)
      if (namesIn(lang, () => undefined).lang !== lang) await new Promise<void>((come) => namesIn(lang, come));
    return namesIn(lang, () => undefined);
  };
  const OTHER: Record<string, string> = { "pt-BR": "pt", "zh-Hans": "zh" };
  const NONE = ["ar", "en", "gn", "he", "tr"];

  it.each(LANGUAGES.filter((tag) => !NONE.includes(tag)))("each is called as it is there: %s", async (lang) => {
    const names = await here(lang);
    const labels = new Map(known(OTHER[lang] ?? lang).map(({ emoji, label }) => [emoji, label]));
    for (const each of all) expect(labelOf(each, names), each.emoji).toBe(labels.get(each.emoji));
    for (const each of all.filter((_, at) => at % 97 === 0)) {
      const same = all.filter((other) => labels.get(other.emoji) === labels.get(each.emoji));
      const found = findEmoji(labels.get(each.emoji) ?? "", 9, names);
      expect(
        same.some((other) => found.includes(other)),
        `${each.emoji} ${labels.get(each.emoji)}`,
      ).toBe(true);
    }
  });

  it("they are in English where there are no names in it", () => {
    for (const lang of [...NONE, "en-XA"]) {
      expect(namesIn(lang, () => undefined).lang).toBe("en");
      expect(
        findEmoji(
          "corazón",
          9,
          namesIn(lang, () => undefined),
        ),
      ).toEqual([]);
    }
  });

  it("they are found with and without accents, by what they are about, and by their English names still", async () => {
    const names = await here("es");
    const found = (query: string, most = 50) => findEmoji(query, most, names).map(({ emoji }) => emoji);
    expect(found("Corazón rojo", 1)).toEqual(["❤️"]);
    expect(found("corazon")).toEqual(found("corazón"));
    expect(found("corazón")).toContain("💔");
    expect(found("amor").length).toBeGreaterThan(0);
    expect(found("tada", 1)).toEqual(["🎉"]);
    expect(found("España")[0]).toBe("🇪🇸");
  });
});

describe("what is kept", () => {
  afterEach(() => localStorage.clear());
  const habits = (id: string | undefined, server = "https://a.example/") =>
    new Habits({ server } as Client, { self: id === undefined ? undefined : { id, name: "" } } as unknown as Room);

  it("is the newest 24 of each reader, once each, and a tone", () => {
    const ana = habits("ana");
    for (const { emoji } of all.slice(0, 30)) ana.took(emoji);
    ana.took(all[10]?.emoji ?? "");
    ana.choose("🏽");
    const again = habits("ana");
    again.read();
    const newest = [10, ...Array.from({ length: 24 }, (_, at) => 29 - at).filter((at) => at !== 10)];
    expect(again.recent).toEqual(newest.slice(0, 24).map((at) => all[at]?.emoji));
    expect(again.tone).toBe("🏽");
    for (const other of [habits("ben"), habits(undefined), habits("ana", "https://b.example/")]) {
      other.read();
      expect([other.recent, other.tone]).toEqual([[], ""]);
    }
  });

  it("is nothing where something else stands there", () => {
    const key = "tertulia:emoji:https://a.example/:ana";
    const long = "😀".repeat(100_000);
    for (const kept of ["", "{", "[]", "null", '{"recent":7,"tone":[]}', '{"recent":[1,null,""],"tone":"red"}']) {
      localStorage.setItem(key, kept);
      const ana = habits("ana");
      ana.read();
      expect([ana.recent, ana.tone], kept).toEqual([[], ""]);
    }
    localStorage.setItem(key, JSON.stringify({ recent: [long, ...Array(1_000).fill("😀")] }));
    const ana = habits("ana");
    ana.read();
    expect(ana.recent).toEqual(Array(24).fill("😀"));
  });
});

describe("what this machine has no picture for", () => {
  /** A machine whose font has these as boxes, and those as what they are made of, side by side. */
  const machine = async (boxes: readonly string[], parts: readonly string[], isBlind = false) => {
    const context = () => {
      let text = "";
      return {
        fillText: (said: string) => {
          text = said;
        },
        measureText: (said: string) => ({ width: parts.includes(said) ? 34 : 17 }),
        getImageData: () => ({
          data: new Uint8ClampedArray(isBlind || boxes.includes(text) ? [9, 9, 9, 255] : [250, 200, 9, 255]),
        }),
      };
    };
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(context as never);
    vi.resetModules();
    const emoji = await import("../src/emoji.js");
    const hidden = emoji.groups.flat().filter((each) => !emoji.isDrawn(each));
    return { emoji, hidden: [...new Set(hidden.map(({ since }) => since))] };
  };
  afterEach(() => vi.restoreAllMocks());

  it("is neither offered nor found: a box, or the parts of it; and what came with it", async () => {
    const { emoji, hidden } = await machine(["🫩", "🫪"], ["🙂‍↔️"]);
    expect(hidden.sort()).toEqual(["=15.1", "=16", "=17"]);
    expect(emoji.findEmoji("fingerprint", 1)).toEqual([]);
    expect(emoji.findEmoji("shaking_face", 1)[0]?.emoji).toBe("🫨");
    expect(emoji.whichEmoji("🫆")?.names).toContain("fingerprint");
  });

  it("is not known where a browser lets nobody look at what is drawn: then all is offered", async () => {
    expect((await machine([], [], true)).hidden).toEqual([]);
  });
});
