// @vitest-environment happy-dom
// What one does with lines and names in the element: what is offered, chosen and sent, and what goes away again.
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Message } from "../src/types.js";
import { MAY, ME, SETTINGS, Socket } from "./fake-socket.js";
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

const touch = (element: Element, line: string) =>
  find(element, line)?.dispatchEvent(new Event("pointerover", { bubbles: true, composed: true }));
async function touched(element: Element, line: string) {
  touch(element, line);
  await until(() => find(element, `${line} .tools .more`) !== null, "the line has its tools");
}
async function openMenu(element: Element, line: string) {
  await touched(element, line);
  find(element, `${line} .tools .more`)?.click();
  await until(() => find(element, `${line} .menu`) !== null);
}
const notice = (element: Element) => plain(find(element, ".notice")?.textContent);
const lines = (element: Element) =>
  [...element.shadowRoot.querySelectorAll(".words")].map((each) => plain(each.textContent));
const EVE = { id: "eve", name: "Eve" };

describe("where nobody is told who is here", () => {
  const settings = { ...SETTINGS, presence: "off" };
  const present = { count: 0 };
  it.each([
    ["a moderator", { me: { ...ME, level: "moderate", may: [...MAY, "lock"] } }],
    ["who ignores somebody", {}],
  ])("%s finds the rest of the panel", async (who, more) => {
    const element = await show([{ kind: "message", text: "rude", sender: EVE }], { settings, present, ...more });
    if (who !== "a moderator") {
      await openMenu(element, "[data-id='1']");
      expect(find(element, ".presence")).toBeNull();
      find(element, ".menu .ignore")?.click();
    }
    await until(() => find(element, ".presence") !== null, "there is a button");
    expect(find(element, ".presence")?.getAttribute("aria-label")).toBe("More");
    expect(plain(find(element, ".presence")?.textContent)).toBe("");
    find(element, ".presence")?.click();
    await until(() => find(element, ".panel .lock, .panel .see") !== null);
    expect(find(element, ".panel")?.getAttribute("aria-label")).toBe("More");
  });
});

describe("who is ignored", () => {
  const messages = [
    { kind: "message" as const, text: "rude", sender: EVE },
    { kind: "message" as const, text: "oh", reply_to: 1 },
  ];

  it("is not read in quotes, seen writing, nor offered, until that is taken back", async () => {
    const element = await show(messages);
    await until(() => find(element, ".quote") !== null);
    const typing = () =>
      Socket.last.tell({ type: "presence", room: name, present: { count: 3, people: [ME], typing: [EVE] } });
    typing();
    await offered(element, "@", "Eve");
    await until(() => plain(find(element, ".typing")?.textContent) === "Eve is typing…");
    await openMenu(element, "[data-id='1']");
    find(element, ".menu .ignore")?.click();
    await until(() => plain(find(element, ".quote")?.textContent) === "An earlier message", "no quote of theirs");
    expect([lines(element), plain(find(element, ".typing")?.textContent)]).toEqual([["oh"], ""]);
    const undo = find(element, ".notice .undo");
    expect(plain(undo?.textContent)).toBe("Show 1 ignored person again");
    undo?.click();
    await until(() => lines(element).length === 2, "they are read again");
    expect([plain(find(element, ".quote")?.textContent), notice(element)]).toEqual(["Eve rude", ""]);
  });

  it("is nobody who is offered", async () => {
    const element = await show(messages);
    await offered(element, "@", "Eve");
    await openMenu(element, "[data-id='1']");
    find(element, ".menu .ignore")?.click();
    await until(() => lines(element).length === 1);
    await write(element, "x @");
    expect(offers(element)).toEqual(["Ana"]);
  });
});

describe("a line's tools", () => {
  const leave = (element: Element, pointerType: string) => {
    const event = Object.assign(new Event("pointerleave"), { pointerType });
    find(element, ".middle")?.dispatchEvent(event);
  };
  const isThere = (element: Element) => find(element, ".tools") !== null;

  it("go with the mouse, and not with a finger that goes up", async () => {
    const element = await show([{ kind: "message", text: "one" }]);
    await touched(element, "[data-id='1']");
    leave(element, "touch");
    await element.updateComplete;
    expect(isThere(element)).toBe(true);
    leave(element, "mouse");
    await until(() => !isThere(element), "they are gone");
    // A menu stays, and so do tools at which the focus is.
    await openMenu(element, "[data-id='1']");
    leave(element, "mouse");
    await element.updateComplete;
    expect(find(element, ".menu")).not.toBeNull();
    find(element, ".tools .more")?.click();
    await until(() => find(element, ".menu") === null);
    find(element, ".tools .more")?.focus();
    leave(element, "mouse");
    await element.updateComplete;
    expect(isThere(element)).toBe(true);
  });

  it("go when one writes, or presses something else", async () => {
    const element = await show([{ kind: "message", text: "one" }]);
    await touched(element, "[data-id='1']");
    field(element).focus();
    await until(() => !isThere(element), "they are gone");
    await touched(element, "[data-id='1']");
    document.body.dispatchEvent(new Event("pointerdown", { bubbles: true, composed: true }));
    await until(() => !isThere(element), "they are gone again");
  });
});

