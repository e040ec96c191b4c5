// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Element, find, openMenu, page, plain, show } from "./element.helpers.js";
import { Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

/** Longer than anything waits before it asks. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 450));
const EVE = { id: "eve", name: "Eve" };
const quoted = (id: number, more: object = {}) => ({
  id,
  version: id,
  kind: "message",
  sender: EVE,
  text: `number ${id}`,
  created: "2026-01-01T11:00:00.000Z",
  ...more,
});
/** Lines that answer these, of a room that goes back further than its first page. */
const answers = (...ids: number[]) =>
  page(
    ids.map((reply_to, index) => ({ id: 101 + index, version: 101 + index, kind: "message", text: "so", reply_to })),
    { more: true },
  );
const quotes = (element: Element) =>
  [...element.shadowRoot.querySelectorAll(".quote")].map((each) => plain(each.textContent));
const UNKNOWN = "An earlier message";

let asked: number[];
let underWay: number;
let most: number;
let answer: (id: number) => Promise<Response> | Response;

beforeEach(() => {
  asked = [];
  underWay = most = 0;
  answer = (id) => Response.json(quoted(id));
  vi.stubGlobal("fetch", async (address: string | URL) => {
    const id = Number(/\/messages\/(\d+)$/.exec(new URL(address).pathname)?.[1]);
    if (Number.isNaN(id)) return Response.json({ title: "No", status: 404, code: "not_found" }, { status: 404 });
    asked.push(id);
    most = Math.max(most, ++underWay);
    try {
      return await answer(id);
    } finally {
      underWay -= 1;
    }
  });
});
afterEach(() => void vi.unstubAllGlobals());

it("what a line quotes that is not loaded is asked for once, and is read as other quotes are", async () => {
  Socket.page = answers(7, 7, 8);
  answer = (id) =>
    id === 8
      ? Response.json({ title: "No", status: 404, code: "not_found" }, { status: 404 })
      : Response.json(quoted(id));
  const element = await show();
  await until(() => quotes(element)[0] === "Eve number 7");
  expect(quotes(element)).toEqual(["Eve number 7", "Eve number 7", UNKNOWN]);
  expect(find(element, ".quote")?.title).toBe("Go to this message");
  // However often the lines are drawn, and whatever comes.
  for (let id = 120; id < 125; id++) {
    Socket.last.change({ id, version: id, text: "more", reply_to: id % 2 === 0 ? 7 : 8 });
    await element.updateComplete;
  }
  await aWhile();
  expect(quotes(element)).toHaveLength(8);
  expect(asked).toEqual([7, 8]);
});

it("a quote of it changes as it does in the room, and is none of somebody whom the reader ignores", async () => {
  Socket.page = answers(7, 9);
  const element = await show();
  await until(() => quotes(element).join() === "Eve number 7,Eve number 9");
  Socket.last.change({ ...quoted(7), version: 130, text: "changed", kind: "message" });
  await until(() => quotes(element)[0] === "Eve changed");
  // What was on its way is older.
  Socket.last.change({ ...quoted(7), version: 129, text: "older", kind: "message" });
  Socket.last.change({ ...quoted(9), version: 131, text: "", kind: "message", deleted: "2026-01-01T12:00:00.000Z" });
  await until(() => quotes(element)[1] === "Eve Message deleted");
  expect(quotes(element)[0]).toBe("Eve changed");
  Socket.last.change({ id: 132, version: 132, sender: EVE, text: "rude" });
  await until(() => find(element, "[data-id='132']") !== null);
  await openMenu(element, "[data-id='132']");
  find(element, ".menu .ignore")?.click();
  await until(() => quotes(element).join() === `${UNKNOWN},${UNKNOWN}`);
  await aWhile();
  expect(asked).toEqual([7, 9]);
});

it("a few are asked for at a time, of what is left nothing where the room begins anew, and nothing again that did not come", async () => {
  const held: (() => void)[] = [];
  answer = (id) => new Promise((resolve) => held.push(() => resolve(Response.json(quoted(id)))));
  Socket.page = answers(...Array.from({ length: 40 }, (_, index) => 11 + index));
  const element = await show();
  await until(() => held.length === 2);
  await aWhile();
  expect([held.length, most]).toEqual([2, 2]);
  held.shift()?.();
  await until(() => held.length === 2 && asked.length === 3);
  await until(() => quotes(element)[0] === "Eve number 11");
  expect(quotes(element).slice(1, 3)).toEqual([UNKNOWN, UNKNOWN]);
  // Each is drawn when it comes, also long after another, and not only with what is drawn next.
  held.shift()?.();
  await until(() => held.length === 2 && asked.length === 4);
  await element.updateComplete;
  expect(quotes(element)[1]).toBe("Eve number 12");
  expect(quotes(element)[2]).toBe(UNKNOWN);
  // Of another history nothing is known, and nothing is taken that was asked for in the one before.
  answer = () => Promise.reject(new TypeError("cut off"));
  Socket.page = answers(12, 60);
  Socket.last.tell({ type: "reset", ...Socket.page });
  await until(() => quotes(element).length === 2);
  for (const release of held) release();
  await until(() => asked.length === 6);
  for (let id = 120; id < 125; id++) {
    Socket.last.change({ id, version: id, text: "more" });
    await element.updateComplete;
  }
  await aWhile();
  expect(quotes(element)).toEqual([UNKNOWN, UNKNOWN]);
  expect([asked.slice(4), most]).toEqual([[12, 60], 2]);
});

it("what the room keeps no longer is not asked for, nor what has come with a page meanwhile", async () => {
  Socket.page = { ...answers(7, 40), first: 20 };
  const element = (await show()) as Element & { showMessage(id: number): Promise<boolean> };
  await until(() => quotes(element).length === 2);
  const real = globalThis.fetch;
  vi.stubGlobal("fetch", async (address: string | URL) =>
    new URL(address).searchParams.has("around")
      ? Response.json({ ...page([]), messages: [quoted(40)], more: true, more_newer: true, first: 20 })
      : real(address),
  );
  expect(await element.showMessage(40)).toBe(true);
  await aWhile();
  expect(asked).toEqual([]);
});

it("nothing is asked for while the line is down, and all that is missing when it is up again", async () => {
  Socket.page = answers(7);
  const element = await show();
  const line = Socket.last;
  Socket.isHeld = true;
  line.onclose({ code: 1006 });
  await until(() => element.state !== "live" && quotes(element).length === 1);
  await aWhile();
  expect(asked).toEqual([]);
  await until(() => Socket.last !== line && Socket.last.frames.some((frame) => frame.type === "open"));
  Socket.last.release();
  await until(() => quotes(element)[0] === "Eve number 7");
  expect(asked).toEqual([7]);
});
