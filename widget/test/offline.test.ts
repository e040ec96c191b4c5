// @vitest-environment happy-dom
// What a reader is told, and what they keep, while there is no network.

import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { MAY, ME, SETTINGS, Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

const cut = vi.hoisted(() => ({ emoji: false }));
vi.mock("../src/late.js", async (original) => {
  const real = await original<typeof import("../src/late.js")>();
  const load = () => (cut.emoji ? Promise.reject(new TypeError("cut off")) : import("../src/emoji.js"));
  return {
    ...real,
    fetchEmoji: Object.assign(() => real.late(load)(), { isFailing: () => cut.emoji }),
    fetchTools: real.late((_again) => import("../src/tools/tools.js")),
  };
});

type Element = HTMLElement & { state: string; say(text: string): Promise<unknown>; shadowRoot: ShadowRoot };
const OFFLINE = "No connection. What you write is kept, and sent when it is back.";
const FAILED = "That didn't work. Please try again.";
const FULL = "So much waits to be sent that nothing more is taken for now.";
const NOT_LOADED = "Part of the chat could not be loaded. Please try again, or reload the page.";

/** A line that comes to nothing, while there is no network. */
class Line extends Socket {
  static isCut = false;
  constructor() {
    super();
    if (Line.isCut) queueMicrotask(() => this.onclose({ code: 1006 }));
  }
  override send(text: string) {
    if (!Line.isCut) super.send(text);
  }
}

beforeAll(async () => {
  Object.assign(globalThis, { WebSocket: Line });
  await import("../src/main.js");
});
let count = 0;
const asked: { url: string; init: RequestInit }[] = [];
beforeEach(() => {
  count += 1;
  Socket.begin(`offline/${count}`);
  asked.length = 0;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    throw new TypeError("no network");
  });
});
afterEach(() => {
  Line.isCut = false;
  cut.emoji = false;
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  localStorage.clear();
});

const find = (element: Element, selector: string) => element.shadowRoot.querySelector<HTMLElement>(selector);
const field = (element: Element) => find(element, "textarea") as HTMLTextAreaElement;
const notice = (element: Element) => find(element, ".notice")?.textContent;
const draft = () => Object.entries(localStorage).find(([key]) => key.includes("draft"))?.[1];

async function show(): Promise<Element> {
  const element = document.createElement("tertulia-room") as Element;
  const all = { room: Socket.room, server: `https://offline-${count}.example/`, lang: "en" };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  document.body.append(element);
  await until(() => element.state === "live" && find(element, "textarea") !== null, "it is drawn");
  find(element, ".middle")?.dispatchEvent(new Event("pointerenter"));
  return element;
}
async function goOffline(element: Element) {
  Line.isCut = true;
  Socket.last.onclose({ code: 1006 });
  await until(() => notice(element) === OFFLINE, "it says that it is offline");
}
function write(element: Element, text: string) {
  field(element).value = text;
  field(element).dispatchEvent(new Event("input", { bubbles: true }));
}
const press = (element: Element, key: string) =>
  field(element).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
async function menu(element: Element) {
  find(element, ".message")?.dispatchEvent(new Event("pointerover", { bubbles: true, composed: true }));
  await until(() => find(element, ".tools .more") !== null);
  find(element, ".tools .more")?.click();
  await until(() => find(element, ".menu") !== null);
}
function own(text: string) {
  const message = { kind: "message" as const, text, sender: ME, created: new Date().toISOString() };
  Socket.page = Socket.pageOf([message], {
    me: { ...ME, level: "say", may: [...MAY, "edit", "delete", "react"] },
    settings: SETTINGS,
  });
}

it("what is written when nothing more can wait stays in the field, and why is said", async () => {
  const element = await show();
  await goOffline(element);
  const drawn = () => element.shadowRoot.querySelectorAll(".message.own").length;
  for (let i = 0; i < 49; i++) void element.say(`${i}`).catch(() => undefined);
  await until(() => drawn() === 49, "they wait");
  for (const text of ["the last", "one more"]) {
    write(element, text);
    press(element, "Enter");
  }
  await until(() => notice(element) === FULL, "it says that too much waits");
  expect([field(element).value, draft()]).toEqual(["one more", '"one more"']);
  expect(drawn()).toBe(50);
  write(element, "one more word");
  await until(() => notice(element) === OFFLINE, "it says again how things stand");
});

it("what is deleted by whoever leaves is asked at once, and outlives the page", async () => {
  own("delete me");
  const element = await show();
  await menu(element);
  find(element, ".menu .delete")?.click();
  await until(() => find(element, ".undo") !== null);
  dispatchEvent(new Event("pagehide"));
  for (let i = 0; i < 10; i++) await Promise.resolve();
  const deletions = asked.filter(({ init }) => init.method === "DELETE");
  expect(deletions.map(({ init }) => init.keepalive)).toEqual([true]);
});

it("it is said that what is deleted without a network is not, and nothing is asked that nobody waits for", async () => {
  own("delete me");
  const element = await show();
  await menu(element);
  await goOffline(element);
  find(element, ".menu .delete")?.click();
  await until(() => find(element, ".undo") !== null);
  dispatchEvent(new Event("pagehide"));
  await until(() => notice(element) === FAILED, "it says that it did not work");
  expect(find(element, ".message .words")?.textContent).toBe("delete me");
});

it("what a line is changed to without a network stays in the field, and the draft of before behind it", async () => {
  own("frist");
  const element = await show();
  await menu(element);
  find(element, ".tools .more")?.click();
  await goOffline(element);
  write(element, "a draft");
  await menu(element);
  find(element, ".menu .edit")?.click();
  await until(() => field(element).value === "frist");
  write(element, "first");
  press(element, "Enter");
  await until(() => notice(element) === FAILED, "it says that it did not work");
  await until(() => field(element).value === "first", "the change is still there");
  press(element, "Escape");
  await until(() => field(element).value === "a draft", "the draft is still there");
});

it("the choice of emoji says that it could not be loaded, and has them when they come", async () => {
  own("hello");
  cut.emoji = true;
  const element = await show();
  await goOffline(element);
  find(element, ".pick")?.click();
  await until(() => find(element, ".panel")?.textContent?.includes(NOT_LOADED) ?? false, "it says so");
  expect(notice(element)).toBe(NOT_LOADED);
  cut.emoji = false;
  write(element, "meanwhile");
  await until(() => find(element, ".panel .grid button") !== null, "the emoji are there");
});
