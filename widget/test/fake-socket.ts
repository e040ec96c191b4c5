// The server's end of a line, for an element in a page without a network.

import type { Message } from "../src/types.js";

export const ANA = { id: "ana", name: "Ana" };
export const ME = { id: "me", name: "Me" };
export const SETTINGS = {
  version: 1,
  first: 1,
  locked: false,
  slow_seconds: 0,
  announce: false,
  text_max: 20,
  edit_minutes: 15,
  presence: "names",
};
export const MAY = ["read", "say", "action"];

export class Socket {
  static last: Socket;
  static room: string;
  static page: object;
  /** Says nothing about rooms until it is let. */
  static isHeld = false;
  readyState = 1;
  frames: Record<string, unknown>[] = [];
  onopen: () => void = () => undefined;
  onmessage: (event: { data: string }) => void = () => undefined;
  onclose: (event: { code: number }) => void = () => undefined;

  /** From now on this room is there, and empty. */
  static begin(room: string): void {
    Socket.room = room;
    Socket.page = Socket.pageOf([]);
    Socket.isHeld = false;
  }

  static pageOf(messages: Partial<Message>[], more: object = {}): object {
    return {
      room: Socket.room,
      cursor: "0123456789abcdef.9",
      messages: messages.map((message, index) => ({
        id: index + 1,
        version: index + 1,
        sender: ANA,
        text: "",
        created: "2026-01-01T12:00:00.000Z",
        ...message,
      })),
      more: false,
      reset: false,
      first: 1,
      settings: SETTINGS,
      me: { ...ME, level: "say", may: MAY },
      present: { count: 1, people: [ME] },
      ...more,
    };
  }

  constructor() {
    Socket.last = this;
    queueMicrotask(() => this.onopen());
  }

  send(text: string) {
    const frame = JSON.parse(text);
    this.frames.push(frame);
    if (frame.type === "hello") this.tell({ type: "welcome", beat_s: 25, limits: { rooms: 50, frame_bytes: 65_536 } });
    if (frame.type === "open" && !Socket.isHeld) this.tell({ type: "opened", ref: frame.ref, ...Socket.page });
  }

  /** Lets what was held go. */
  release(): void {
    Socket.isHeld = false;
    for (const { type, ref } of this.frames) if (type === "open") this.tell({ type: "opened", ref, ...Socket.page });
  }

  close() {}

  tell(frame: object) {
    this.onmessage({ data: JSON.stringify(frame) });
  }

  change(message: Partial<Message>) {
    const id = message.id ?? 20;
    this.tell({
      type: "change",
      room: Socket.room,
      cursor: `0123456789abcdef.${id}`,
      message: {
        id,
        version: id,
        kind: "message",
        sender: ANA,
        text: "new",
        created: "2026-01-01T12:00:00.000Z",
        ...message,
      },
    });
  }
}
