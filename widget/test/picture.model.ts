// A reader at a bad line who also writes, for the property of the picture: an open room as it is, with its outbox in the browser's
// storage, against a model of a server that takes what is said, refuses it, or holds it for review. What is to be seen in the end
// is worked out beside it, plainly, from what the server has and from what the reader was told.

import type { Connection, RoomAsk } from "../src/connection.js";
import type { FeedListener } from "../src/feed.js";
import { Refused, Unreachable } from "../src/http.js";
import { toLines } from "../src/lines.js";
import type { Platform } from "../src/platform.js";
import { Room } from "../src/room.js";
import type { Code, Kind, Me, Message, Page, Problem, Say } from "../src/types.js";
import { testPlatform } from "./helpers.js";
import { type Drawn, inWords, plainly, type Row } from "./plain-lines.js";
import { type Entry, ME, PAGE, Room as Server } from "./timeline.model.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WHO: Me = { ...ME, level: "say", may: ["read", "say"] };
const OTHERS = [
  { id: "ana", name: "Ana" },
  { id: "ben", name: "Ben" },
] as const;
const KINDS: readonly Kind[] = ["message", "message", "message", "action", "join"];

/** Something said here, and what its writer knows of it. */
interface Said {
  readonly clientId: string;
  readonly text: string;
  readonly kind: Kind;
  at: number;
  isDiscarded: boolean;
  /** It was acknowledged in the history that is read, or seen in the room. */
  isKnown: boolean;
  /** With what it was refused. */
  refused: Code | undefined;
  /** It was told that it waits for review. */
  isHeld: boolean;
  /** As what it was acknowledged, in which era. */
  ack: { readonly id: number; readonly era: number } | undefined;
}

interface Asked {
  readonly say: Say | undefined;
  readonly era: number;
  readonly handle: (pick: number) => unknown;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  /** What the server has made of it. */
  answer?: { readonly is: unknown };
}

const problem = (code: Code, status: number): Problem => ({ code, title: code, status });

export type Step = readonly [name: (typeof STEPS)[number], pick: number];

export const STEPS = [
  "others",
  "edit",
  "delete",
  "retain",
  "emit",
  "emitCompacted",
  "arrive",
  "lineLost",
  "lineBack",
  "reset",
  "restore",
  "older",
  "goTo",
  "newer",
  "say",
  "serverTakes",
  "answerArrives",
  "answerLost",
  "approve",
  "reject",
  "retry",
  "discard",
  "amend",
  "reload",
  "timePasses",
] as const;

export class World {
  readonly server = new Server();
  room!: Room;
  /** What a reader should not have seen on the way, in words. */
  fault: string | undefined;
  #feed!: FeedListener;
  /** Undefined where the next page is a first one. */
  #cursor: number | undefined;
  #isUp = false;
  #sentUpTo = 0;
  #line: Entry[] = [];
  #asked: Asked[] = [];
  /** What waits for review, with the head of the room when it began to; and what was not let in. */
  readonly #held = new Map<string, { text: string; kind: Kind; since: number }>();
  readonly #rejected = new Map<string, number>();
  readonly #said = new Map<string, Said>();
  readonly #kept = new Map<string, string>();
  #timers: { id: number; due: number; run: () => void }[] = [];
  #count = 0;
  /** By the server's clock; the reader's own is wrong by `skew`. */
  #clock = Date.UTC(2026, 0, 1, 22, 40);
  readonly #skew: number;

  constructor(already: number, skew: number) {
    this.#skew = skew;
    for (let i = 0; i < already; i++) this.others(i);
    this.#load(0);
  }

  async run(steps: readonly Step[], endsWithReload: boolean): Promise<void> {
    for (const [name, pick] of steps) {
      // No two things come to pass at once.
      this.#clock += 1;
      await this[name](pick);
      await this.#look();
    }
    await this.#settle();
    if (!endsWithReload) return;
    this.reload(1);
    await this.#settle();
  }

