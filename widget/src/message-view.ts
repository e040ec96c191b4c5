// How a line of the log is drawn: each kind in its own way, worded for the reader.

import { html, nothing, type TemplateResult } from "lit";
import * as icons from "./icons.js";
import type { Words } from "./l10n.js";
import { hue, initials, type Line, toPieces } from "./lines.js";
import { type Draft, findMessage } from "./timeline.js";
import type { Failure, Me, Message, Sender } from "./types.js";

/** What lines are drawn with. */
export interface Drawing {
  readonly words: Words;
  readonly messages: readonly Message[];
  readonly me: Me | undefined;
  retry(clientId: string): void;
  discard(clientId: string): void;
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

function drawMessage(line: Line, drawing: Drawing): TemplateResult {
  const { message, isOwn, isFirst, isLast, draft } = line;
  const sender = message.sender ?? undefined;
  const classes = ["message", `hue-${hue(sender)}`];
  if (isOwn) classes.push("own");
  if (isFirst) classes.push("first");
  if (isLast) classes.push("last");
  if (draft) classes.push(draft.state === "failed" ? "failed" : draft.state === "sent" ? "sent" : "sending");
  return html`<div class=${classes.join(" ")} part=${isOwn ? "message own" : "message"} data-key=${line.key}>
    ${isFirst && !isOwn ? drawAvatar(sender) : nothing}
    <div class="body">
      ${isFirst && !isOwn ? drawSender(sender, drawing.words) : html`<span class="sr">${sender?.name}: </span>`}
      <div class=${message.deleted === undefined ? "bubble" : "bubble is-removed"}>
        ${drawQuote(message, drawing)}${drawText(line, drawing)}
      </div>
      ${drawReactions(message, drawing)} ${draft?.state === "failed" ? drawFailure(draft, drawing) : nothing}
    </div>
  </div>`;
}

function drawAvatar(sender: Sender | undefined): TemplateResult {
  const picture = sender?.avatar;
  return html`<div class="avatar" aria-hidden="true">
    ${
      picture === undefined
        ? initials(sender?.name ?? "?")
        : html`<img src=${picture} alt="" loading="lazy" referrerpolicy="no-referrer" />`
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
  return html`<div class="text" part="text" dir="auto"><span class="words">${drawPieces(message.text)}</span>${meta}</div>`;
}

function drawPieces(text: string): unknown {
  return toPieces(text).map(({ text: words, href }) =>
    href === undefined
      ? words
      : html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow ugc">${words}</a>`,
  );
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

function drawFailure(draft: Draft, { words, retry, discard }: Drawing): TemplateResult {
  return html`<div class="failure" role="alert">
    <span>${draft.problem ? failure(draft.problem, words) : words.t("failed")}</span>
    <button type="button" class="retry" @click=${() => retry(draft.clientId)}>${words.t("retry")}</button>
    <button type="button" class="discard" @click=${() => discard(draft.clientId)}>${words.t("discard")}</button>
  </div>`;
}

/** Why a message was not taken, in the reader's language where we know the reason, else in the server's words. */
function failure(problem: Failure, words: Words): string {
  switch (problem.code) {
    case "too_long":
    case "too_large":
      return words.t("failed-too-long");
    case "muted":
    case "banned":
      return words.t("failed-muted");
    case "locked":
      return words.t("failed-locked");
    case "not_allowed":
    case "not_found":
      return words.t("failed-not-allowed");
    case "given_up":
      return words.t("failed-given-up");
    case "refused":
      return problem.detail ?? words.t("failed-refused");
    case "token_missing":
    case "token_expired":
    case "token_invalid":
      return words.t("failed-token");
    default:
      return problem.detail ?? problem.title;
  }
}

/** The quoted line is looked up each time it is drawn: what is edited or deleted there is so here. */
function drawQuote(message: Message, { messages, words }: Drawing): View {
  if (message.reply_to === undefined || message.deleted !== undefined) return nothing;
  const quoted = findMessage(messages, message.reply_to);
  if (!quoted) return html`<div class="quote" part="quote"><span>${words.t("quote-unknown")}</span></div>`;
  const text = quoted.deleted === undefined ? quoted.text : html`<i class="removed">${removed(quoted, words)}</i>`;
  return html`<div class="quote hue-${hue(quoted.sender)}" part="quote">
    <b><bdi>${quoted.sender?.name}</bdi></b> <span dir="auto">${text}</span>
  </div>`;
}

function drawReactions(message: Message, { words, me }: Drawing): View {
  const reactions = message.reactions ?? [];
  if (reactions.length === 0 || message.deleted !== undefined) return nothing;
  const reacted = me?.reacted?.[message.id] ?? [];
  return html`<div class="reactions" part="reactions">
    ${reactions.map(({ emoji, count, by }) => {
      // The newest are named; only among more of them does it take the page's word to know that one is there.
      const isMine = (me?.id !== undefined && by.includes(me.id)) || (count > by.length && reacted.includes(emoji));
      const label = words.t("reaction-label", { emoji, count });
      return html`<span class=${isMine ? "reaction mine" : "reaction"} role="img" aria-label=${label} title=${label}
        >${emoji}<span>${words.number(count)}</span></span
      >`;
    })}
  </div>`;
}

function drawAction(line: Line, drawing: Drawing): TemplateResult {
  const { message, draft } = line;
  const state = draft === undefined || draft.state === "sent" ? "" : draft.state === "failed" ? " failed" : " sending";
  const text =
    message.deleted === undefined
      ? html`<b><bdi>${message.sender?.name}</bdi></b> <bdi class="words">${drawPieces(message.text)}</bdi>`
      : html`<span class="removed">${removed(message, drawing.words)}</span>`;
  return html`<div class="action${state}" part=${line.isOwn ? "message own" : "message"} data-key=${line.key}>
    ${icons.star}
    <div class="grow" part="text">
      ${text}${drawReactions(message, drawing)} ${draft?.state === "failed" ? drawFailure(draft, drawing) : nothing}
    </div>
    ${drawMeta(line, drawing)}
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
    ? html`<div class="grow"><div part="text" dir="auto" class="words">${drawPieces(message.text)}</div>
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
