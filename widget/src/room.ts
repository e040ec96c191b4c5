// One open room: what is in it, how its line is, what is said and done in it.

import type { Changes, ChangesTaker } from "./changes.js";
import type { Connection, RoomAsk } from "./connection.js";
import type { FeedListener, LineState } from "./feed.js";
import { fetchUpkeep } from "./late.js";
import type { MarkHost, Marks } from "./marks.js";
import { type Platform, recall, remember } from "./platform.js";
import { Reading, type Shelf } from "./reading.js";
import { type Desk, Sending } from "./sending.js";
import { type Draft, EMPTY, findMessage, holds, reduce, type Timeline, type TimelineEvent } from "./timeline.js";
import type { Code, Kind, Me, Message, Page, Present, Sender, Settings, Signal } from "./types.js";

/** `locked` is a live line in a room where this reader may not speak for now. */
export type RoomState = LineState | "locked";

export type RoomEvent =
  /** Something to draw has changed. */
  | { readonly type: "update" }
  | { readonly type: "state"; readonly state: RoomState; readonly code?: Code | undefined }
  /** A first page is in, or a new one after a reset. */
  | { readonly type: "ready" }
  /** A message that is new just now; not those of first pages, nor what was missed. */
  | { readonly type: "message"; readonly message: Message }
  /** A message in its newest state. `isNew` where it was not here before: as `message`, too, or missed. */
  | { readonly type: "change"; readonly message: Message; readonly isNew: boolean }
  /** Something true only now, for example one of the host's own signals. */
  | { readonly type: "signal"; readonly signal: Signal }
  /** Something else may wait for review: whoever may review asks what. */
  | { readonly type: "waiting" }
  | { readonly type: "error"; readonly code: string }
  /** Nobody has it open any more. Nothing is told after that. */
  | { readonly type: "closed" };

/** A signal of typing holds for six seconds at the others' side. */
const TYPING_MS = 3_000;

export class Room {
  readonly name: string;
  timeline: Timeline = EMPTY;
  me: Me | undefined;
  settings: Settings | undefined;
  present: Present | undefined;
  /** Why the room is not live, where that is known. */
  code: Code | undefined;
  /** Which part of the room is read; at first, and mostly, its end. */
  readonly reading: Reading;
  /** Whether what comes is looked at as it comes; otherwise the part that is read stays as it is. */
  follows = true;
  #line: LineState = "connecting";
  /** Whether it is known who reads by the line as it is now: somebody else may have signed in since the one before. */
  #isKnown = false;
  /** Whether it was told who reads since somebody else may have signed in: until then nothing is kept in anybody's name. */
  isSure = false;
  readonly #connection: Connection;
  readonly #platform: Platform;
  readonly #closed: () => void;
  readonly #desk: Desk & Shelf & MarkHost;
  readonly #sending: Sending;
  #marks: Marks | undefined;
  readonly #listeners = new Set<(event: RoomEvent) => void>();
  #holders = 0;
  #typedAt = -Infinity;
  #read = { key: "", id: 0 };
  /** How far this machine's clock is behind the server's, as far as messages have told that were said just then. */
  #behind = 0;
  /** All there is was brought by the host, and nothing of it told to who reads. */
  #isBrought = false;
  /** More was missed than its first page holds: what the line brings may be old. */
  #isCatchingUp = false;
  #ignored: ReadonlySet<string> | undefined;

  constructor(name: string, connection: Connection, platform: Platform, closed: () => void) {
    this.name = name;
    this.#connection = connection;
    this.#platform = platform;
    this.#closed = closed;
    const room = this;
    this.#desk = {
      name,
      get timeline() {
        return room.timeline;
      },
      set timeline(timeline) {
        room.timeline = timeline;
        room.#tell({ type: "update" });
      },
      get self() {
        return room.isSure ? room.self : connection.identity.sure;
      },
      get isSure() {
        return room.isSure;
      },
      get isLive() {
        return room.#isKnown && room.#line === "live";
      },
      takePage: ({ me, messages }) => {
        this.#takeReacted(me);
        this.#sending.seen(messages);
      },
      get readHere() {
        return room.#readHere;
      },
      get readThere() {
        return room.me?.read;
      },
      fault: (code) => this.#tell({ type: "error", code }),
    };
    this.#sending = new Sending(this.#desk, connection, platform);
    this.reading = new Reading(
      this.#desk,
      (reading, { Pages }) => new Pages(reading, this.#desk, connection, platform),
    );
  }

