// What somebody needs who stays, and is known: the next token before one ends, the server told of what is read, and asked about
// what waits for review; and for who draws a room of their own, what changes in it. Fetched when the first of it is due.

import { BACKOFF_MAX_MS, type Feed } from "./feed.js";
import type { Feeds, Line } from "./feeds.js";
import { type Identity, SignedOut } from "./identity.js";
import { fetchGuests } from "./late.js";
import type { Platform } from "./platform.js";

export { ChangesTaker } from "./changes.js";
export { HeldAsk } from "./held-ask.js";
export { Marks } from "./marks.js";

/** A timer can't wait longer than 2³¹ ms. */
const WAIT_MAX_MS = 2_000_000_000;

/** Asks for the next token of an open room when 80 % of this one's time are over. */
export function planRenewal(
  room: string,
  feed: Feed,
  feeds: Feeds,
  line: Line,
  identity: Identity,
  platform: Platform,
): void {
  const isOld = () => !feed.isOpen || feeds.get(room) !== feed;
  const plan = (ms: number) => {
    platform.clearTimeout(feed.renewal);
    feed.renewal = platform.setTimeout(() => void renew(), ms);
  };
  const planNext = () => {
    const at = identity.renewAt(room);
    // What renews a guest is there when it is needed: a server that was brought up to date may have another file by then.
    if (identity.guest) void fetchGuests().catch(() => undefined);
    if (at < Infinity) plan(Math.min(WAIT_MAX_MS, Math.max(0, at - platform.now())));
  };
  const renew = async () => {
    const { link, isShared, sharing } = line;
    try {
      const token = await identity.token(room);
      if (isOld()) return;
      // Who has become somebody else, or nobody, does not go on by the line of who they were.
      if (sharing?.admits(token) === false) line.connectNow();
      else if (feeds.isSame(feed, token)) {
        if (token !== undefined) {
          feed.token = token;
          link?.renew?.(feed.name, token);
          line.token = token;
          sharing?.renewed();
        }
        planNext();
      }
    } catch (error) {
      if (isOld()) return;
      // The old one holds for a while yet. Its end is told by the server, but not on the line of another tab.
      const { endsAt = Infinity } = identity.inUse.get(room) ?? {};
      if (isShared && endsAt <= platform.now()) {
        link?.shut(feed.name);
        feeds.refused(feed.name, { code: error instanceof SignedOut ? "token_missing" : "token_expired" });
      } else plan(BACKOFF_MAX_MS);
    }
  };
  if (!isOld()) planNext();
}
