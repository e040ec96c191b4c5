// The lines that are drawn, worked out once more, as plainly as they can be told: for the property of the picture.

import type { Line } from "../src/lines.js";
import type { Message } from "../src/types.js";
import { ME } from "./timeline.model.js";

const TOGETHER_MS = 5 * 60_000;

/** A line as it is drawn, in words. */
export interface Drawn {
  readonly key: string;
  readonly text: string;
  readonly from: string | undefined;
  readonly is: "said" | "waiting" | "sending" | "sent" | "held" | `failed: ${string}`;
  readonly isOwn: boolean;
  readonly day: string | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** A message, or what may become one. */
export interface Row {
  readonly message: Message;
  readonly is: Drawn["is"];
}

/** What stands at one place, by what stands around it. */
export function plainly(before: Row | undefined, row: Row, after: Row | undefined): Drawn {
  const { message, is } = row;
  const isOwn = message.sender?.id === ME.id;
  return {
    key: isOwn ? `c${message.client_id}` : `m${message.id}`,
    text: message.text,
    from: message.sender?.id,
    is,
    isOwn,
    day: before && dayOf(before.message) === dayOf(message) ? undefined : dayOf(message),
    isFirst: !before || !standTogether(before.message, message),
    isLast: !after || !standTogether(message, after.message),
  };
}

function standTogether(a: Message, b: Message): boolean {
  const isSoon = Date.parse(b.created) - Date.parse(a.created) < TOGETHER_MS;
  return (
    [a, b].every(({ kind }) => kind === "message") && a.sender?.id === b.sender?.id && isSoon && dayOf(a) === dayOf(b)
  );
}

const dayOf = ({ created }: Message) => new Date(created).toLocaleDateString("en-CA");

export function inWords({ key, message, draft, isOwn, day, isFirst, isLast }: Line): Drawn {
  const is = draft?.state === "failed" ? (`failed: ${draft.problem?.code}` as const) : (draft?.state ?? "said");
  const on = day?.toLocaleDateString("en-CA");
  return { key, text: message.text, from: message.sender?.id, is, isOwn, day: on, isFirst, isLast };
}
