// The languages that there are catalogues for: the folders of `locales/`. The build puts a list in the place of this, and each
// catalogue into a file of its own, all with one hash in their names, so that a language costs the first load its tag alone.

import type { Catalogue } from "./pattern.js";

const FILES = import.meta.glob<{ readonly default: Catalogue }>("../../crates/tertulia/locales/*/widget.ftl");
const BY_TAG = new Map(Object.entries(FILES).map(([path, load]) => [path.split("/").at(-2) ?? "", load]));

export const LANGUAGES: readonly string[] = [...BY_TAG.keys()];

/** The file of one of these, but of English, which is always here; a further try is by another address (see `late.ts`). */
export function catalogueFile(tag: string, _again: string): Promise<{ readonly default: Catalogue }> {
  return BY_TAG.get(tag)?.() ?? Promise.reject(new Error(`there is no "${tag}"`));
}
