// Saying things: into the outbox first, then to the server, again and again, until it has acknowledged or refused them.

import type { Connection } from "./connection.js";
import { type DraftEvent, reduceDrafts } from "./drafts.js";
import { Held, OutboxFull } from "./faults.js";
import type { HeldAsk } from "./held-ask.js";
import { Refused, Unreachable } from "./http.js";
import { complain, fetchUpkeep } from "./late.js";
import { GIVE_UP_MS, OUTBOX_MAX, Outbox } from "./outbox.js";
import type { Platform } from "./platform.js";
import type { Draft, Timeline } from "./timeline.js";
import type { Failure, Kind, Message, Say, Sender } from "./types.js";

const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 30_000;

/** These are nobody's fault for good: the same request is right a little later. */
const TRY_LATER: readonly string[] = ["unknown", "store_away", "draining", "internal", "slow_down", "too_many"];
const NEW_TOKEN: readonly string[] = ["token_expired", "token_invalid"];
export const GIVEN_UP: Failure = { code: "given_up", title: "not sent for a day", status: 0 };

/** What sending needs of its room. */
export interface Desk {
  readonly name: string;
  timeline: Timeline;
  readonly self: Sender | undefined;
  /** Whether that is told: without it nobody is whoever it may yet turn out to be. */
  readonly isSure: boolean;
  /** Whether the line is up, so that sending makes sense. */
  readonly isLive: boolean;
  fault(code: string): void;
}

interface Promised {
  readonly resolve: (message: Message) => void;
  readonly reject: (error: Error) => void;
}

export class Sending {
  readonly #desk: Desk;
  readonly #connection: Connection;
  readonly #platform: Platform;
  readonly #promised = new Map<string, Promised>();
  #outbox: Outbox | undefined;
  #senderId: string | undefined;
  #isSending = false;
  #isClosed = false;
  #failures = 0;
  #retry: number | undefined;
  /** The server has said when to come back: what is written meanwhile waits, too. */
  #isPaused = false;
  #expiry: number | undefined;
  #heldAsk: HeldAsk | undefined;
  #unwatch: (() => void) | undefined;

  constructor(desk: Desk, connection: Connection, platform: Platform) {
    this.#desk = desk;
    this.#connection = connection;
    this.#platform = platform;
  }

  open(): void {
    this.#isClosed = false;
    this.#isPaused = false;
    this.#unwatch = this.#platform.onStorage((key) => this.#onStorage(key));
    this.isWho();
  }

  close(): void {
    this.#isClosed = true;
    this.#unwatch?.();
    this.#platform.clearTimeout(this.#retry);
    this.#platform.clearTimeout(this.#expiry);
    this.#heldAsk?.close();
    this.#heldAsk = undefined;
    this.#reject("the room was closed");
  }

  isFull(): boolean {
    const isFull = this.#desk.timeline.outbox.filter(({ id }) => id === undefined).length >= OUTBOX_MAX;
    if (isFull) this.#desk.fault("outbox_full");
    return isFull;
  }

