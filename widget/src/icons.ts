// The few pictures, drawn as lines on a grid of 24.

import { html, type TemplateResult } from "./template.js";

export const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;

export const send = icon("M12 19V5M5 12l7-7 7 7");
export const smile = icon("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9 9.500v.01M15 9.500v.01M8.500 14a4 4 0 0 0 7 0");
export const spinner = icon("M12 3a9 9 0 1 1-9 9");
export const bubbles = icon(
  "M20 11.5a7.5 7 0 0 1-11 6.2L4 19l1.4-4.1A7 7 0 0 1 4.500 11.500 7.5 7 0 0 1 12 4.500a7.5 7 0 0 1 8 7ZM9 11.500v.01M12.300 11.500v.01M15.600 11.500v.01",
);
