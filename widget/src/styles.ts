// The style sheet, put together.

import sheet from "./styles.css";

const HUES = 12;
const hues = Array.from({ length: HUES }, (_, index) => `.hue-${index}{--hue:${index * (360 / HUES) + 8}}`).join("");
const styles = sheet + hues;
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