describe("what is said in passing", () => {
  afterEach(() => vi.useRealTimers());

  it("goes by itself, unless something else was said since", async () => {
    vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async () => undefined);
    const element = await show([
      { kind: "message", text: "one" },
      { kind: "message", text: "two", sender: EVE },
    ]);
    await openMenu(element, "[data-id='1']");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    find(element, ".menu .copy")?.click();
    await vi.waitFor(() => expect(notice(element)).toBe("Copied."));
    await vi.advanceTimersByTimeAsync(5_900);
    expect(notice(element)).toBe("Copied.");
    await vi.advanceTimersByTimeAsync(200);
    expect(notice(element)).toBe("");
    vi.restoreAllMocks();
  });
});

it("another name is asked for as such, and the question can be left by a button and by Escape", async () => {
  const guest = { id: "~gil", name: "Gil", guest: true };
  const element = await show([], { me: { ...guest, level: "say", may: MAY } });
  await until(() => find(element, ".hints .as") !== null);
  const form = () => find(element, ".name-form");
  const ask = async () => {
    find(element, ".hints .as")?.click();
    await until(() => form() !== null);
  };
  await ask();
  expect(plain(form()?.querySelector("label")?.textContent)).toBe("Change your name");
  expect(form()?.querySelector(".close")?.getAttribute("aria-label")).toBe("Cancel");
  find(element, ".name-form .close")?.click();
  await until(() => form() === null);
  await ask();
  await press(element, "Escape", find(element, ".name-form .close") as HTMLElement);
  expect(form()).toBeNull();
});

describe("what is deleted meanwhile", () => {
  const created = new Date().toISOString();
  const deleted = { deleted: created, deleted_by: "moderator" as const, text: "", version: 30 };
  const me = { ...ME, level: "say", may: [...MAY, "edit"] };
  const drafts = () =>
    Object.entries(localStorage).flatMap(([key, value]) => (key.startsWith("tertulia:draft:") ? [value] : []));

  it("is answered no more, nor read above the field, and what was written stays", async () => {
    const element = await show([{ kind: "message", text: "secret" }], { me });
    await touched(element, "[data-id='1']");
    find(element, ".tools .answer")?.click();
    await until(() => find(element, ".about") !== null);
    await write(element, "why?");
    Socket.last.change({ id: 1, version: 20, text: "public" });
    await until(() => plain(find(element, ".about .said")?.textContent) === "public", "it is what it is by now");
    Socket.last.change({ id: 1, ...deleted });
    await until(() => find(element, ".about") === null, "nothing is answered");
    expect(notice(element)).toBe("This message is no longer here.");
    await press(element, "Enter");
    const frame = Socket.last.frames.find(({ type }) => type === "say");
    expect([frame?.text, frame?.reply_to]).toEqual(["why?", undefined]);
  });

  it("is not said anew by Enter where nothing of it was changed", async () => {
    const element = await show([{ kind: "message", text: "old", sender: ME, created }], { me });
    await openMenu(element, "[data-id='1']");
    find(element, ".menu .edit")?.click();
    await until(() => field(element).value === "old", "it is edited");
    Socket.last.change({ id: 1, sender: ME, created, ...deleted });
    await until(() => find(element, ".about") === null, "nothing is edited");
    expect([field(element).value, drafts()]).toEqual(["", []]);
    await press(element, "Enter");
    expect(Socket.last.frames.filter(({ type }) => type === "say")).toEqual([]);
  });

  it("is edited no more, and what was written is a draft behind what was there before", async () => {
    const element = await show([{ kind: "message", text: "old", sender: ME, created }], { me });
    await write(element, "begun");
    await openMenu(element, "[data-id='1']");
    find(element, ".menu .edit")?.click();
    await until(() => field(element).value === "old", "it is edited");
    await write(element, "older");
    Socket.last.change({ id: 1, sender: ME, created, ...deleted });
    await until(() => find(element, ".about") === null, "nothing is edited");
    expect([field(element).value, drafts()]).toEqual(["begun\nolder", ['"begun\\nolder"']]);
  });
});
