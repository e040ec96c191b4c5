// @vitest-environment happy-dom
// What one does with lines and names in the element: what is offered, chosen and sent, and what goes away again.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../src/types.js";
import { Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

type Element = HTMLElement & { state: string; updateComplete: Promise<unknown>; shadowRoot: ShadowRoot };

beforeAll(async () => {
  Object.assign(globalThis, { WebSocket: Socket });
  await import("../src/index.js");
});
let count = 0;
let name: string;
beforeEach(() => {
  name = `tools/${++count}`;
  Socket.begin(name);
});
afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

async function show(messages: Partial<Message>[] = [], more: object = {}): Promise<Element> {
  Socket.page = Socket.pageOf(messages, more);
  const element = document.createElement("tertulia-room") as Element;
  const attributes = { room: name, server: `https://tools-${count}.example/`, lang: "en" };
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  document.body.append(element);
  await until(() => element.state !== "connecting");
  await until(() => find(element, "textarea") !== null);
  return element;
}

const plain = (text: string | null | undefined) =>
  (text ?? "")
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
const find = (element: Element, selector: string) => element.shadowRoot.querySelector<HTMLElement>(selector);
const field = (element: Element) => find(element, "textarea") as HTMLTextAreaElement;
const offers = (element: Element) =>
  [...element.shadowRoot.querySelectorAll(".offers [role=option]")].map((each) => plain(each.textContent));
const chosen = (element: Element) => plain(find(element, ".offers [aria-selected=true]")?.textContent);
const said = () => Socket.last.frames.filter((frame) => frame.type === "say").map((frame) => frame.text);

async function write(element: Element, text: string, at = text.length) {
  field(element).value = text;
  field(element).setSelectionRange(at, at);
  field(element).dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  await element.updateComplete;
}
async function press(element: Element, key: string, at: EventTarget = field(element)) {
  at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
  await element.updateComplete;
}
/** The tools are there, and so is what is offered. */
async function offered(element: Element, text: string, what: string) {
  await write(element, text);
  await until(() => offers(element).includes(what), `${what} is offered for ${text}`);
}

describe("a name that is begun", () => {
  const people = ["Owner", "Ben", "Ana Benítez", "Benedikt", "Ruben", "Ignored Ben"];
  const messages = people.map((name) => ({ kind: "message" as const, text: "hi", sender: { id: name, name } }));

  it("is of whom it fits best, and of whom has spoken last among those", async () => {
    const element = await show(messages);
    await offered(element, "@ben", "Ben");
    expect(offers(element)).toEqual(["Ben", "Benedikt", "Ignored Ben", "Ana Benítez", "Ruben"]);
    await write(element, "hi @be");
    expect([offers(element)[0], chosen(element)]).toEqual(["Benedikt", "Benedikt"]);
    await press(element, "Enter");
    expect([field(element).value, said()]).toEqual(["hi @Benedikt ", []]);
  });

  it.each(["x @Ben", "x @ben", "cost 5 @", "@dik"])("is sent by Enter as it is: %s", async (text) => {
    const element = await show(messages);
    await offered(element, text, "Benedikt");
    expect([chosen(element), field(element).getAttribute("aria-activedescendant")]).toEqual(["", null]);
    await press(element, "Enter");
    expect([said(), field(element).value]).toEqual([[text], ""]);
  });

  it.each([
    ["ArrowDown", 0],
    ["ArrowUp", -1],
  ])("is chosen with an arrow key where nothing is before: %s", async (key, at) => {
    const element = await show(messages);
    await offered(element, "x @", "Ben");
    await press(element, key);
    const name = offers(element).at(at);
    expect(chosen(element)).toBe(name);
    await press(element, "Enter");
    expect([field(element).value, said()]).toEqual([`x @${name} `, []]);
  });

  it("is put in the middle of a text, and one goes on behind it", async () => {
    const element = await show(messages);
    await offered(element, "@own", "Owner");
    await write(element, "hello @own and goodbye", 10);
    await press(element, "Enter");
    expect(field(element).value).toBe("hello @Owner and goodbye");
    await until(() => field(element).selectionStart === "hello @Owner ".length, "the caret is behind it");
  });
});

describe("an emoji that is begun", () => {
  it("is one that is called so or begins so, and none that has it inside or is about it", async () => {
    const element = await show();
    await offered(element, ":tad", "🎉 :tada:");
    for (const [text, all] of [
      [":id", /:id\w*:$/],
      [":middl", /:middl\w*:$/],
      [":ok", /:ok\w*:$/],
    ] as const) {
      await write(element, text);
      expect(offers(element).length, text).toBeGreaterThan(0);
      for (const offer of offers(element)) expect(offer, text).toMatch(all);
    }
    await write(element, "x :satis");
    expect(offers(element)[0]).toMatch(/ :satisfied:$/);
    await press(element, "Enter");
    expect(field(element).value).toMatch(/^x \p{Emoji} $/u);
  });

  const faces = ":) :-) :D :-D :( :-( :'( :P :-P :-p :p :O :o :-O :3 :* :| :/ :-/ :)) >:( >:D :10 :1 :-1 :DD";
  it("is not a face or a number: nothing is offered for them", async () => {
    const element = await show();
    await offered(element, ":tad", "🎉 :tada:");
    for (const face of faces.split(" ")) {
      await write(element, face);
      expect(offers(element), face).toEqual([]);
    }
    await press(element, "Enter");
    expect(said()).toEqual([":DD"]);
  });
});
