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
  const bare = [name, ours].map((text) => text.replace(/\W|_/g, ""));
  const [a, b] = bare.map((text) => [...text].sort().join());
  const [long = "", short = ""] = bare.sort((one, other) => other.length - one.length);
  const isOff = (_: string, at: number) => short.startsWith(long.slice(0, at)) && short.endsWith(long.slice(at + 1));
  return a === b || (long.length - short.length < 2 && [...long].some(isOff));
}
