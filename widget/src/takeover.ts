// How the element takes over from a page that the server has written, or the host: the rows that stand there stay, each in a
// slot of what is drawn; so does where it was scrolled to, what was begun in its form, and that somebody is writing there.
// Fetched where there is such a page.

import type { DrawnElement } from "./drawn-element.js";
import type { Line } from "./lines.js";
import { type Drawing, type Extras, type LogDrawing, worded } from "./message-view.js";
import { leaveFrame } from "./page-frame.js";
import { addStyles } from "./styles.js";
import sheet from "./takeover.css";
import { html, type TemplateResult } from "./template.js";
import { findMessage } from "./timeline.js";
import type { Message, Page } from "./types.js";

/** What a row was drawn from. */
interface Seen {
  readonly message: Message;
  readonly quoted: Message | undefined;
  readonly lang: string | undefined;
}

interface Row {
  readonly node: HTMLElement;
  seen?: Seen;
  /** How its text reads, where that is known. */
  reads?: string;
  /** What is done with it: as the element would, where it is drawn by now. */
  drawing?: Drawing;
}

/** What has the focus, as it is found again where its row was drawn anew: the how manieth of what can have it. */
interface Focused {
  readonly at: HTMLElement;
  readonly id: number;
  readonly place: number;
}

const FOCUSABLE = ":is(a, button):not(.rail *)";

export class Begun {
  readonly #element: DrawnElement;
  /** Where people write without the element. */
  readonly #field: HTMLTextAreaElement | null | undefined;
  /** The rows that are still the server's, by message. */
  readonly #rows = new Map<number, Row>();
  readonly #days = new Map<number, HTMLElement>();
  #unread: HTMLElement | undefined;
  /** Whether the element has gone on from here, or was drawn before. */
  #isOver: boolean;
  /** How far above the end the page is read; undefined before that was looked at. */
  #above: number | undefined;
  #selected: readonly [number, number] | undefined;
  #isLogFocused = false;
  #focused: Focused | undefined;

