// The pictures of what can be done.

import { icon } from "../icons.js";

export const reply = icon("M9 14 4 9l5-5M4 9h10a6 6 0 0 1 6 6v4");
export const down = icon("M12 5v14M19 12l-7 7-7-7");
export const dots = icon("M5 12h.01M12 12h.01M19 12h.01");
export const close = icon("M6 6l12 12M18 6 6 18");
