// What of a room the reader has seen, and what has come since.

import type { Room } from "./room.js";
import { newestMessages } from "./timeline.js";
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
    this.unread = 0;
    const messages = newestMessages(room.timeline);
    let first: number | undefined;
    for (let i = messages.length - 1; (messages[i]?.id ?? 0) > upTo; i--) {
      const message = messages[i] as Message;
      if (!this.#counts(room, message)) continue;
      this.unread += 1;
      first = message.id;
    }
    if (before === 0 && this.unread > 0) this.from = first;
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

  #counts({ self, ignored }: Room, { kind, sender, deleted }: Message): boolean {
    const id = sender?.id ?? "";
    return COUNTED.includes(kind) && deleted === undefined && (id === "" || id !== self?.id) && !ignored.has(id);
  }
}
