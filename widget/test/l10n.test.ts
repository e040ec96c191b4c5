import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, it, vi } from "vitest";
import { checkCatalogues } from "../catalogues.mjs";
import { compile } from "../src/ftl.mjs";
import { fetchWords, words } from "../src/l10n.js";
import { LANGUAGES } from "../src/languages.js";
import { worded } from "../src/message-view.js";
import { type Catalogue, format } from "../src/pattern.js";
import type { Message } from "../src/types.js";

const locales = join(import.meta.dirname, "../../crates/tertulia/locales");

describe.each(readdirSync(locales))("words in %s", (tag) => {
  it("are those that Fluent itself makes of the catalogue", () => {
    const text = readFileSync(join(locales, tag, "widget.ftl"), "utf8");
    const formats = tag === "gn" ? "es-PY" : tag;
    const bundle = new FluentBundle(formats);
    bundle.addResource(new FluentResource(text));
    const catalogue = compile(text) as Catalogue;
    const numbers = { count: new Intl.NumberFormat(formats), plural: new Intl.PluralRules(formats) };
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
  await Promise.all(fetchWords(["en"], wording));
  const { t, has } = words(["en"], wording);
  expect([t("empty"), t("send")]).toEqual(["Say hello", "Send"]);
  expect(t("move-made", { name: "Ana", field: "e4" }).replace(/[\u2066-\u2069]/g, "")).toBe("Ana moved to e4");
  expect([has("move-made"), has("bad"), has("constructor")]).toEqual([true, false, false]);
  expect(words(["en"]).t("empty")).toBe("No messages yet");
});

it.each([
  ["joined", { name: "Ana" }, "Ana joined"],
  ["joined", { name: "Ana", more: 7.5 }, "Ana joined"],
  ["joined", { nam: "Ana" }, undefined],
  ["joined", { name: { of: "Ana" } }, undefined],
  ["joined", { name: "Ana", more: [] }, "Ana joined"],
  ["joined", { name: 2 ** 53 }, undefined],
  ["joined", ["Ana"], undefined],
  ["joined", "Ana", undefined],
  ["joined", undefined, undefined],
  ["too-long", { count: 2 }, "2 characters too many"],
  ["too-long", { number: 2 }, undefined],
  ["empty", {}, "No messages yet"],
  ["empty", null, "No messages yet"],
  ["empty", undefined, "No messages yet"],
  ["nowhere", { name: "Ana" }, undefined],
  [7, { name: "Ana" }, undefined],
])("a text that names the wording %j with %j is said by it, or as it is", (key, args, said) => {
  const message = { text: "as it is", data: { key, args } } as unknown as Message;
  expect(worded(message, words(["en"])).replace(/[\u2066-\u2069]/g, "")).toBe(said ?? "as it is");
});

it("a key of a wording that is broken, or looks like one of ours, is told of, and one of the host's own is not", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const wording = {
    ...{ "name-takn": "a", nameLabel: "b", "name taken": "c", Writ: "d", "slow-modes": "e" },
    ...{ send: "{ $x", "goal-scored": "f", moved: "g", ok: "h", empty: "i", cancel: 7 as unknown as string },
  };
  await Promise.all(fetchWords(["en"], wording));
  await Promise.all(fetchWords(["en"], wording));
  expect(warn.mock.calls.map(([line]) => line)).toEqual([
    'tertulia: we have no wording "name-takn"; is "name-taken" meant?',
    'tertulia: we have no wording "nameLabel"; is "name-label" meant?',
    'tertulia: the wording "name taken" can\'t be used; is "name-taken" meant?',
    'tertulia: we have no wording "Writ"; is "write" meant?',
    'tertulia: we have no wording "slow-modes"; is "slow-mode" meant?',
    'tertulia: the wording "send" can\'t be used',
    'tertulia: the wording "cancel" can\'t be used',
  ]);
  expect(words(["en"], wording).t("empty")).toBe("i");
  warn.mockRestore();
});

const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, "");

