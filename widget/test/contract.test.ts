// @vitest-environment happy-dom
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { TertuliaRoom } from "../src/tertulia-room.js";

const root = join(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(join(root, "custom-elements.json"), "utf8"));
const [element] = manifest.modules[0].declarations;
const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(ts|css)$/.test(file))
  .map((file) => readFileSync(join(root, "src", file), "utf8"))
  .join("\n");
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).sort();
const found = (pattern: RegExp) => [...new Set([...sources.matchAll(pattern)].map(([, name]) => name ?? ""))].sort();

it("every attribute and property is in the manifest, and nothing else", () => {
  const { properties } = TertuliaRoom as unknown as {
    properties: Record<string, { attribute?: string | false; reflect?: true }>;
  };
  const attributes = Object.entries(properties)
    .filter(([, { attribute }]) => attribute !== false)
    .map(([name, { attribute }]) => attribute || name);
  expect(names(element.attributes)).toEqual([...attributes, "fill"].sort());
  const own = Object.getOwnPropertyDescriptors(TertuliaRoom.prototype);
  const getters = Object.keys(own).filter((name) => own[name]?.get && !own[name]?.set);
  const fields = element.members.filter(({ kind }: { kind: string }) => kind === "field");
  expect(names(fields)).toEqual([...Object.keys(properties), ...getters, "updateComplete"].sort());
  // What wraps the element for a framework is made of this: which attribute sets which property, and which follows it.
  for (const { name, attribute, reflects = false } of fields) {
    const property = properties[name];
    const said = property && property.attribute !== false ? property.attribute || name : undefined;
    expect([name, attribute, reflects]).toEqual([name, said, property?.reflect ?? false]);
    const told = element.attributes.find((each: { name: string }) => each.name === attribute);
    expect(told?.fieldName ?? told?.name).toEqual(attribute && name);
  }
});

it("every method, event, part, slot and custom property is in the manifest, and nothing else", () => {
  const own = Object.getOwnPropertyDescriptors(TertuliaRoom.prototype);
  const inner = /^(constructor|render|lacks|updated|willUpdate|(dis)?connectedCallback)$/;
  const methods = Object.keys(own).filter((name) => typeof own[name]?.value === "function" && !inner.test(name));
  const told = element.members.filter(({ kind }: { kind: string }) => kind === "method");
  expect(names(told)).toEqual(methods.sort());
  for (const { name, parameters = [] } of told)
    expect([name, parameters.length]).toEqual([name, (own[name]?.value as (() => void) | undefined)?.length]);
  expect(names(element.events)).toEqual(
    found(/#tell\(\s*"([\w-]+)"/g)
      .map((name) => `tertulia-${name}`)
      .sort(),
  );
  const parts = found(/\bpart="([\w -]+)"/g).flatMap((part) => part.split(" "));
  expect(names(element.cssParts)).toEqual([...new Set([...parts, "message", "own"])].sort());
  expect(names(element.slots)).toEqual(found(/<slot name="(\w+)"/g));
  expect(names(element.cssProperties)).toEqual(found(/var\((--tertulia-[\w-]+)/g));
});
