// Checks the widget's catalogues: the same messages with the same arguments in each language, none unused, none missing.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";

/** Says what is wrong, one line each. */
export function checkCatalogues(locales, sources) {
  const faults = [];
  const english = readCatalogue(join(locales, "en/widget.ftl"), faults);
  for (const tag of readdirSync(locales)) {
    const path = join(locales, tag, "widget.ftl");
    const other = readCatalogue(path, faults);
    if (!other) continue;
    for (const [id, args] of english) {
      if (!other.has(id)) faults.push(`${tag}/widget.ftl has no "${id}"`);
      else if (other.get(id) !== args)
        faults.push(`${tag}/widget.ftl: "${id}" takes (${other.get(id)}), not (${args})`);
    }
    for (const id of other.keys()) if (!english.has(id)) faults.push(`${tag}/widget.ftl: "${id}" is not in en`);
  }
  const used = usedIds(sources);
  for (const id of english.keys()) if (!used.has(id)) faults.push(`en/widget.ftl: "${id}" is not used`);
  for (const id of used) if (!english.has(id)) faults.push(`"${id}" is used, and in no catalogue`);
  return faults;
}

/** Each message's arguments, sorted and joined. */
function readCatalogue(path, faults) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  const resource = new FluentResource(text);
  // The parser skips what it can't read, so what begins like a message is counted beside it.
  const begun = text.match(/^[a-zA-Z][\w-]*\s*=/gm)?.length ?? 0;
  if (resource.body.length !== begun) faults.push(`${path}: ${begun - resource.body.length} messages can't be read`);
  for (const error of new FluentBundle("en").addResource(resource)) faults.push(`${path}: ${error.message}`);
  return new Map(resource.body.map((entry) => [entry.id, [...new Set(findArgs(entry))].sort().join(", ")]));
}

function findArgs(node) {
  if (Array.isArray(node)) return node.flatMap(findArgs);
  if (node === null || typeof node !== "object") return [];
  return [...(node.type === "var" ? [`$${node.name}`] : []), ...Object.values(node).flatMap(findArgs)];
}

/** Ids are written out where they are used, so that they can be found. */
function usedIds(folder) {
  const ids = new Set();
  for (const entry of readdirSync(folder, { recursive: true })) {
    if (!entry.endsWith(".ts")) continue;
    for (const [, id] of readFileSync(join(folder, entry), "utf8").matchAll(/\bt\(\s*"([\w-]+)"/g)) ids.add(id);
  }
  return ids;
}
