// The element: attributes in, a room drawn, events out. Registering it is left to index.ts.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Client } from "./client.js";
import { drawComposer, drawNameForm, overflow } from "./composer-view.js";
import { Refused } from "./http.js";
import * as icons from "./icons.js";
import { type Words, words } from "./l10n.js";
import { type Line, toLines } from "./lines.js";
import { type Drawing, drawDay, drawLine } from "./message-view.js";
import type { Room, RoomEvent, RoomState } from "./room.js";
import { ScrollKeeper } from "./scroll.js";
import { sharedClient } from "./shared.js";
import { styles } from "./styles.js";
import { findMessage } from "./timeline.js";
import type { Kind, Me, Message } from "./types.js";

const ROOM_NAME = /^[a-z][a-z0-9_.-]{0,99}\/[A-Za-z0-9_-][A-Za-z0-9_.~:@-]{0,199}$/;

/**
 * A live chat room on anything in a website.
 *
 * Attributes: room, server, token, token-url, lang, theme, readonly, and fill, which makes it as large as the window.
 *
 * @fires tertulia-ready - the first page is drawn
 * @fires tertulia-state - {state, code?}
 * @fires tertulia-message - {message}, live and new ones only
 * @fires tertulia-change - {message}, in its newest state
 * @fires tertulia-before-send - {text}; cancelable
 * @fires tertulia-error - {code}
 */
export class TertuliaRoom extends LitElement {
  static override styles = styles;
  static override properties = {
    room: { type: String, reflect: true },
    server: { type: String },
    token: { type: String },
    tokenUrl: { type: String, attribute: "token-url" },
    lang: { type: String, reflect: true },
    theme: { type: String, reflect: true },
    readonly: { type: Boolean, reflect: true },
    getToken: { attribute: false },
  };

  declare room: string;
  declare server: string | undefined;
  declare token: string | undefined;
  declare tokenUrl: string | undefined;
  declare theme: "auto" | "light" | "dark" | undefined;
  declare readonly: boolean;
  declare getToken: ((room: string) => Promise<string | null>) | undefined;

  #client: Client | undefined;
  #open: Room | undefined;
  #stopListening: (() => void) | undefined;
  #scroll: ScrollKeeper | undefined;
  /** What is drawn of the room, computed once per update. */
  #lines: readonly Line[] = [];
  #draft = "";
  #arrived = 0;
  #notice: string | undefined;
  /** Enter was pressed before it was known who is writing. */
  #isSendWanted = false;
  #name: { text: string; fault: string | undefined; isBusy: boolean } | undefined;
  /** The server takes no guests here. */
  #isGuestRefused = false;
  #words: Words = words(["en"]);

  constructor() {
    super();
    this.room = "";
    this.readonly = false;
  }

  /** How things stand. */
  get state(): RoomState {
    return this.#open?.state ?? "connecting";
  }

  get me(): Me | undefined {
    return this.#open?.me;
  }

  /** Says something, as if it had been typed. Settles when the server has acknowledged or refused it. */
  say(text: string, options?: { kind?: Kind; replyTo?: number }): Promise<Message> {
    if (!this.#open) return Promise.reject(new Error("the element is not in a page, or has no room"));
    this.#scroll?.toEnd();
    return this.#open.say(text, options);
  }

  override focus(options?: FocusOptions): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    (find("textarea") ?? find(".log"))?.focus(options);
  }