  say(text: string, kind: Kind, replyTo: number | undefined): Promise<Message> {
    // A page in plain JavaScript hands over anything, and what can't be drawn would stop the drawing of all the rest.
    if (typeof text !== "string") return Promise.reject(new TypeError("what is said is a text"));
    if (this.isFull()) return Promise.reject(new OutboxFull("too much waits to be said"));
    const { outbox } = this.#desk.timeline;
    this.isWho();
    const say: Say = { clientId: this.#platform.randomId(), text, kind, replyTo };
    // Two in the same millisecond stay in the order in which they were said.
    const at = Math.max(this.#platform.now(), (outbox.at(-1)?.at ?? 0) + 1);
    this.#apply({ type: "draft", say, sender: this.#desk.self, at });
    this.#keep(say.clientId);
    const promise = new Promise<Message>((resolve, reject) => this.#promised.set(say.clientId, { resolve, reject }));
    void this.send();
    return promise;
  }

  /** Tries a failed one again; one that was given up begins a new day. */
  retry(clientId: string): void {
    const draft = this.#find(clientId);
    if (!draft) return;
    this.#apply({ type: "discard", clientId });
    const at = draft.problem?.code === "given_up" ? this.#platform.now() : draft.at;
    this.#apply({ type: "restore", drafts: [{ ...draft, problem: undefined, at, state: "waiting" }] });
    this.#keep(clientId);
    void this.send();
  }

  discard(clientId: string): void {
    this.#outbox?.drop(clientId);
    this.#apply({ type: "discard", clientId });
    this.#settle(clientId)?.reject(new Unreachable("it was discarded"));
  }

  /** To be called when who the reader is has become known, or has changed: everybody has an outbox of their own. */
  isWho(): void {
    const { self, isSure } = this.#desk;
    if (!self && !isSure) return;
    const id = self?.id;
    const isOther = id !== this.#senderId;
    if (isOther) {
      // Of somebody else's nothing stays in sight, nor is sent in another name.
      for (const { sender, clientId } of this.#desk.timeline.outbox)
        if (sender) this.#apply({ type: "discard", clientId });
      this.#senderId = id;
      this.#outbox =
        id === undefined ? undefined : new Outbox(this.#platform, this.#connection.server, this.#desk.name, id);
    }
    // What was said by nobody yet is of whom is named next: who was somebody then has signed out before it, and it is in
    // sight. Named nobody it is refused, and sent again only by a press.
    const early = this.#desk.timeline.outbox.filter(({ sender }) => !sender);
    if (self && early.length > 0) {
      this.#apply({ type: "own", sender: self });
      for (const { clientId } of early) this.#keep(clientId);
    }
    if (isOther) this.#restore();
  }

  /** The reader has signed out: nothing is said any more of what they wanted to say. */
  forget(): void {
    this.#reject("signed out");
    this.#senderId = this.#outbox = undefined;
  }

  /** What the feed has brought back needs no acknowledgement any more. */
  seen(messages: readonly Message[]): void {
    for (const { client_id: clientId = "", sender } of messages) {
      if (this.#find(clientId) || sender?.id !== this.#senderId) continue;
      this.#outbox?.drop(clientId);
    }
    for (const message of messages) {
      const clientId = message.client_id ?? "";
      if (!this.#find(clientId)) this.#settle(clientId)?.resolve(message);
    }
  }

  /** Hands over what waits, one after the other, in the order in which it was said, and in one tab at a time. */
  async send(): Promise<void> {
    if (this.#isSending || this.#isPaused || !this.#next()) return;
    this.#isSending = true;
    let pauseMs: number | undefined;
    const run = async () => {
      for (let draft = this.#next(); draft && pauseMs === undefined; draft = this.#next()) {
        pauseMs = await this.#sendOne(draft);
      }
    };
    try {
      // Once more where something was said just after the last look, and before the turn was over.
      while (pauseMs === undefined && this.#next()) {
        await (this.#outbox ? this.#platform.lock(this.#outbox.lock, run) : run());
      }
    } finally {
      this.#isSending = false;
    }
    if (this.#isClosed) return;
    if (pauseMs === undefined) {
      // More may be kept than is in sight at a time.
      this.#restore();
      return;
    }
    this.#platform.clearTimeout(this.#retry);
    this.#retry = this.#platform.setTimeout(() => this.#goOn(), pauseMs);
  }

  /** The line is up again: what waits has waited long enough. */
  lineIsUp(): void {
    this.#failures = 0;
    this.#goOn();
    void this.#lookAtHeld(true);
  }

  #goOn(): void {
    this.#isPaused = false;
    void this.send();
  }

  #restore(): void {
    const drafts = this.#outbox?.load() ?? [];
    if (drafts.length > 0) this.#apply({ type: "restore", drafts });
    // Seen in the room before it was known whose these are: it is said.
    for (const { clientId } of drafts) if (!this.#find(clientId)) this.#outbox?.drop(clientId);
    this.#giveUp();
    void this.#lookAtHeld();
    void this.send();
  }

  #onStorage(key: string | undefined): void {
    if (!this.#outbox || (key !== undefined && !this.#outbox.isKey(key))) return;
    // Another tab was told that it is said, or somebody gave it up there.
    for (const { clientId, state } of this.#desk.timeline.outbox) {
      if (state !== "sending" && this.#outbox.isTaken(clientId)) this.#apply({ type: "discard", clientId });
    }
    this.#restore();
  }

  /** Gives up what has waited for a day, and looks again when the next one has. */
  #giveUp(): void {
    const now = this.#platform.now();
    let next = Infinity;
    for (const draft of this.#desk.timeline.outbox) {
      if (draft.state !== "waiting") continue;
      if (now - draft.at >= GIVE_UP_MS) this.#fail(draft.clientId, GIVEN_UP);
      else next = Math.min(next, draft.at + GIVE_UP_MS - now);
    }
    this.#platform.clearTimeout(this.#expiry);
    if (next < Infinity && !this.#isClosed) this.#expiry = this.#platform.setTimeout(() => this.#giveUp(), next);
  }

  #apply(event: DraftEvent): void {
    this.#desk.timeline = reduceDrafts(this.#desk.timeline, event);
  }

  #find(clientId: string): Draft | undefined {
    return this.#desk.timeline.outbox.find((draft) => draft.clientId === clientId);
  }

  #keep(clientId: string): void {
    const draft = this.#find(clientId);
    if (draft?.sender?.id !== undefined && draft.sender.id === this.#senderId) this.#outbox?.keep(draft);
    this.#giveUp();
  }

  #next(): Draft | undefined {
    if (this.#isClosed || !this.#desk.isLive) return undefined;
    return this.#desk.timeline.outbox.find((draft) => draft.state === "waiting");
  }

  /** One attempt. Gives back how long to wait before the next one, where it came to nothing. */
  async #sendOne(draft: Draft): Promise<number | undefined> {
    const { clientId } = draft;
    const { era } = this.#desk.timeline;
    if (this.#outbox?.isTaken(clientId)) {
      // While this tab waited for its turn, another one was told that it is said.
      this.#apply({ type: "discard", clientId });
      return undefined;
    }
    this.#apply({ type: "sending", clientId });
    try {
      const answer = await this.#connection.say(this.#desk.name, draft);
      this.#failures = 0;
      if (answer === "held") this.#hold(clientId);
      else this.#takeSaid(clientId, answer, era);
      return undefined;
    } catch (error) {
      return this.#onError(clientId, error);
    }
  }

  #takeSaid(clientId: string, message: Message, era: number): void {
    if (era !== this.#desk.timeline.era) {
      this.#apply({ type: "waiting", clientId });
      // Where it was only asked about, nobody is sending just now.
      void this.send();
      return;
    }
    this.#outbox?.drop(clientId);
    this.#apply({ type: "said", clientId, message, era });
    this.#settle(clientId)?.resolve(message);
  }

  async #onError(clientId: string, error: unknown): Promise<number | undefined> {
    const problem = error instanceof Refused ? error.problem : undefined;
    this.#failures += 1;
    const backoff =
      Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** (this.#failures - 1)) * (0.5 + this.#platform.random() / 2);
    if (problem === undefined || TRY_LATER.includes(problem.code)) {
      this.#apply({ type: "waiting", clientId });
      this.#giveUp();
      this.#isPaused = problem?.retry_after !== undefined;
      return problem?.retry_after === undefined ? backoff : problem.retry_after * 1_000;
    }
    if (NEW_TOKEN.includes(problem.code) && this.#failures < 3) {
      await this.#connection.identity.refused(this.#desk.name).catch(() => undefined);
      this.#apply({ type: "waiting", clientId });
      return backoff;
    }
    this.#failures = 0;
    this.#fail(clientId, problem);
    return undefined;
  }

  /** It stays in the outbox, also over reloads, and is asked about: until it is seen in the room, or refused. */
  #hold(clientId: string): void {
    this.#apply({ type: "held", clientId });
    this.#keep(clientId);
    void this.#lookAtHeld();
    this.#settle(clientId)?.reject(new Held("it waits for review"));
    this.#desk.fault("held");
  }

  /** What asks about it is fetched with the first that is held. */
  async #lookAtHeld(isUp?: boolean): Promise<void> {
    if (!this.#heldAsk) {
      const isHeld = this.#desk.timeline.outbox.some(({ state }) => state === "held");
      const file = isHeld && !fetchUpkeep.isFailing() && (await fetchUpkeep().catch(() => undefined));
      if (!file || this.#isClosed) return;
      this.#heldAsk ??= new file.HeldAsk(this.#desk, this.#connection, this.#platform, {
        said: (...args) => this.#takeSaid(...args),
        failed: (...args) => this.#fail(...args),
      });
    }
    this.#heldAsk.look(isUp);
  }

  #fail(clientId: string, problem: Failure): void {
    this.#apply({ type: "failed", clientId, problem });
    this.#keep(clientId);
    // A browser names the origin of its own server's pages where they write, and not where they read.
    if (problem.code === "origin_refused") complain(problem);
    const error = problem.code === "given_up" ? new Unreachable(problem.title) : new Refused(problem);
    this.#settle(clientId)?.reject(error);
    this.#desk.fault(problem.code);
  }

  #reject(why: string): void {
    for (const { reject } of this.#promised.values()) reject(new Unreachable(why));
    this.#promised.clear();
  }

  #settle(clientId: string): Promised | undefined {
    const promised = this.#promised.get(clientId);
    this.#promised.delete(clientId);
    return promised;
  }
}
