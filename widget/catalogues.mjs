// Checks the widget's catalogues: the same messages with the same arguments in each language, none unused, none missing, all
// plurals, no functions; and that each is given what it takes where it is used.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";

/** Says what is wrong, one line each. */
export function checkCatalogues(locales, sources) {
  const faults = [];
  const english = readCatalogue(locales, "en", faults);
  for (const tag of tagsOf(locales)) {
    const other = readCatalogue(locales, tag, faults);
    for (const [id, args] of english) {
      if (!other.has(id)) faults.push(`${tag}/widget.ftl has no "${id}"`);
      else if (other.get(id) !== args)
        faults.push(`${tag}/widget.ftl: "${id}" takes (${other.get(id)}), not (${args})`);
    }
    for (const id of other.keys()) if (!english.has(id)) faults.push(`${tag}/widget.ftl: "${id}" is not in en`);
  }
  const used = usedIds(sources);
  for (const id of english.keys()) if (!used.has(id)) faults.push(`en/widget.ftl: "${id}" is not used`);
  for (const [id, given] of used) {
    if (!english.has(id)) faults.push(`"${id}" is used, and in no catalogue`);
    else
      for (const args of given)
        if (args !== english.get(id)) faults.push(`"${id}" is given (${args}), and takes (${english.get(id)})`);
  }
  return [...new Set(faults)];
}

/** The languages that there are: the names of their folders. */
export function tagsOf(locales) {
  const entries = readdirSync(locales, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** Each message's arguments, sorted and joined. */
function readCatalogue(locales, tag, faults) {
  const place = `${tag}/widget.ftl`;
  let text;
  try {
    text = readFileSync(join(locales, place), "utf8");
  } catch {
    faults.push(`${place} is missing`);
    return new Map();
  }
  const resource = new FluentResource(text);
  // The parser skips what it can't read, so what begins like a message is counted beside it.
  const begun = text.match(/^[a-zA-Z][\w-]*\s*=/gm)?.length ?? 0;
  if (resource.body.length !== begun) faults.push(`${place}: ${begun - resource.body.length} messages can't be read`);
  for (const error of new FluentBundle("en").addResource(resource)) faults.push(`${place}: ${error.message}`);
  const plurals = pluralsOf(tag);
  for (const { id, value } of resource.body) {
    for (const node of nodes(value)) {
      // What numbers and times look like is the platform's: the server has no such functions.
      if (node.type === "func") faults.push(`${place}: "${id}" calls ${node.name}()`);
      const keys =
        node.type === "select"
          ? node.variants
              .map(({ key }) => key.value)
              .sort()
              .join(", ")
          : plurals;
      if (keys !== plurals) faults.push(`${place}: "${id}" chooses by (${keys}), not (${plurals})`);
    }
  }
  return new Map(resource.body.map(({ id, value }) => [id, joined(nodes(value).flatMap(argument))]));
}

/** The categories that whole numbers of our sizes fall into: Spanish has one for whole millions, which nobody counts here. */
function pluralsOf(tag) {
  // CLDR has no rules for Guaraní: it counts as Spanish does.
  const rules = new Intl.PluralRules(tag === "gn" ? "es" : tag);
  return joined(["other", ...Array.from({ length: 1_000 }, (_, number) => rules.select(number))]);
}

function nodes(node) {
  if (node === null || typeof node !== "object") return [];
  return [...(Array.isArray(node) ? [] : [node]), ...Object.values(node).flatMap(nodes)];
}

function argument(node) {
  return node.type === "var" ? [node.name] : [];
}

function joined(names) {
  return [...new Set(names)].sort().join(", ");
}

/** By whom something is said that comes later, by the mark with which they import what they say. */
const LATE = {
  late: (file) => file.startsWith("tools"),
  // What takes over asks for its words only where what is drawn late is there.
  extras: (file) => file === "extras.ts" || file === "takeover.ts",
  review: (file) => file === "review.ts" || file === "in-force.ts",
};

/** With which parts each message comes: `late`, `extras` or both, or the empty name alone for the first load. */
export function partOf(sources) {
  const parts = new Map();
  const early = usedIds(sources, (file) => !Object.values(LATE).some((isOf) => isOf(file)));
  for (const id of usedIds(sources).keys()) {
    const by = Object.keys(LATE).filter((part) => usedIds(sources, LATE[part]).has(id));
    parts.set(id, early.has(id) ? [""] : by);
  }
  return parts;
}

/** Ids are written out where they are used, and their arguments with them, so that they can be found. */
function usedIds(folder, isWanted = () => true) {
  const ids = new Map();
  for (const entry of readdirSync(folder, { recursive: true })) {
    if (!entry.endsWith(".ts") || !isWanted(entry)) continue;
    const text = readFileSync(join(folder, entry), "utf8");
    for (const { 1: id, 0: start, index } of text.matchAll(/\bt\(\s*"([\w-]+)"/g)) {
      const args = /^\s*,\s*\{/.test(text.slice(index + start.length))
        ? keys(text.slice(text.indexOf("{", index) + 1))
        : [];
      ids.set(id, (ids.get(id) ?? new Set()).add(joined(args)));
    }
  }
  return ids;
}

/** The names in an object that is written out, of which this is all but the first brace. */
function keys(text) {
  const names = [];
  let depth = 0;
  let part = "";
  for (const c of text) {
    if (depth === 0 && (c === "," || c === "}")) {
      const name = /^\s*(\w+)\s*(:|$)/.exec(part)?.[1];
      if (name) names.push(name);
      part = "";
      if (c === "}") return names;
    } else {
      if ("([{".includes(c)) depth += 1;
      if (")]}".includes(c)) depth -= 1;
      part += c;
    }
  }
  return names;
}
