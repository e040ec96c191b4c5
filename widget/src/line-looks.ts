// The looks of `density="line"`: fetched where it is asked for.

import line from "./line.css";
import { addStyles } from "./styles.js";

export const addLineLooks = (root: ShadowRoot): void => addStyles(root, line);
