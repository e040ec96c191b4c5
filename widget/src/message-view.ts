// How a line of the log is drawn: each kind in its own way, worded for the reader.

import * as icons from "./icons.js";
import type { Words } from "./l10n.js";
import { hue, initials, type Line } from "./lines.js";
import { guard, html, nothing, repeat, type TemplateResult } from "./template.js";
import { mentions, toPieces, wantsEmoji } from "./text.js";
import { type Draft, findMessage } from "./timeline.js";
import type { Me, Message, Sender } from "./types.js";

/** What lines are drawn with. */
export interface Drawing {
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
  /** What stands in the place of a message that is about to be deleted. */
  leaving(id: number): TemplateResult | undefined;
}

/** What all lines together are drawn with. */
export interface LogDrawing extends Drawing {
  /** The first message that was not seen. */
  readonly unreadFrom: number | undefined;
  /** Rises when more emoji are known. */
  readonly emoji: number;
  wantEmoji(): void;
}

/** Of many lines one changes: the others are not drawn again. */
export function drawLines(lines: readonly Line[], drawing: LogDrawing): unknown {
  const today = new Date().toDateString();
  return repeat(
    lines,
    (line) => line.key,
    (line) => {
      const { message, draft, isOwn, isFirst, isLast, day } = line;
      const quoted = message.reply_to === undefined ? 0 : findMessage(drawing.messages, message.reply_to);
      const isUnread = message.id !== 0 && message.id === drawing.unreadFrom;
      if (wantsEmoji(message.text)) drawing.wantEmoji();
      const row = drawing.row(line);
      const leaving = drawing.leaving(message.id);
      const group = [isOwn, isFirst, isLast, isUnread, drawing.shown === message.id, day?.getTime(), today];
      const around = [drawing.me, drawing.words, drawing.emoji, quoted];
      return guard(
        [draft ?? message, row, leaving !== undefined, ...group, ...around],
        () =>
          html`${day ? drawDay(day, drawing.words) : nothing}${isUnread ? drawUnread(drawing.words) : nothing}${drawLine(line, drawing)}`,
      );
    },
  );
}

type View = TemplateResult | typeof nothing;

export function drawLine(line: Line, drawing: Drawing): TemplateResult {
  switch (line.message.kind) {
    case "message":
      return drawMessage(line, drawing);
    case "action":
      return drawAction(line, drawing);
    case "system":
      return drawSystem(line, drawing);
    case "join":
    case "leave":
      return drawPresence(line, drawing);
    default:
      // A kind that this version doesn't know is drawn like a notification.
      return drawNotification(line, drawing);
  }
}

export function drawDay(day: Date, words: Words): TemplateResult {
  return html`<div class="day" part="day" role="separator"><span>${words.day(day, new Date())}</span></div>`;
}

/** The line above the first message that was not seen. */
export function drawUnread(words: Words): TemplateResult {
  return html`<div class="unread" part="unread-line" role="separator"><span>${words.t("unread-line")}</span></div>`;
}

/** A new message as a screen reader is told of it. */
export function spoken({ sender, text, kind }: Message, words: Words): string {
  const name = sender?.name ?? "";
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
  if (!isOwn && mentions(message.text, drawing.me?.name)) classes.push("calls");
  if (draft) classes.push(draft.state === "failed" ? "failed" : draft.state === "sent" ? "sent" : "sending");
  return html`<div class=${classes.join(" ")} part=${isOwn ? "message own" : "message"}
    data-key=${line.key} data-id=${message.id} tabindex="-1">
    ${isFirst && !isOwn ? drawAvatar(sender) : nothing}
    <div class="body">
      ${isFirst && !isOwn ? drawSender(sender, drawing.words) : html`<span class="sr">${sender?.name}</span><span class="sr">: </span>`}
      <div class=${message.deleted === undefined ? "bubble" : "bubble is-removed"}>
        ${drawing.leaving(message.id) ?? html`${drawQuote(message, drawing)}${drawText(line, drawing)}`}
      </div>
      ${drawReactions(message, drawing)} ${draft?.state === "failed" ? drawing.failure(draft) : nothing}
    </div>
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
  if (message.deleted !== undefined) {
    return html`<div class="text" part="text"><span class="removed">${removed(message, drawing.words)}</span>${meta}</div>`;
  }
  return html`<div class="text" part="text" dir="auto"><span class="words">${drawPieces(worded(message, drawing.words), drawing.me?.name)}</span>${meta}</div>`;
}

function drawPieces(text: string, name?: string): unknown {
  return toPieces(text, name).map(({ text: words, href, look, typed }) => {
    if (href !== undefined) {
      return html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow ugc">${words}</a>`;
    }
    if (typed !== undefined) return html`<span class="emoji" title=${typed}>${words}</span>`;
    switch (look) {
      case "code":
        return html`<code>${words}</code>`;
      case "bold":
        return html`<strong>${words}</strong>`;
      case "italic":
        return html`<em>${words}</em>`;
      case "mention":
        return html`<mark>${words}</mark>`;
      default:
        return words;
    }
  });
}

/** A host's text is in the host's language, unless it gives a wording's name and arguments. */
function worded({ text, data }: Message, words: Words): string {
  const { key, args } = (data ?? {}) as { key?: unknown; args?: unknown };
  if (typeof key !== "string" || !words.has(key)) return text;
  return words.t(key, Object.fromEntries(Object.entries(args ?? {}).filter(([, value]) => isPlain(value))));
}

