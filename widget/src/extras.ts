// How what not every line has is drawn: marks inside of a text, quotes, reactions, how a message is on its way; and lines that
// are no plain messages: actions, notifications, what the system says, who came and went. Fetched when there is one of them.

import english from "../../crates/tertulia/locales/en/widget.ftl?extras";
import sheet from "./extras.css";
import { icon } from "./icons.js";
import { addWords, type Words } from "./l10n.js";
import { fetchEmoji, late } from "./late.js";
import { hue, type Line } from "./lines.js";
import * as view from "./message-view.js";
import { type Drawing, drawMeta, drawWords, type Learning, type LogDrawing, removed, worded } from "./message-view.js";
import { addStyles } from "./styles.js";
import { html, nothing, type TemplateResult } from "./template.js";
import { readAs as joined, knowEmoji, type Piece, toPieces, wantsEmoji } from "./text.js";
import { type Draft, findMessage } from "./timeline.js";
import type { Me, Message, Reaction } from "./types.js";

export { mentions } from "./text.js";

const clock = icon("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8v4l2.5 2.5");
const check = icon("M5 12.5 10 17.5 19.5 7");
const alert = icon("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8v5M12 16.5v.01");
const info = icon("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 8v.01");
const bell = icon("M6 9a6 6 0 0 1 12 0c0 6 2.5 7 2.5 7h-17S6 15 6 9M10 20a2.2 2.2 0 0 0 4 0");
const star = icon("M12 4v16M4 12h16M6.5 6.5l11 11M17.5 6.5l-11 11");
const enter = icon("M14 4h4a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4M10 16l4-4-4-4M14 12H4");
const leave = icon("M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 16l5-4-5-4M20 12H9");

addWords(english);

/** A text as it reads, which changes when names of emoji become known. */
export const readAs = (text: string): string => joined(toPieces(text));

export const addExtraLooks = (root: ShadowRoot): void => addStyles(root, sheet);

/** Where a text names emoji that are not known yet, their names are fetched, once: 0 is not begun, 2 is that they are known. */
export function learnEmoji(text: string, drawing: Learning): void {
  if (drawing.emoji > 0 || !wantsEmoji(text) || fetchEmoji.isFailing()) return;
  drawing.wantEmoji(1);
  fetchEmoji().then(
    ({ names }) => {
      knowEmoji(names);
      drawing.wantEmoji(2);
    },
    () => drawing.wantEmoji(0),
  );
}

