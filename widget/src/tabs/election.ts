// Which tab of a browser has the line that all of them read by. Pure: time, locks and what the others say come in as
// events, what is to be done goes out as a list.
//
// Who holds the lock leads, and the browser gives it on when a tab closes or crashes. Beside that: a leader that is asked
// and says nothing is frozen, and a leader that nobody looks at gives way to a tab that somebody does look at; both times
// the lock is taken from it. Each leader has a term above all that were heard of, so that one that wakes up late and
// still believes that it leads is not listened to.

/** What tabs say to one another about this. */
export type Ballot =
  | { readonly type: "who" }
  | { readonly type: "lead"; readonly id: string; readonly term: number; readonly isHidden: boolean };

export type ElectionEvent =
  | { readonly type: "start" }
  /** The lock is ours. */
  | { readonly type: "locked" }
  /** It was taken from us. */
  | { readonly type: "lost" }
  | { readonly type: "heard"; readonly ballot: Ballot }
  | { readonly type: "seen"; readonly isHidden: boolean }
  | { readonly type: "tick" };

export type ElectionAct =
  /** Wait for the lock. */
  | { readonly type: "wait" }
  /** Take the lock, whoever has it. */
  | { readonly type: "steal" }
  | { readonly type: "say"; readonly ballot: Ballot };

export interface Election {
  readonly id: string;
  readonly role: "seeking" | "following" | "leading";
  readonly leader: string | undefined;
  readonly term: number;
  readonly isHidden: boolean;
  /** When to ask whether the leader is still there. */
  readonly askAt: number;
  /** Until when an answer is waited for. */
  readonly giveUpAt: number;
  /** When to take over from a leader that nobody looks at. */
  readonly takeOverAt: number;
}

export const ASK_MS = 10_000;
/** A tab answers in milliseconds, also a hidden one; one that is busy for longer than this loses the line, and nothing else. */
export const SILENCE_MS = 3_000;
/** Who leafs through tabs does not take the line along. */
export const LOOK_MS = 2_000;

export function begin(id: string, isHidden: boolean): Election {
  const never = { askAt: Infinity, giveUpAt: Infinity, takeOverAt: Infinity };
  return { id, role: "seeking", leader: undefined, term: 0, isHidden, ...never };
}

/** When `tick` is due. */
export function wakeAt(state: Election): number {
  return Math.min(state.askAt, state.giveUpAt, state.takeOverAt);
}

type Step = readonly [Election, readonly ElectionAct[]];

export function elect(state: Election, event: ElectionEvent, now: number): Step {
  switch (event.type) {
    case "start":
      return ask(state, now, [{ type: "wait" }]);
    case "locked":
      return lead(state);
    case "lost":
      return ask({ ...state, role: "seeking", leader: undefined }, now, [{ type: "wait" }]);
    case "heard":
      return hear(state, event.ballot, now);
    case "seen":
      return look({ ...state, isHidden: event.isHidden }, now);
    case "tick":
      return tick(state, now);
  }
}

function lead(state: Election): Step {
  const term = state.term + 1;
  const leading = { ...begin(state.id, state.isHidden), role: "leading" as const, leader: state.id, term };
  return [leading, [say(leading)]];
}

function say({ id, term, isHidden }: Election): ElectionAct {
  return { type: "say", ballot: { type: "lead", id, term, isHidden } };
}

function ask(state: Election, now: number, before: readonly ElectionAct[] = []): Step {
  const asking = { ...state, askAt: now + ASK_MS, giveUpAt: Math.min(state.giveUpAt, now + SILENCE_MS) };
  return [asking, [...before, { type: "say", ballot: { type: "who" } }]];
}

function hear(state: Election, ballot: Ballot, now: number): Step {
  if (ballot.type === "who") return [state, state.role === "leading" ? [say(state)] : []];
  // One that leads hears by losing the lock that another has taken it.
  if (state.role === "leading" || ballot.term < state.term) {
    return [state.role === "leading" ? { ...state, term: Math.max(state.term, ballot.term) } : state, []];
  }
  const isIdle = ballot.isHidden && !state.isHidden;
  return [
    {
      ...state,
      role: "following",
      leader: ballot.id,
      term: ballot.term,
      askAt: now + ASK_MS,
      giveUpAt: Infinity,
      takeOverAt: isIdle ? Math.min(state.takeOverAt, now + LOOK_MS) : Infinity,
    },
    [],
  ];
}

function look(state: Election, now: number): Step {
  if (state.role === "leading") return [state, [say(state)]];
  if (state.isHidden) return [{ ...state, takeOverAt: Infinity }, []];
  return ask(state, now);
}

function tick(state: Election, now: number): Step {
  if (state.role === "leading" || now < wakeAt(state)) return [state, []];
  // One that has slept through its time has not listened either: it asks again before it takes anything.
  const hasSlept = now > wakeAt(state) + SILENCE_MS;
  if (hasSlept) return ask({ ...state, giveUpAt: Infinity, takeOverAt: Infinity }, now);
  if (now < state.giveUpAt && now < state.takeOverAt) return ask(state, now);
  return [{ ...state, giveUpAt: now + SILENCE_MS, takeOverAt: Infinity }, [{ type: "steal" }]];
}
