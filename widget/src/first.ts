// What stands in a room's own page beside what the server has written: a script that runs before the page is seen, and puts in
// what only the browser knows. That is the zone and the way in which times are written, which lines are the reader's own, whom
// they ignore and what they have read. Then the element finds everything where it would put it itself.
//
// It writes with the same functions as the element, and makes nodes of text alone.

import { initials, type Line, toLines } from "./lines.js";
import { leaveFrame } from "./page-frame.js";
import { unseenOf } from "./seen.js";
import { mentions, type Piece, toPieces } from "./text.js";
import { exactOf, formatsOf, timesIn } from "./times.js";
import type { Guest, Message, Page, Sender } from "./types.js";

const element = document.querySelector<HTMLElement & { updateComplete?: Promise<void> }>("tertulia-room.lines");
const json = element?.querySelector("script[data-page]")?.textContent;

if (element && json) prepare(JSON.parse(json) as Page, element.getAttribute("room") ?? "", element);
// Also where what goes on from here does not come: the element is drawn then, and stands alone.
if (element)
  void customElements
    .whenDefined(element.localName)
    .then(() => element.updateComplete)
    .then(() => leaveFrame(element));

function prepare(page: Page, room: string, rows: HTMLElement): void {
  const { me, messages } = page;
  const server = new URL("../../", location.href).href;
  const here = `${server}:${room}`;
  const guest = recall<Guest>(`tertulia:guest:${server}`)?.sender;
  const self = me?.id === undefined ? guest : { id: me.id, name: me.name ?? "" };
  const ignored = new Set(recall<string[]>(`tertulia:ignored:${here}`));
  const readUpTo = Math.max(me?.read ?? 0, recall<number>(`tertulia:read:${here}:${me?.id ?? ""}`) ?? 0);
  const isShown = ({ sender }: Message) => !ignored.has(sender?.id ?? "");
  for (const each of messages) if (!isShown(each)) rowOf(each)?.remove();
  const { lang } = document.documentElement;
  const tags = [lang, ...navigator.languages].map((tag) => tag.replaceAll("_", "-"));
  const formats = formatsOf(exactOf(lang, tags), lang);
  const times = timesIn(formats);
  const counts = new Intl.NumberFormat(formats);
  const now = new Date();
  const from = readUpTo > 0 ? unseenOf(messages, readUpTo, self?.id, ignored)[0]?.id : undefined;
  const day = rows.querySelector(".day");
  for (const each of rows.querySelectorAll(".day")) each.remove();
  for (const line of toLines(messages.filter(isShown), [], self as Sender | undefined)) {
    const { message } = line;
    const row = rowOf(message);
    if (!row) continue;
    const at = new Date(message.created);
    for (const time of row.querySelectorAll("time")) {
      time.textContent = times.time(at);
      time.title = times.dateTime(at);
    }
    if (message.kind === "message") drawGroup(row, line, rows.dataset.guest ?? "");
    drawMarks(row, message, me?.name ?? self?.name);
    row.querySelector(".reactions")?.replaceWith(reactionsOf(message, counts));
    if (line.day && day) row.before(dayOf(day, message, times.day(line.day, now)));
    if (message.id === from) row.before(make("div", "unread", make("span", "", rows.dataset.unread ?? "")));
  }
  const slow = me?.may.includes("delete_any") ? 0 : (page.settings?.slow_seconds ?? 0);
  // As whom one writes is said below the field, a little later.
  if ((me?.id === undefined ? guest : me.guest) || slow > 0)
    document.querySelector(".composer")?.after(make("div", "hints"));
}

function rowOf({ id }: Message): HTMLElement | null {
  return document.getElementById(`m${id}`);
}

function dayOf(like: Element, message: Message, words: string): Element {
  const day = like.cloneNode(true) as Element;
  const time = day.querySelector("time");
  time?.setAttribute("datetime", message.created);
  if (time) time.textContent = words;
  return day;
}

/** Whose a line is, and whose group it stands in. */
function drawGroup(row: HTMLElement, { message, isOwn, isFirst, isLast }: Line, guest: string): void {
  const wasNamed = row.classList.contains("first") && !row.classList.contains("own");
  const isNamed = isFirst && !isOwn;
  row.classList.toggle("own", isOwn);
  row.classList.toggle("first", isFirst);
  row.classList.toggle("last", isLast);
  const body = row.querySelector(".body");
  if (isNamed === wasNamed || !body) return;
  for (const each of row.querySelectorAll(".avatar, .sender, .body > .sr")) each.remove();
  const name = message.sender?.name ?? "…";
  if (!isNamed) {
    body.prepend(make("span", "sr", name), make("span", "sr", ": "));
    return;
  }
  const { avatar } = message.sender ?? {};
  let face: Node | string = initials(message.sender?.name ?? "?");
  if (avatar !== undefined && /^https?:/.test(avatar)) {
    const picture = make("img", "") as HTMLImageElement;
    Object.assign(picture, { alt: "", loading: "lazy", referrerPolicy: "no-referrer", src: avatar });
    face = picture;
  }
  const shown = make("div", "avatar", face);
  shown.ariaHidden = "true";
  row.prepend(shown);
  const sender = make("div", "sender", make("bdi", "", name));
  if (message.sender?.guest) sender.append(make("span", "guest", guest));
  body.prepend(sender);
}

/** They can be pressed once the element knows who may. */
function reactionsOf({ reactions = [] }: Message, counts: Intl.NumberFormat): HTMLElement {
  const buttons = reactions.map(({ emoji, count }) => {
    const button = make("button", "reaction", emoji, make("span", "", counts.format(count))) as HTMLButtonElement;
    return Object.assign(button, { type: "button", disabled: true });
  });
  return make("div", "reactions", ...buttons);
}

/** Code, emphasis, faces and addresses. */
function drawMarks(row: HTMLElement, { kind, text }: Message, own: string | undefined): void {
  const words = row.querySelector(".words");
  const isTold = kind === "system" || kind === "notification";
  row.classList.toggle("calls", kind === "message" && !row.matches(".own") && mentions(text, own));
  words?.replaceChildren(...nodesOf(toPieces(text, isTold ? undefined : own)));
}

function nodesOf(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, look, within, typed }) => {
    if (look === "link") {
      const link = make("a", "", text) as HTMLAnchorElement;
      return Object.assign(link, { href: text, target: "_blank", rel: "noopener noreferrer nofollow ugc" });
    }
    if (look === "block") return Object.assign(make("code", "block", text), { dir: "auto" });
    if (look === "emoji") return Object.assign(make("span", "emoji", text), { title: typed });
    if (!look) return text;
    const name = { code: "code", bold: "strong", italic: "em", mention: "mark" }[look];
    return make(name, "", ...(within ? nodesOf(within) : [text]));
  });
}

function make(name: string, className: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** Storage may be refused, and hold anything. */
function recall<T>(key: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? "null") as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}
