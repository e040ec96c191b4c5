import { describe, expect, it } from "vitest";
import { findEmoji, groups } from "../src/emoji.js";

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
