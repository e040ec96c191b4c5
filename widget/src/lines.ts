// From a timeline to the lines that are drawn: days, and who follows whom. Pure.

import type { Draft } from "./timeline.js";
import type { Message, Sender } from "./types.js";

/** A message of the room, or one that is on its way there. */
export interface Entry {
  /** The same before and after it is acknowledged, so that the line on screen stays the same. */
  readonly key: string;
  readonly message: Message;
  readonly draft?: Draft;
  readonly isOwn: boolean;
}

export interface Line extends Entry {
  /** Set where a day begins. */
  readonly day?: Date | undefined;
  /** The first and the last of a group by one sender. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Messages of one sender within this time stand together. */
const GROUP_MS = 300_000;

export function toLines(messages: readonly Message[], outbox: readonly Draft[], self: Sender | undefined): Line[] {
  const entries = [
    ...messages.map((message) => fromMessage(message, self)),
    ...outbox.map((draft) => fromDraft(draft, self)),
  ];
  return entries.map((entry, index) => {
    const before = entries[index - 1];
    const after = entries[index + 1];
    const isFirst = !before || !follows(before, entry);
    const isLast = !after || !follows(entry, after);
    const { at, day } = momentOf(entry.message);
    const isNewDay = !before || momentOf(before.message).day !== day;
    return { ...entry, isFirst, isLast, day: isNewDay ? at : undefined };
  });
}

function fromMessage(message: Message, self: Sender | undefined): Entry {
  const isOwn = self?.id !== undefined && message.sender?.id === self.id;
  const key = isOwn && message.client_id !== undefined ? `c${message.client_id}` : `m${message.id}`;
  return { key, message, isOwn };
}

function fromDraft(draft: Draft, self: Sender | undefined): Entry {
  const sender = draft.sender ?? self ?? null;
  const { kind, text, replyTo } = draft;
  const message: Message = { id: 0, version: 0, kind, sender, text, created: new Date(draft.at).toISOString() };
  if (replyTo !== undefined) message.reply_to = replyTo;
  return { key: `c${draft.clientId}`, message, draft, isOwn: true };
}

function follows(before: Entry, after: Entry): boolean {
  const [a, b] = [before.message, after.message];
  if (a.kind !== "message" || b.kind !== "message") return false;
  const isSame = a.sender?.id === b.sender?.id && a.sender?.name === b.sender?.name;
  const [earlier, later] = [momentOf(a), momentOf(b)];
  // A draft's clock is this machine's, which may be behind the server's.
  return isSame && later.at.getTime() - earlier.at.getTime() < GROUP_MS && earlier.day === later.day;
}

interface Moment {
  readonly at: Date;
  readonly day: string;
}

const moments = new WeakMap<Message, Moment>();

/** When a message was sent. Worked out once: all lines are looked through whenever one changes. */
function momentOf(message: Message): Moment {
  let moment = moments.get(message);
  if (!moment) {
    const at = new Date(message.created);
    moment = { at, day: at.toDateString() };
    moments.set(message, moment);
  }
  return moment;
}

/** Up to two letters that stand for a name. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/u);
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return letters
    .map((part) => [...(part ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

/** One of twelve hues for a sender, always the same one. */
export function hue(sender: Sender | null | undefined): number {
  let hash = 7;
  for (const character of sender?.id ?? sender?.name ?? "")
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return hash % 12;
}