  constructor(element: DrawnElement) {
    this.#element = element;
    this.#isOver = element.hasUpdated;
    const page = element.closest(".room") ?? element;
    const form = page.querySelector<HTMLInputElement>("form > input[type=hidden][name=client_id]")?.form;
    this.#field = form?.querySelector("textarea[name=text]");
    // Whatever a host has put into it is the host's.
    if (this.#isOver || !element.matches(".lines")) return;
    for (const node of element.querySelectorAll<HTMLElement>(":scope > :not(script)")) {
      const time = Date.parse(node.querySelector("time")?.getAttribute("datetime") ?? "");
      if (node.matches("[id^=m]")) this.#rows.set(Number(node.id.slice(1)), { node });
      else if (node.matches(".day")) this.#days.set(time, node);
      else if (node.matches(".unread")) this.#unread = node;
    }
    element.addEventListener("click", this.#onClick);
  }

  /** What was written in the form. */
  get text(): string | undefined {
    return this.#field?.value;
  }

  /** The first page of this room, where the HTML has it. */
  pageOf(room: string): Page | undefined {
    const script = this.#element.querySelector(":scope > script[data-page]");
    try {
      const page: Page | null = JSON.parse(script?.textContent ?? "null");
      return page?.room === room && typeof page.cursor === "string" ? page : undefined;
    } catch {
      return undefined;
    }
  }

  /** To be called before each drawing. */
  look(): void {
    this.#noteFocus();
    if (this.#isOver || this.#above !== undefined) return;
    // The page's log begins at its end: what lies above is below nothing.
    const log = this.#element.closest(".log");
    this.#above = -(log?.scrollTop ?? 0);
    this.#isLogFocused = log !== null && document.activeElement === log;
    const field = this.#field;
    if (field && document.activeElement === field) this.#selected = [field.selectionStart, field.selectionEnd];
    addStyles(this.#element.renderRoot, sheet);
    leaveFrame(this.#element);
  }

  /** To be called after each drawing: what has no place in it any more goes. */
  goOn(): void {
    const root = this.#element.renderRoot;
    const isGone = (node: HTMLElement | undefined) => node?.assignedSlot === null;
    for (const [id, { node }] of this.#rows) if (isGone(node)) this.#drop(this.#rows, id, node);
    for (const [at, node] of this.#days) if (isGone(node)) this.#drop(this.#days, at, node);
    if (isGone(this.#unread)) this.#unread?.remove();
    this.#giveFocus(root);
    if (this.#isOver) return;
    this.#isOver = true;
    for (const each of this.#element.querySelectorAll(":scope > :is(.edge, .empty)")) each.remove();
    const log = root.querySelector<HTMLElement>(".log");
    if (log && this.#above) log.scrollTop = log.scrollHeight - log.clientHeight - this.#above;
    if (this.#isLogFocused) log?.focus({ preventScroll: true });
    const field = root.querySelector<HTMLTextAreaElement>(".composer textarea");
    if (!this.#selected || !field) return;
    field.focus({ preventScroll: true });
    if (field.value === this.#field?.value) field.setSelectionRange(...this.#selected);
  }

  #drop<K>(all: Map<K, unknown>, key: K, node: HTMLElement): void {
    node.remove();
    all.delete(key);
  }

  /** The server's row for a line, where it is still what the element would draw. */
  keepRow(line: Line, drawing: Drawing): TemplateResult | undefined {
    const row = this.#rows.get(line.message.id);
    if (!row || !this.#isSame(row, line, drawing)) return undefined;
    const { node } = row;
    if (line.message.kind === "message") node.classList.toggle("last", line.isLast);
    node.classList.toggle("shown", drawing.shown === line.message.id);
    row.drawing = drawing;
    if (drawing.extras) this.#ready(line.message, row, drawing, drawing.extras);
    return this.#slot(node, node.id);
  }

  keepDay(day: Date, { words, now }: LogDrawing): TemplateResult | undefined {
    const node = this.#days.get(day.getTime());
    const time = node?.querySelector("time");
    if (!node || !time) return undefined;
    const text = words.day(day, new Date(now));
    if (time.textContent !== text) time.textContent = text;
    return this.#slot(node, `day-${day.getTime()}`, "kept-day");
  }

  keepUnread(): TemplateResult | undefined {
    return this.#unread?.isConnected ? this.#slot(this.#unread, "unread") : undefined;
  }

  #slot(node: HTMLElement, name: string, className = ""): TemplateResult {
    node.slot = name;
    return html`<slot name=${name} class=${className}></slot>`;
  }

  #isSame(row: Row, line: Line, drawing: Drawing): boolean {
    const { message, draft, isOwn, isFirst } = line;
    const { node } = row;
    const quoted = message.reply_to === undefined ? undefined : findMessage(drawing.messages, message.reply_to);
    const { lang } = this.#element;
    row.seen ??= { message, quoted, lang };
    const { seen } = row;
    const isGrouped = node.classList.contains("own") === isOwn && node.classList.contains("first") === isFirst;
    return (
      draft === undefined &&
      drawing.leaving(message.id) === undefined &&
      isAlike(message, seen.message) &&
      isAlike(quoted, seen.quoted) &&
      (isGrouped || message.kind !== "message") &&
      lang === seen.lang &&
      this.#readsAlike(row, message, drawing)
    );
  }

  /** A text may read otherwise once more is known: names of emoji, who reads, words of the host's. */
  #readsAlike(row: Row, message: Message, { extras, me, words }: Drawing): boolean {
    if (!extras) return true;
    row.reads ??= extras.readAs(message.text);
    if (extras.readAs(worded(message, words)) !== row.reads) return false;
    const isMarked = row.node.querySelector(".words mark") !== null;
    const isSaid = message.kind === "message" || message.kind === "action";
    return !isSaid || me?.name === undefined || extras.mentions(message.text, me.name) === isMarked;
  }

  /** Says what can be pressed, which reactions are the reader's own, and lets those press them who may. */
  #ready(message: Message, { node, seen }: Row, { me, words }: Drawing, { isMine }: Extras): void {
    const quote = node.querySelector<HTMLElement>(".quote");
    if (quote && seen?.quoted) quote.title = words.t("go-to-quoted");
    const buttons = node.querySelectorAll<HTMLButtonElement>(".reaction");
    message.reactions?.forEach((reaction, index) => {
      const button = buttons[index];
      if (!button) return;
      const { emoji, count } = reaction;
      const isOwn = isMine(message.id, reaction, me);
      const label = words.t("reaction-label", { emoji, count });
      button.classList.toggle("mine", isOwn);
      Object.assign(button, { ariaLabel: label, title: label, ariaPressed: String(isOwn) });
      button.disabled = !me?.may.includes("react");
    });
  }

  /** What leads to another message, or reacts: in the element it does so without another page. */
  #onClick = (event: MouseEvent): void => {
    const at = event.target instanceof Element ? event.target : null;
    const row = this.#rows.get(Number(at?.closest("article")?.id.slice(1)));
    const { drawing, seen } = row ?? {};
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!at || !drawing || !seen || !isPlain) return;
    const { id, reply_to } = seen.message;
    if (at.closest("a.quote") && reply_to !== undefined) {
      event.preventDefault();
      drawing.show(reply_to);
    }
    const button = at.closest(".reaction");
    const place = [...(row?.node.querySelectorAll(".reaction") ?? [])].indexOf(button as Element);
    const { emoji } = seen.message.reactions?.[place] ?? {};
    if (button && emoji !== undefined) drawing.react(id, emoji, button.ariaPressed !== "true");
  };

  /** A row that is drawn anew takes what has the focus away with it. */
  #noteFocus(): void {
    const at = document.activeElement;
    const row = at instanceof HTMLElement ? at.closest<HTMLElement>("article") : null;
    const id = Number(row?.id.slice(1));
    this.#focused =
      row && this.#rows.get(id)?.node === row
        ? { at: at as HTMLElement, id, place: [...row.querySelectorAll(FOCUSABLE)].indexOf(at as HTMLElement) }
        : undefined;
  }

  #giveFocus(root: ShadowRoot): void {
    if (!this.#focused || this.#focused.at.isConnected) return;
    const { id, place } = this.#focused;
    const row = root.querySelector<HTMLElement>(`[data-id="${id}"]`);
    (row?.querySelectorAll<HTMLElement>(FOCUSABLE)[place] ?? row)?.focus({ preventScroll: true });
  }
}

/** What is told anew may be the same, and may be another history's. */
function isAlike(one: Message | undefined, other: Message | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
