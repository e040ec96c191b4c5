// What docs/src/access.md says about WCAG names tests that are there, and leaves no criterion out.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";

const page = readFileSync(new URL("../../docs/src/access.md", import.meta.url), "utf8");
const FILES = [join(import.meta.dirname, "../e2e"), import.meta.dirname].flatMap((folder) =>
  readdirSync(folder).flatMap((file) => (/(\.mjs|\.test\.ts)$/.test(file) ? join(folder, file) : [])),
);
/** WCAG 2.2, levels A and AA: 55 criteria. */
const CRITERIA =
  `1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11
  1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7
  2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3`.split(/\s+/);

it("each criterion stands in it once", () => {
  expect(CRITERIA).toHaveLength(55);
  const found = [...page.matchAll(/\b\d\.\d\.\d{1,2}\b/g)].map(([number]) => number);
  expect([...found].sort()).toEqual([...CRITERIA].sort());
});

it("each line names a test that is there, or says that it was seen", () => {
  const rows = page.split("\n").filter((line) => /^\| \d/.test(line));
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) expect(row.split("|")[3]).toMatch(/`\w[\w-]*: |By eye/);
  const named = [...page.matchAll(/`([\w-]+): ([^`]+)`/g)];
  expect(named.length).toBeGreaterThan(25);
  for (const [what, file, name] of named) {
    // Tests of one thing may be in several files: `element` is in `element.test.ts`, `element-writing.test.ts` and so on.
    const isOf = (path: string) => path.startsWith(`${file}.`) || path.startsWith(`${file}-`);
    const isThere = FILES.some((path) => isOf(basename(path)) && readFileSync(path, "utf8").includes(`"${name}"`));
    expect(isThere, `${what} is not there`).toBe(true);
  }
});
