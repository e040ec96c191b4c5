// The style sheet, put together: dark declarations are written once, and hold in two cases.

import dark from "./dark.css";
import sheet from "./styles.css";

const HUES = 12;
const hues = Array.from({ length: HUES }, (_, index) => `.hue-${index}{--hue:${index * (360 / HUES) + 8}}`).join("");
const when = (condition: string) => dark.replace("(.when)", `(${condition})`);
const system = `@media (prefers-color-scheme:dark){${when(":not([theme=light])")}}`;

// What the dark declarations override comes before them, what may override them after.
const styles = `${sheet}${system}${when("[theme=dark]")}${hues}`;
const made = new Map<string, CSSStyleSheet>();

/** Gives a shadow root its looks, or what comes to them later; one style sheet for all elements. No policy forbids such. */
export function addStyles(root: ShadowRoot, text = styles): void {
  let style = made.get(text);
  if (!style) {
    style = new CSSStyleSheet();
    style.replaceSync(text);
    made.set(text, style);
  }
  if (!root.adoptedStyleSheets.includes(style)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, style];
}
