// A model of a room and of everything that can go wrong between it and a reader, for the timeline's properties.

import { type DraftEvent, reduceDrafts } from "../src/drafts.js";
import { type HistoryEvent, reduceHistory, type Span } from "../src/history.js";
import {
  type Draft,
  EMPTY,
  type Rules,
  reduce as reduceFeed,
  type Timeline,
  type TimelineEvent,
} from "../src/timeline.js";
import type { Message, Page } from "../src/types.js";

export const ME = { id: "me", name: "Me" };
const OTHER = { id: "ana", name: "Ana" };
export const PAGE = 3;

const OF_DRAFTS: readonly string[] = ["draft", "sending", "waiting", "said", "held", "failed", "restore", "discard"];

const OF_HISTORY: readonly string[] = ["ask", "history", "unanswered", "trim"];

/** All parts of the reducer. */
export function reduce(state: Timeline, event: TimelineEvent | DraftEvent | HistoryEvent, rules?: Rules): Timeline {
  if (OF_DRAFTS.includes(event.type)) return reduceDrafts(state, event as DraftEvent);
  if (OF_HISTORY.includes(event.type)) return reduceHistory(state, event as HistoryEvent, rules);
  return reduceFeed(state, event as TimelineEvent, rules);
}

/** One entry of the room's log: a state of a message, or the settings with their `first`. */
export type Entry = { readonly version: number; readonly message?: Message; readonly first?: number };

/** The truth: a log, and the newest state of each message. */
export class Room {
  version = 0;
  first = 1;
  log: Entry[] = [];
  messages = new Map<number, Message>();

  find(senderId: string, clientId: string): Message | undefined {
    return [...this.messages.values()].find((m) => m.client_id === clientId && m.sender?.id === senderId);
  }

  say(sender: { id: string; name: string }, clientId: string, more: Partial<Message> = {}): Message {
    const known = this.find(sender.id, clientId);
    if (known) return known;
    const id = this.version + 1;
    return this.commit({
      id,
      version: id,
      kind: "message",
      sender,
      text: `t${id}`,
      created: "2026-01-01T00:00:00.000Z",
      client_id: clientId,
      ...more,
    });
  }

  commit(message: Message): Message {
    this.version += 1;
    const now = { ...message, version: this.version };
    this.messages.set(now.id, now);
    this.log.push({ version: this.version, message: now });
    return now;
  }

  change(pick: number, how: (message: Message) => Message): void {
    const message = [...this.messages.values()][pick % Math.max(1, this.messages.size)];
    if (message && message.deleted === undefined) this.commit(how(message));
  }

  retain(pick: number): void {
    this.version += 1;
    this.first = Math.min(this.version, this.first + (pick % 3));
    for (const id of this.messages.keys()) if (id < this.first) this.messages.delete(id);
    this.log.push({ version: this.version, first: this.first });
  }

  /** A backup is put back: the newest changes never happened. */
  restore(pick: number): void {
    const keep = Math.max(0, this.log.length - 1 - (pick % 4));
    const log = this.log.slice(0, keep);
    Object.assign(this, { version: log.at(-1)?.version ?? 0, first: 1, log, messages: new Map() });
    for (const entry of log) {
      if (entry.message) this.messages.set(entry.message.id, entry.message);
      if (entry.first !== undefined) this.first = entry.first;
    }
    for (const id of this.messages.keys()) if (id < this.first) this.messages.delete(id);
  }

  page(part: Message[], older: boolean, newer?: boolean): Page {
    const page: Page = { room: "t/1", messages: part, more: older, reset: false, first: this.first };
    return newer === undefined ? page : { ...page, more_newer: newer };
  }

  newest(): Page {
    const all = this.inOrder();
    return this.page(all.slice(-PAGE), all.length > PAGE);
  }

  around(span: Span): Page {
    const all = this.inOrder();
    let from: number;
    let to: number;
    if ("before" in span) {
      to = all.filter((m) => m.id < span.before).length;
      from = Math.max(0, to - PAGE);
    } else if ("above" in span) {
      from = all.filter((m) => m.id <= span.above).length;
      to = Math.min(all.length, from + PAGE);
    } else {
      const middle = all.filter((m) => m.id < span.around).length;
      from = Math.max(0, middle - 1);
      to = Math.min(all.length, middle + 2);
    }
    return this.page(all.slice(from, to), from > 0, to < all.length);
  }

