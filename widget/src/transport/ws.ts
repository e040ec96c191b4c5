// WebSocket: many rooms on one line, both ways.

import { Refused, Unreachable } from "../http.js";
import { complain } from "../late.js";
import { type Platform, Watch } from "../platform.js";
import type { ClientFrame, Message, Problem, Say, ServerFrame } from "../types.js";
import { type Down, FIRST_PAGE, type Link, type LinkHandlers, type Opening, said } from "./link.js";

const SUBPROTOCOL = "tertulia.v1";
const CONNECT_MS = 10_000;
const WELCOME_MS = 5_000;
const SAY_MS = 15_000;

/** What is undefined is not written. */
type Loose<T> = T extends unknown ? { [Key in keyof T]: T[Key] | undefined } : never;

interface Pending {
  readonly resolve: (message: Message | "held") => void;
  readonly reject: (error: Error) => void;
  readonly timer: number;
}

export function openWebSocket(
  server: string,
  token: string | undefined,
  handlers: LinkHandlers,
  platform: Platform,
): Link {
  return new WebSocketLink(server, token, handlers, platform);
}

class WebSocketLink implements Link {
  readonly #socket: WebSocket;
  readonly #token: string | undefined;
  readonly #handlers: LinkHandlers;
  readonly #platform: Platform;
  readonly #watch: Watch;
  /** Rooms that wait for the welcome; then the refs of those that wait for their page. */
  #waiting: Opening[] | undefined = [];
  readonly #opening = new Map<string, string>();
  readonly #saying = new Map<string, Pending>();
  /** A room's present name to the name it was opened by. */
  readonly #names = new Map<string, string>();
  #refs = 0;
  #isOver = false;

  constructor(server: string, token: string | undefined, handlers: LinkHandlers, platform: Platform) {
    this.#token = token;
    this.#handlers = handlers;
    this.#platform = platform;
    this.#watch = new Watch(platform, () => this.#down({ why: this.#waiting ? "blocked" : "network" }));
    // A browser refuses some addresses by throwing: then nothing is waited for.
    this.#socket = new platform.WebSocket(`${server.replace(/^http/, "ws")}v1/socket`, SUBPROTOCOL);
    this.#watch.expect(CONNECT_MS);
    this.#socket.onopen = () => {
      this.#watch.expect(WELCOME_MS);
      this.#send({ type: "hello", token, lang: platform.lang });
    };
    this.#socket.onmessage = (event) => this.#receive(event.data);
    this.#socket.onclose = (event) => this.#down(meaning(event.code, this.#waiting === undefined));
  }

  open(opening: Opening): void {
    if (this.#waiting) {
      this.#waiting.push(opening);
      return;
    }
    const ref = `o${++this.#refs}`;
    this.#opening.set(ref, opening.room);
    const { room, after } = opening;
    // The token of hello holds for the rooms that bring none.
    const token = opening.token === this.#token ? undefined : opening.token;
    this.#send({ type: "open", ref, room, after, last: after === undefined ? FIRST_PAGE : undefined, token });
  }

  shut(room: string): void {
    this.#waiting = this.#waiting?.filter((opening) => opening.room !== room);
    if (!this.#waiting) this.#send({ type: "close", room: this.#presentName(room) });
  }

  say(room: string, say: Say): Promise<Message | "held"> {
    const ref = `s${++this.#refs}`;
    return new Promise((resolve, reject) => {
      const late = () => this.#settle(ref)?.reject(new Unreachable("no answer"));
      this.#saying.set(ref, { resolve, reject, timer: this.#platform.setTimeout(late, SAY_MS) });
      this.#send({ type: "say", ref, room: this.#presentName(room), ...said(say) });
    });
  }

  typing(room: string): void {
    if (!this.#waiting) this.#send({ type: "typing", room: this.#presentName(room) });
  }

  renew(room: string, token: string): void {
    if (!this.#waiting) this.#send({ type: "token", token, room: this.#presentName(room) });
  }

  end(): void {
    if (this.#isOver) return;
    this.#finish();
    this.#socket.close(1000);
  }

  #receive(data: unknown): void {
    if (this.#isOver) return;
    this.#watch.heard();
    const frame = parse(data);
    if (!frame) return;
    switch (frame.type) {
      case "welcome": {
        const waiting = this.#waiting ?? [];
        this.#waiting = undefined;
        this.#watch.expect(2_000 * frame.beat_s);
        for (const opening of waiting) this.open(opening);
        break;
      }
      case "opened": {
        const room = this.#takeRef(frame.ref) ?? frame.room;
        this.#names.set(frame.room, room);
        this.#handlers.frame(room, frame);
        break;
      }
      case "said":
        this.#settle(frame.ref)?.resolve(frame.message);
        break;
      case "held":
        this.#settle(frame.ref)?.resolve("held");
        break;
      case "problem":
        this.#refuse(frame.ref, frame);
        break;
      case "leaving":
        this.#handlers.leaving(frame.after_ms);
        break;
      case "beat":
        break;
      // One that is not known here is known to nobody behind either.
      default:
        this.#handlers.frame(this.#names.get(frame.room) ?? frame.room, frame);
    }
  }

  #refuse(ref: string | undefined, problem: Problem): void {
    const room = this.#takeRef(ref);
    if (room !== undefined) this.#handlers.refused(room, problem);
    else if (ref !== undefined) this.#settle(ref)?.reject(new Refused(problem));
    // Behind it the line is closed, by a number alone.
    else complain(problem, this.#token);
  }

  #takeRef(ref: string | undefined): string | undefined {
    if (ref === undefined) return undefined;
    const room = this.#opening.get(ref);
    this.#opening.delete(ref);
    return room;
  }

  #settle(ref: string): Pending | undefined {
    const pending = this.#saying.get(ref);
    this.#saying.delete(ref);
    this.#platform.clearTimeout(pending?.timer);
    return pending;
  }

  #presentName(room: string): string {
    for (const [present, opened] of this.#names) if (opened === room) return present;
    return room;
  }

  #send(frame: Loose<ClientFrame>): void {
    if (this.#socket.readyState === 1) this.#socket.send(JSON.stringify(frame));
  }

  #down(down: Down): void {
    if (this.#isOver) return;
    this.#finish();
    this.#socket.close();
    this.#handlers.down(down);
  }

  #finish(): void {
    this.#isOver = true;
    this.#watch.stop();
    for (const ref of [...this.#saying.keys()]) this.#settle(ref)?.reject(new Unreachable("the line is gone"));
  }
}

/** What a close code says about coming back. */
function meaning(code: number, wasWelcome: boolean): Down {
  switch (code) {
    case 1012:
    case 4008:
      return { why: "now" };
    case 1013:
      return { why: "later" };
    case 4001:
      return { why: "token" };
    case 4003:
      return { why: "never", code: "not_allowed" };
    case 4009:
      return { why: "never", code: "malformed" };
    default:
      return { why: wasWelcome ? "network" : "blocked" };
  }
}

/** Answers a `say` that waits for review. */
interface HeldFrame {
  readonly type: "held";
  readonly ref: string;
}

function parse(data: unknown): ServerFrame | HeldFrame | undefined {
  try {
    return JSON.parse(String(data)) as ServerFrame | HeldFrame;
  } catch {
    return undefined;
  }
}
