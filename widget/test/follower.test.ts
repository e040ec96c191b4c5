import { describe, expect, it } from "vitest";
import { Follower } from "../src/tabs/follower.js";
import type { Word } from "../src/tabs/tabs.js";
import type { LinkHandlers, RoomFrame } from "../src/transport/link.js";
import type { Message } from "../src/types.js";
import { testPlatform, until } from "./helpers.js";

const ROOM = "project/1";
const change = (version: number): RoomFrame => ({
  type: "change",
  room: ROOM,
  cursor: `e.${version}`,
  message: { id: version, version } as Message,
});

/** A tab that follows `a`, and whose pages are given by hand. */
function follower() {
  const heard: string[] = [];
  const said: Word[] = [];
  const pages: ((page: object) => void)[] = [];
  const handlers: LinkHandlers = {
    frame: (_, frame) => heard.push(`${frame.type} ${"cursor" in frame ? frame.cursor : ""}`),
    refused: (_, problem) => heard.push(`refused ${problem.code}`),
    leaving: () => heard.push("leaving"),
    down: ({ why }) => heard.push(`down ${why}`),
  };
  const fetch = () =>
    new Promise<Response>((resolve) => pages.push((page) => resolve(new Response(JSON.stringify(page)))));
  const link = new Follower("http://x.example/", "me", handlers, { ...testPlatform(), fetch }, (word) =>
    said.push(word),
  );
  link.leader = "a";
  link.open({ room: ROOM });
  return { link, heard, said, pages };
}

const attached = (count: number, from = "a"): Parameters<Follower["hear"]>[0] => ({
  type: "attached",
  from,
  count,
  room: ROOM,
});
const framed = (count: number, version: number, from = "a"): Parameters<Follower["hear"]>[0] => ({
  type: "frame",
  from,
  count,
  room: ROOM,
  frame: change(version),
});
const page = (version: number) => ({
  room: ROOM,
  cursor: `e.${version}`,
  messages: [],
  more: false,
  reset: false,
  first: 1,
});

describe("a tab that follows", () => {
  it("hears what comes while its page is on its way after the page, so that its cursor is never ahead", async () => {
    const { link, heard, pages } = follower();
    link.hear(attached(0));
    link.hear(framed(1, 6));
    link.hear(framed(2, 7));
    await until(() => pages.length === 1);
    expect(heard).toEqual([]);
    pages[0]?.(page(5));
    await until(() => heard.length === 3);
    expect(heard).toEqual(["opened e.5", "change e.6", "change e.7"]);
  });

  it("listens to the one that leads alone, and asks another one that does for everything anew", async () => {
    const { link, heard, said, pages } = follower();
    link.hear(attached(0));
    await until(() => pages.length === 1);
    pages[0]?.(page(5));
    await until(() => heard.length === 1);
    link.hear(framed(1, 6, "b"));
    link.hear({ type: "down", from: "b" });
    expect(heard).toEqual(["opened e.5"]);
    link.leader = "b";
    link.hear(framed(1, 6, "a"));
    expect(said.filter(({ type }) => type === "open")).toEqual([
      { type: "open", from: "me", room: ROOM },
      { type: "open", from: "me", room: ROOM, after: "e.5" },
    ]);
    expect(heard).toEqual(["opened e.5"]);
  });

  it("asks again where it has missed something, or too much came for it to keep", async () => {
    const { link, heard, pages } = follower();
    link.hear(attached(4));
    for (let i = 1; i <= 501; i++) link.hear(framed(4 + i, i));
    await until(() => pages.length === 2);
    pages[0]?.(page(1));
    pages[1]?.(page(501));
    await until(() => heard.length === 1);
    expect(heard).toEqual(["opened e.501"]);
    link.hear({ type: "state", from: "a", count: 507 });
    await until(() => pages.length === 3);
  });

  it("goes by a line of its own where the leader loses again and again what it may read itself", async () => {
    const { link, heard, pages } = follower();
    link.hear(attached(0));
    await until(() => pages.length === 1);
    pages[0]?.(page(5));
    await until(() => heard.length === 1);
    for (let i = 1; i <= 4; i++) {
      link.hear({ type: "lost", from: "a", room: ROOM });
      if (i < 4) await until(() => pages.length === 1 + i);
      pages[i]?.(page(5));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    expect(heard.slice(1).filter((what) => what !== "waiting ")).toEqual(["down apart"]);
  });

  it("hears that the line is down, and says nothing after that", () => {
    const { link, heard, said } = follower();
    link.hear({ type: "down", from: "a" });
    link.hear(attached(0));
    expect([heard, said.at(-1)]).toEqual([["down network"], { type: "bye", from: "me" }]);
  });
});
