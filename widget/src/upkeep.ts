// What somebody needs who stays, and is known: the next token before one ends, or when tokens come from elsewhere, the server told
// of what is read, and asked about what waits for review; and for who draws a room of their own, what changes in it. Fetched
// when the first of it is due.

export { ChangesTaker } from "./changes.js";
export { HeldAsk } from "./held-ask.js";
export { Marks } from "./marks.js";
export { planRenewal } from "./renewal.js";
export { takeSource } from "./source-check.js";
