// What pages of history do to what a reader knows of a room: the other half of the reducer, for those who leaf. Pure.

import {
  ALL_RULES,
  holds,
  newestMessages,
  type Range,
  type Rules,
  raiseFirst,
  type Timeline,
  take,
} from "./timeline.js";
import type { Page } from "./types.js";

/** Which part of history a page was asked for. */
export type Span = { readonly before: number } | { readonly above: number } | { readonly around: number };

export type HistoryEvent =
  | { readonly type: "ask"; readonly ask: number }
  | { readonly type: "history"; readonly ask: number; readonly span: Span; readonly page: Page }
  | { readonly type: "unanswered"; readonly ask: number }
  /** Lets messages go that are far from what is being read. The newest `newest` stay, with the end. */
  | { readonly type: "trim"; readonly keep: Range; readonly newest: number };

export function reduceHistory(state: Timeline, event: HistoryEvent, rules: Rules = ALL_RULES): Timeline {
  switch (event.type) {
    case "ask":
      return { ...state, asked: [...state.asked, event.ask] };
    case "history":
      return history(state, event.ask, event.span, event.page, rules);
    case "unanswered":
      return forget(state, event.ask);
    case "trim":
      return trim(state, event.keep, event.newest);
  }
}

function history(state: Timeline, ask: number, span: Span, page: Page, rules: Rules): Timeline {
  // A page that was asked for before a reset belongs to what was forgotten.
  if (!state.asked.includes(ask)) return state;
  const raised = raiseFirst({ ...state, ranges: join(state.ranges, coverage(span, page)) }, page.first);
  const kept = raised.kept;
  return forget(take(take(raised, page.messages, rules), kept, rules), ask);
}

/** Which ids a page of history answers for. */
function coverage(span: Span, page: Page): Range {
  const first = page.messages[0]?.id;
  const last = page.messages.at(-1)?.id;
  const older = (edge: number) => (page.more ? (first ?? edge) : 0);
  const newer = (edge: number) => (page.more_newer ? (last ?? edge) : Infinity);
  if ("before" in span) return { from: older(span.before), to: span.before - 1 };
  if ("above" in span) return { from: span.above + 1, to: newer(span.above) };
  return { from: Math.min(span.around, older(span.around)), to: Math.max(span.around, newer(span.around)) };
}

/**
 * While a page is on its way nothing is let go: what it says of a message might be older than what was seen of it, and
 * nothing may lower that (rule 1).
 */
function trim(state: Timeline, keep: Range, newest: number): Timeline {
  if (state.asked.length > 0) return state;
  const end = newestMessages(state);
  const last = state.ranges.at(-1);
  const tail = end.length > newest ? (end.at(-newest)?.id ?? Infinity) : (last?.from ?? 0);
  let ranges: readonly Range[] = last ? [{ from: tail, to: Infinity }] : [];
  for (const range of state.ranges) {
    ranges = join(ranges, { from: Math.max(range.from, keep.from), to: Math.min(range.to, keep.to) });
  }
  return { ...state, ranges, messages: state.messages.filter((message) => holds(ranges, message.id)) };
}

function forget(state: Timeline, ask: number): Timeline {
  const asked = state.asked.filter((other) => other !== ask);
  return { ...state, asked, kept: asked.length === 0 ? [] : state.kept };
}

/** Adds a range; those that meet become one. */
function join(ranges: readonly Range[], added: Range): readonly Range[] {
  if (added.from > added.to) return ranges;
  const joined: Range[] = [];
  for (const range of [...ranges, added].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && range.from <= last.to + 1) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else joined.push(range);
  }
  return joined;
}
