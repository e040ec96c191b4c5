// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Element, find, page, plain, show, type } from "./element.helpers.js";
import { MAY, ME, Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

const EVE = { id: "eve", name: "Eve" };
const ASKED = { id: 7, version: 7, kind: "message" as const, sender: EVE, text: "who comes?" };
const about = (element: Element) =>
  plain([".about .what", ".about .said"].map((each) => find(element, each)?.textContent).join(" "));
const text = (element: Element) => (find(element, "textarea") as HTMLTextAreaElement).value;
const notice = (element: Element) => plain(find(element, ".notice")?.textContent);
const said = () =>
  Socket.last.frames.filter((frame) => frame.type === "say").map(({ text, reply_to }) => [text, reply_to]);
/** What is kept of drafts, by what their keys end with. */
const kept = () =>
  Object.fromEntries(
    Object.entries({ ...localStorage })
      .filter(([key]) => key.startsWith("tertulia:draft:"))
      .map(([key, value]) => [key.split(":").at(-1), JSON.parse(value)]),
  );

async function reply(element: Element, id = 7) {
  find(element, `[data-id='${id}']`)?.dispatchEvent(new Event("pointerover", { bubbles: true, composed: true }));
  await until(() => find(element, `[data-id='${id}'] .tools .answer`) !== null);
  find(element, `[data-id='${id}'] .tools .answer`)?.click();
  await until(() => about(element) !== "");
}
async function write(element: Element, words: string) {
  type(element, words, { key: "x" });
  await element.updateComplete;
}
/** The page is loaded again, and the tools have come. */
async function again(before: Element) {
  before.remove();
  await Promise.resolve();
  const element = await show();
  const field = find(element, "textarea");
  field?.dispatchEvent(new Event("focusin", { bubbles: true, composed: true }));
  await until(() => plain(find(element, ".typing")?.textContent) === "" && find(element, "textarea") !== null);
  return element;
}
/** Whatever comes late is here. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 500));

let asked: number[];
let answer: () => Response | Promise<Response>;
beforeEach(() => {
  Socket.page = page([ASKED]);
  asked = [];
  answer = () => Response.json({ ...ASKED, created: "2026-01-01T11:00:00.000Z" });
  vi.stubGlobal("fetch", async (address: string | URL) => {
    const id = Number(/\/messages\/(\d+)$/.exec(new URL(address).pathname)?.[1]);
    if (Number.isNaN(id)) return Response.json({ title: "No", status: 404, code: "not_found" }, { status: 404 });
    asked.push(id);
    return answer();
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe("an answer that was begun", () => {
  it("is one after the page is loaded again, until it is sent", async () => {
    let element = await show();
    await reply(element);
    await write(element, "I do");
    element = await again(element);
    await until(() => about(element) === "Replying to Eve who comes?");
    expect(text(element)).toBe("I do");
    type(element, "I do!");
    await until(() => said().length === 1 && about(element) === "");
    expect([said(), kept()]).toEqual([[["I do!", 7]], {}]);
    element = await again(element);
    await aWhile();
    expect([about(element), asked]).toEqual(["", []]);
  });

  it("is one also where it is sent before the tools have come", async () => {
    const before = await show();
    await reply(before);
    await write(before, "I do");
    before.remove();
    await Promise.resolve();
    const element = await show();
    expect(about(element)).toBe("");
    find(element, "textarea")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", cancelable: true }));
    await until(() => said().length === 1);
    expect([said(), kept()]).toEqual([[["I do", 7]], {}]);
    await aWhile();
    expect(about(element)).toBe("");
  });

  it("is none after it was left, nor for somebody else", async () => {
    let element = await show();
    await reply(element);
    await write(element, "I do");
    Socket.page = page([ASKED], { me: { id: "ben", name: "Ben", level: "say", may: MAY } });
    element = await again(element);
    await aWhile();
    expect([about(element), text(element)]).toEqual(["", ""]);
    Socket.page = page([ASKED]);
    element = await again(element);
    await until(() => about(element) !== "");
    find(element, ".about button")?.click();
    await until(() => about(element) === "");
    element = await again(element);
    await aWhile();
    expect([about(element), text(element), kept()]).toEqual(["", "I do", { [ME.id]: "I do" }]);
  });

  it("says what is answered also where that is not loaded, and is one where that does not come", async () => {
    let element = await show();
    await reply(element);
    await write(element, "I do");
    Socket.page = page([{ id: 90, version: 90, kind: "message", text: "newer" }], { more: true });
    element = await again(element);
    await until(() => about(element) === "Replying to Eve who comes?");
    expect(asked).toEqual([7]);
    answer = () => Promise.reject(new TypeError("cut off"));
    element = await again(element);
    await until(() => about(element) === "Replying to …");
    await aWhile();
    expect([about(element), asked]).toEqual(["Replying to …", [7, 7]]);
    type(element, "I do");
    await until(() => said().length === 1);
    expect(said()).toEqual([["I do", 7]]);
  });

  it.each([
    ["deleted", { deleted: "2026-01-01T12:00:00.000Z" }, {}],
    ["kept no longer", {}, { first: 50 }],
  ])("is a message of its own where what it answers is %s", async (_, gone, head) => {
    let element = await show();
    await reply(element);
    await write(element, "I do");
    Socket.page = page([{ id: 90, version: 90, kind: "message", text: "newer" }], { more: true, ...head });
    answer = () => Response.json({ ...ASKED, ...gone, created: "2026-01-01T11:00:00.000Z" });
    element = await again(element);
    await until(() => about(element) !== "");
    await aWhile();
    Socket.last.change({ id: 91, version: 91 });
    await until(() => notice(element) === "This message is no longer here.");
    expect([about(element), text(element)]).toEqual(["", "I do"]);
    type(element, "I do");
    await until(() => said().length === 1);
    expect(said()).toEqual([["I do", undefined]]);
  });
});
