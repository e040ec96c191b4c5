// The element: attributes in, a room drawn, events out. Registering it is left to main.ts.

import { Announcer } from "./announcer.js";
import type { Client } from "./client.js";
import { DrawnElement } from "./drawn-element.js";
import { Refused } from "./http.js";
import * as icons from "./icons.js";
import { fetchWords, type Words, words } from "./l10n.js";
import { fetchEmoji, fetchLineLooks, fetchTools, NotFetched } from "./late.js";
import { type Line, toLines } from "./lines.js";
import { drawLines, spoken } from "./message-view.js";
import { browser } from "./platform.js";
import type { Room, RoomEvent, RoomState } from "./room.js";
import { drawNotice, drawPresence, drawTyping, titleOf } from "./room-view.js";
import { ScrollKeeper } from "./scroll.js";
import { sharedClient } from "./shared.js";
import { addStyles } from "./styles.js";
import { html, nothing, type TemplateResult } from "./template.js";
import type { Tools, ToolsHost } from "./tools-host.js";
import type { Kind, Me, Message, Page, Present, Sender } from "./types.js";
import { Writing, type WritingHost } from "./writing.js";

const ROOM_NAME = /^[a-z][a-z0-9_.-]{0,99}\/[A-Za-z0-9_-][A-Za-z0-9_.~:@-]{0,199}$/;
/** With a page on its way, the end, and what waits to be said, at most 400 lines are in the page. */
const KEEP_MAX = 250;

/** Handles one of the host's own signals. */
export type SignalHandler = (signal: { name: string; sender: Sender | null; data?: unknown }) => void;

/**
 * A live chat room on anything in a website. What is public of it is in custom-elements.json, and a test holds it.
 */
export class TertuliaRoom extends DrawnElement {
  static override readonly properties = {
    room: { reflect: true },
    server: {},
    token: {},
    tokenUrl: { attribute: "token-url" },
    lang: { reflect: true },
    theme: { reflect: true },
    density: { reflect: true },
    loading: {},
    readonly: { isFlag: true, reflect: true },
    getToken: { attribute: false },
    wording: { attribute: false },
    signals: { attribute: false },
  } as const;

  declare room: string;
  declare server: string | undefined;
  declare token: string | undefined;
  declare tokenUrl: string | undefined;
  declare theme: "auto" | "light" | "dark" | undefined;
  declare density: "bubble" | "line" | undefined;
  declare loading: "eager" | "lazy" | undefined;
  declare readonly: boolean;
  declare getToken: ((room: string) => Promise<string | null>) | undefined;
  /** Other wordings than ours, in Fluent, by key. */
  declare wording: Readonly<Record<string, string>> | undefined;
  /** What to do on the host's own signals, by name. */
  declare signals: Readonly<Record<string, SignalHandler>> | undefined;