  hold(page?: Page): void {
    this.#holders += 1;
    if (this.#holders > 1) return;
    if (page) this.#begin(page, true);
    this.#isBrought = page !== undefined;
    // Whoever brought it need not be who reads.
    delete this.me?.guests;
    this.forget();
    this.#connection.follow(this.name, this.#feed, page?.cursor);
    // What an earlier page could not say any more is said by this one.
    this.#sending.open();
  }

  /**
   * To be called when somebody else may have signed in. What is in sight stays until it is told that it is so; of who
   * has signed out nothing does.
   */
  forget(isOut?: boolean): void {
    this.isSure = this.#isKnown = false;
    if (!isOut) return;
    this.#sending.forget();
    this.me = this.present = this.settings = this.#ignored = undefined;
    this.timeline = { ...EMPTY, era: this.timeline.era + 1 };
    this.#tell({ type: "update" });
  }

  close(): void {
    // Once too often it would take the room from whoever has opened it since.
    if (--this.#holders !== 0) return;
    this.#connection.unfollow(this.name);
    this.#sending.close();
    this.#marks?.close();
    this.#closed();
    this.#tell({ type: "closed" });
    this.#listeners.clear();
  }

  /** Whether everybody has closed it who had it open. */
  get isClosed(): boolean {
    return this.#holders < 1;
  }

  get state(): RoomState {
    if (this.#line !== "live") return this.#line;
    if (this.me?.restricted) return "restricted";
    return this.settings?.locked && !this.maySpeak ? "locked" : "live";
  }

  /** Whether the reader could say something here now, and be it under a name that is yet to be taken. Until it is told it is not known. */
  get maySpeak(): boolean {
    const { id, guests } = this.me ?? {};
    return id === undefined ? guests !== "read" : this.may("say");
  }

  /** Whether a first page is in. */
  get isReady(): boolean {
    return this.timeline.ranges.length > 0;
  }

  /** The messages of the part that is read, in order and without holes; mostly up to the newest. */
  get messages(): readonly Message[] {
    return this.reading.messages;
  }

  /** What is said here and not acknowledged yet, also by earlier pages of this browser. */
  get outbox(): readonly Draft[] {
    return this.timeline.outbox;
  }

  get hasOlder(): boolean {
    return this.reading.hasOlder;
  }

  /** The id of the newest message that is known. */
  get newest(): number {
    return this.timeline.messages.at(-1)?.id ?? 0;
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

  /** What is being written here, kept across reloads: each person's own. */
  get draft(): string {
    return recall<string>(this.#platform, this.#draftKey) ?? "";
  }

  set draft(text: string) {
    // What was written by nobody is whoever goes on with it.
    remember(this.#platform, `${this.#key("draft")}:`, undefined);
    remember(this.#platform, this.#draftKey, text || undefined);
  }

  /** The message that is answered by what is being written. */
  get answered(): number | undefined {
    return recall(this.#platform, `${this.#draftKey}#`);
  }

  set answered(id: number | undefined) {
    remember(this.#platform, `${this.#draftKey}#`, id);
  }

  /** Up to which message this reader has seen the room, where that is known: from the server, or from this browser. */
  get readUpTo(): number | undefined {
    return Math.max(this.me?.read ?? 0, this.#readHere) || undefined;
  }

  /** Notes it here, and has the server told, where the reader is somebody. It never goes back. */
  markRead(id: number): void {
    if (id <= this.#readHere) return;
    this.#readHere = id;
    void this.#lookAtMarks();
  }

  /** Whether the reader wants to be notified of what is new here. */
  get notifies(): boolean {
    return recall(this.#platform, this.#key("notify")) === true;
  }

  set notifies(isOn: boolean) {
    remember(this.#platform, this.#key("notify"), isOn || undefined);
  }

  /** Whose messages the reader does not want to see, by id: in this browser, and nobody else learns of it. */
  get ignored(): ReadonlySet<string> {
    this.#ignored ??= new Set(recall<string[]>(this.#platform, this.#key("ignored")));
    return this.#ignored;
  }

  ignore(senderId: string, isOn: boolean): void {
    const ids = [...this.ignored].filter((id) => id !== senderId);
    this.#ignored = new Set(isOn ? [...ids, senderId] : ids);
    remember(this.#platform, this.#key("ignored"), this.#ignored.size > 0 ? [...this.#ignored] : undefined);
    this.#tell({ type: "update" });
  }

  /** Hears of everything that happens here. Gives back how to stop it. */
  listen(listener: (event: RoomEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * What changes here, beginning with all that is there, for `for await`; it ends when the room is closed. Who is slow is
   * given the newest state alone, and begins again where too much has changed. Throws NotFetched where a part of the widget
   * did not come: then it can be asked for again, and nothing is missed.
   */
  changes(): AsyncIterableIterator<Changes, undefined> {
    let taker: Promise<ChangesTaker> | undefined;
    const take = () => (taker ??= fetchUpkeep().then(({ ChangesTaker }) => new ChangesTaker(this)));
    return {
      next: async () => (await take()).next(),
      return: async () => (await take()).return(),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  /**
   * Says something. It is in the outbox at once, and tried again with the same client id, over any number of
   * reconnects and reloads, until the server has acknowledged or refused it. A refused one stays there for `retry`.
   * Throws Refused, Held where it waits for review, OutboxFull where 50 are in the outbox, whatever became of them.
   */
  say(text: string, options: { kind?: Kind | undefined; replyTo?: number | undefined } = {}): Promise<Message> {
    return this.#sending.say(text, options.kind ?? "message", options.replyTo);
  }

  /** Whether too much is in the outbox for anything more to be taken: then that is told as an error, `outbox_full`. */
  isFull(): boolean {
    return this.#sending.isFull();
  }

  /** Tries a failed one again. */
  retry(clientId: string): void {
    this.#sending.retry(clientId);
  }

  /** Gives a failed one up. */
  discard(clientId: string): void {
    this.#sending.discard(clientId);
  }

  /** Changes the text of an own message. This, and what follows, throws Refused or Unreachable. */
  edit(id: number, text: string): Promise<Message> {
    return this.#act(`/messages/${id}`, { method: "PATCH", body: { text } });
  }

  /** Deletes a message for everybody, for good. */
  delete(id: number): Promise<Message> {
    return this.#act(`/messages/${id}`, { method: "DELETE" });
  }

  /** Adds a reaction, or takes it back. */
  react(id: number, emoji: string, isOn: boolean): Promise<Message> {
    return this.#act(`/messages/${id}/reactions`, { method: isOn ? "PUT" : "DELETE", query: { emoji } });
  }

  /** Asks for something of this room that has no method here, `path` being what stands behind its name, or `v1/…`. */
  ask<T>(path: string, options?: RoomAsk): Promise<T> {
    return this.#connection.ask<T>(this.name, path, options);
  }

  /** Tells the others that somebody is typing here; however often it is called, every three seconds at most. */
  typing(): void {
    const now = this.#platform.now();
    // A clock may be put back.
    if (Math.abs(now - this.#typedAt) < TYPING_MS || !this.may("type")) return;
    this.#typedAt = now;
    this.#connection.typing(this.name);
  }

  /** Milliseconds since 1970 by the server's clock, which is that of all times in the room. */
  get now(): number {
    return this.#platform.now() + this.#behind;
  }

  /** Loads a page of older messages. False where there are none, or where one is on its way. */
  older(): Promise<boolean> {
    return this.reading.older();
  }

  /** To be called when there may be more to tell of what is read here. What tells it is fetched with the first thing to tell. */
  async #lookAtMarks(): Promise<void> {
    if (!this.#marks) {
      const isDue = this.me?.id !== undefined && this.#readHere > (this.me.read ?? 0);
      const file = isDue && !fetchUpkeep.isFailing() && (await fetchUpkeep().catch(() => undefined));
      if (!file) return;
      this.#marks ??= new file.Marks(this.#desk, this.#connection, this.#platform);
    }
    this.#marks.look();
  }

  async #act(path: string, options: RoomAsk): Promise<Message> {
    const { era } = this.timeline;
    const message = await this.ask<Message>(path, options);
    // The feed brings it as well: whichever comes first, the highest version stays. What is new is for the feed to tell, and
    // what a lost history has answered is no state of what is here now.
    if (era === this.timeline.era && findMessage(this.timeline.messages, message.id))
      this.#apply({ type: "changes", messages: [message] });
    return message;
  }

  #key(what: string): string {
    return `tertulia:${what}:${this.#connection.server}:${this.name}`;
  }

  /** Kept by person: there may be several in one browser. */
  #ownKey(what: string): string {
    return `${this.#key(what)}:${this.me?.id ?? ""}`;
  }

  /** As long as it is not known who writes, that of nobody. */
  get #draftKey(): string {
    return this.isSure ? this.#ownKey("draft") : `${this.#key("draft")}:`;
  }

  get #readHere(): number {
    const key = this.#ownKey("read");
    if (this.#read.key !== key) {
      const id = recall<number>(this.#platform, key);
      this.#read = { key, id: typeof id === "number" ? id : 0 };
    }
    return this.#read.id;
  }

  set #readHere(id: number) {
    const key = this.#ownKey("read");
    this.#read = { key, id };
    remember(this.#platform, key, id);
  }

  #begin(page: Page, isBrought = false): void {
    // A grant may have changed: nothing is left of what one might do before.
    this.me = undefined;
    this.#takeHead(page);
    this.#apply({ type: "begin", page });
    const newest = Math.max(this.newest, page.first - 1);
    // In another history than that in which it was read: what comes now is new again. A page that was brought is only older.
    if (!isBrought && this.#readHere > newest) this.#readHere = newest;
    this.#sending.isWho();
    this.#sending.seen(page.messages);
    this.#tell({ type: "ready" });
  }

  readonly #feed: FeedListener = {
    forget: () => this.forget(),
    begin: (page) => this.#watched(() => this.#begin(page)),
    page: (page, isLive) =>
      this.#watched(() => {
        this.#takeHead(page);
        this.#isCatchingUp = page.more;
        this.#changes(page.messages, isLive, page.first);
      }),
    change: ({ message, settings }) =>
      this.#watched(() => {
        if (settings) this.settings = settings;
        this.#changes(message ? [message] : [], true, settings?.first, !this.#isCatchingUp);
      }),
    me: (me) =>
      this.#watched(() => {
        this.#takeMe(me);
        this.#tell({ type: "update" });
      }),
    present: (present) => {
      this.present = present;
      this.#tell({ type: "update" });
    },
    // Both kinds alike, since this is loaded first: of what waits nothing stands in it.
    signal: (signal) => this.#tell({ type: signal.type, signal } as RoomEvent),
    line: (state, code) => {
      const before = this.#line;
      if (state !== "live") {
        this.#isKnown = false;
        this.#ignored = undefined;
        const isOut = state !== "connecting" && state !== "offline";
        // A page that was brought may have been written for somebody else: a browser keeps pages.
        if (isOut && this.#isBrought) this.forget(true);
        // Whoever is out hears no more of what they may do.
        if (isOut && this.me) this.me = { ...this.me, may: [] };
      }
      if (before === state && this.code === code) return;
      this.#line = state;
      this.code = code;
      this.#tellState();
      if (state !== "live") return;
      this.#sending.lineIsUp();
      void this.#lookAtMarks();
    },
  };

  #changes(messages: readonly Message[], isLive: boolean, first: number | undefined, isPushed = false): void {
    const before = this.timeline;
    this.#apply({ type: "changes", messages, first });
    this.#sending.seen(messages);
    this.reading.grown(this.follows);
    for (const message of messages) {
      const { id, version, created } = message;
      // A range has no holes: what was not in it was not there, in whatever state it comes now.
      const isNew = holds(before.ranges, id) && !findMessage(before.messages, id);
      this.#tell({ type: "change", message, isNew });
      if (!isLive || !isNew || message.deleted) continue;
      if (isPushed && id === version) this.#behind = Date.parse(created) - this.#platform.now();
      this.#tell({ type: "message", message });
    }
  }

  #takeHead(page: Page): void {
    this.#isBrought = false;
    if (page.settings) this.settings = page.settings;
    if (page.present) this.present = page.present;
    // A page after a cursor brings only what is one's own about its messages.
    if (page.me) this.#takeMe(page.me);
  }

  #takeMe(me: Me): void {
    const before = this.me;
    if (me.id !== this.me?.id) this.me = me;
    else {
      this.me = { ...me, reacted: { ...this.me?.reacted, ...me.reacted } };
      // Pages after a cursor don't say it, and what was on its way may say less.
      const read = Math.max(this.me.read ?? 0, before?.read ?? 0);
      if (read > 0) this.me.read = read;
    }
    const wasKnown = this.#isKnown;
    this.isSure = this.#isKnown = true;
    this.#sending.isWho();
    if (!wasKnown) this.#sending.lineIsUp();
    void this.#lookAtMarks();
  }

  #takeReacted(me: Me | undefined): void {
    if (me?.reacted && this.me) this.me = { ...this.me, reacted: { ...this.me.reacted, ...me.reacted } };
  }

  #apply(event: TimelineEvent): void {
    this.timeline = reduce(this.timeline, event);
    this.#tell({ type: "update" });
  }

  /** What comes on a live line may lock the room, or open it again. */
  #watched(take: () => void): void {
    const before = this.state;
    take();
    if (this.state !== before) this.#tellState();
  }

  #tellState(): void {
    const { state, code } = this;
    this.#tell({ type: "state", state, code });
  }

  #tell(event: RoomEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
