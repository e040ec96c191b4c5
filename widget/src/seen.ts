// What of a room the reader has seen, and what has come since.

import type { Room } from "./room.js";
import { newestMessages, place } from "./timeline.js";
import type { Message } from "./types.js";

const COUNTED: readonly string[] = ["message", "action", "notification"];

export class Seen {
  /** How many messages of others are there that were not seen: among those that are held. */
  unread = 0;
  /** The first message that was not seen: a line stands above it. */
  from: number | undefined;
  #room: Room | undefined;
  #upTo: number | undefined;

  begin(room: Room | undefined): void {
    this.#room = room;
    this.unread = 0;
    this.from = this.#upTo = undefined;
  }

  /** A first page is in. Of a room in which nobody has read before nothing counts as missed. */
  ready(): void {
    this.#upTo = this.#room?.readUpTo ?? this.#room?.newest;
    this.unread = 0;
    this.count();
  }

  /** Looks at what is there now. True where another number is unread than before. */
  count(): boolean {
    const room = this.#room;
    if (!room || this.#upTo === undefined) return false;
    // It may have been read elsewhere.
    const upTo = Math.max(this.#upTo, room.readUpTo ?? 0);
    this.#upTo = upTo;
    const before = this.unread;
    const unseen = unseenOf(newestMessages(room.timeline), upTo, room.self?.id, room.ignored);
    this.unread = unseen.length;
    if (before === 0 && this.unread > 0) this.from = unseen[0]?.id;
    return this.unread !== before;
  }

  /** All that is there is in sight. True where something of it was not before. */
  all(): boolean {
    const room = this.#room;
    if (!room || this.#upTo === undefined) return false;
    this.#upTo = Math.max(this.#upTo, room.newest);
    room.markRead(this.#upTo);
    return this.count();
  }
}

/** Messages of others, newer than one that was read: who comes and goes is none, nor what is gone, or whom one ignores. */
export function unseenOf(
  messages: readonly Message[],
  upTo: number,
  self: string | undefined,
  ignored: ReadonlySet<string>,
): Message[] {
  return messages
    .slice(place(messages, upTo + 1))
    .filter(
      ({ kind, sender, deleted }) =>
        COUNTED.includes(kind) &&
        deleted === undefined &&
        (sender?.id ?? "") !== self &&
        !ignored.has(sender?.id ?? ""),
    );
}
