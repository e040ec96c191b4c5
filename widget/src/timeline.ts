// What a reader knows of a room: a pure reducer over the three rules of a reader.
//
//   1. Per id, the highest version seen stays; nothing lowers it until a reset.
//   2. A change is applied when its id lies in a range that is held; others are dropped.
//   3. Changes that arrive while a page of history is on its way are kept until that page is in.
//
// With these it is right whatever order changes, pages, retries and reconnects arrive in. Nothing here reads a clock,
// opens a connection or rolls dice.

import type { Failure, Message, Page, Say, Sender } from "./types.js";

/** Ids without holes: every message of the room from `from` to `to` is held. `to` is Infinity where the end is held. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Something said here that the feed has not brought back yet. */
export interface Draft extends Say {
  /** Who says it, where that is known: a line is one's own by sender and client id. */
  readonly sender?: Sender | undefined;
  /** Milliseconds since 1970, by this machine's clock: for the eye only. */
  readonly at: number;
  /** `sent` is acknowledged, and waits for its change; `held` waits for somebody who reviews it. */
  readonly state: "waiting" | "sending" | "sent" | "held" | "failed";
  /** The id that the acknowledgement gave it. */
  readonly id?: number;
  /** Why it failed. */
  readonly problem?: Failure | undefined;
}

export interface Timeline {
  /** Held messages in id order. A message's version is the highest that was seen of it (rule 1). */
  readonly messages: readonly Message[];
  /** Disjoint, rising, never touching (rule 2). */
  readonly ranges: readonly Range[];
  /** Pages of history on their way. */
  readonly asked: readonly number[];
  /** Changes that no range holds, while a page is on its way (rule 3). */
  readonly kept: readonly Message[];
  /** What is said here and not seen in the feed yet, in the order in which it was said. Outlives a reset. */
  readonly outbox: readonly Draft[];
  /** The lowest id that the room still keeps. */
  readonly first: number;
  /** Counts resets, so that an acknowledgement from before one is told apart. */
  readonly era: number;
}

export type TimelineEvent =
  /** A first page, or the page of a reset: everything begins again with it. */
  | { readonly type: "begin"; readonly page: Page }
  | { readonly type: "changes"; readonly messages: readonly Message[]; readonly first?: number | undefined };

/** The three rules, each of which can be switched off to show that it is needed. */
export interface Rules {
  readonly highest: boolean;
  readonly held: boolean;
  readonly kept: boolean;
}

export const ALL_RULES: Rules = { highest: true, held: true, kept: true };

export const EMPTY: Timeline = {
  messages: [],
  ranges: [],
  asked: [],
  kept: [],
  outbox: [],
  first: 0,
  era: 0,
};

export function reduce(state: Timeline, event: TimelineEvent, rules: Rules = ALL_RULES): Timeline {
  switch (event.type) {
    case "begin":
      return begin(state, event.page, rules);
    case "changes":
      return take(raiseFirst(state, event.first), event.messages, rules);
  }
}

/** The range that holds an id: what a reader sees who is there. The end is held by the last one. */
export function rangeAt(state: Timeline, id: number): Range | undefined {
  return state.ranges.find((range) => range.from <= id && id <= range.to);
}

/** True where messages older than this range are left to ask for. */
export function hasOlder(state: Timeline, range = state.ranges.at(-1)): boolean {
  return range !== undefined && range.from > state.first;
}

/** The messages of a range, which follow one another without a hole. */
export function messagesIn(state: Timeline, range: Range | undefined): readonly Message[] {
  if (range === undefined) return [];
  const [first, last] = [state.messages[0], state.messages.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (first.id >= range.from && last.id <= range.to) return state.messages;
  return state.messages.slice(place(state.messages, range.from), place(state.messages, range.to + 1));
}

/** The messages up to the end: what a reader at the end sees. */
export function newestMessages(state: Timeline): readonly Message[] {
  return messagesIn(state, state.ranges.at(-1));
}

/** The message with this id, where it is held. */
export function findMessage(messages: readonly Message[], id: number): Message | undefined {
  const found = messages[place(messages, id)];
  return found?.id === id ? found : undefined;
}

function begin(state: Timeline, page: Page, rules: Rules): Timeline {
  const from = page.more ? (page.messages[0]?.id ?? page.first) : 0;
  const clean: Timeline = {
    ...EMPTY,
    // What was acknowledged before is in this page, in the feed after it, or in neither because its history is gone.
    outbox: state.outbox.filter((draft) => draft.id === undefined),
    ranges: [{ from, to: Infinity }],
    first: page.first,
    era: state.era + 1,
  };
  return take(clean, page.messages, rules);
}

/** Takes messages in, from wherever they come. */
export function take(state: Timeline, arrived: readonly Message[], rules: Rules): Timeline {
  if (arrived.length === 0) return state;
  const messages = [...state.messages];
  const kept = [...state.kept];
  const pagesOnTheirWay = state.asked.length > 0;
  for (const message of arrived) {
    if (message.id < state.first) continue;
    if (holds(state.ranges, message.id) || !rules.held) put(messages, message, rules);
    else if (pagesOnTheirWay && rules.kept) put(kept, message, rules);
  }
  const outbox = state.outbox.filter((draft) => !arrived.some((message) => isOf(draft, message)));
  return { ...state, messages, kept, outbox: outbox.length === state.outbox.length ? state.outbox : outbox };
}

/** Puts a message in its place, unless a newer state of it is there. */
function put(messages: Message[], message: Message, rules: Rules): void {
  const at = place(messages, message.id);
  const there = messages[at];
  if (there?.id !== message.id) messages.splice(at, 0, message);
  else if (message.version > there.version || !rules.highest) messages[at] = message;
}

/** The place of the first message whose id is not below. New ones mostly go to the end, so that is looked at first. */
export function place(messages: readonly Message[], id: number): number {
  let high = messages.length;
  if (high === 0 || (messages[high - 1]?.id ?? 0) < id) return high;
  let low = 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.id ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function holds(ranges: readonly Range[], id: number): boolean {
  return ranges.some((range) => range.from <= id && id <= range.to);
}

/** Retention has moved: what lies below is gone. Within one history it only rises. */
export function raiseFirst(state: Timeline, first: number | undefined): Timeline {
  if (first === undefined || first <= state.first) return state;
  return {
    ...state,
    first,
    messages: state.messages.slice(place(state.messages, first)),
    kept: state.kept.filter((message) => message.id >= first),
    outbox: state.outbox.filter((draft) => draft.id === undefined || draft.id >= first),
  };
}

/** Whether a message is what a draft has become. */
export function isOf(draft: Draft, message: Message): boolean {
  if (draft.id !== undefined) return draft.id === message.id;
  return (
    draft.clientId === message.client_id && draft.sender?.id !== undefined && draft.sender.id === message.sender?.id
  );
}
