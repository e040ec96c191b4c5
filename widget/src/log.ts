// The lines of a room: which are drawn, which are in sight, and what comes as one scrolls.

import * as icons from "./icons.js";
import type { Words } from "./l10n.js";
import { fetchExtras } from "./late.js";
import { type Line, toLines } from "./lines.js";
import { drawLines } from "./message-view.js";
import type { Room } from "./room.js";
import { ScrollKeeper } from "./scroll.js";
import type { Seen } from "./seen.js";
import type { Begun } from "./takeover.js";
import { html, nothing, type TemplateResult } from "./template.js";
import type { Tools } from "./tools-host.js";
import type { Message } from "./types.js";

/** What the log needs of its element. */
export interface LogHost {
  readonly opened: Room | undefined;
  readonly box: { readonly tools: Tools | undefined };
  readonly words: Words;
  readonly root: ShadowRoot;
  readonly seen: Seen;
  readonly writing: { readonly mayWrite: boolean };
  update(): void;
  /** Settles when what has changed is drawn. */
  drawn(): Promise<void>;
  fault(error: unknown): void;
  /** What is in sight has changed. */
  moved(): void;
}

export class Log {
  /** What stood in the element before it drew itself. */
  takeover: Begun | undefined;
  readonly #host: LogHost;
  #scroll: ScrollKeeper | undefined;
  #inSight: IntersectionObserver | undefined;
  /** Whether the end of the lines is inside of what the window shows. */
  #isEndInSight = true;
  /** What is drawn of the room, computed once per update; also in quotes nobody is read whom one ignores. */
  #lines: readonly Line[] = [];
  #messages: readonly Message[] = [];
  /** The message that was gone to. */
  #shown: number | undefined;
  /** Rises when the names of emoji have come, so that texts are drawn anew. */
  #emoji = 0;
  #extras: typeof import("./extras.js") | undefined;

  constructor(host: LogHost) {
    this.#host = host;
  }

  /** Another room, or none. */
  begin(): void {
    this.#shown = undefined;
    if (this.#scroll) this.#scroll.isAtEnd = true;
  }

  /** Whether somebody sees the newest line: the page is looked at, and the line is in it. */
  get isSeen(): boolean {
    const isThere = this.isAtEnd && this.#isEndInSight && document.visibilityState === "visible";
    return isThere && this.#scroll !== undefined && this.#host.opened?.reading.hasNewer === false;
  }

  get isAtEnd(): boolean {
    return this.#scroll?.isAtEnd ?? true;
  }

  /** Before the lines change. */
  prepare(): void {
    const { messages = [], outbox = [], self, reading, ignored } = this.#host.opened ?? {};
    this.#messages = messages.filter((message) => !ignored?.has(message.sender?.id ?? ""));
    this.#lines = toLines(this.#messages, reading?.hasNewer ? [] : outbox, self);
    this.#scroll?.hold();
  }

  /** After the lines have changed. */
  drawn(): void {
    if (!this.#scroll) {
      const [log, lines] = this.#host.root.querySelectorAll<HTMLElement>(".log, .lines");
      if (log && lines) this.#scroll = new ScrollKeeper(log, lines);
    }
    this.#scroll?.keep();
    this.loadAround();
  }

  /** The element is in the page. Where it was moved there, the browser has forgotten how far it was scrolled. */
  watch(): void {
    this.#scroll?.keep();
    const end = this.#host.root.querySelector(".end");
    if (!end || this.#inSight) return;
    this.#inSight = new IntersectionObserver((entries) => {
      this.#isEndInSight = entries.at(-1)?.isIntersecting ?? true;
      this.#host.moved();
    });
    this.#inSight.observe(end);
  }

  unwatch(): void {
    this.#inSight?.disconnect();
    this.#inSight = undefined;
    this.#isEndInSight = true;
  }

  draw(): TemplateResult {
    return html`<div class="lines">${this.#drawStart()} ${this.#drawLines()}<i class="end"></i></div>`;
  }

  toEnd(): void {
    this.#host.opened?.reading.toEnd();
    this.#scroll?.toEnd();
    this.#host.update();
  }

  onScroll(): void {
    const wasAtEnd = this.isAtEnd;
    this.#scroll?.hold();
    if (this.isAtEnd !== wasAtEnd) this.#host.update();
    this.loadAround();
  }

  loadAround(): void {
    const room = this.#host.opened;
    const scroll = this.#scroll;
    if (!room || !scroll || room.state === "offline" || room.reading.loading) return;
    if (room.hasOlder && scroll.isNearStart) void room.older();
    else if (room.reading.hasNewer && scroll.isNearEnd) void room.reading.newer();
  }

  /** Goes to a message, wherever in the room it is. False where the room does not have it. */
  async show(id: number): Promise<boolean> {
    const isThere = (await this.#host.opened?.reading.show(id)) ?? false;
    if (!isThere) return false;
    this.#shown = id;
    if (this.#scroll) this.#scroll.isAtEnd = false;
    this.#host.update();
    await this.#host.drawn();
    const line = this.#host.root.querySelector<HTMLElement>(`[data-id="${id}"]`);
    if (line) this.#scroll?.toLine(line);
    return line !== null;
  }

  /** The way to what is new, where something is. */
  drawNew(): unknown {
    const { opened, box, seen } = this.#host;
    if (!this.#scroll || (this.isAtEnd && !opened?.reading.hasNewer)) return nothing;
    return box.tools?.drawNew(seen.unread, () => this.toEnd()) ?? nothing;
  }

  #drawStart(): TemplateResult | typeof nothing {
    const room = this.#host.opened;
    const { t } = this.#host.words;
    if (!room?.isReady) return nothing;
    if (room.hasOlder) {
      return room.reading.loading
        ? html`<div class="edge">${icons.spinner}<span class="sr">${t("loading-older")}</span></div>`
        : html`<div class="edge"></div>`;
    }
    if (this.#lines.length > 0) return html`<div class="edge">${t("beginning")}</div>`;
    const hint = this.#host.writing.mayWrite ? html`<span>${t("empty-hint")}</span>` : nothing;
    return html`<div class="empty"><slot name="empty">${icons.bubbles}<strong>${t("empty")}</strong>${hint}</slot></div>`;
  }

  #drawLines(): unknown {
    const { opened: room, box, words, seen } = this.#host;
    const { tools } = box;
    if (!room) return nothing;
    return drawLines(this.#lines, {
      host: this.#host,
      words,
      messages: this.#messages,
      me: room.me,
      failure: (draft) => tools?.drawFailure(draft) ?? nothing,
      react: (id, emoji, isOn) => void room.react(id, emoji, isOn).catch((error) => this.#host.fault(error)),
      show: (id) => void this.show(id),
      shown: this.#shown,
      unreadFrom: seen.from,
      now: room.now,
      emoji: this.#emoji,
      wantEmoji: (emoji) => {
        this.#emoji = emoji;
        this.#host.update();
      },
      extras: this.#extras,
      takeover: this.takeover,
      wantExtras: () => void this.wantExtras(),
      row: (line) => tools?.drawRow(line) ?? nothing,
      leaving: (id) => (tools?.isLeaving(id) ? tools.drawLeaving(id) : undefined),
    });
  }

  /** Settles when they are here, or did not come. */
  async wantExtras(): Promise<void> {
    if (this.#extras || fetchExtras.isFailing()) return;
    const extras = await fetchExtras().catch(() => undefined);
    if (!extras || this.#extras) return;
    extras.addExtraLooks(this.#host.root);
    this.#extras = extras;
    this.#host.update();
  }
}
