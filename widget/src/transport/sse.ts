// Server-sent events, by fetch and not by EventSource: that one can neither send a token nor read a refusal.

import { ask, Refused } from "../http.js";
import { type Platform, Watch } from "../platform.js";
import type { ServerFrame } from "../types.js";
import { type Down, FIRST_PAGE, type Link, type LinkHandlers, messagesUrl, type Opening } from "./link.js";

/** A proxy that holds back what it should pass on shows itself by giving nothing at all; some hold back even the head. */
const FIRST_BYTE_MS = 5_000;
/** Twice the 25 seconds between two comments of the server. */
const SILENCE_MS = 50_000;

export function openEventStream(
  server: string,
  _token: string | undefined,
  handlers: LinkHandlers,
  platform: Platform,
): Link {
  const streams = new Map<string, AbortController>();
  let isOver = false;
  const end = () => {
    isOver = true;
    for (const stream of streams.values()) stream.abort();
    streams.clear();
  };
  const down = (why: Down) => {
    if (isOver) return;
    end();
    handlers.down(why);
  };
  return {
    open(opening) {
      streams.get(opening.room)?.abort();
      const abort = new AbortController();
      streams.set(opening.room, abort);
      const current: LinkHandlers = {
        ...handlers,
        frame: (room, frame) => !abort.signal.aborted && handlers.frame(room, frame),
        down: (why) => !abort.signal.aborted && down(why),
      };
      void follow(server, opening, current, platform, abort);
    },
    shut(room) {
      streams.get(room)?.abort();
      streams.delete(room);
    },
    end,
  };
}

async function follow(
  server: string,
  opening: Opening,
  handlers: LinkHandlers,
  platform: Platform,
  abort: AbortController,
): Promise<void> {
  const { room, after, token } = opening;
  const url = messagesUrl(server, room, after === undefined ? { last: FIRST_PAGE } : { after });
  let hasBytes = false;
  let isEnded = false;
  const watch = new Watch(platform, () => {
    handlers.down({ why: hasBytes ? "network" : "blocked" });
    abort.abort();
  });
  watch.expect(FIRST_BYTE_MS);
  try {
    const response = await ask(platform, url, { accept: "text/event-stream", token, signal: abort.signal });
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
    if (!isStream || !response.body) {
      handlers.down({ why: "blocked" });
      return;
    }
    watch.expect(FIRST_BYTE_MS);
    const parser = new EventParser();
    const reader = response.body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string>).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!hasBytes) watch.expect(SILENCE_MS);
      hasBytes = true;
      watch.heard();
      for (const data of parser.push(value)) {
        isEnded ||= data.includes('"ended"') && isEnd(data);
        dispatch(room, data, handlers);
      }
    }
    if (!isEnded) handlers.down({ why: hasBytes ? "network" : "blocked" });
  } catch (error) {
    if (abort.signal.aborted) return;
    if (error instanceof Refused) handlers.refused(room, error.problem);
    else handlers.down({ why: "network" });
  } finally {
    watch.stop();
  }
}

function isEnd(data: string): boolean {
  return (JSON.parse(data) as ServerFrame).type === "ended";
}

function dispatch(room: string, data: string, handlers: LinkHandlers): void {
  const frame = JSON.parse(data) as ServerFrame;
  switch (frame.type) {
    case "leaving":
      handlers.leaving(frame.after_ms);
      break;
    case "opened":
    case "change":
    case "reset":
    case "me":
    case "presence":
    case "signal":
    case "waiting":
    case "ended":
      handlers.frame(room, frame);
      break;
  }
}

/** Cuts text into the data of events. Names and ids are left out: the frame says its own type and cursor. */
export class EventParser {
  #rest = "";
  #data: string[] = [];

  push(text: string): string[] {
    const events: string[] = [];
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") {
        if (this.#data.length > 0) events.push(this.#data.join("\n"));
        this.#data = [];
      } else if (line.startsWith("data:")) this.#data.push(line.slice(line[5] === " " ? 6 : 5));
    }
    return events;
  }
}