  #client: Client | undefined;
  #open: Room | undefined;
  #stopListening: (() => void) | undefined;
  #scroll: ScrollKeeper | undefined;
  /** What is drawn of the room, computed once per update. */
  #lines: readonly Line[] = [];
  #unread = 0;
  /** The first message that was not seen: a line stands above it. */
  #unreadFrom: number | undefined;
  /** The message that was gone to. */
  #shown: number | undefined;
  #notice: string | undefined;
  #words: Words = words(["en"]);
  #dir = "";
  #hasLineLooks = false;
  #tools: Tools | undefined;
  /** The line that was touched last, by its key: also before there are tools for it. */
  #touched: string | undefined;
  #spoken = "";
  #inSight: IntersectionObserver | undefined;
  readonly #writing: Writing;
  #announcer = new Announcer(browser, (lines) => {
    const [line = ""] = lines;
    this.#spoken = lines.length === 1 ? line : this.#words.t("new-messages", { count: lines.length });
    this.requestUpdate();
  });

  constructor() {
    super();
    this.room ??= "";
    this.readonly ??= false;
    addStyles(this.renderRoot);
    this.#writing = new Writing(this.#writingHost());
  }

  /** How things stand. */
  get state(): RoomState {
    return this.#open?.state ?? "connecting";
  }

  /** How many messages have come that were not in sight. */
  get unread(): number {
    return this.#unread;
  }

  get me(): Me | undefined {
    return this.#open?.me;
  }

  get present(): Present | undefined {
    return this.#open?.present;
  }

  /** Says something, as if it had been typed. Settles when the server has acknowledged or refused it. */
  say(text: string, options?: { kind?: Kind; replyTo?: number }): Promise<Message> {
    if (!this.#open) return Promise.reject(new Error("the element is not in a page, or has no room"));
    this.#toEnd();
    return this.#open.say(text, options);
  }

  override focus(options?: FocusOptions): void {
    (this.#writing.field ?? this.renderRoot.querySelector<HTMLElement>(".log"))?.focus(options);
  }

  /** Begins again with a fresh token, for example after signing in. */
  reconnect(): void {
    this.#client?.reconnect();
  }

  /** Leaves no trace of the reader in this browser. */
  logout(): void {
    this.#client?.logout();
    this.#writing.begin("");
    this.requestUpdate();
  }

  /** Goes to a message, wherever in the room it is. False where the room does not have it. */
  async showMessage(id: number): Promise<boolean> {
    const isThere = (await this.#open?.reading.show(id)) ?? false;
    if (!isThere) return false;
    this.#shown = id;
    if (this.#scroll) this.#scroll.isAtEnd = false;
    this.requestUpdate();
    await this.updateComplete;
    const line = this.renderRoot.querySelector<HTMLElement>(`[data-id="${id}"]`);
    if (line) this.#scroll?.toLine(line);
    return line !== null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#onVisible);
    // Back in the page after having been taken out: the properties have not changed, but the room was closed.
    if (this.hasUpdated && !this.#open) {
      this.#openRoom();
      this.requestUpdate();
    }
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.#onVisible);
    // Moving an element takes it out and puts it back in one go. That is no reason to close anything.
    queueMicrotask(() => !this.isConnected && this.#closeRoom());
  }

  /** The words that it is in, and looks that are not everybody's. */
  protected override lacks(): readonly Promise<unknown>[] {
    const fetching = fetchWords(this.#languages(), this.wording);
    if (this.density !== "line" || this.#hasLineLooks || fetchLineLooks.isFailing) return fetching;
    const looks = fetchLineLooks().then(({ addLineLooks }) => {
      addLineLooks(this.renderRoot);
      this.#hasLineLooks = true;
    });
    return [...fetching, looks];
  }

  protected override willUpdate(changed: ReadonlySet<string>): void {
    const isOther = ["room", "server", "token", "tokenUrl", "getToken"].some((name) => changed.has(name));
    if (isOther) this.#openRoom();
    this.#words = words(this.#languages(), this.wording);
    // The element runs as its words do, unless the page says otherwise.
    if (this.dir === this.#dir) this.dir = this.#dir = this.#words.dir;
    const { messages = [], outbox = [], self, reading, ignored } = this.#open ?? {};
    const seen = messages.filter((message) => !ignored?.has(message.sender?.id ?? ""));
    this.#lines = toLines(seen, reading?.hasNewer ? [] : outbox, self);
    this.#scroll?.hold();
  }

  protected override updated(isFirst: boolean): void {
    if (isFirst) {
      const [log, lines] = this.renderRoot.querySelectorAll<HTMLElement>(".log, .lines");
      if (log && lines) this.#scroll = new ScrollKeeper(log, lines);
    }
    this.#scroll?.keep();
    this.#see();
    this.#loadAround();
    // Why nobody can write here, or why something was not taken, is said by the tools.
    const isInTheWay = this.#open?.outbox.some(({ state }) => state === "failed") || !this.#writing.mayWrite;
    // So do the looks of the button that leads to the end.
    const isWanted = (isInTheWay && !this.readonly) || !this.#scroll?.isAtEnd;
    if (isWanted && !this.#tools && !fetchTools.isFailing) this.#withTools(() => undefined);
  }

  /** What is at the end and in sight is read. */
  #see(): void {
    const room = this.#open;
    if (!room?.isReady) return;
    const isSeen = this.#scroll?.isAtEnd === true && !room.reading.hasNewer && document.visibilityState === "visible";
    room.follows = this.#scroll?.isAtEnd ?? true;
    if (!isSeen) return;
    room.markRead(room.newest);
    this.#setUnread(0);
  }

  #setUnread(count: number): void {
    if (count === this.#unread) return;
    this.#unread = count;
    this.#tell("unread", { count });
    this.requestUpdate();
  }

  #onVisible = (): void => {
    this.#see();
    this.requestUpdate();
  };

  #openRoom(): void {
    this.#closeRoom();
    this.#unread = 0;
    this.#unreadFrom = this.#shown = this.#notice = undefined;
    if (this.#scroll) this.#scroll.isAtEnd = true;
    if (!ROOM_NAME.test(this.room)) {
      if (this.room !== "") console.error(`tertulia: "${this.room}" is no room name; it has the form type/id`);
      return;
    }
    if (this.loading !== "lazy" || typeof IntersectionObserver === "undefined") {
      this.#connect();
      return;
    }
    this.#inSight = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#inSight?.disconnect();
      this.#connect();
      this.requestUpdate();
    });
    this.#inSight.observe(this);
  }

  #connect(): void {
    const { getToken, tokenUrl, token } = this;
    const server = this.server ?? new URL(".", import.meta.url);
    this.#client = sharedClient({ server, getToken, tokenUrl, token });
    this.#open = this.#client.room(this.room, this.#broughtPage());
    this.#open.reading.keepMax = KEEP_MAX;
    // What was begun in the form of a page without a script is gone on with.
    const form = this.querySelector<HTMLInputElement>("form > input[type=hidden][name=client_id]")?.form;
    const begun = form?.querySelector<HTMLTextAreaElement>("textarea[name=text]")?.value;
    this.#writing.begin(this.#open.draft || (begun ?? ""));
    this.#stopListening = this.#open.listen((event) => this.#hear(event));
    // Another element may have opened it before, or the host has brought the page: then it is there already.
    if (this.#open.isReady) queueMicrotask(() => this.#hear({ type: "ready" }));
  }

  /** The first page, where the host's HTML has it. */
  #broughtPage(): Page | undefined {
    const script = this.querySelector(":scope > script[type='application/json'][data-page]");
    try {
      const page = script ? (JSON.parse(script.textContent ?? "") as Page) : undefined;
      return page?.room === this.room && typeof page.cursor === "string" ? page : undefined;
    } catch {
      return undefined;
    }
  }

  #closeRoom(): void {
    this.#inSight?.disconnect();
    this.#stopListening?.();
    this.#announcer.stop();
    this.#tools?.close();
    this.#open?.close();
    this.#open = this.#tools = undefined;
  }

  #hear(event: RoomEvent): void {
    switch (event.type) {
      case "ready":
        this.#tell("ready", {});
        this.#findUnread();
        this.#writing.goOn();
        browser.whenIdle(() => void fetchTools().catch(() => undefined));
        break;
      case "state":
        this.#tell(
          "state",
          event.code === undefined ? { state: event.state } : { state: event.state, code: event.code },
        );
        break;
      case "message":
        this.#onMessage(event.message);
        break;
      case "change":
        this.#tell("change", { message: event.message });
        break;
      case "signal": {
        const { name, sender, data } = event.signal;
        this.#tell("signal", { name, sender, data });
        this.signals?.[name]?.(event.signal);
        break;
      }
      case "error":
        if (event.code === "held") this.#notice = this.#words.t("held");
        if (event.code === "outbox_full") this.#notice = this.#words.t("outbox-full");
        if (event.code === "token_missing") this.#writing.askName(false);
        this.#tell("error", { code: event.code });
        break;
    }
    this.requestUpdate();
  }

  #onMessage(message: Message): void {
    const isOwn = message.sender?.id !== undefined && message.sender.id === this.#open?.self?.id;
    const isInSight = this.#scroll?.isAtEnd === true && document.visibilityState === "visible";
    if (!isOwn && !isInSight) {
      if (this.#unread === 0) this.#unreadFrom = message.id;
      this.#setUnread(this.#unread + 1);
    }
    if (isOwn) this.#unreadFrom = undefined;
    else this.#announcer.add(spoken(message, this.#words));
    this.#tell("message", { message });
  }

  /** Where the reader was the last time. */
  #findUnread(): void {
    const room = this.#open;
    const upTo = room?.readUpTo;
    if (room === undefined || upTo === undefined) return;
    this.#unreadFrom = room.messages.find(({ id, sender }) => id > upTo && sender?.id !== room.self?.id)?.id;
  }

  #tell(name: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(
      new CustomEvent(`tertulia-${name}`, { detail, bubbles: true, composed: true, cancelable }),
    );
  }

  /** The element's own language, that of the page around it, then those of the reader. */
  #languages(): string[] {
    const around = this.closest("[lang]")?.getAttribute("lang");
    return [this.lang, around, ...navigator.languages].filter(
      (tag) => typeof tag === "string" && tag !== "",
    ) as string[];
  }

  protected override render(): TemplateResult {
    const room = this.#open;
    const touch = () => void this.#wantTools();
    return html`
      <header class="header" part="header">
        <slot name="header"><h2 class="title" dir="auto">${titleOf(room, this.room, this.#words)}</h2></slot>
        ${drawPresence(room, this.#words, () => this.#withTools((tools) => tools.togglePeople()))}
      </header>
      <slot name="notice">${drawNotice(room, this.#notice, this.#words)}</slot>
      <div class="middle" @pointerenter=${touch} @focusin=${touch}>
        <div class="log" part="log" role="log" tabindex="0" aria-label=${this.#words.t("log-label")} aria-live="off"
          @scroll=${this.#onScroll} @keydown=${(event: KeyboardEvent) => this.#tools?.onLogKey(event)}
          @pointerover=${this.#onTouch} @click=${this.#onTouch} @focusin=${this.#onTouch}>
          <div class="lines">${this.#drawStart()} ${this.#drawLines()}</div>
        </div>
        ${this.#drawNew()} ${this.#tools?.drawPanel() ?? nothing}
      </div>
      ${drawTyping(room, this.#words)}
      ${this.readonly ? nothing : html`<footer class="foot" lang=${this.#words.lang} @focusin=${touch}>${this.#writing.draw()}</footer>`}
      <div class="sr" role="status" lang=${this.#words.lang} aria-live="polite">${this.#spoken}</div>
    `;
  }

  #drawStart(): TemplateResult | typeof nothing {
    const room = this.#open;
    const t = this.#words.t;
    if (!room?.isReady) return nothing;
    if (room.hasOlder) {
      return room.reading.loading
        ? html`<div class="edge">${icons.spinner}<span class="sr">${t("loading-older")}</span></div>`
        : html`<div class="edge"></div>`;
    }
    if (this.#lines.length > 0) return html`<div class="edge">${t("beginning")}</div>`;
    const hint = this.#writing.mayWrite ? html`<span>${t("empty-hint")}</span>` : nothing;
    return html`<div class="empty"><slot name="empty">${icons.bubbles}<strong>${t("empty")}</strong>${hint}</slot></div>`;
  }

  /** Rises when the names of emoji have come, so that texts are drawn anew. */
  #emoji = 0;
  #drawLines(): unknown {
    const [room, tools] = [this.#open, this.#tools];
    if (!room) return nothing;
    return drawLines(this.#lines, {
      words: this.#words,
      messages: room.timeline.messages,
      me: room.me,
      failure: (draft) => tools?.drawFailure(draft) ?? nothing,
      react: (id, emoji, isOn) => void room.react(id, emoji, isOn).catch((error) => this.#onFault(error)),
      show: (id) => void this.showMessage(id),
      shown: this.#shown,
      unreadFrom: this.#unreadFrom,
      emoji: this.#emoji,
      wantEmoji: () => this.#fetchEmoji(),
      row: (line) => tools?.drawRow(line) ?? nothing,
      leaving: (id) => (tools?.isLeaving(id) ? tools.drawLeaving(id) : undefined),
    });
  }

  #fetchEmoji(): void {
    if (this.#emoji > 0 || fetchEmoji.isFailing) return;
    this.#emoji = 1;
    const take = (emoji: number) => () => {
      this.#emoji = emoji;
      this.requestUpdate();
    };
    fetchEmoji().then(take(2), take(0));
  }

  #drawNew(): TemplateResult | typeof nothing {
    if (!this.#scroll || (this.#scroll.isAtEnd && !this.#open?.reading.hasNewer)) return nothing;
    const { t } = this.#words;
    const go = () => this.#toEnd();
    const count = this.#unread;
    return html`<div class="new">${
      count > 0
        ? html`<button class="many" part="new-button" type="button" @click=${go}>${icons.down}${t("new-messages", { count })}</button>`
        : html`<button class="plain" part="new-button" type="button" aria-label=${t("to-newest")} title=${t("to-newest")} @click=${go}>${icons.down}</button>`
    }</div>`;
  }

  #toEnd(): void {
    this.#open?.reading.toEnd();
    this.#scroll?.toEnd();
    this.requestUpdate();
  }

  #onScroll(): void {
    const wasAtEnd = this.#scroll?.isAtEnd;
    this.#scroll?.hold();
    if (this.#scroll?.isAtEnd !== wasAtEnd) this.requestUpdate();
    this.#loadAround();
  }

  #loadAround(): void {
    const room = this.#open;
    const scroll = this.#scroll;
    if (!room || !scroll || room.state === "offline" || room.reading.loading) return;
    if (room.hasOlder && scroll.isNearStart) void room.older();
    else if (room.reading.hasNewer && scroll.isNearEnd) void room.reading.newer();
  }

  #onTouch = (event: Event): void => {
    const line = event.composedPath().find((each) => each instanceof HTMLElement && each.dataset.key !== undefined);
    this.#touched = (line as HTMLElement | undefined)?.dataset.key;
    this.#tools?.touch(this.#touched);
  };

  /** Fetches what acts on messages: nobody who only looks in waits for it. */
  async #wantTools(): Promise<void> {
    if (!this.#tools && !fetchTools.isFailing) await this.#fetchTools().catch(() => undefined);
  }

  /** Does what somebody has asked for, or says that it can't be done. */
  #withTools(run: (tools: Tools) => void): void {
    this.#fetchTools().then(
      (tools) => tools && run(tools),
      (error) => this.#onFault(error),
    );
  }

  async #fetchTools(): Promise<Tools | undefined> {
    const [client, room] = [this.#client, this.#open];
    if (!client || !room) return undefined;
    const { makeTools } = await fetchTools();
    if (this.#open !== room || this.#tools) return this.#tools;
    const tools = makeTools(this.#host(client, room));
    this.#tools = tools;
    tools.touch(this.#touched);
    // Who types fast has begun a name before there was anything that could complete it.
    const { field, text } = this.#writing;
    if (field && text !== "") tools.onFieldInput(field);
    this.requestUpdate();
    return tools;
  }

  #host(client: Client, room: Room): ToolsHost {
    const element = this;
    return {
      client,
      room,
      root: this.renderRoot,
      get words() {
        return element.#words;
      },
      get text() {
        return element.#writing.text;
      },
      set text(text) {
        element.#writing.text = text;
      },
      update: () => this.requestUpdate(),
      focusField: () => this.focus(),
      notice: (text) => {
        this.#notice = text;
        this.requestUpdate();
      },
      fault: (error) => this.#onFault(error),
      send: () => this.#writing.send(),
      show: (id) => void this.showMessage(id),
    };
  }

  #onFault(error: unknown): void {
    const problem = error instanceof Refused ? error.problem : undefined;
    const words = error instanceof NotFetched ? this.#words.t("not-loaded") : this.#words.t("did-not-work");
    this.#notice = problem ? (problem.detail ?? problem.title) : words;
    this.#tell("error", { code: problem?.code ?? "offline" });
    this.requestUpdate();
  }

  #writingHost(): WritingHost {
    const element = this;
    return {
      get room() {
        return element.#open;
      },
      get tools() {
        return element.#tools;
      },
      get words() {
        return element.#words;
      },
      root: this.renderRoot,
      update: () => this.requestUpdate(),
      drawn: () => this.updateComplete,
      wantTools: () => void this.#wantTools(),
      withTools: (run) => this.#withTools(run),
      fault: (error) => this.#onFault(error),
      written: () => {
        this.#notice = undefined;
      },
      maySend: (text) => this.#tell("before-send", { text }, true),
      say: (text, options) => {
        this.#unreadFrom = undefined;
        return this.say(text, options);
      },
    };
  }
}
