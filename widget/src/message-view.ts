// How a line of the log is drawn: each kind in its own way, worded for the reader.

import type { Args, Words } from "./l10n.js";
import { hue, initials, type Line } from "./lines.js";
import type { Room } from "./room.js";
import type { Begun } from "./takeover.js";
import { guard, html, nothing, repeat, type TemplateResult } from "./template.js";
import type { Draft } from "./timeline.js";
import type { Me, Message, Sender } from "./types.js";

/** What lines are drawn with. */
export interface Drawing {
  /** Which room is drawn, and how it is drawn again. */
  readonly host: { readonly opened: Room | undefined; update(): void };
  readonly words: Words;
  readonly messages: readonly Message[];
  readonly me: Me | undefined;
  /** Why a draft was not taken, and what can be done with it. */
  failure(draft: Draft): unknown;
  react(id: number, emoji: string, isOn: boolean): void;
  /** Goes to a message, and which was gone to. */
  show(id: number): void;
  readonly shown: number | undefined;
  /** What can be done with a line, where it is touched. */
  row(line: Line): unknown;
  /** How what not every line has is drawn, where that is here; until then lines are words alone. */
  readonly extras: Extras | undefined;
  /** What stands in the page already, where the element has taken over from it. */
  readonly takeover: Begun | undefined;
  wantExtras(): void;
  /** What stands in the place of a message that is about to be deleted. */
  leaving(id: number): TemplateResult | undefined;
}

/** How far it is with the names of emoji. */
export interface Learning {
  /** Rises when more emoji are known. */
  readonly emoji: number;
  wantEmoji(emoji: number): void;
}

/** What all lines together are drawn with. */
export interface LogDrawing extends Drawing, Learning {
  /** The first message that was not seen. */
  readonly unreadFrom: number | undefined;
  /** Milliseconds since 1970, as the room counts them. */
  readonly now: number;
}

/** Of many lines one changes: the others are not drawn again. */
export function drawLines(lines: readonly Line[], drawing: LogDrawing): unknown {
  const today = new Date(drawing.now).toDateString();
  return repeat(
    lines,
    (line) => line.key,
    (line) => {
      const { message, draft, isOwn, isFirst, isLast, day } = line;
      const quoted = message.reply_to && drawing.extras?.findQuoted(message.reply_to, drawing);
      const isUnread = message.id !== 0 && message.id === drawing.unreadFrom;
      drawing.extras?.learnEmoji(message.text, drawing);
      const row = drawing.row(line);
      const leaving = drawing.leaving(message.id);
      const group = [isOwn, isFirst, isLast, isUnread, drawing.shown === message.id, day?.getTime(), today];
      const around = [drawing.me, drawing.words, drawing.emoji, drawing.extras, quoted];
      return guard(
        [
          draft ?? message,
          draft?.state === "failed" && drawing.failure(draft),
          row,
          leaving !== undefined,
          ...group,
          ...around,
        ],
        () =>
          html`${day ? drawDay(day, drawing) : nothing}${isUnread ? (extrasOf(drawing)?.drawUnread(drawing) ?? nothing) : nothing}${drawLine(line, drawing)}`,
      );
    },
  );
}

export type View = TemplateResult | typeof nothing;

export type Extras = typeof import("./extras.js");

/** Asks for it where it is not here yet. */
function extrasOf(drawing: Drawing): Extras | undefined {
  if (!drawing.extras) drawing.wantExtras();
  return drawing.extras;
}

