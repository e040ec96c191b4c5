// One open room: what is in it, how its line is, and what is said in it, until it is acknowledged.

import type { Connection, FeedListener, LineState } from "./connection.js";
import { Refused, Unreachable } from "./http.js";
import type { Platform } from "./platform.js";
import { type Draft, EMPTY, hasOlder, newestMessages, reduce, type Timeline, type TimelineEvent } from "./timeline.js";
import type { Code, Kind, Me, Message, Page, Present, Problem, Say, Sender, Settings } from "./types.js";

/** `locked` is a live line in a room where this reader may not speak for now. */
export type RoomState = LineState | "locked";

export type RoomEvent =
  /** Something to draw has changed. */
  | { readonly type: "update" }
  | { readonly type: "state"; readonly state: RoomState; readonly code?: Code }
  /** A first page is in, or a new one after a reset. */
  | { readonly type: "ready" }
  /** A message that is new just now; not those of first pages, nor what was missed. */
  | { readonly type: "message"; readonly message: Message }
  | { readonly type: "change"; readonly message: Message }
  | { readonly type: "error"; readonly code: string };

const OLDER_PAGE = 50;
const OLDER_PAUSE_MS = 3_000;
const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 30_000;

/** These are nobody's fault for good: the same request is right a little later. */
const TRY_LATER: readonly Code[] = ["unknown", "store_away", "draining", "internal", "slow_down", "too_many"];
const NEW_TOKEN: readonly Code[] = ["token_expired", "token_invalid"];

interface Promised {
  readonly resolve: (message: Message) => void;
  readonly reject: (error: Error) => void;
}

export class Room implements AsyncIterable<Message> {
  readonly name: string;
  timeline: Timeline = EMPTY;
  me: Me | undefined;
  settings: Settings | undefined;
  present: Present | undefined;
  /** Why the room is not live, where that is known. */
  code: Code | undefined;
  #line: LineState = "connecting";
  readonly #connection: Connection;
  readonly #platform: Platform;
  readonly #closed: () => void;
  readonly #listeners = new Set<(event: RoomEvent) => void>();
  readonly #promised = new Map<string, Promised>();
  #holders = 0;
  #asks = 0;
  #olderNotBefore = 0;
  #isSending = false;
  #failures = 0;
  #retry: number | undefined;

  constructor(name: string, connection: Connection, platform: Platform, closed: () => void) {
    this.name = name;
    this.#connection = connection;
    this.#platform = platform;
    this.#closed = closed;
  }

