import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { compile } from "../src/ftl.mjs";
import { fetchWords, words } from "../src/l10n.js";
import { type Catalogue, format } from "../src/pattern.js";

const locales = join(import.meta.dirname, "../../crates/tertulia/locales");

describe.each(readdirSync(locales))("words in %s", (tag) => {
  it("are those that Fluent itself makes of the catalogue", () => {
    const text = readFileSync(join(locales, tag, "widget.ftl"), "utf8");
    const bundle = new FluentBundle(tag);
    bundle.addResource(new FluentResource(text));
    const catalogue = compile(text) as Catalogue;
    const numbers = { count: new Intl.NumberFormat(tag), plural: new Intl.PluralRules(tag) };
    for (const [id, pattern] of Object.entries(catalogue)) {
      for (const count of [0, 1, 2, 3, 5, 11, 100, 12_345]) {
        const args = {
          count,
          name: "Ana",
          type: "project",
          id: "42",
          emoji: "👍",
          time: "12:00",
          why: "spam",
          first: "A",
          second: "B",
        };
        const theirs = bundle.formatPattern(bundle.getMessage(id)?.value ?? "", args);
        expect(format(pattern, args, numbers), id).toBe(theirs);
      }
    }
  });
});

it("a host's wordings stand in the place of ours or beside them, and a broken one takes no other with it", async () => {
  const wording = {
    empty: "Say hello",
    "move-made": "{ $name } moved to { $field }",
    bad: "{ NUMBER($x) }",
    worse: "{",
  };
  await fetchWords(["en"], wording);
  const { t, has } = words(["en"], wording);
  expect([t("empty"), t("send")]).toEqual(["Say hello", "Send"]);
  expect(t("move-made", { name: "Ana", field: "e4" }).replace(/[\u2066-\u2069]/g, "")).toBe("Ana moved to e4");
  expect([has("move-made"), has("bad"), has("constructor")]).toEqual([true, false, false]);
  expect(words(["en"]).t("empty")).toBe("No messages yet");
});
