// What becomes of what is said, before the feed brings it back: the other half of the reducer, for those who write. Pure.

import { type Draft, findMessage, holds, isOf, type Timeline } from "./timeline.js";
import type { Failure, Message, Say, Sender } from "./types.js";

export type DraftEvent =
  | { readonly type: "draft"; readonly say: Say; readonly sender: Sender | undefined; readonly at: number }
  /** It is known now who has said what was said by nobody yet. */
  | { readonly type: "own"; readonly sender: Sender }
  | { readonly type: "sending" | "waiting" | "held"; readonly clientId: string }
  /** `era` is the one in which it was handed to the server: what a lost history acknowledged has to be sent again. */
  | { readonly type: "said"; readonly clientId: string; readonly message: Message; readonly era: number }
  | { readonly type: "failed"; readonly clientId: string; readonly problem: Failure }
  /** What was kept of an earlier page, or what another tab says: those that are not in the outbox join it. */
  | { readonly type: "restore"; readonly drafts: readonly Draft[] }
  | { readonly type: "discard"; readonly clientId: string };

export function reduceDrafts(state: Timeline, event: DraftEvent): Timeline {
  switch (event.type) {
    case "draft":
      return {
        ...state,
        outbox: [...state.outbox, { ...event.say, sender: event.sender, at: event.at, state: "waiting" }],
      };
    case "own":
      return {
        ...state,
        outbox: state.outbox.map((draft) => (draft.sender ? draft : { ...draft, sender: event.sender })),
      };
    case "sending":
    case "waiting":
    case "held":
      return onDraft(state, event.clientId, (draft) => ({ ...draft, problem: undefined, state: event.type }));
    case "said":
      if (event.era !== state.era) return state;
      return onDraft(state, event.clientId, (draft) => acknowledge(state, draft, event.message));
    case "restore":
      return restore(state, event.drafts);
    case "failed":
      return onDraft(state, event.clientId, (draft) => ({ ...draft, state: "failed", problem: event.problem }));
    case "discard":
      return onDraft(state, event.clientId, () => undefined);
  }
}

/** Drafts that are not here yet, and not among the messages either, in the order in which they were said. */
function restore(state: Timeline, drafts: readonly Draft[]): Timeline {
  const isHere = (draft: Draft) =>
    state.outbox.some((other) => other.clientId === draft.clientId) ||
    state.messages.some((message) => isOf(draft, message));
  const added = drafts.filter((draft) => !isHere(draft));
  if (added.length === 0) return state;
  return { ...state, outbox: [...state.outbox, ...added].sort((a, b) => a.at - b.at) };
}

/** An acknowledged draft stays in sight until its change is here; where none will come, it goes at once. */
function acknowledge(state: Timeline, draft: Draft, message: Message): Draft | undefined {
  const isHere = findMessage(state.messages, message.id) !== undefined;
  const isAwaited = message.id >= state.first && holds(state.ranges, message.id);
  return isHere || !isAwaited ? undefined : { ...draft, problem: undefined, state: "sent", id: message.id };
}

function onDraft(state: Timeline, clientId: string, change: (draft: Draft) => Draft | undefined): Timeline {
  const outbox = state.outbox.flatMap((draft) => (draft.clientId === clientId ? (change(draft) ?? []) : draft));
  return { ...state, outbox };
}
