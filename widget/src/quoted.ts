// Messages that are quoted, and are not among those that are read: each is asked for once, a few at a time, and changes as it
// does in the room. Fetched where a line quotes one.

import { browser } from "./platform.js";
import type { Room } from "./room.js";
import { findMessage } from "./timeline.js";
import type { Message } from "./types.js";

/** Who has drawn a line without what it quotes. */
interface Drawer {
  update(): void;
}

/** So many are on their way at a time. */
const AT_ONCE = 2;
/** How things stand where there is something to be had. */
const READABLE: readonly string[] = ["live", "locked", "restricted"];
/** What is on a page that comes meanwhile is not asked for. */
const AFTER_MS = 300;

class Quoted {
  readonly #room: Room;
  readonly #drawers = new Set<Drawer>();
  /** All that were asked for since the room began; undefined for what did not come, or not yet. */
  readonly #known = new Map<number, Message | undefined>();
  #waiting: number[] = [];
  #asking = 0;
  #era = 0;
  #timer: number | undefined;

  constructor(room: Room) {
    this.#room = room;
    room.listen((event) => {
      if (event.type === "change") this.#take(event.message);
      else if (event.type === "state") this.#askSoon();
    });
  }

  find(id: number, drawer: Drawer | undefined | false): Message | undefined {
    const { timeline, ignored } = this.#room;
    // Of another history, or kept no longer.
    if (this.#era !== timeline.era) {
      this.#era = timeline.era;
      this.#known.clear();
      this.#waiting = [];
    }
    if (id < timeline.first) return undefined;
    const message = findMessage(timeline.messages, id) ?? this.#known.get(id);
    if (message) return ignored.has(message.sender?.id ?? "") ? undefined : message;
    if (!drawer) return undefined;
    this.#drawers.add(drawer);
    if (!this.#known.has(id)) {
      this.#known.set(id, undefined);
      this.#waiting.push(id);
      this.#askSoon();
    }
    return undefined;
  }

  #askSoon(): void {
    this.#timer ??= browser.setTimeout(() => {
      this.#timer = undefined;
      while (this.#asking < AT_ONCE && this.#ask());
    }, AFTER_MS);
  }

  /** False where nothing is to be asked for now. */
  #ask(): boolean {
    const room = this.#room;
    const { timeline, state } = room;
    if (room.isClosed || !READABLE.includes(state)) return false;
    const id = this.#waiting.shift();
    if (id === undefined) return false;
    if (findMessage(timeline.messages, id)) {
      // Where it is let go of again it is asked for then.
      this.#known.delete(id);
      return true;
    }
    this.#asking += 1;
    const settle = (message?: Message) => {
      this.#asking -= 1;
      if (message && room.timeline.era === timeline.era) this.#take(message);
      this.#ask();
      // A line that waits still is not drawn again before that, and so does not say again that it does.
      if (this.#asking === 0 && this.#waiting.length === 0) this.#drawers.clear();
    };
    // What does not come stays unknown: the line leads to it all the same.
    room.ask<Message>(`/messages/${id}`).then(settle, () => settle());
    return true;
  }

  #take(message: Message): void {
    const known = this.#known.get(message.id);
    if (!this.#known.has(message.id) || (known && known.version >= message.version)) return;
    this.#known.set(message.id, message);
    for (const drawer of this.#drawers) drawer.update();
  }
}

const rooms = new WeakMap<Room, Quoted>();

/**
 * A message of the room, where it is known and not of somebody whom the reader ignores; else it is asked for, where there is
 * somebody to draw it when it comes.
 */
export function find(room: Room, id: number, drawer: Drawer | undefined | false): Message | undefined {
  let quoted = rooms.get(room);
  if (!quoted) {
    quoted = new Quoted(room);
    rooms.set(room, quoted);
  }
  return quoted.find(id, drawer);
}
