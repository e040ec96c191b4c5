// What changes in a room, for whoever takes it at their own pace. Nothing waits but ids, and of those not many: who is too far
// behind begins again with what the room holds, as a reader of the server's does.

import type { Room } from "./room.js";
import { findMessage, newestMessages } from "./timeline.js";
import type { Message } from "./types.js";

/** What has changed in a room since it was asked last. */
export interface Changes {
  /**
   * Everything begins again with these messages: at first, where the server had to reset, where another reads by now, and
   * where more than 500 messages had changed since.
   */
  readonly reset: boolean;
  /** In their newest state, by when that came to be; after a reset all that the room holds up to its end, by their ids. */
  readonly messages: readonly Message[];
  /** The lowest id that the room still keeps: what lies below is gone. */
  readonly first: number;
}

/** What may wait to be taken. */
const WAITING_MAX = 500;

export class ChangesTaker implements AsyncIterableIterator<Changes, undefined> {
  readonly #room: Room;
  readonly #waiting = new Set<number>();
  /** The history that was given, and from where on it was kept then. */
  #era: number | undefined;
  #first = 0;
  #isOver = false;
  /** Those who wait, each for the next of it. */
  readonly #takers: ((result: IteratorResult<Changes, undefined>) => void)[] = [];
  readonly #stop: () => void;

  constructor(room: Room) {
    this.#room = room;
    // Before the first page there is nothing to begin with.
    if (!room.isReady) this.#era = room.timeline.era;
    this.#stop = room.listen((event) => {
      if (event.type === "change") this.#changed(event.message.id);
      this.#serve();
      if (event.type === "closed") this.#end();
    });
    if (room.isClosed) this.#end();
  }

  next(): Promise<IteratorResult<Changes, undefined>> {
    return new Promise((resolve) => {
      this.#takers.push(resolve);
      this.#serve();
    });
  }

  /** Stops listening. Whoever waits is told that it is over. */
  return(): Promise<IteratorResult<Changes, undefined>> {
    this.#end();
    return this.next();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #changed(id: number): void {
    if (this.#waiting.size >= WAITING_MAX) this.#era = undefined;
    if (this.#era === undefined) this.#waiting.clear();
    else {
      // The newest state counts, and when that came to be.
      this.#waiting.delete(id);
      this.#waiting.add(id);
    }
  }

  #end(): void {
    this.#isOver = true;
    this.#stop();
    this.#serve();
  }

  #serve(): void {
    while (this.#takers.length > 0) {
      const value = this.#isOver ? undefined : this.#take();
      if (!value && !this.#isOver) return;
      this.#takers.shift()?.(value ? { done: false, value } : { done: true, value: undefined });
    }
  }

  #take(): Changes | undefined {
    const { timeline } = this.#room;
    const { first } = timeline;
    const reset = this.#era !== timeline.era;
    // A part of the room that is not held has changed where nobody sees it.
    const messages = reset
      ? newestMessages(timeline)
      : [...this.#waiting].flatMap((id) => findMessage(timeline.messages, id) ?? []);
    this.#waiting.clear();
    if (!reset && messages.length === 0 && first === this.#first) return undefined;
    this.#era = timeline.era;
    this.#first = first;
    return { reset, messages, first };
  }
}