  /** Begins again with a fresh token, for example after signing in. */
  reconnect(): void {
    this.#client?.reconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Back in the page after having been taken out: the properties have not changed, but the room was closed.
    if (this.hasUpdated && !this.#open) {
      this.#openRoom();
      this.requestUpdate();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving an element takes it out and puts it back in one go. That is no reason to close anything.
    queueMicrotask(() => !this.isConnected && this.#closeRoom());
  }

  protected override willUpdate(changed: PropertyValues): void {
    const isOther = ["room", "server", "token", "tokenUrl", "getToken"].some((name) => changed.has(name));
    if (isOther) this.#openRoom();
    this.#words = words(this.#languages());
    const { messages = [], outbox = [], self } = this.#open ?? {};
    this.#lines = toLines(messages, outbox, self);
    this.#scroll?.hold();
  }

  protected override firstUpdated(): void {
    const [log, lines] = this.renderRoot.querySelectorAll<HTMLElement>(".log, .lines");
    if (log && lines) this.#scroll = new ScrollKeeper(log, lines);
  }

  protected override updated(): void {
    this.#scroll?.keep();
    if (this.#scroll?.isAtEnd && this.#arrived > 0) this.#arrived = 0;
    this.#loadOlder();
  }

  #openRoom(): void {
    this.#closeRoom();
    this.#isGuestRefused = this.#isSendWanted = false;
    this.#arrived = 0;
    this.#name = this.#notice = undefined;
    if (this.#scroll) this.#scroll.isAtEnd = true;
    if (!ROOM_NAME.test(this.room)) {
      if (this.room !== "") console.error(`tertulia: "${this.room}" is no room name; it has the form type/id`);
      return;
    }
    const { getToken, tokenUrl, token } = this;
    const server = this.server ?? new URL(".", import.meta.url);
    this.#client = sharedClient({ server, getToken, tokenUrl, token });
    this.#open = this.#client.room(this.room);
    this.#stopListening = this.#open.listen((event) => this.#hear(event));
    // Another element may have opened it before: then its page is there already.
    if (this.#open.isReady) queueMicrotask(() => this.#tell("ready", {}));
  }

  #closeRoom(): void {
    this.#stopListening?.();
    this.#open?.close();
    this.#open = undefined;
  }

  #hear(event: RoomEvent): void {
    switch (event.type) {
      case "ready":
        this.#tell("ready", {});
        if (this.#isSendWanted) this.#send();
        break;
      case "state":
        this.#tell(
          "state",
          event.code === undefined ? { state: event.state } : { state: event.state, code: event.code },
        );
        break;
      case "message":
        if (!this.#scroll?.isAtEnd && event.message.sender?.id !== this.#open?.self?.id) this.#arrived += 1;
        this.#tell("message", { message: event.message });
        break;
      case "change":
        this.#tell("change", { message: event.message });
        break;
      case "error":
        if (event.code === "held") this.#notice = this.#words.t("held");
        if (event.code === "token_missing") this.#askName();
        this.#tell("error", { code: event.code });
        break;
    }
    this.requestUpdate();
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
    return html`
      <header class="header" part="header">
        <slot name="header"><h2 class="title" dir="auto">${this.#title()}</h2></slot>
        ${this.#drawPresence()}
      </header>
      ${this.#drawNotice()}
      <div class="middle">
        <div class="log" part="log" role="log" tabindex="0" aria-label=${this.#words.t("log-label")}
          aria-live=${room?.isReady && !room.reading.loading ? "polite" : "off"} @scroll=${this.#onScroll}>
          <div class="lines">${this.#drawStart()} ${this.#drawLines()}</div>
        </div>
        ${this.#drawNew()}
      </div>
      ${this.readonly ? nothing : html`<footer class="foot">${this.#drawFoot()}</footer>`}
    `;
  }

  #title(): string {
    const title = this.#open?.settings?.title;
    if (title !== undefined) return title;
    const [type = "", id = ""] = this.room.split("/");
    if (this.room === "room/lobby") return this.#words.t("room-title-lobby");
    return id === "" ? "" : this.#words.t("room-title", { type, id });
  }

  #drawPresence(): TemplateResult | typeof nothing {
    const count = this.#open?.present?.count ?? 0;
    if (count === 0 || this.#open?.settings?.presence === "off") return nothing;
    const label = this.#words.t("people-here", { count });
    return html`<span class="presence" part="presence" title=${label}
      ><span aria-hidden="true">${this.#words.number(count)}</span><span class="sr">${label}</span></span>`;
  }

  #drawNotice(): TemplateResult {
    const t = this.#words.t;
    const state = this.#open?.state;
    if (state === "offline") return html`<div class="notice" part="notice" role="status">${t("state-offline")}</div>`;
    if (state === "connecting") {
      return html`<div class="notice late" part="notice" role="status">${icons.spinner}${t("state-connecting")}</div>`;
    }
    return html`<div class="notice" part="notice" role="status">${this.#notice ?? nothing}</div>`;
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
    const hint = this.#mayWrite() ? html`<span>${t("empty-hint")}</span>` : nothing;
    return html`<div class="empty"><slot name="empty">${icons.bubbles}<strong>${t("empty")}</strong>${hint}</slot></div>`;
  }

  #drawLines(): unknown {
    const room = this.#open;
    if (!room) return nothing;
    const drawing: Drawing = {
      words: this.#words,
      messages: room.timeline.messages,
      me: room.me,
      retry: (clientId) => room.retry(clientId),
      discard: (clientId) => room.discard(clientId),
    };
    const today = new Date().toDateString();
    return repeat(
      this.#lines,
      (line) => line.key,
      (line) => {
        const quoted = line.message.reply_to === undefined ? 0 : findMessage(drawing.messages, line.message.reply_to);
        const { message, draft, isOwn, isFirst, isLast, day } = line;
        // Of many lines one changes: the others are not drawn again.
        const inputs = [
          draft ?? message,
          isOwn,
          isFirst,
          isLast,
          day?.getTime(),
          today,
          quoted,
          room.me,
          drawing.words,
        ];
        return guard(inputs, () => html`${day ? drawDay(day, drawing.words) : nothing}${drawLine(line, drawing)}`);
      },
    );
  }

  #drawNew(): TemplateResult | typeof nothing {
    if (!this.#scroll || this.#scroll.isAtEnd) return nothing;
    const { t } = this.#words;
    const go = () => {
      this.#scroll?.toEnd();
      this.requestUpdate();
    };
    const count = this.#arrived;
    return html`<div class="new">${
      count > 0
        ? html`<button class="many" part="new-button" type="button" @click=${go}>${icons.down}${t("new-messages", { count })}</button>`
        : html`<button class="plain" part="new-button" type="button" aria-label=${t("to-newest")} title=${t("to-newest")} @click=${go}>${icons.down}</button>`
    }</div>`;
  }

  #drawFoot(): TemplateResult {
    const room = this.#open;
    if (!room || !this.#mayWrite())
      return html`<div class="closed" part="notice">${room ? this.#whyClosed(room) : nothing}</div>`;
    return html`<div>
      ${this.#name ? this.#drawName(this.#name) : nothing}
      ${drawComposer({
        words: this.#words,
        text: this.#draft,
        textMax: room.settings?.text_max,
        input: (text, field) => this.#onInput(text, field),
        send: () => this.#send(),
      })}
    </div>`;
  }

  #mayWrite(): boolean {
    const room = this.#open;
    if (!room) return false;
    if (["signed-out", "restricted", "locked", "ended"].includes(room.state)) return false;
    // Nobody is asked for a name first. Before the first page what one may do is not known, and typing does no harm.
    if (room.me?.id === undefined) return !this.#isGuestRefused;
    return room.may("say");
  }

  #whyClosed(room: Room): string {
    const t = this.#words.t;
    const until = room.me?.restricted?.until;
    switch (room.state) {
      case "signed-out":
        return t("state-signed-out");
      case "restricted":
        return until === undefined
          ? t("state-restricted")
          : t("state-restricted-until", { time: this.#words.dateTime(new Date(until)) });
      case "locked":
        return t("state-locked");
      case "ended":
        if (room.code === "room_deleted") return t("state-deleted");
        return room.code === "not_found" || room.code === "not_allowed" ? t("state-not-yours") : t("state-ended");
      default:
        return this.#isGuestRefused ? t("state-signed-out") : t("state-read-only");
    }
  }

  #drawName(name: { text: string; fault: string | undefined; isBusy: boolean }): TemplateResult {
    const change = (to: Partial<typeof name>) => {
      this.#name = { ...name, ...to };
      this.requestUpdate();
    };
    return drawNameForm({
      words: this.#words,
      name: name.text,
      fault: name.fault,
      isBusy: name.isBusy,
      input: (text) => change({ text, fault: undefined }),
      enter: () => void this.#enter(name.text.trim()),
      cancel: () => {
        this.#name = undefined;
        this.requestUpdate();
        this.focus();
      },
    });
  }

  #onScroll(): void {
    const wasAtEnd = this.#scroll?.isAtEnd;
    this.#scroll?.look();
    if (this.#scroll?.isAtEnd !== wasAtEnd) this.requestUpdate();
    this.#loadOlder();
  }

  #loadOlder(): void {
    const room = this.#open;
    if (room?.hasOlder && room.state !== "offline" && this.#scroll?.isNearStart) void room.older();
  }

  #onInput(text: string, field: HTMLTextAreaElement): void {
    this.#draft = text;
    this.#notice = undefined;
    grow(field);
    this.requestUpdate();
  }

  #send(): void {
    const room = this.#open;
    const text = this.#draft.trim();
    if (!room || text === "" || overflow(text, room.settings?.text_max) > 0) return;
    if (room.self === undefined) {
      // Before the first page it may still turn out that the host knows who this is.
      if (room.isReady) this.#askName();
      this.#isSendWanted = !room.isReady;
      return;
    }
    this.#isSendWanted = false;
    if (!this.#tell("before-send", { text }, true)) return;
    const action = /^\/me\s+(?=\S)/u.exec(text);
    const options = action ? { kind: "action" as const } : {};
    // What comes of it is drawn in the log.
    this.say(action ? text.slice(action[0].length) : text, options).catch(() => undefined);
    this.#draft = "";
    this.#arrived = 0;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const field = this.renderRoot.querySelector("textarea");
      if (field) grow(field);
    });
  }

  #askName(): void {
    this.#name ??= { text: this.#client?.lastGuestName ?? "", fault: undefined, isBusy: false };
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>("#name")?.focus());
  }

  async #enter(name: string): Promise<void> {
    if (!this.#client || name === "" || this.#name?.isBusy) return;
    this.#name = { text: name, fault: undefined, isBusy: true };
    this.requestUpdate();
    try {
      await this.#client.becomeGuest(name, this.room);
      this.#name = undefined;
      this.#send();
      await this.updateComplete;
      this.focus();
    } catch (error) {
      this.#onNameRefused(name, error);
    }
    this.requestUpdate();
  }

  #onNameRefused(name: string, error: unknown): void {
    const { t } = this.#words;
    const { code, proposal } = error instanceof Refused ? error.problem : {};
    if (code === "name_taken") this.#name = { text: proposal ?? name, fault: t("name-taken"), isBusy: false };
    else if (code === "invalid") this.#name = { text: name, fault: t("name-invalid"), isBusy: false };
    else if (code === "token_missing" || code === "not_allowed" || code === "not_found") {
      this.#name = undefined;
      this.#isGuestRefused = true;
    } else this.#name = { text: name, fault: t("name-failed"), isBusy: false };
  }
}

/** As high as its text, up to what the style sheet allows. */
function grow(field: HTMLTextAreaElement): void {
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