  inOrder(): Message[] {
    return [...this.messages.values()].sort((a, b) => a.id - b.id);
  }
}

export type Step = readonly [name: (typeof STEPS)[number], pick: number];

export const STEPS = [
  "say",
  "edit",
  "delete",
  "react",
  "retain",
  "emit",
  "emitCompacted",
  "arrive",
  "arriveTwice",
  "lose",
  "switchTransport",
  "arriveFromOld",
  "ask",
  "readPage",
  "pageArrives",
  "pageLost",
  "trim",
  "reset",
  "restore",
  "draft",
  "mySayCommits",
  "ackArrives",
  "ackLost",
] as const;

interface Asked {
  readonly ask: number;
  readonly span: Span;
  page?: Page;
}

/** A reader of a room over bad lines. `run` plays a schedule, then lets everything arrive. */
export class World {
  room = new Room();
  state: Timeline;
  /** What a reader with the rules has broken, in words. */
  fault: string | undefined;
  #cursor = 0;
  #sentUpTo = 0;
  #line: Entry[] = [];
  #oldLines: Entry[] = [];
  #asked: Asked[] = [];
  #acks: { clientId: string; message: Message; era: number }[] = [];
  #count = 0;
  #trimmed = false;
  readonly #rules: Rules;

  constructor(rules: Rules, already: number) {
    this.#rules = rules;
    for (let i = 0; i < already; i++) this.room.say(OTHER, `before-${i}`);
    this.state = EMPTY;
    this.#begin();
  }

  run(steps: readonly Step[]): void {
    for (const [name, pick] of steps) this[name](pick);
    this.#settle();
  }

  #apply(event: TimelineEvent | DraftEvent | HistoryEvent): void {
    const before = this.state;
    this.state = reduce(before, event, this.#rules);
    if (event.type === "begin") return;
    const versions = new Map(this.state.messages.map((m) => [m.id, m.version]));
    for (const message of before.messages) {
      const now = versions.get(message.id);
      if (now === undefined && this.#trimmed) continue;
      if (now === undefined ? message.id >= this.state.first : now < message.version) {
        this.fault ??= `version of ${message.id} fell from ${message.version} to ${now}`;
      }
    }
  }

  #begin(): void {
    // A connection that begins anew listens to nothing that came over an earlier one.
    this.#oldLines = [];
    this.#line = [];
    this.#cursor = this.#sentUpTo = this.room.version;
    this.#apply({ type: "begin", page: this.room.newest() });
  }