  hold(): void {
    this.#holders += 1;
    if (this.#holders === 1) this.#connection.follow(this.name, this.#feed);
  }

  close(): void {
    this.#holders -= 1;
    if (this.#holders > 0) return;
    this.#connection.unfollow(this.name);
    this.#platform.clearTimeout(this.#retry);
    for (const { reject } of this.#promised.values()) reject(new Unreachable("the room was closed"));
    this.#promised.clear();
    this.#closed();
  }

  get state(): RoomState {
    if (this.#line !== "live") return this.#line;
    if (this.me?.restricted) return "restricted";
    return this.settings?.locked && this.me?.id !== undefined && !this.may("say") ? "locked" : "live";
  }

  /** Whether a first page is in. */
  get isReady(): boolean {
    return this.timeline.ranges.length > 0;
  }

  /** Messages in order, without holes, up to the newest. */
  get messages(): readonly Message[] {
    return newestMessages(this.timeline);
  }

  get outbox(): readonly Draft[] {
    return this.timeline.outbox;
  }

  get hasOlder(): boolean {
    return hasOlder(this.timeline);
  }

  get isLoadingOlder(): boolean {
    return this.timeline.asked.length > 0;
  }

  /** Who the reader is here, as a sender; undefined for nobody, who has to take a name before speaking. */
  get self(): Sender | undefined {
    const { id, name, guest } = this.me ?? {};
    if (id === undefined) return this.#connection.identity.guest;
    return guest ? { id, name: name ?? id, guest } : { id, name: name ?? id };
  }

  may(action: Me["may"][number]): boolean {
    return this.me?.may.includes(action) ?? false;
  }

  /** Hears of everything that happens here. Gives back how to stop it. */
  listen(listener: (event: RoomEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * The messages that change, each in its newest state. A slow taker is spared states that were replaced meanwhile, so
   * that what waits is bounded by the number of messages.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<Message, void, undefined> {
    const waiting = new Map<number, Message>();
    let wake: () => void = () => undefined;
    const stop = this.listen((event) => {
      if (event.type !== "change") return;
      waiting.delete(event.message.id);
      waiting.set(event.message.id, event.message);
      wake();
    });
    try {
      for (;;) {
        const [next] = waiting.values();
        if (next === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        } else {
          waiting.delete(next.id);
          yield next;
        }
      }
    } finally {
      stop();
    }
  }

  /**
   * Says something. It is in the outbox at once, and tried again with the same client id, over any number of
   * reconnects, until the server has acknowledged or refused it. A refused one stays in the outbox for `retry`.
   */
  say(text: string, options: { kind?: Kind; replyTo?: number } = {}): Promise<Message> {
    const { kind = "message", replyTo } = options;
    const said: Say = { clientId: this.#platform.randomId(), text, kind };
    const say = replyTo === undefined ? said : { ...said, replyTo };
    const sender = this.self;
    const at = this.#platform.now();
    this.#apply(sender === undefined ? { type: "draft", say, at } : { type: "draft", say, sender, at });
    const promise = new Promise<Message>((resolve, reject) => {
      this.#promised.set(say.clientId, { resolve, reject });
    });
    void this.#send();
    return promise;
  }

  /** Tries a failed one again. */
  retry(clientId: string): void {
    this.#apply({ type: "waiting", clientId });
    void this.#send();
  }

  /** Gives a failed one up. */
  discard(clientId: string): void {
    this.#apply({ type: "discard", clientId });
  }

  /** Loads a page of older messages. False where there are none, or where one is on its way. */
  async older(): Promise<boolean> {
    const from = this.timeline.ranges.at(-1)?.from;
    const isTooSoon = this.#platform.now() < this.#olderNotBefore;
    if (from === undefined || !this.hasOlder || this.isLoadingOlder || isTooSoon) return false;
    const ask = ++this.#asks;
    this.#apply({ type: "ask", ask });
    try {
      const page = await this.#connection.history(this.name, { before: from, limit: OLDER_PAGE });
      this.#takeReacted(page.me);
      this.#apply({ type: "history", ask, span: { before: from }, page });
      return true;
    } catch (error) {
      // Whoever draws asks again whenever something changes: not at once after it came to nothing.
      this.#olderNotBefore = this.#platform.now() + OLDER_PAUSE_MS;
      this.#apply({ type: "unanswered", ask });
      this.#tell({ type: "error", code: error instanceof Refused ? error.problem.code : "offline" });
      return false;
    }
  }

  readonly #feed: FeedListener = {
    begin: (page) => {
      this.me = undefined;
      this.#takeHead(page);
      this.#apply({ type: "begin", page });
      this.#keepPromises(page.messages);
      this.#tell({ type: "ready" });
    },
    page: (page, isLive) => {
      this.#takeHead(page);
      this.#changes(page.messages, isLive, page.first);
    },
    change: ({ message, settings }) => {
      if (settings) this.settings = settings;
      this.#changes(message ? [message] : [], true, settings?.first);
    },
    me: (me) => {
      this.me = { ...me, reacted: { ...this.me?.reacted, ...me.reacted } };
      this.#tell({ type: "update" });
      this.#tellState();
    },
    present: (present) => {
      this.present = present;
      this.#tell({ type: "update" });
    },
    line: (state, code) => {
      const before = this.#line;
      if (before === state && this.code === code) return;
      this.#line = state;
      this.code = code;
      this.#tellState();
      if (state === "live") {
        this.#failures = 0;
        void this.#send();
      }
    },
  };

  #changes(messages: readonly Message[], isLive: boolean, first: number | undefined): void {
    const before = this.timeline.messages.at(-1)?.id ?? 0;
    this.#apply(first === undefined ? { type: "changes", messages } : { type: "changes", messages, first });
    this.#keepPromises(messages);
    for (const message of messages) {
      this.#tell({ type: "change", message });
      if (isLive && message.id === message.version && message.id > before) this.#tell({ type: "message", message });
    }
  }

  /** What the feed has brought back needs no acknowledgement any more. */
  #keepPromises(messages: readonly Message[]): void {
    for (const message of messages) {
      const clientId = message.client_id ?? "";
      if (this.outbox.some((draft) => draft.clientId === clientId)) continue;
      this.#promised.get(clientId)?.resolve(message);
      this.#promised.delete(clientId);
    }
  }

  #takeHead(page: Page): void {
    if (page.settings) this.settings = page.settings;
    if (page.present) this.present = page.present;
    // A page after a cursor brings only what is one's own about its messages.
    if (page.me) this.me = { ...page.me, reacted: { ...this.me?.reacted, ...page.me.reacted } };
  }

  #takeReacted(me: Me | undefined): void {
    if (me?.reacted && this.me) this.me = { ...this.me, reacted: { ...this.me.reacted, ...me.reacted } };
  }

  /** Hands over what waits, one after the other, so that it stands in the room in the order in which it was said. */
  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let draft = this.#next(); draft; draft = this.#next()) {
        const pauseMs = await this.#sendOne(draft);
        if (pauseMs !== undefined) {
          this.#platform.clearTimeout(this.#retry);
          this.#retry = this.#platform.setTimeout(() => void this.#send(), pauseMs);
          return;
        }
      }
    } finally {
      this.#isSending = false;
    }
  }

  #next(): Draft | undefined {
    if (this.#line !== "live" || this.#holders === 0) return undefined;
    return this.timeline.outbox.find((draft) => draft.state === "waiting");
  }

  /** One attempt. Gives back how long to wait before the next one, where it came to nothing. */
  async #sendOne(draft: Draft): Promise<number | undefined> {
    const { clientId } = draft;
    const { era } = this.timeline;
    this.#apply({ type: "sending", clientId });
    try {
      const answer = await this.#connection.say(this.name, draft);
      this.#failures = 0;
      if (answer === "held") this.#fail(clientId, { title: "held", status: 202, code: "refused" }, "held");
      else if (era !== this.timeline.era) this.#apply({ type: "waiting", clientId });
      else {
        this.#apply({ type: "said", clientId, message: answer, era });
        this.#promised.get(clientId)?.resolve(answer);
        this.#promised.delete(clientId);
      }
      return undefined;
    } catch (error) {
      return this.#onSendError(clientId, error);
    }
  }

  async #onSendError(clientId: string, error: unknown): Promise<number | undefined> {
    const problem = error instanceof Refused ? error.problem : undefined;
    this.#failures += 1;
    const backoff =
      Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** (this.#failures - 1)) * (0.5 + this.#platform.random() / 2);
    if (problem === undefined || TRY_LATER.includes(problem.code)) {
      this.#apply({ type: "waiting", clientId });
      return problem?.retry_after === undefined ? backoff : problem.retry_after * 1_000;
    }
    if (NEW_TOKEN.includes(problem.code) && this.#failures < 3) {
      await this.#connection.identity.refused(this.name).catch(() => undefined);
      this.#apply({ type: "waiting", clientId });
      return backoff;
    }
    this.#failures = 0;
    this.#fail(clientId, problem, problem.code);
    return undefined;
  }

  #fail(clientId: string, problem: Problem, code: string): void {
    if (code === "held") this.#apply({ type: "discard", clientId });
    else this.#apply({ type: "failed", clientId, problem });
    this.#promised.get(clientId)?.reject(new Refused(problem));
    this.#promised.delete(clientId);
    this.#tell({ type: "error", code });
  }

  #apply(event: TimelineEvent): void {
    this.timeline = reduce(this.timeline, event);
    this.#tell({ type: "update" });
  }

  #tellState(): void {
    const { state, code } = this;
    this.#tell(code === undefined ? { type: "state", state } : { type: "state", state, code });
  }

  #tell(event: RoomEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