  /** What the element draws of the room: see `Log.prepare`. */
  get drawn(): Drawn[] {
    const { messages, outbox, self, reading } = this.room;
    return toLines(messages, reading.hasNewer ? [] : outbox, self).map(inWords);
  }

  /** What is to be drawn at the end of the room, worked out plainly. */
  get expected(): Drawn[] {
    const from = this.room.timeline.ranges.at(-1)?.from ?? 0;
    const rows: Row[] = this.server
      .inOrder()
      .filter(({ id }) => id >= from)
      .map((message) => ({ message, is: "said" }));
    for (const said of [...this.#said.values()].sort((a, b) => a.at - b.at)) {
      const is = this.#standing(said);
      if (is === undefined) continue;
      const created = new Date(said.at).toISOString();
      rows.push({ message: { ...said, id: 0, version: 0, sender: ME, created, client_id: said.clientId }, is });
    }
    return rows.map((row, index) => plainly(rows[index - 1], row, rows[index + 1]));
  }

  /** How many of the newest messages are there in any case. */
  get newest(): number {
    return Math.min(PAGE, this.server.messages.size);
  }

  // What happens at the server.

  others(pick: number): void {
    this.#clock += (pick % 4) * MINUTE;
    for (let i = 0; i <= pick % 3; i++) {
      const sender = OTHERS[(pick >> i) % 2] ?? ME;
      const kind = KINDS[(pick + i) % KINDS.length] ?? "message";
      this.server.say(sender, `other-${this.#count++}`, { kind, created: this.#created });
    }
  }
  edit(pick: number): void {
    this.server.change(pick, (m) => ({ ...m, text: `${m.text}'` }));
  }
  delete(pick: number): void {
    this.server.change(pick, (m) => ({ ...m, text: "", deleted: m.created }));
  }
  /** What lies below is gone at once for every reader. */
  retain(pick: number): void {
    this.server.retain(pick);
    this.#line = this.#line.filter((entry) => this.#isThere(entry));
  }
  /** A backup is put back: what came to be since it was made never was. Whoever has read of it is reset. */
  restore(pick: number): void {
    this.server.restore(pick);
    const { version } = this.server;
    for (const [clientId, { since }] of this.#held) if (since > version) this.#held.delete(clientId);
    for (const [clientId, since] of this.#rejected) if (since > version) this.#rejected.delete(clientId);
    this.#cursor = undefined;
    if (this.#isUp) this.#begin();
  }
  approve(pick: number): void {
    const [clientId, held] = pickOf([...this.#held], pick) ?? [];
    if (clientId === undefined || !held) return;
    this.#held.delete(clientId);
    this.server.say(ME, clientId, { text: held.text, kind: held.kind, created: this.#created });
  }
  reject(pick: number): void {
    const [clientId] = pickOf([...this.#held], pick) ?? [];
    if (clientId === undefined) return;
    this.#held.delete(clientId);
    this.#rejected.set(clientId, this.server.version);
  }
  serverTakes(pick: number): void {
    const asked = pickOf(
      this.#asked.filter(({ answer }) => !answer),
      pick,
    );
    if (asked) asked.answer = { is: asked.handle(pick) };
  }

  // What happens on the line.

  emit(): void {
    if (this.#isUp) this.#put(this.server.log.find((entry) => entry.version > this.#sentUpTo && this.#isThere(entry)));
  }
  emitCompacted(): void {
    if (this.#isUp) this.#put(this.server.log.find((entry) => entry.version > this.#sentUpTo && this.#isNewest(entry)));
  }
  arrive(): void {
    const entry = this.#line.shift();
    if (!entry) return;
    this.#cursor = entry.version;
    const { message, first } = entry;
    this.#isSeen(message ? [message] : []);
    if (message) this.#feed.change({ message });
    else this.#feed.change({ settings: { ...SETTINGS, version: entry.version, first: first ?? 0 } });
  }
  lineLost(): void {
    if (!this.#isUp) return;
    this.#isUp = false;
    this.#line = [];
    this.#feed.line("connecting");
  }
  lineBack(): void {
    if (this.#isUp) return;
    this.#isUp = true;
    this.#line = [];
    if (this.#cursor === undefined) this.#begin();
    else this.#goOn(this.#cursor);
    this.#feed.line("live");
  }
  reset(): void {
    if (this.#isUp) this.#begin();
  }
  async answerArrives(pick: number): Promise<void> {
    const asked = pickOf(
      this.#asked.filter(({ answer }) => answer),
      pick,
    );
    if (!asked?.answer) return;
    const { is } = asked.answer;
    this.#asked = this.#asked.filter((other) => other !== asked);
    if (asked.say) this.#told(asked.say.clientId, asked.era, is);
    if (is instanceof Error) asked.reject(is);
    else asked.resolve(is);
  }
  answerLost(pick: number): void {
    const asked = pickOf(this.#asked, pick);
    this.#asked = this.#asked.filter((other) => other !== asked);
    asked?.reject(new Unreachable("no answer"));
  }

  // What the reader does.

  say(pick: number): void {
    const kind: Kind = pick % 5 === 0 ? "action" : "message";
    const before = this.room.outbox.length;
    this.room.say(`mine ${this.#count++}`, { kind }).catch(() => undefined);
    const draft = this.room.outbox[before];
    if (!draft) return;
    const { clientId, text, at } = draft;
    const nothing = { isDiscarded: false, isKnown: false, refused: undefined, isHeld: false, ack: undefined };
    this.#said.set(clientId, { clientId, text, kind, at, ...nothing });
  }
  retry(pick: number): void {
    const said = this.#failed(pick);
    if (!said) return;
    // One that was given up begins a new day.
    if (said.refused === undefined) said.at = this.#clock + this.#skew;
    said.refused = undefined;
    this.room.retry(said.clientId);
  }
  discard(pick: number): void {
    const said = this.#failed(pick);
    if (!said) return;
    this.room.discard(said.clientId);
    said.isDiscarded = true;
  }
  amend(pick: number): void {
    const message = pickOf(this.room.messages, pick);
    if (message) this.room.edit(message.id, `${message.text}*`).catch(() => undefined);
  }
  older(): void {
    void this.room.older();
  }
  newer(): void {
    void this.room.reading.newer();
  }
  goTo(pick: number): void {
    if (pick % 2) this.room.reading.toEnd();
    else void this.room.reading.show(1 + (pick % Math.max(1, this.server.version)));
  }
  /** The page goes, and all that was on its way to it: what was said by nobody that is known yet goes with it. */
  reload(pick: number): void {
    for (const draft of this.room.outbox) if (!draft.sender) this.#said.delete(draft.clientId);
    for (const said of this.#said.values()) said.ack = undefined;
    this.#load(pick);
  }
  async timePasses(pick: number): Promise<void> {
    await this.#wait([1_000, MINUTE, MINUTE, 6 * MINUTE, DAY / 2][pick % 5] ?? 0);
  }

  get #created(): string {
    return new Date(this.#clock).toISOString();
  }

  /** How a line that is not in the room stands for whoever wrote it; undefined where it is not in sight. */
  #standing({ clientId, at, isDiscarded, isKnown, refused }: Said): Drawn["is"] | undefined {
    if (isDiscarded || isKnown) return undefined;
    if (refused !== undefined) return `failed: ${refused}`;
    const draft = this.room.outbox.find((other) => other.clientId === clientId);
    // Nobody expects any more that it is said.
    const isGivenUp = draft?.problem?.code === "given_up" && this.#clock + this.#skew - at >= DAY;
    if (isGivenUp) return "failed: given_up";
    return this.#held.has(clientId) ? "held" : "failed: lost";
  }

  #failed(pick: number): Said | undefined {
    const failed = this.room.outbox.filter(({ state }) => state === "failed");
    return this.#said.get(pickOf(failed, pick)?.clientId ?? "");
  }

  #told(clientId: string, era: number, answer: unknown): void {
    const said = this.#said.get(clientId);
    const draft = this.room.outbox.find((other) => other.clientId === clientId);
    if (!said || !draft) return;
    if (!(answer instanceof Refused)) {
      said.isHeld = answer === "held";
      // What a lost history has acknowledged is said again.
      if (said.isHeld || era !== this.room.timeline.era) return;
      said.isKnown = true;
      said.ack = { id: (answer as Message).id, era };
      return;
    }
    const { code } = answer.problem;
    if (code === "store_away" || (draft.state === "held" && code !== "refused")) return;
    said.refused = code;
    said.isHeld = false;
  }

  /** What the reader sees after each step. */
  async #look(): Promise<void> {
    await settled();
    this.#isSeen(this.room.timeline.messages);
    const { timeline, reading, outbox } = this.room;
    const keys = this.drawn.map(({ key }) => key);
    if (new Set(keys).size < keys.length) this.fault ??= `two lines have the same key: ${keys}`;
    for (const { clientId, ack, isHeld, refused } of this.#said.values()) {
      const draft = outbox.find((other) => other.clientId === clientId);
      const isHeldHere = draft?.sender && draft.state !== "held" && isHeld && refused === undefined;
      if (isHeldHere) this.fault ??= `${clientId} is held, and drawn as ${draft.state}`;
      const from = Math.max(timeline.first, timeline.ranges.at(-1)?.from ?? Infinity);
      const isInSight = this.#cursor !== undefined && ack?.era === timeline.era && ack.id >= from && !reading.hasNewer;
      if (isInSight && !keys.includes(`c${clientId}`))
        this.fault ??= `${clientId} was acknowledged, and went out of sight`;
    }
  }

  /** What the feed has brought is said, also where no place is held for it. */
  #isSeen(messages: readonly Message[]): void {
    for (const { client_id, sender } of messages) {
      const said = sender?.id === ME.id && this.#said.get(client_id ?? "");
      if (said) said.isKnown = true;
    }
  }

  /** The line is good again: all that is on its way arrives, and what the reader waits for comes to an end. */
  async #settle(): Promise<void> {
    this.lineBack();
    for (let minutes = 0; minutes < 200; minutes++) {
      let turns = 0;
      while (this.#asked.length > 0 || (this.#cursor ?? 0) < this.server.version) {
        if (++turns > 500) {
          this.fault ??= "it is asked without end";
          return;
        }
        this.serverTakes(0);
        await this.answerArrives(0);
        this.emit();
        this.arrive();
        await this.#look();
      }
      this.room.reading.toEnd();
      await this.#look();
      if (JSON.stringify(this.drawn) === JSON.stringify(this.expected)) return;
      await this.#wait(MINUTE);
    }
  }

  #load(pick: number): void {
    this.#timers = [];
    this.#asked = [];
    this.#line = [];
    this.#isUp = false;
    this.#cursor = undefined;
    this.room = new Room("t/1", this.#connection(), this.#platform(), () => undefined);
    this.room.reading.keepMax = 2 * PAGE;
    // The host may have brought the page along.
    const page = pick % 3 === 1 ? this.#page(this.server.newest()) : undefined;
    this.room.hold(page);
    if (page) this.#cursor = this.server.version;
    if (pick % 2 === 0) this.lineBack();
  }

  #page(page: Page): Page {
    return { ...page, me: WHO, cursor: String(this.server.version) };
  }

  #begin(): void {
    this.#line = [];
    this.#cursor = this.#sentUpTo = this.server.version;
    this.#feed.begin(this.#page(this.server.newest()));
  }

  /** The first page of what was missed; the rest comes behind it. */
  #goOn(cursor: number): void {
    const missed = this.server.log.filter((entry) => entry.version > cursor && this.#isNewest(entry));
    const part = missed.slice(0, PAGE);
    const messages = part.flatMap(({ message }) => message ?? []);
    this.#isSeen(messages);
    const more = missed.length > PAGE;
    this.#cursor = this.#sentUpTo = more ? (part.at(-1)?.version ?? cursor) : this.server.version;
    this.#feed.page({ ...this.#page(this.server.page(messages, more)), cursor: String(this.#cursor) }, false);
  }

  #isNewest(entry: Entry): boolean {
    return entry.message
      ? this.server.messages.get(entry.message.id)?.version === entry.version
      : !this.server.log.some((other) => other.first !== undefined && other.version > entry.version);
  }

  #isThere({ message }: Entry): boolean {
    return message === undefined || this.server.messages.has(message.id);
  }

  #put(entry: Entry | undefined): void {
    if (!entry) return;
    this.#sentUpTo = entry.version;
    this.#line.push(entry);
  }

  #connection(): Connection {
    const ask = (handle: Asked["handle"], say?: Say) =>
      new Promise((resolve, reject) => {
        this.#asked.push({ say, era: this.room.timeline.era, handle, resolve, reject });
      });
    return {
      server: "https://chat.example/",
      identity: { refused: async () => undefined },
      follow: (_: string, feed: FeedListener) => {
        this.#feed = feed;
      },
      unfollow: () => undefined,
      say: (_: string, say: Say) => ask((pick) => this.#take(say, pick), say),
      ask: (_: string, path: string, { query, body }: RoomAsk = {}) =>
        ask(() => {
          if (path === "/messages") return this.server.around(query as { before: number });
          return this.#amend(Number(path.split("/").at(-1)), (body as { text: string }).text);
        }),
    } as unknown as Connection;
  }

  /** What the server makes of what is said: known already, let in, refused, held, or not for now. */
  #take({ clientId, text, kind }: Say, pick: number): Message | "held" | Refused {
    const known = this.server.find(ME.id, clientId);
    if (known) return known;
    if (this.#held.has(clientId)) return "held";
    if (this.#rejected.has(clientId)) return new Refused(problem("refused", 403));
    switch (pick % 8) {
      case 5:
      case 6:
        this.#held.set(clientId, { text, kind, since: this.server.version });
        return "held";
      case 7:
        return new Refused(problem("locked", 403));
      case 4:
        return new Refused(problem("store_away", 503));
      default:
        return this.server.say(ME, clientId, { text, kind, created: this.#created });
    }
  }

  #amend(id: number, text: string): Message | Refused {
    const message = this.server.messages.get(id);
    if (!message || message.deleted) return new Refused(problem("not_found", 404));
    return this.server.commit({ ...message, text });
  }

  #platform(): Platform {
    const storage = this.#kept;
    return {
      ...testPlatform(1),
      now: () => this.#clock + this.#skew,
      random: () => 0.5,
      setTimeout: (run, ms) => {
        this.#timers.push({ id: ++this.#count, due: this.#clock + ms, run });
        return this.#count;
      },
      clearTimeout: (timer) => {
        this.#timers = this.#timers.filter(({ id }) => id !== timer);
      },
      storage: {
        getItem: (key) => storage.get(key) ?? null,
        setItem: (key, value) => storage.set(key, value),
        removeItem: (key) => storage.delete(key),
        key: (index) => [...storage.keys()][index] ?? null,
        get length() {
          return storage.size;
        },
      },
      onStorage: () => () => undefined,
      lock: (_, run) => run(),
      randomId: () => `client-${String(this.#count++).padStart(6, "0")}`,
    };
  }

  async #wait(ms: number): Promise<void> {
    const end = this.#clock + ms;
    for (;;) {
      const [next] = this.#timers.sort((a, b) => a.due - b.due);
      if (!next || next.due > end) break;
      this.#timers.shift();
      this.#clock = Math.max(this.#clock, next.due);
      next.run();
      await settled();
    }
    this.#clock = end;
  }
}

const SETTINGS = {
  version: 0,
  first: 0,
  locked: false,
  slow_seconds: 0,
  announce: false,
  text_max: 2_000,
  edit_minutes: 15,
  presence: "names",
} as unknown as NonNullable<Page["settings"]>;

function pickOf<T>(list: readonly T[], pick: number): T | undefined {
  return list[pick % Math.max(1, list.length)];
}

/** All that is settled by now has been heard. */
async function settled(): Promise<void> {
  for (let i = 0; i < 12; i++) await undefined;
}
