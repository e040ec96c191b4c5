// What who builds the site has to know, in their browser's console: each thing once on a page. Fetched when there is something.

import { SignedOut } from "./identity.js";
import { whoseIs } from "./token.js";
import type { Problem } from "./types.js";

type Refusal = Pick<Problem, "code"> & Partial<Problem>;

/** A page's script may give an element its room a while after the element is there. */
const NAMED_MS = 3_000;
/** Tokens end where a machine sleeps, and others come: one that ends so soon after another has never been good. */
const EXPIRED_MS = 60_000;
/** These befall readers of a site where nothing is wrong. */
const ORDINARY: readonly string[] = [
  "token_missing",
  "muted",
  "banned",
  "locked",
  "room_deleted",
  "moved",
  "slow_down",
  "too_many",
  "internal",
  "store_away",
  "unknown",
  "draining",
];

const told = new Set<string>();
let expiredAt = -Infinity;

/**
 * `about` is why there is no token, a refusal of the server, or an element whose room has no name; `which` the room that is
 * refused, or the token.
 */
export function tell(about: unknown, which = ""): void {
  if (about instanceof Error) warn(`no token: ${whyNoToken(about)}`);
  else if (about instanceof Object && "code" in about) tellRefusal(about as Refusal, which);
  else if (about instanceof HTMLElement)
    setTimeout(() => tellUnnamed(about as HTMLElement & { room: string }, which), NAMED_MS);
}

function whyNoToken(error: Error): string {
  if (error instanceof SignedOut) return `${error.message}, and neither {"token": …} nor 204`;
  if (error.message === "no answer") return "the page's token-url or getToken gave no answer";
  return error.message;
}

function tellRefusal({ code, title, detail }: Refusal, which: string): void {
  // A guest's token is the server's own, and the widget helps itself to the next one.
  if (ORDINARY.includes(code) || String(whoseIs(which)).startsWith("~")) return;
  // What is no room's name is the token, which is nobody else's to see.
  const room = which.includes("/") ? which : "";
  const why = `(${code})${detail || title ? `: ${detail || title}` : ""}`;
  if (code === "token_invalid" || code === "token_expired") {
    const before = expiredAt;
    expiredAt = Date.now();
    if (code === "token_expired" && expiredAt - before > EXPIRED_MS) return;
    warn(`the token is refused ${why} Look at it with "tertulia token check TOKEN"`);
  } else if (room && (code === "not_found" || code === "not_allowed"))
    warn(`${room} is refused ${why} What a token grants says "tertulia token check TOKEN ${room}"`);
  else warn(`${room || "this page"} is refused ${why}`);
}

function tellUnnamed(element: HTMLElement & { room: string }, room: string): void {
  if (!element.isConnected || element.room !== room) return;
  if (room) warn(`"${room}" is no room name; it has the form type/id`);
  else warn('<tertulia-room> has no room, as in room="project/42"');
}

function warn(line: string): void {
  if (told.has(line)) return;
  told.add(line);
  console.warn(`tertulia: ${line}`);
}
