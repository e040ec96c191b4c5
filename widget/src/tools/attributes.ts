// Attributes that are none of ours and look as if they were meant to be: without a word the page would never tell.

const OURS = "room server token token-url lang theme density loading badge sound notify readonly fill".split(" ");

/** These are properties alone: no attribute could hold them. */
const PROPERTIES = "wording signals getToken linkTo".split(" ");

const told = new Set<string>();

/** Says in the console, once on a page, which attribute of an element may be misspelt. */
export function lookOver(element: Element): void {
  for (const name of element.getAttributeNames()) {
    const property = PROPERTIES.find((each) => each.toLowerCase() === name.replace(/-/g, ""));
    if (property !== undefined && !told.has(name)) {
      told.add(name);
      console.warn(
        `tertulia: "${name}" is no attribute of <tertulia-room>, but the property ${property}, to be set by a script`,
      );
    }
    const near = OURS.includes(name) ? undefined : OURS.find((ours) => isNear(name, ours));
    if (near === undefined || told.has(name)) continue;
    told.add(name);
    console.warn(`tertulia: <tertulia-room> has no attribute "${name}"; is "${near}" meant?`);
  }
}

/** The same letters in another order, or a letter that is one too many, one too few, or another one. */
function isNear(name: string, ours: string): boolean {
  const [a, b] = [name, ours].map((text) => text.replace(/\W|_/g, ""));
  if (a === undefined || b === undefined || Math.abs(a.length - b.length) > 1) return false;
  if ([...a].sort().join("") === [...b].sort().join("")) return true;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}
