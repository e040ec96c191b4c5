// The few pictures, drawn as lines on a grid of 24.

import { html, type TemplateResult } from "./template.js";

const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;

export const send = icon("M12 19V5M5 12l7-7 7 7");
export const down = icon("M12 5v14M19 12l-7 7-7-7");
export const clock = icon("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8v4l2.5 2.5");
export const check = icon("M5 12.5 10 17.5 19.5 7");
export const alert = icon("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8v5M12 16.5v.01");
export const info = icon("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 8v.01");
export const bell = icon("M6 9a6 6 0 0 1 12 0c0 6 2.5 7 2.5 7h-17S6 15 6 9M10 20a2.2 2.2 0 0 0 4 0");
export const star = icon("M12 4v16M4 12h16M6.5 6.5l11 11M17.5 6.5l-11 11");
export const enter = icon("M14 4h4a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4M10 16l4-4-4-4M14 12H4");
export const leave = icon("M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 16l5-4-5-4M20 12H9");
export const smile = icon("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9 9.500v.01M15 9.500v.01M8.500 14a4 4 0 0 0 7 0");
export const reply = icon("M9 14 4 9l5-5M4 9h10a6 6 0 0 1 6 6v4");
export const dots = icon("M5 12h.01M12 12h.01M19 12h.01");
export const close = icon("M6 6l12 12M18 6 6 18");
export const spinner = icon("M12 3a9 9 0 1 1-9 9");
export const bubbles = icon(
  "M20 11.5a7.5 7 0 0 1-11 6.2L4 19l1.4-4.1A7 7 0 0 1 4.500 11.500 7.5 7 0 0 1 12 4.500a7.5 7 0 0 1 8 7ZM9 11.500v.01M12.300 11.500v.01M15.600 11.500v.01",
);
