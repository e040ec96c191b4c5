// What tells a reader of what is new who looks elsewhere: a number in the page's title, a sound, a notification. Only where
// the page wants it; fetched with the first thing to tell.

import type { Words } from "./l10n.js";
import { fetchExtras } from "./late.js";
import { worded } from "./message-view.js";
import { browser } from "./platform.js";
import type { Room } from "./room.js";
import { titleOf } from "./room-view.js";
import { findMessage } from "./timeline.js";

/** What is told of one element. */
export interface Wanted {
  readonly badge: boolean;
  /** An address of a sound, or nothing for one of our own; undefined for silence. */
  readonly sound: string | undefined;
  readonly notify: boolean;
  showMessage(id: number): Promise<boolean>;
}

/** A sound, or a notification, is not repeated sooner. */
const EVERY_MS = 3_000;
/** What makes words of marks and names of emoji is waited for so long: then a notification has the text as it was typed. */
const READ_MS = 1_000;
/** What stands before the page's own title, put there by us: a title may itself begin so. */
let shown = "";
/** Titles as they were written here last, by which the page's own is found where one is put back as it was. */
const written = new Map<string, string>();
const WRITTEN_MAX = 100;
const unread = new Map<object, number>();
const lastAt = { sound: -Infinity, notification: -Infinity };

/** How many are unread in an element; of all in the page together it is said in the title. */
export function showUnread(element: object, { badge }: Wanted, count: number): void {
  const was = unread.delete(element);
  if (badge && count > 0) unread.set(element, count);
  else if (!badge && !was) return;
  const sum = [...unread.values()].reduce((all, each) => all + each, 0);
  const own = ownTitle(!was && count === 0);
  shown = sum > 0 ? `(${sum})` : "";
  const title = `${shown} ${own}`.trimStart();
  if (sum > 0) remember(title, own);
  if (document.title !== title) document.title = title;
}

/** An element that comes may be part of a page that was kept for going back: then its title still has the number of before. */
function ownTitle(isNew: boolean): string {
  const { title } = document;
  const kept = isNew ? written.get(title) : undefined;
  return kept ?? (title.startsWith(shown) ? title.slice(shown.length).trimStart() : title);
}

function remember(title: string, own: string): void {
  written.delete(title);
  written.set(title, own);
  for (const [oldest] of written) if (written.size > WRITTEN_MAX) written.delete(oldest);
}

/** Something new that is not one's own; `body` is what a screen reader is told of it. */
export function tellNew(wanted: Wanted, room: Room, words: Words, id: number, body: string): void {
  const isSeen = document.visibilityState === "visible";
  if (wanted.sound !== undefined) {
    const { sound } = wanted;
    ifFirst(`tertulia:told:${room.name}/${id}`, () => !isSeen && isTime("sound") && play(sound));
  }
  if (isSeen) return;
  if (!wanted.notify || !room.notifies || !isTime("notification")) return;
  const message = findMessage(room.timeline.messages, id);
  const text = message ? worded(message, words) : "";
  // It may be another one by now: then it is told as it came.
  const name = text !== "" && body.endsWith(text) ? body.slice(0, -text.length) : undefined;
  if (name === undefined) notify(wanted, room, words, id, body);
  else void readAs(text).then((read) => notify(wanted, room, words, id, name + read));
}

/** A text as it reads where it is drawn. */
function readAs(text: string): Promise<string> {
  const read = async () => {
    const { learnEmoji, readAs } = await fetchExtras();
    await new Promise<void>((done) => {
      let isLearning = false;
      const wantEmoji = (emoji: number) => {
        isLearning = emoji === 1;
        if (!isLearning) done();
      };
      learnEmoji(text, { emoji: 0, wantEmoji });
      if (!isLearning) done();
    });
    return readAs(text);
  };
  const late = new Promise<string>((resolve) => browser.setTimeout(() => resolve(text), READ_MS));
  return Promise.race([read().catch(() => text), late]);
}

/**
 * Runs in the first tab of several that hear of something, which is the one in sight where there is one: a sound in each would
 * be a din. Browsers have no locks on pages without TLS, and none where storage is refused: then each is the first.
 */
function ifFirst(name: string, run: () => void): void {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) {
    run();
    return;
  }
  const hold = async (lock: Lock | null) => {
    if (!lock) return;
    run();
    await new Promise((resolve) => browser.setTimeout(() => resolve(undefined), EVERY_MS));
  };
  void locks.request(name, { ifAvailable: true }, hold).catch(run);
}

function isTime(what: "sound" | "notification"): boolean {
  if (Math.abs(browser.now() - lastAt[what]) < EVERY_MS) return false;
  lastAt[what] = browser.now();
  return true;
}

/** A browser that lets no page sound before it was touched stays silent. */
function play(address: string): void {
  if (address !== "") {
    new Audio(address).play().catch(() => undefined);
    return;
  }
  const context = new AudioContext();
  const [tone, volume] = [context.createOscillator(), context.createGain()];
  tone.frequency.value = 660;
  volume.gain.setValueAtTime(0.08, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 0.35);
  tone.connect(volume).connect(context.destination);
  tone.onended = () => void context.close();
  tone.start();
  tone.stop(context.currentTime + 0.35);
}

function notify(wanted: Wanted, room: Room, words: Words, id: number, body: string): void {
  if (typeof Notification === "undefined" || Notification.permission !== "granted") return;
  try {
    // The same name in each tab that tells of it, so that the browser shows it once.
    const options = { body, tag: `tertulia/${room.name}/${id}`, lang: words.lang };
    const notification = new Notification(titleOf(room, room.name, words), options);
    notification.onclick = () => {
      window.focus();
      notification.close();
      void wanted.showMessage(id);
    };
  } catch {
    // Browsers on Android leave notifications to service workers, which are the page's own.
  }
}
