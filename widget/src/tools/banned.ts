// Why somebody is banned, and until when: what ends the line is handed on as a code alone, and a request is told all of it.

import { Refused } from "../http.js";
import type { ToolsHost } from "../tools-host.js";
import type { Problem } from "../types.js";

export class Banned {
  /** What is known of it. */
  facts: Pick<Problem, "until" | "why"> | undefined;
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
      this.facts = error.problem;
      update();
    });
  }
}
