// Makes of a Fluent catalogue what the widget carries: its messages, without the language that they are written in.
//
//   Pattern = string | [string | {v: name} | {s: name, o: {key: Pattern}, d: key}]

import { FluentResource } from "@fluent/bundle";

/**
 * @param {string} text A catalogue in the part of Fluent that ours use: texts, variables, choices by a variable.
 * @returns {Record<string, unknown>} Its patterns by key.
 */
export function compile(text) {
  return Object.fromEntries(new FluentResource(text).body.map(({ id, value }) => [id, pattern(id, value)]));
}

function pattern(id, value) {
  return Array.isArray(value) ? value.map((part) => element(id, part)) : (value ?? "");
}

function element(id, part) {
  if (typeof part === "string") return part;
  if (part.type === "var") return { v: part.name };
  if (part.type === "str") return part.value;
  if (part.type !== "select" || part.selector.type !== "var") throw new Error(`"${id}" has a ${part.type} in it`);
  const options = part.variants.map(({ key, value }) => [String(key.value), pattern(id, value)]);
  return { s: part.selector.name, o: Object.fromEntries(options), d: options[part.star][0] };
}