export function drawKind(line: Line, drawing: Drawing): TemplateResult {
  switch (line.message.kind) {
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

/** Why an own line was not taken, of whatever kind: none is left that nobody can get rid of. */
function drawFailed({ draft }: Line, drawing: Drawing): unknown {
  return draft?.state === "failed" ? drawing.failure(draft) : nothing;
}

function drawAction(line: Line, drawing: Drawing): TemplateResult {
  const { message, draft } = line;
  const state = draft === undefined || draft.state === "sent" ? "" : draft.state === "failed" ? " failed" : " sending";
  const text =
    drawing.leaving(message.id) ??
    (message.deleted === undefined
      ? html`<b><bdi>${message.sender?.name}</bdi></b> <bdi class="words">${drawWords(message.text, drawing)}</bdi>`
      : html`<span class="removed">${removed(message, drawing.words)}</span>`);
  const kept = drawing.takeover?.keepRow(line, drawing);
  return html`<div class="action${state}${kept ? " kept" : ""}" part=${line.isOwn ? "message own" : "message"} data-key=${line.key} data-id=${message.id} tabindex="-1">
    ${
      kept ??
      html`${star}<div class="grow" part="text">
      ${text}${view.drawReactions(message, drawing)} ${drawFailed(line, drawing)}
    </div>
    ${drawMeta(line, drawing)}`
    } ${drawing.row(line)}
  </div>`;
}

/** A line with which nothing can be done. Its own place stays where it is, also when what the server has written gives way. */
function drawTold(looks: string, line: Line, drawing: Drawing, draw: () => TemplateResult): TemplateResult {
  const kept = drawing.takeover?.keepRow(line, drawing);
  return html`<div class="${looks}${kept ? " kept" : ""}" part="message" data-key=${line.key} data-id=${line.message.id}>${kept ?? draw()}</div>`;
}

function drawNotification(line: Line, drawing: Drawing): TemplateResult {
  return drawTold(
    "notification",
    line,
    drawing,
    () => html`${bell}<span class="sr">${drawing.words.t("notification-label")}: </span>${drawSaid(line, drawing)}`,
  );
}

function drawSystem(line: Line, drawing: Drawing): TemplateResult {
  return drawTold(
    "system",
    line,
    drawing,
    () => html`${info}<span class="sr">${drawing.words.t("system-label")}: </span>${drawSaid(line, drawing)}`,
  );
}

function drawSaid(line: Line, drawing: Drawing): TemplateResult {
  const { message } = line;
  return message.deleted === undefined
    ? html`<div class="grow"><div part="text" dir="auto" class="words">${drawWords(worded(message, drawing.words), drawing, false)}</div>
        ${view.drawReactions(message, drawing)} ${drawFailed(line, drawing)}</div>${drawMeta(line, drawing)}`
    : html`<div class="grow removed" part="text">${removed(message, drawing.words)}</div>${drawMeta(line, drawing)}`;
}

function drawPresence(line: Line, drawing: Drawing): TemplateResult {
  const { words } = drawing;
  const { message } = line;
  const name = message.sender?.name ?? "…";
  const isJoin = message.kind === "join";
  const at = new Date(message.created);
  return drawTold(
    `${message.kind} presence-line`,
    line,
    drawing,
    () => html`${isJoin ? enter : leave}<span part="text">${isJoin ? words.t("joined", { name }) : words.t("left", { name })}</span
    ><span class="meta"><time part="time" datetime=${message.created} title=${words.dateTime(at)}>${words.time(at)}</time></span>${drawFailed(line, drawing)}`,
  );
}

export const drawPieces = (text: string, name?: string | false): unknown => drawEach(toPieces(text, name));

function drawEach(pieces: readonly Piece[]): unknown {
  return pieces.map(({ text: words, look, within = [], typed }) => {
    switch (look) {
      case "block":
        return html`<code class="block" dir="auto">${words}</code>`;
      case "code":
        return html`<code>${words}</code>`;
      case "emoji":
        return html`<span class="emoji" title=${typed}>${words}</span>`;
      case "link":
        return html`<a href=${words} target="_blank" rel="noopener noreferrer nofollow ugc">${words}</a>`;
      case "bold":
        return html`<strong>${drawEach(within)}</strong>`;
      case "italic":
        return html`<em>${drawEach(within)}</em>`;
      case "mention":
        return html`<mark>${words}</mark>`;
      default:
        return words;
    }
  });
}

const fetchQuoted = late((_again) => import("./quoted.js"));
let findElsewhere: typeof import("./quoted.js").find | undefined;

/**
 * What a line quotes, where it is known. Where it is wanted, what is not among the lines is asked for, and drawn when it comes.
 * It is null until what asks is there: lines that were drawn before are drawn again then, and ask.
 */
export function findQuoted(
  replyTo: number,
  { messages, host }: Pick<Drawing, "messages" | "host">,
  isWanted?: boolean,
): Message | undefined | null {
  const room = host.opened;
  const quoted = findMessage(messages, replyTo);
  if (quoted || !room) return quoted;
  if (isWanted && !findElsewhere && !fetchQuoted.isFailing())
    fetchQuoted().then(
      ({ find }) => {
        findElsewhere = find;
        host.update();
      },
      () => undefined,
    );
  return findElsewhere ? findElsewhere(room, replyTo, isWanted && host) : null;
}

/** The quoted line is looked up each time it is drawn: what is edited or deleted there is so here. */
export function drawQuote(replyTo: number, drawing: Drawing): TemplateResult {
  const { words, show } = drawing;
  const quoted = findQuoted(replyTo, drawing, true);
  const go = () => show(replyTo);
  if (!quoted) {
    return html`<button type="button" class="quote" part="quote" @click=${go}><span>${words.t("quote-unknown")}</span></button>`;
  }
  const text = quoted.deleted === undefined ? quoted.text : html`<i class="removed">${removed(quoted, words)}</i>`;
  return html`<button type="button" class="quote hue-${hue(quoted.sender)}" part="quote" title=${words.t("go-to-quoted")} @click=${go}>
    <b><bdi>${quoted.sender?.name}</bdi></b> <span dir="auto">${text}</span>
  </button>`;
}

/** The newest are named; only among more of them does it take the page's word to know that one is there. */
export function isMine(id: number, { emoji, count, by }: Reaction, me: Me | undefined): boolean {
  const isNamed = me?.id !== undefined && by.includes(me.id);
  return isNamed || (count > by.length && (me?.reacted?.[id] ?? []).includes(emoji));
}

export function drawReactions(message: Message, { words, me, react }: Drawing): TemplateResult {
  const { reactions = [] } = message;
  const mayReact = me?.may.includes("react") ?? false;
  return html`<div class="reactions" part="reactions">
    ${reactions.map((reaction) => {
      const { emoji, count } = reaction;
      const isOwn = isMine(message.id, reaction, me);
      const label = words.t("reaction-label", { emoji, count });
      return html`<button type="button" class=${isOwn ? "reaction mine" : "reaction"} aria-label=${label} title=${label}
        aria-pressed=${isOwn} ?disabled=${!mayReact} @click=${() => react(message.id, emoji, !isOwn)}
        >${emoji}<span>${words.number(count)}</span></button
      >`;
    })}
  </div>`;
}

export function drawStatus(draft: Draft, words: Words): TemplateResult {
  const [icon, label] = {
    waiting: [clock, words.t("waiting")] as const,
    sending: [clock, words.t("sending")] as const,
    sent: [check, words.t("sent")] as const,
    held: [clock, words.t("held")] as const,
    failed: [alert, words.t("failed")] as const,
  }[draft.state];
  return html`<span class="status" title=${label}>${icon}<span class="sr">${label}</span></span>`;
}

/** The line above the first message that was not seen. */
export function drawUnread({ takeover, words }: LogDrawing): TemplateResult {
  return (
    takeover?.keepUnread() ??
    html`<div class="unread" part="unread-line" role="separator"><span>${words.t("unread-line")}</span></div>`
  );
}