  #deliver(entry: Entry): void {
    this.#apply({
      type: "changes",
      messages: entry.message ? [entry.message] : [],
      ...(entry.first === undefined ? {} : { first: entry.first }),
    });
  }

  #put(entry: Entry | undefined): void {
    if (!entry) return;
    this.#sentUpTo = entry.version;
    this.#line.push(entry);
  }

  say(pick: number): void {
    this.room.say(OTHER, `other-${this.#count++}-${pick}`);
  }
  edit(pick: number): void {
    this.room.change(pick, (m) => ({ ...m, text: `${m.text}'` }));
  }
  delete(pick: number): void {
    this.room.change(pick, (m) => ({ ...m, text: "", deleted: m.created }));
  }
  react(pick: number): void {
    this.room.change(pick, (m) => ({ ...m, reactions: [{ emoji: "👍", count: 1, by: [`u${this.#count++}`] }] }));
  }
  retain(pick: number): void {
    this.room.retain(pick);
  }
  /** The stream sends the next change of its tail, as it was when it happened. */
  emit(): void {
    this.#put(this.room.log.find((entry) => entry.version > this.#sentUpTo));
  }
  /** The stream reads from the store: states that a newer one replaces are skipped. */
  emitCompacted(): void {
    const isNewest = (entry: Entry) =>
      entry.message
        ? this.room.messages.get(entry.message.id)?.version === entry.version
        : !this.room.log.some((other) => other.first !== undefined && other.version > entry.version);
    this.#put(this.room.log.find((entry) => entry.version > this.#sentUpTo && isNewest(entry)));
  }
  arrive(): void {
    const entry = this.#line.shift();
    if (!entry) return;
    this.#deliver(entry);
    this.#cursor = entry.version;
  }
  arriveTwice(): void {
    const entry = this.#line[0];
    this.arrive();
    if (entry) this.#deliver(entry);
  }
  lose(): void {
    this.#line = [];
    this.#sentUpTo = this.#cursor;
  }
  /** Another transport goes on from the cursor, while frames of the old one still trickle in. */
  switchTransport(): void {
    this.#oldLines.push(...this.#line);
    this.lose();
  }
  arriveFromOld(pick: number): void {
    const [entry] = this.#oldLines.splice(pick % Math.max(1, this.#oldLines.length), 1);
    if (entry) this.#deliver(entry);
  }
  ask(pick: number): void {
    const { ranges } = this.state;
    const range = ranges[pick % ranges.length];
    if (!range) return;
    const somewhere = 1 + (pick % Math.max(1, this.room.version));
    const spans: Span[] = [{ before: range.from }, { around: somewhere }, { above: range.to }];
    const span = spans[pick % 3] as Span;
    if (Object.values(span)[0] === Infinity || Object.values(span)[0] === 0) return;
    const ask = this.#count++;
    this.#asked.push({ ask, span });
    this.#apply({ type: "ask", ask });
  }
  readPage(pick: number): void {
    const asked = this.#asked[pick % Math.max(1, this.#asked.length)];
    if (asked) asked.page ??= this.room.around(asked.span);
  }
  pageArrives(pick: number): void {
    const [asked] = this.#asked.splice(pick % Math.max(1, this.#asked.length), 1);
    if (!asked) return;
    const page = asked.page ?? this.room.around(asked.span);
    this.#apply({ type: "history", ask: asked.ask, span: asked.span, page });
  }
  pageLost(pick: number): void {
    const [asked] = this.#asked.splice(pick % Math.max(1, this.#asked.length), 1);
    if (asked) this.#apply({ type: "unanswered", ask: asked.ask });
  }
  /** The reader looks at some part of the room, and lets the rest go. */
  trim(pick: number): void {
    const from = 1 + (pick % Math.max(1, this.room.version));
    this.#trimmed = true;
    this.#apply({ type: "trim", keep: { from, to: from + (pick % 5) }, newest: pick % 4 });
    this.#trimmed = false;
  }
  reset(): void {
    this.#begin();
  }
  restore(pick: number): void {
    this.room.restore(pick);
    this.#begin();
  }
  draft(): void {
    const say = { clientId: `mine-${this.#count++}`, text: "hello", kind: "message" as const };
    this.#apply({ type: "draft", say, sender: ME, at: 0 });
  }
  mySayCommits(pick: number): void {
    const open = this.state.outbox.filter((draft) => draft.state !== "sent");
    const draft = open[pick % Math.max(1, open.length)];
    if (draft) this.#commitMine(draft);
  }
  #commitMine(draft: Draft): void {
    this.#apply({ type: "sending", clientId: draft.clientId });
    const message = this.room.say(ME, draft.clientId);
    this.#acks.push({ clientId: draft.clientId, message, era: this.state.era });
  }
  ackArrives(pick: number): void {
    const [ack] = this.#acks.splice(pick % Math.max(1, this.#acks.length), 1);
    if (ack) this.#apply({ type: "said", ...ack });
  }
  ackLost(pick: number): void {
    const [ack] = this.#acks.splice(pick % Math.max(1, this.#acks.length), 1);
    if (ack) this.#apply({ type: "waiting", clientId: ack.clientId });
  }

  /** The lines are good again: all that is on its way arrives, what is unsent is sent until it is acknowledged. */
  #settle(): void {
    while (this.#oldLines.length > 0) this.arriveFromOld(0);
    while (this.#acks.length > 0) this.ackArrives(0);
    for (const draft of this.state.outbox) if (draft.state !== "sent") this.#commitMine(draft);
    while (this.#acks.length > 0) this.ackArrives(0);
    while (this.#asked.length > 0) this.pageArrives(0);
    while (this.#cursor < this.room.version) {
      this.emit();
      this.arrive();
    }
  }
}
