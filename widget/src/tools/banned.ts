// Why somebody is banned, and until when: the line ends with a code alone, and a request is refused in words.

import { Refused } from "../http.js";
import type { ToolsHost } from "../tools-host.js";
import type { Me, Problem } from "../types.js";

type Restricted = Omit<NonNullable<Me["restricted"]>, "kind">;

export class Banned {
  /** What is known of it. */
  facts: Restricted | undefined;
  readonly #host: ToolsHost;
  readonly close: () => void;

  constructor(host: ToolsHost) {
    this.#host = host;
    this.close = host.room.listen(({ type }) => type === "state" && this.#look());
    this.#look();
  }

  #look(): void {
    const { room, update } = this.#host;
    this.facts = undefined;
    if (room.code !== "banned") return;
    room.ask("/messages", { query: { last: "1" } }).catch((error) => {
      if (!(error instanceof Refused) || error.problem.code !== "banned" || room.code !== "banned") return;
      this.facts = factsOf(error.problem, room.now);
      update();
    });
  }
}

/** The time is told as seconds, and as a word before the reason, in whatever language it is. */
export function factsOf({ detail, retry_after }: Problem, now: number): Restricted {
  const why = retry_after === undefined ? detail : /T[\d:.]+Z[^.:：]*[.:：]\s*(.+)/su.exec(detail ?? "")?.[1];
  return {
    ...(retry_after === undefined ? {} : { until: new Date(now + retry_after * 1_000).toISOString() }),
    ...(why === undefined ? {} : { why }),
  };
}