function isPlain(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function removed(message: Message, words: Words): string {
  return message.deleted_by === "moderator" ? words.t("deleted-by-moderator") : words.t("deleted-by-sender");
}

function drawMeta({ message, draft }: Line, { words }: Drawing): TemplateResult {
  const at = new Date(message.created);
  const wasEdited = message.edited !== undefined && message.deleted === undefined;
  return html`<span class="meta">${wasEdited ? html`<span>${words.t("edited")}</span>` : nothing}<time
      part="time" datetime=${message.created} title=${words.dateTime(at)}>${words.time(at)}</time>${
        draft ? drawStatus(draft, words) : nothing
      }</span>`;
}

function drawStatus(draft: Draft, words: Words): TemplateResult {
  const [icon, label] = {
    waiting: [icons.clock, words.t("waiting")] as const,
    sending: [icons.clock, words.t("sending")] as const,
    sent: [icons.check, words.t("sent")] as const,
    held: [icons.clock, words.t("held")] as const,
    failed: [icons.alert, words.t("failed")] as const,
  }[draft.state];
  return html`<span class="status" title=${label}>${icon}<span class="sr">${label}</span></span>`;
}

/** The quoted line is looked up each time it is drawn: what is edited or deleted there is so here. */
function drawQuote(message: Message, { messages, words, show }: Drawing): View {
  if (message.reply_to === undefined || message.deleted !== undefined) return nothing;
  const quoted = findMessage(messages, message.reply_to);
  const go = () => show(message.reply_to ?? 0);
  if (!quoted) {
    return html`<button type="button" class="quote" part="quote" @click=${go}><span>${words.t("quote-unknown")}</span></button>`;
  }
  const text = quoted.deleted === undefined ? quoted.text : html`<i class="removed">${removed(quoted, words)}</i>`;
  return html`<button type="button" class="quote hue-${hue(quoted.sender)}" part="quote" title=${words.t("go-to-quoted")} @click=${go}>
    <b><bdi>${quoted.sender?.name}</bdi></b> <span dir="auto">${text}</span>
  </button>`;
}

function drawReactions(message: Message, { words, me, react }: Drawing): View {
  const reactions = message.reactions ?? [];
  if (reactions.length === 0 || message.deleted !== undefined) return nothing;
  const mayReact = me?.may.includes("react") ?? false;
  const reacted = me?.reacted?.[message.id] ?? [];
  return html`<div class="reactions" part="reactions">
    ${reactions.map(({ emoji, count, by }) => {
      // The newest are named; only among more of them does it take the page's word to know that one is there.
      const isMine = (me?.id !== undefined && by.includes(me.id)) || (count > by.length && reacted.includes(emoji));
      const label = words.t("reaction-label", { emoji, count });
      return html`<button type="button" class=${isMine ? "reaction mine" : "reaction"} aria-label=${label} title=${label}
        aria-pressed=${isMine} ?disabled=${!mayReact} @click=${() => react(message.id, emoji, !isMine)}
        >${emoji}<span>${words.number(count)}</span></button
      >`;
    })}
  </div>`;
}

function drawAction(line: Line, drawing: Drawing): TemplateResult {
  const { message, draft } = line;
  const state = draft === undefined || draft.state === "sent" ? "" : draft.state === "failed" ? " failed" : " sending";
  const text =
    drawing.leaving(message.id) ??
    (message.deleted === undefined
      ? html`<b><bdi>${message.sender?.name}</bdi></b> <bdi class="words">${drawPieces(message.text, drawing.me?.name)}</bdi>`
      : html`<span class="removed">${removed(message, drawing.words)}</span>`);
  return html`<div class="action${state}" part=${line.isOwn ? "message own" : "message"} data-key=${line.key} data-id=${message.id} tabindex="-1">
    ${icons.star}
    <div class="grow" part="text">
      ${text}${drawReactions(message, drawing)} ${draft?.state === "failed" ? drawing.failure(draft) : nothing}
    </div>
    ${drawMeta(line, drawing)} ${drawing.row(line)}
  </div>`;
}

function drawNotification(line: Line, drawing: Drawing): TemplateResult {
  return html`<div class="notification" part="message" data-key=${line.key}>
    ${icons.bell}<span class="sr">${drawing.words.t("notification-label")}: </span>${drawSaid(line, drawing)}
  </div>`;
}

function drawSystem(line: Line, drawing: Drawing): TemplateResult {
  return html`<div class="system" part="message" data-key=${line.key}>
    ${icons.info}<span class="sr">${drawing.words.t("system-label")}: </span>${drawSaid(line, drawing)}
  </div>`;
}

function drawSaid(line: Line, drawing: Drawing): TemplateResult {
  const { message } = line;
  return message.deleted === undefined
    ? html`<div class="grow"><div part="text" dir="auto" class="words">${drawPieces(worded(message, drawing.words))}</div>
        ${drawReactions(message, drawing)}</div>${drawMeta(line, drawing)}`
    : html`<div class="grow removed" part="text">${removed(message, drawing.words)}</div>${drawMeta(line, drawing)}`;
}

function drawPresence(line: Line, { words }: Drawing): TemplateResult {
  const { message } = line;
  const name = message.sender?.name ?? "…";
  const isJoin = message.kind === "join";
  const at = new Date(message.created);
  return html`<div class="${message.kind} presence-line" part="message" data-key=${line.key}>
    ${isJoin ? icons.enter : icons.leave}<span part="text">${isJoin ? words.t("joined", { name }) : words.t("left", { name })}</span
    ><span class="meta"><time part="time" datetime=${message.created} title=${words.dateTime(at)}>${words.time(at)}</time></span>
  </div>`;
}