describe("the language", () => {
  const fetched = () => Promise.all([...LANGUAGES, "en-XA"].flatMap((tag) => fetchWords([tag])));
  const server = join(import.meta.dirname, "../../crates/tertulia/src/l10n");
  const samplesOf = (name: string) => JSON.parse(readFileSync(join(server, name), "utf8"));

  it("is one of those that have a folder", () => {
    expect([...LANGUAGES].sort()).toEqual(readdirSync(locales).sort());
  });

  it("is found by lookup, and what is made of English only by its own tag", async () => {
    await fetched();
    const sends = (...wanted: string[]) => words(wanted).t("send");
    expect(sends("eu", "es_PY", "en")).toBe("Enviar");
    expect(sends("ES-419-x-a")).toBe("Enviar");
    expect(sends("ar-EG")).toBe("إرسال");
    expect(sends("xx", "e", "", "en--x")).toBe("Send");
    expect(sends("en-XB")).toBe("Send");
    expect(sends("en", "en-XA")).toBe("Send");
    expect(sends("en-XA", "es")).toBe("Šééñđ");
    expect(bare(words(["en-XA"]).t("new-messages", { count: 2 }))).toBe("2 ñééŵ ɱééššááğééš");
    expect([words(["en", "en-GB"]).lang, words(["es-PY"]).lang]).toEqual(["en-GB", "es-PY"]);
  });

  it("is the one that the server finds, too", async () => {
    await fetched();
    const samples: Record<string, string> = samplesOf("wanted.json");
    const write = new Map([...LANGUAGES, "en-XA"].map((tag) => [words([tag]).t("write"), tag]));
    expect(write.size).toBe(LANGUAGES.length + 1);
    for (const [wanted, found] of Object.entries(samples)) {
      expect(write.get(words(wanted.split(", ")).t("write")), wanted).toBe(found);
    }
  });

  it("has the numbers and dates of Paraguay in Guaraní, on whatever machine it is read, and says that it is Guaraní", async () => {
    await fetched();
    for (const tag of ["gn", "gn-PY"]) {
      const { lang, number, dateTime } = words([tag]);
      const at = new Date(2026, 10, 28, 14, 5);
      expect([lang, number(10_000)]).toEqual(["gn", "10.000"]);
      expect(dateTime(at)).toContain("noviembre");
    }
  });

  it("runs as its script does, and has its plurals", async () => {
    await fetched();
    const rtl = [...LANGUAGES, "en-XA", "ar-EG", "iw"].filter((tag) => words([tag]).dir === "rtl");
    expect(rtl).toEqual(["ar", "he", "ar-EG", "iw"]);
    const people = [0, 1, 2, 3, 11, 100].map((count) => bare(words(["ar"]).t("people-here", { count })));
    expect(new Set(people).size).toBe(6);
    expect(bare(words(["es"]).t("people-here", { count: 10_000 }))).toBe("10.000 personas aquí");
  });

  it("writes numbers and accents as the server does", async () => {
    await fetched();
    const samples: Record<string, [number, string][]> = samplesOf("numbers.json");
    expect(Object.keys(samples).sort()).toEqual([...LANGUAGES, "en-XA"].sort());
    for (const [tag, numbers] of Object.entries(samples)) {
      for (const [number, written] of numbers) expect(words([tag]).number(number), tag).toBe(written);
    }
    const alphabet = /const ACCENTED.*"(.+)"/;
    const [here, there] = ["../src/pseudo.ts", "../../crates/tertulia/src/l10n/pseudo.rs"].map((file) =>
      alphabet.exec(readFileSync(join(import.meta.dirname, file), "utf8"))?.at(1),
    );
    expect(here).toBe(there);
  });
});

describe("the check of the catalogues", () => {
  const files = {
    "locales/en/widget.ftl": "a = A { $name }\nb =\n    { $n ->\n        [one] { $n }\n       *[other] { $n }\n    }\n",
    "locales/es/widget.ftl": "a = Á { $name }\nb =\n    { $n ->\n        [one] { $n }\n       *[other] { $n }\n    }\n",
    "src/a.ts": 't("a", { name: f({ x: 1, y: 2 }) }); t("b", { n });',
  };

  function faults(
    changes: Partial<Record<keyof typeof files | "locales/ar/widget.ftl", string>>,
    without?: string,
  ): string[] {
    const folder = mkdtempSync(join(tmpdir(), "tertulia-"));
    try {
      for (const name of ["locales/en", "locales/es", "locales/ar", "src"].filter((name) => name !== without))
        mkdirSync(join(folder, name), { recursive: true });
      for (const [name, text] of Object.entries({ ...files, ...changes }))
        if (text) writeFileSync(join(folder, name), text);
      return checkCatalogues(join(folder, "locales"), join(folder, "src"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it("finds what is missing, unused, given wrongly, or can't be read", () => {
    const check = (changes: Parameters<typeof faults>[0]) => faults(changes, "locales/ar").join("; ");
    expect(check({})).toBe("");
    expect(faults({}).join("; ")).toContain("ar/widget.ftl is missing");
    expect(check({ "locales/es/widget.ftl": "a = Á { $name }\n" })).toBe('es/widget.ftl has no "b"');
    expect(check({ "src/a.ts": 't("a", { name });' })).toBe('en/widget.ftl: "b" is not used');
    expect(check({ "src/a.ts": `${files["src/a.ts"]} t("c")` })).toBe('"c" is used, and in no catalogue');
    expect(check({ "src/a.ts": 't("a"); t("b", { n });' })).toBe('"a" is given (), and takes (name)');
    expect(check({ "src/a.ts": 't("a", { name, other: 1 }); t("b", { n });' })).toContain("is given (name, other)");
    expect(check({ "locales/es/widget.ftl": files["locales/es/widget.ftl"].replace("$name", "$nombre") })).toContain(
      "takes (nombre), not (name)",
    );
    expect(check({ "locales/es/widget.ftl": files["locales/en/widget.ftl"].replace("[one]", "[two]") })).toContain(
      '"b" chooses by (other, two), not (one, other)',
    );
    expect(
      check({ "locales/en/widget.ftl": files["locales/en/widget.ftl"].replace("{ $name }", "{ NUMBER($name) }") }),
    ).toContain("calls NUMBER()");
    expect(check({ "locales/en/widget.ftl": `${files["locales/en/widget.ftl"]}c = {\n` })).toContain(
      "1 messages can't be read",
    );
  });
});

it("what is given may be called as something that every object has", () => {
  const pattern = [{ s: "name", o: { Ana: "A", other: "O" }, d: "other" }];
  const numbers = { count: new Intl.NumberFormat("en"), plural: new Intl.PluralRules("en") };
  for (const name of ["constructor", "toString", "__proto__"]) expect(format(pattern, { name }, numbers)).toBe("O");
});
