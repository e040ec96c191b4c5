// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { count, type Element, find, name, page, plain } from "./element.helpers.js";
import { Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

function make(attributes: Record<string, string>): Element {
  const element = document.createElement("tertulia-room") as Element;
  const all = { room: name, server: `https://around-${count}.example/`, ...attributes };
  for (const [key, value] of Object.entries(all)) element.setAttribute(key, value);
  return element;
}
async function open(attributes: Record<string, string>, into: Node = document.body): Promise<Element> {
  const element = make(attributes);
  into.appendChild(element);
  await until(() => element.state === "live", "it is live");
  await element.updateComplete;
  return element;
}
afterEach(() => vi.unstubAllGlobals());

it.each([
  ["project/42", "project 42"],
  ["project/_Caf~C3~A9~20~F0~9F~8E~89", "project Café 🎉"],
  ["project/_plain", "project plain"],
  ["project/plain~20", "project plain~20"],
  ["project/_broken~2", "project _broken~2"],
  ["project/_broken~C3", "project _broken~C3"],
  ["project/_broken~zz", "project _broken~zz"],
])("a room without a title is called by what its id was made of: %s", async (room, title) => {
  Socket.begin(room);
  const element = await open({ room, lang: "en" });
  expect(plain(find(element, ".title")?.textContent)).toBe(`Chat for ${title}`);
});

describe("the language around it is found", () => {
  const shadowIn = (host: HTMLElement) => {
    document.body.append(host);
    return host.shadowRoot ?? host.attachShadow({ mode: "open" });
  };
  const placeholder = (element: Element) => find(element, "textarea")?.getAttribute("placeholder");
  const SPANISH = "Escribe un mensaje";

  it("on the host of the component that it is in, or further out", async () => {
    const outer = document.createElement("div");
    outer.lang = "es";
    const inner = document.createElement("div");
    shadowIn(outer).append(inner);
    const root = inner.attachShadow({ mode: "open" });
    const element = await open({}, root);
    await until(() => placeholder(element) === SPANISH, "it is in Spanish");
    inner.lang = "de";
    const other = await open({}, root);
    await until(() => placeholder(other) === "Nachricht schreiben", "it is in German");
  });

  it("and what is nearer goes first, as does its own", async () => {
    const host = document.createElement("div");
    host.lang = "de";
    const root = shadowIn(host);
    const near = document.createElement("section");
    near.lang = "es";
    root.append(near);
    const element = await open({}, near);
    await until(() => placeholder(element) === SPANISH, "it is in Spanish");
    const own = await open({ lang: "en" }, near);
    expect(placeholder(own)).toBe("Write a message");
  });
});

it("that is no longer to wait until it is in sight connects at once, and only once", async () => {
  class Sight {
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal("IntersectionObserver", Sight);
  const before = Socket.last;
  const element = make({ loading: "lazy", lang: "en" });
  document.body.append(element);
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([Socket.last, element.state]).toEqual([before, "connecting"]);
  element.setAttribute("loading", "eager");
  await until(() => element.state === "live", "it is live");
  const line = Socket.last;
  for (const loading of ["lazy", "eager"]) {
    element.setAttribute("loading", loading);
    await element.updateComplete;
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([Socket.last, element.state, line.frames.filter(({ type }) => type === "open").length]).toEqual([
    line,
    "live",
    1,
  ]);
});

it("asks again by itself for older lines that did not come, ever later, while their place is in sight", async () => {
  const asked: number[] = [];
  let isCut = true;
  vi.stubGlobal("fetch", async (url: string) => {
    if (!url.includes("before=")) throw new TypeError("no network");
    asked.push(Date.now());
    if (isCut) throw new TypeError("no network");
    return Response.json({ ...page([{ kind: "message", text: "older", id: 1 }]), more: false });
  });
  Socket.page = page([{ kind: "message", text: "newer", id: 10, version: 10 }], { more: true, first: 1 });
  const element = await open({ lang: "en" });
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 1 });
  try {
    await vi.waitUntil(() => asked.length === 1, { timeout: 5_000 });
    // Others go on talking, and each line of theirs draws the room anew.
    for (let second = 1; second <= 60; second++) {
      await vi.advanceTimersByTimeAsync(1_000);
      if (second % 2 === 0) (element as Element & { requestUpdate(): void }).requestUpdate();
    }
    const failed = asked.length;
    // At first after three seconds and some, and then ever more seldom.
    expect(failed).toBeGreaterThan(4);
    expect(failed).toBeLessThan(12);
    const waits = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    expect(waits[0]).toBeGreaterThanOrEqual(3_000);
    expect(waits.at(-1)).toBeGreaterThan(2 * (waits[0] ?? 0));
    isCut = false;
    await vi.advanceTimersByTimeAsync(40_000);
    expect(asked.length).toBe(failed + 1);
  } finally {
    vi.useRealTimers();
  }
  await until(() => find(element, "[data-id='1'] .words")?.textContent === "older", "they are there");
});
