// The style sheet, put together: dark declarations are written once, and hold in two cases.

import { unsafeCSS } from "lit";
import dark from "./dark.css";
import sheet from "./styles.css";

const HUES = 12;
const hues = Array.from({ length: HUES }, (_, index) => `.hue-${index}{--hue:${index * (360 / HUES) + 8}}`).join("");
const when = (condition: string) => dark.replace("(.when)", `(${condition})`);
const system = `@media (prefers-color-scheme:dark){${when(":not([theme=light])")}}`;

// What the dark declarations override comes before them, what may override them after.
export const styles = unsafeCSS(`${sheet}${system}${when("[theme=dark]")}${hues}`);
