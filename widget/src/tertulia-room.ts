// The element: attributes in, a room drawn, events out. Registering it is left to main.ts.

import { Announcer } from "./announcer.js";
import type { Client, ClientOptions } from "./client.js";
import { DrawnElement } from "./drawn-element.js";
import { Refused } from "./http.js";
import { choose, fetchWords, type Words, words } from "./l10n.js";
import { complain, fetchAlerts, fetchExtras, fetchLineLooks, fetchTakeover, NotFetched } from "./late.js";
import { Log, type LogHost } from "./log.js";
import { spoken } from "./message-view.js";
import { browser } from "./platform.js";
import type { Room, RoomEvent, RoomState } from "./room.js";
import { drawNotice, drawPresence, titleOf } from "./room-view.js";
import { Seen } from "./seen.js";
import { isReplaced, sharedClient } from "./shared.js";
import { addStyles } from "./styles.js";
import { html, nothing, repeat, type TemplateResult } from "./template.js";
import { ToolBox, type ToolBoxHost } from "./tool-box.js";
import type { Me, Message, Present, Sender } from "./types.js";
import { Writing, type WritingHost } from "./writing.js";

const ROOM_NAME = /^[a-z][a-z0-9_.-]{0,99}\/[A-Za-z0-9_-][A-Za-z0-9_.~:@-]{0,199}$/;
/** With a page on its way, the end, and what waits to be said, at most 400 lines are in the page. */
const KEEP_MAX = 250;
/** The first page, where the host's HTML has it. */
const BROUGHT = ":scope > script[data-page]";

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
    badge: { isFlag: true },
    sound: {},
    notify: { isFlag: true },
    readonly: { isFlag: true, reflect: true },
    getToken: { attribute: false },
    linkTo: { attribute: false },
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
  declare badge: boolean;
  /** The address of a sound, or nothing for one of our own. */
  declare sound: string | undefined;
  declare notify: boolean;
  /** The address of a message; of this page, with a fragment that names it, where the page has no other. */
  declare linkTo: ((id: number) => string) | undefined;
  declare getToken: ((room: string) => Promise<string | null>) | undefined;
  /** Other wordings than ours, in Fluent, by key. */
  declare wording: Readonly<Record<string, string>> | undefined;
  /** What to do on the host's own signals, by name. */
  declare signals: Readonly<Record<string, SignalHandler>> | undefined;

  #client: Client | undefined;
  #open: Room | undefined;
  #stopListening: (() => void) | undefined;
  #notice: string | TemplateResult | undefined;
  #words: Words = words(["en"]);
  #dir = "";
  #hasLineLooks = false;
  /** What a screen reader is told: each time another list, since the same words can be told twice. */
  #spoken: readonly string[] = [];
  /** The fragment of the page's address that was looked at last. */
  #followed = "";
  #hasAlerts = false;
  #inSight: IntersectionObserver | undefined;
  readonly #seen = new Seen();
  readonly #log: Log;
  readonly #box: ToolBox;
  readonly #writing: Writing;
  readonly #announcer = new Announcer(browser, (lines) => {
    this.#spoken = [lines.length === 1 ? String(lines) : this.#words.t("new-messages", { count: lines.length })];
    this.requestUpdate();
  });

  constructor() {
    super();
    this.room ??= "";
    this.readonly ??= this.badge ??= this.notify ??= false;
    addStyles(this.renderRoot);
    const host = this.#host();
    this.#log = new Log(host);
    this.#box = new ToolBox(host);
    this.#writing = new Writing(host);
  }

  /** How things stand. */
  get state(): RoomState {
    return this.#open?.state ?? "connecting";
  }

  /** How many messages have come that were not in sight. */
  get unread(): number {
    return this.#seen.unread;
  }

  get me(): Me | undefined {
    return this.#open?.me;
  }

  get present(): Present | undefined {
    return this.#open?.present;
  }

  /** Says something, as if it had been typed. Settles when the server has acknowledged or refused it. */
  say(text: string, options?: Parameters<Room["say"]>[1]): Promise<Message> {
    if (!this.#open) return Promise.reject(new Error("no room is open"));
    this.#log.toEnd();
    return this.#open.say(text, options);
  }

  override focus(options?: FocusOptions): void {
    (this.#writing.field ?? this.renderRoot.querySelector<HTMLElement>(".log"))?.focus(options);
  }

  /** Begins again with a fresh token, for example after signing in. */
  reconnect(): void {
    this.#takeSource();
    this.#client?.reconnect();
  }

  /** Leaves no trace of the reader in this browser. */
  logout(): void {
    this.#takeSource();
    this.#client?.logout();
    this.#writing.begin("");
    this.requestUpdate();
  }

  /** Goes to a message, wherever in the room it is. False where the room does not have it. */
  showMessage(id: number): Promise<boolean> {
    return this.#log.show(id);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#look);
    addEventListener("hashchange", this.#goToLinked);
    if (this.hasUpdated) this.#log.watch();
    // Back in the page after having been taken out: the properties have not changed, but the room was closed.
    if (this.hasUpdated && !this.#open) {
      this.#openRoom();
      this.requestUpdate();
    }
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.#look);
    removeEventListener("hashchange", this.#goToLinked);
    this.#log.unwatch();
    // Moving an element takes it out and puts it back in one go. That is no reason to close anything.
    queueMicrotask(() => !this.isConnected && this.#closeRoom());
  }

  /** The words that it is in, and looks that are not everybody's. */
  protected override lacks(): Promise<unknown>[] {
    const fetching = fetchWords(this.#languages(), this.wording);
    // Then nothing moves: what the page shows is drawn whole, or not yet.
    if (!this.hasUpdated && this.querySelector(BROUGHT)) {
      const fetched = fetchTakeover().then(({ Begun }) => {
        this.#log.takeover = new Begun(this);
      });
      fetching.push(fetched, this.#log.wantExtras());
    }
    if (this.density === "line" && !this.#hasLineLooks && !fetchLineLooks.isFailing()) {
      const fetched = fetchLineLooks().then(({ addLineLooks }) => {
        addLineLooks(this.renderRoot);
        this.#hasLineLooks = true;
      });
      fetching.push(fetched);
    }
    return fetching;
  }

  protected override willUpdate(): void {
    this.#log.takeover?.look();
    if (["room", "server", "tokenUrl"].some((name) => this.stale.has(name)) || !this.#takeSource()) this.#openRoom();
    if (this.stale.has("badge")) this.#showUnread();
    const languages = this.#languages();
    this.#words = words(languages, this.wording);
    // Also while its words are yet to come.
    if (this.#client) this.#client.lang = choose(languages).catalogue;
    // The element runs as its words do, unless the page says otherwise. Written again, all that is in it would be styled anew.
    if (this.dir === this.#dir && this.#dir !== this.#words.dir) this.dir = this.#dir = this.#words.dir;
    this.#log.prepare();
  }

  protected override updated(isFirst: boolean): void {
    this.#log.drawn();
    if (isFirst) this.#log.watch();
    this.#log.takeover?.goOn();
    this.#look();
    // Why nobody can write here, or why something was not taken, is said by the tools.
    const isInTheWay = this.#open?.outbox.some(({ state }) => state === "failed") || !this.#writing.mayWrite;
    if (isInTheWay && this.#hasFoot) this.#box.need();
    // So is the button that leads to the end.
    if (!this.#log.isAtEnd) this.#box.want();
  }

  /** What is at the end and in sight is read. */
  #look = (): void => {
    const room = this.#open;
    if (!room?.isReady) return;
    room.follows = this.#log.isAtEnd;
    const isOther = this.#log.isSeen ? this.#seen.all() : this.#seen.count();
    if (isOther) this.#tellUnread();
  };

  #tellUnread(): void {
    this.#tell("unread", { count: this.#seen.unread });
    this.#showUnread();
    this.requestUpdate();
  }

  #showUnread(): void {
    this.#alert(({ showUnread }) => showUnread(this, this, this.#seen.unread));
  }

  /** A link to a message of this room is followed once, and not each time that the room begins again. */
  #goToLinked = (): void => {
    const { hash } = location;
    if (hash === this.#followed || !this.#open?.isReady) return;
    const [, room, id] = /^#tertulia\/(.+)\/(\d+)$/.exec(hash) ?? [];
    const isHere = room === this.room;
    // That of another room is yet to be followed, if the element is led there.
    this.#followed = isHere ? hash : "";
    if (isHere) void this.showMessage(Number(id));
  };

  #alert(run: (file: typeof import("./alerts.js")) => void): void {
    this.#hasAlerts ||= this.badge || this.notify || this.sound !== undefined;
    if (this.#hasAlerts) fetchAlerts().then(run, () => undefined);
  }

  /** A framework gives another function each time that it draws: it is asked next time. False where all has to begin anew. */
  #takeSource(): boolean {
    if (!["token", "getToken", "loading"].some((name) => this.stale.has(name))) return true;
    return this.#open !== undefined && isReplaced(this.#client, this.#options, this.#open.name);
  }

  get #options(): ClientOptions {
    const { getToken, tokenUrl, token } = this;
    return { server: this.server ?? new URL(".", import.meta.url), getToken, tokenUrl, token };
  }

  #openRoom(): void {
    this.#closeRoom();
    this.#notice = undefined;
    this.#log.begin();
    if (!this.isConnected) return;
    if (!ROOM_NAME.test(this.room)) {
      complain(this, this.room);
      return;
    }
    if (this.loading !== "lazy") {
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
    // Whoever comes later is not shown what the host has written for somebody else.
    const page = this.#client ? undefined : this.#log.takeover?.pageOf(this.room);
    this.#client = sharedClient(this.#options, this.room);
    this.#open = this.#client.room(this.room, page);
    this.#open.reading.keepMax = KEEP_MAX;
    this.#seen.begin(this.#open);
    this.#box.begin(this.#client, this.#open);
    // What was begun in the form of a page without a script is gone on with.
    this.#writing.begin(this.#open.draft || (this.#log.takeover?.text ?? ""));
    this.#stopListening = this.#open.listen((event) => this.#hear(event));
    // Another element may have opened it before, or the host has brought the page: then it is there already.
    if (this.#open.isReady) queueMicrotask(() => this.#hear({ type: "ready" }));
  }

  #closeRoom(): void {
    this.#inSight?.disconnect();
    this.#stopListening?.();
    this.#announcer.stop();
    this.#box.close();
    this.#open?.close();
    this.#open = undefined;
    this.#seen.begin(undefined);
    this.#showUnread();
  }

  #hear(event: RoomEvent): void {
    this.#writing.isWho();
    const { type: _, ...detail } = event;
    switch (event.type) {
      case "ready":
        this.#tell("ready", {});
        this.#ready();
        this.#writing.goOn();
        // Also what nobody touches: who types, and as whom one writes, is drawn by the tools.
        browser.whenIdle(() => this.#box.want());
        browser.whenIdle(() => void fetchExtras().catch(() => undefined));
        break;
      case "state":
        // What was told while things stood otherwise.
        this.#notice = undefined;
        this.#tell("state", detail);
        break;
      case "change":
        // What is new is told as a message alone.
        if (!event.isNew) this.#tell("change", { message: event.message });
        break;
      case "message":
        this.#onMessage(event.message);
        break;
      case "signal": {
        const { name, sender, data } = event.signal;
        this.#tell("signal", { name, sender, data });
        this.signals?.[name]?.(event.signal);
        break;
      }
      case "error":
        this.#box.with((tools) => tools.onError(event.code));
        this.#tell("error", detail);
        break;
    }
    this.requestUpdate();
  }

  #ready(): void {
    const before = this.#seen.unread;
    this.#seen.ready();
    if (this.#seen.unread !== before) this.#tellUnread();
    this.#goToLinked();
  }

  #onMessage(message: Message): void {
    const room = this.#open;
    const { kind, sender } = message;
    const id = sender?.id ?? "";
    if (id !== "" && id === room?.self?.id) this.#seen.from = undefined;
    // Who comes and goes is to be seen by those who look; whom one does not want to read is not heard of either.
    else if (kind !== "join" && kind !== "leave" && !room?.ignored.has(id)) {
      const body = spoken(message, this.#words);
      this.#announcer.add(body);
      this.#alert(({ tellNew }) => this.#open && tellNew(this, this.#open, this.#words, message.id, body));
    }
    this.#tell("message", { message });
  }

  #tell(name: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(
      new CustomEvent(`tertulia-${name}`, { detail, bubbles: true, composed: true, cancelable }),
    );
  }

  /** The element's own language, that of the page around it, then those of the reader. */
  #languages(): string[] {
    // Another component's shadow may be around it.
    const outOf = (element: Element) => element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
    let around: string | null = null;
    for (let at = this.isConnected && outOf(this); at && around === null; at = outOf(at))
      around = at.getAttribute("lang");
    return [this.lang, around, ...navigator.languages].filter(Boolean).map(String);
  }

  protected override render(): TemplateResult {
    const room = this.#open;
    const { tools } = this.#box;
    const touch = () => this.#box.want();
    const onTouch = (event: Event) => this.#box.touch(event);
    return html`
      <header class="header" part="header">
        <slot name="header"><h2 class="title"><bdi>${titleOf(room, this.room ?? "", this.#words)}</bdi></h2></slot>
        ${drawPresence(room, this.#words, tools, () => this.#box.with((loaded) => loaded.togglePeople()))}
      </header>
      <slot name="notice"></slot>${drawNotice(room, this.#notice, this.#words)}
      <div class="middle" @pointerenter=${touch} @focusin=${touch}>
        <div class="log" part="log" role="log" tabindex="0" aria-label=${this.#words.t("log-label")} aria-live="off"
          @scroll=${() => this.#log.onScroll()} @keydown=${(event: KeyboardEvent) => tools?.onLogKey(event)}
          @pointerover=${onTouch} @click=${onTouch} @focusin=${onTouch}>
          ${this.#log.draw()}
        </div>
        ${this.#log.drawNew()} ${tools?.drawPanel() ?? nothing}
      </div>
      <div class="typing" part="typing">${tools?.drawTyping() ?? nothing}</div>
      ${this.#hasFoot ? html`<footer class="foot" lang=${this.#words.lang} @focusin=${touch}>${this.#writing.draw()}</footer>` : nothing}
      <div class="sr" role="status" lang=${this.#words.lang} aria-live="polite">${repeat(
        [this.#spoken],
        (each) => each,
        ([text]) => text,
      )}</div>
    `;
  }

  /** Where one may write, or not even read, it says why. */
  get #hasFoot(): boolean {
    return !this.readonly || this.#writing.isOut;
  }

  #onFault(error: unknown): void {
    const problem = error instanceof Refused ? error.problem : undefined;
    const words = error instanceof NotFetched ? this.#words.t("not-loaded") : this.#words.t("did-not-work");
    this.#notice = problem ? (problem.detail ?? problem.title) : words;
    this.#tell("error", { code: problem?.code ?? "offline" });
    this.requestUpdate();
  }

  /** What the parts of the element need of it. */
  #host(): LogHost & ToolBoxHost & WritingHost {
    const element = this;
    return {
      get opened() {
        return element.#open;
      },
      get box() {
        return element.#box;
      },
      get writing() {
        return element.#writing;
      },
      get words() {
        return element.#words;
      },
      element,
      root: this.renderRoot,
      seen: this.#seen,
      update: () => this.requestUpdate(),
      drawn: () => this.updateComplete,
      moved: () => this.#look(),
      focusField: () => this.focus(),
      notice: (text) => {
        this.#notice = text;
        this.requestUpdate();
      },
      fault: (error) => this.#onFault(error),
      maySend: (text) => this.#tell("before-send", { text }, true),
      say: (text, options) => {
        this.#seen.from = undefined;
        return this.say(text, options);
      },
    };
  }
}