/** What may be more than words: an address, a face, a name, something emphasised. */
const MARKED = /[:;*_`<\\@]|[xX]D|B\)/;

export function drawWords(text: string, drawing: Drawing, isOwnNameMarked = true): unknown {
  if (!MARKED.test(text)) return text;
  return extrasOf(drawing)?.drawPieces(text, isOwnNameMarked && drawing.me?.name) ?? text;
}

function drawQuote(message: Message, drawing: Drawing): View {
  if (!message.reply_to || message.deleted) return nothing;
  return extrasOf(drawing)?.drawQuote(message.reply_to, drawing) ?? nothing;
}

export function drawReactions(message: Message, drawing: Drawing): View {
  const { reactions = [], deleted } = message;
  if (reactions.length === 0 || deleted) return nothing;
  return extrasOf(drawing)?.drawReactions(message, drawing) ?? nothing;
}

function drawLine(line: Line, drawing: Drawing): TemplateResult {
  if (line.message.kind === "message") return drawMessage(line, drawing);
  const extras = extrasOf(drawing);
  if (extras) return extras.drawKind(line, drawing);
  return html`<div class="plain words" part="message" data-key=${line.key} data-id=${line.message.id}>${spoken(line.message, drawing.words)}</div>`;
}

function drawDay(day: Date, drawing: LogDrawing): TemplateResult {
  const { takeover, words, now } = drawing;
  return (
    takeover?.keepDay(day, drawing) ??
    html`<div class="day" part="day" role="separator"><span>${words.day(day, new Date(now))}</span></div>`
  );
}

/** A new message as a screen reader is told of it. */
export function spoken(message: Message, words: Words): string {
  const { sender, kind } = message;
  const name = sender?.name ?? "";
  const text = message.deleted ? removed(message, words) : worded(message, words);
  if (kind === "join") return words.t("joined", { name });
  if (kind === "leave") return words.t("left", { name });
  return name === "" ? text : `${name}: ${text}`;
}

function drawMessage(line: Line, drawing: Drawing): TemplateResult {
  const { message, isOwn, isFirst, isLast, draft } = line;
  const sender = message.sender ?? undefined;
  const classes = ["message", `hue-${hue(sender)}`];
  if (isOwn) classes.push("own");
  if (isFirst) classes.push("first");
  if (isLast) classes.push("last");
  if (drawing.shown === message.id) classes.push("shown");
  if (!isOwn && message.text.includes("@") && extrasOf(drawing)?.mentions(message.text, drawing.me?.name))
    classes.push("calls");
  if (draft) classes.push(draft.state === "failed" ? "failed" : draft.state === "sent" ? "sent" : "sending");
  const kept = drawing.takeover?.keepRow(line, drawing);
  if (kept) classes.push("kept");
  return html`<div class=${classes.join(" ")} part=${isOwn ? "message own" : "message"}
    data-key=${line.key} data-id=${message.id} tabindex="-1">
    ${
      kept ??
      html`${isFirst && !isOwn ? drawAvatar(sender) : nothing}
    <div class="body">
      ${isFirst && !isOwn ? drawSender(sender, drawing.words) : html`<span class="sr">${sender?.name}</span><span class="sr">: </span>`}
      <div class=${message.deleted ? "bubble is-removed" : "bubble"}>
        ${drawing.leaving(message.id) ?? html`${drawQuote(message, drawing)}${drawText(line, drawing)}`}
      </div>
      ${drawReactions(message, drawing)} ${draft?.state === "failed" ? drawing.failure(draft) : nothing}
    </div>`
    }
    ${drawing.row(line)}
  </div>`;
}

function drawAvatar(sender: Sender | undefined): TemplateResult {
  const picture = sender?.avatar;
  return html`<div class="avatar" aria-hidden="true">
    ${
      /^https?:/.test(picture ?? "")
        ? html`<img src=${picture} alt="" loading="lazy" referrerpolicy="no-referrer" />`
        : initials(sender?.name ?? "?")
    }
  </div>`;
}

function drawSender(sender: Sender | undefined, words: Words): TemplateResult {
  return html`<div class="sender" part="sender">
    <bdi>${sender?.name ?? "…"}</bdi>${sender?.guest ? html`<span class="guest">${words.t("guest")}</span>` : nothing}
  </div>`;
}

/** The time stands inside of the text, so that it floats to the end of the last line, on the side where that ends. */
function drawText(line: Line, drawing: Drawing): TemplateResult {
  const { message } = line;
  const meta = drawMeta(line, drawing);
  if (message.deleted) {
    return html`<div class="text" part="text"><span class="removed">${removed(message, drawing.words)}</span>${meta}</div>`;
  }
  return html`<div class="text" part="text" dir="auto"><span class="words">${drawWords(worded(message, drawing.words), drawing)}</span>${meta}</div>`;
}

/** A host's text is in the host's language, unless it gives a wording's name and all the arguments that it takes. */
export function worded({ text, data }: Message, words: Words): string {
  const key = data?.key;
  if (typeof key !== "string" || !words.has(key)) return text;
  let isWhole = true;
  const get = (given: Args, name: string) => {
    isWhole &&= isPlain(given[name]);
    return given[name];
  };
  const said = words.t(key, new Proxy(Object(data?.args), { get }));
  return isWhole ? said : text;
}

/** A text, or a number that is written as it is. */
function isPlain(value: unknown): boolean {
  return typeof value === "string" || (typeof value === "number" && Math.abs(value) < 2 ** 53);
}

export function removed(message: Message, words: Words): string {
  return message.deleted_by === "moderator" ? words.t("deleted-by-moderator") : words.t("deleted-by-sender");
}

export function drawMeta({ message, draft }: Line, drawing: Drawing): TemplateResult {
  const { words } = drawing;
  const at = new Date(message.created);
  const wasEdited = message.edited && !message.deleted;
  return html`<span class="meta">${wasEdited ? html`<span>${words.t("edited")}</span>` : nothing}<time
      part="time" datetime=${message.created} title=${words.dateTime(at)}>${words.time(at)}</time>${
        draft ? (extrasOf(drawing)?.drawStatus(draft, words) ?? nothing) : nothing
      }</span>`;
}
