// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { late } from "../src/late.js";
import { Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

/** What does not come, by a part of its file's name; and what hangs. */
const cut = vi.hoisted(() => ({ files: [] as string[], hangs: false }));

vi.mock("../src/late.js", async (original) => {
  const real = await original<typeof import("../src/late.js")>();
  const late = <T>(load: (again: string) => Promise<T>) =>
    real.late((again) => {
      if (!cut.files.some((file) => String(load).includes(file))) return load(again);
      return cut.hangs ? new Promise<T>(() => undefined) : Promise.reject(new TypeError("cut off"));
    });
  return {
    ...real,
    late,
    fetchTools: late((_again) => import("../src/tools/tools.js")),
    fetchUpkeep: late((_again) => import("../src/upkeep.js")),
    fetchEmoji: late((_again) => import("../src/emoji.js")),
    fetchLineLooks: late((_again) => import("../src/line-looks.js")),
  };
});

type Element = HTMLElement & { state: string; updateComplete: Promise<unknown>; shadowRoot: ShadowRoot };
const NOT_LOADED = "Part of the chat could not be loaded. Please try again, or reload the page.";
const unhandled: unknown[] = [];

beforeAll(async () => {
  Object.assign(globalThis, { WebSocket: Socket });
  process.on("unhandledRejection", (error) => unhandled.push(error));
  await import("../src/main.js");
});
let count = 0;
beforeEach(() => {
  count += 1;
  Socket.begin(`late/${count}`);
});
afterEach(() => {
  cut.files = [];
  cut.hangs = false;
  document.body.replaceChildren();
  expect(unhandled).toEqual([]);
});

async function show(attributes: Record<string, string> = {}): Promise<Element> {
  const element = document.createElement("tertulia-room") as Element;
  const all = { room: Socket.room, server: `https://late-${count}.example/`, lang: "en", ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  document.body.append(element);
  await until(() => element.state !== "connecting");
  await until(() => element.shadowRoot.querySelector("textarea") !== null, "it is drawn");
  return element;
}

const find = (element: Element, selector: string) => element.shadowRoot.querySelector<HTMLElement>(selector);
const notice = (element: Element) => find(element, ".notice")?.textContent;
function write(element: Element, text: string) {
  const field = find(element, "textarea") as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
const enter = (element: Element) =>
  find(element, "textarea")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", cancelable: true }));
const said = () => Socket.last.frames.filter((frame) => frame.type === "say").map((frame) => frame.text);

it("what does not come is asked for again, each time at another address, and what comes is kept", async () => {
  const asked: string[] = [];
  let isCut = true;
  const fetch = late(async (again) => {
    asked.push(again);
    if (isCut) throw new TypeError("cut off");
    return asked.length;
  });
  await expect(fetch()).rejects.toMatchObject({ name: "Unreachable" });
  expect(fetch.isFailing()).toBe(true);
  await expect(fetch()).rejects.toThrow();
  isCut = false;
  expect(await Promise.all([fetch(), fetch()])).toEqual([3, 3]);
  expect(await fetch()).toBe(3);
  expect(asked).toEqual(["", "?1", "?2"]);
});

it("without what acts, who asks for it is told so, writes all the same, and has it on the next try", async () => {
  cut.files = ["tools"];
  const element = await show();
  find(element, ".presence")?.click();
  await until(() => notice(element) === NOT_LOADED);
  write(element, "hello");
  await until(() => notice(element) !== NOT_LOADED);
  enter(element);
  await until(() => said().join() === "hello");
  cut.files = [];
  find(element, ".presence")?.click();
  await until(() => find(element, ".panel .people") !== null);
});

it("what tells the server of what is read comes with the first thing to tell, and again where it did not come", async () => {
  const asked = vi.fn(async (..._: Parameters<typeof globalThis.fetch>) => new Response(null, { status: 204 }));
  vi.stubGlobal("fetch", asked);
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    cut.files = ["upkeep"];
    const element = await show();
    Socket.last.change({ id: 7, text: "one" });
    await until(() => find(element, ".words")?.textContent === "one");
    await new Promise((resolve) => setTimeout(resolve, 50));
    cut.files = [];
    vi.setSystemTime(Date.now() + 11_000);
    Socket.last.change({ id: 8, text: "two" });
    await until(() => asked.mock.calls.length > 0, "it is told");
    const [[url, init] = []] = asked.mock.calls;
    expect([String(url).endsWith(`${Socket.room}/read`), init?.method, init?.body]).toEqual([
      true,
      "PUT",
      '{"up_to":8}',
    ]);
  } finally {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    Object.assign(globalThis, { WebSocket: Socket });
  }
});

it("without the words of a language, a host's words, or looks, it is drawn all the same", async () => {
  cut.files = ["ftl", "catalogueFile", "pseudo", "line-looks"];
  for (const lang of ["es", "en-XA"]) {
    const element = await show({ lang, density: "line" });
    Object.assign(element, { wording: { write: "Say it" } });
    await element.updateComplete;
    expect(find(element, "textarea")?.getAttribute("placeholder")).toBe("Write a message");
    element.remove();
  }
});

it("while something is on its way, drawing goes on", async () => {
  const element = await show();
  cut.files = ["catalogueFile"];
  cut.hangs = true;
  element.setAttribute("lang", "ar");
  write(element, "one");
  enter(element);
  await until(() => find(element, ".message.own.sending") !== null, "what is said is in sight", 1_000);
  Socket.last.change({ text: "meanwhile" });
  await until(() => find(element, ".message:not(.own) .words")?.textContent === "meanwhile", "news is in sight", 1_000);
});
