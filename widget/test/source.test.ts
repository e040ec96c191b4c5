// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { leaveClient, sharedClient } from "../src/shared.js";
import { MAY, Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

type GetToken = (room: string) => Promise<string | null>;
type Element = HTMLElement & {
  state: string;
  room: string;
  unread: number;
  token: string | undefined;
  getToken: GetToken | undefined;
  updateComplete: Promise<unknown>;
  shadowRoot: ShadowRoot;
  reconnect(): void;
  say(text: string): Promise<unknown>;
};

let lines: Socket[] = [];
let count = 0;
let name: string;

beforeAll(async () => {
  class Counted extends Socket {
    isClosed = false;
    constructor() {
      super();
      lines.push(this);
    }
    override close() {
      this.isClosed = true;
    }
  }
  Object.assign(globalThis, { WebSocket: Counted });
  await Promise.all([import("../src/index.js"), import("../src/upkeep.js")]);
});
beforeEach(() => {
  lines = [];
  name = `source/${++count}`;
  Socket.begin(name);
  Socket.page = Socket.pageOf([{ text: "one" }, { text: "two" }], { me: of("ana") });
});
afterEach(async () => {
  document.body.replaceChildren();
  await undefined;
  localStorage.clear();
});

const of = (id: string) => ({ id, name: id, level: "say", may: MAY });
let made = 0;
/** Each another one, as they are by their times. */
const token = (sub: string) => `x.${btoa(JSON.stringify({ sub, iat: 0, exp: 1_000_000, jti: ++made }))}.x`;
const frames = (type: string) => lines.flatMap((line) => line.frames).filter((frame) => frame.type === type);
const find = (element: Element, selector: string) => element.shadowRoot.querySelector<HTMLElement>(selector);
const words = (element: Element) =>
  [...element.shadowRoot.querySelectorAll(".words")].map(({ textContent }) => textContent);
const field = (element: Element) => find(element, "textarea") as HTMLTextAreaElement;
const openLines = () => lines.filter((line) => !(line as Socket & { isClosed: boolean }).isClosed);

async function show(more: Partial<Element>, server = `https://source-${count}.example/`): Promise<Element> {
  const element = document.createElement("tertulia-room") as Element;
  for (const [key, value] of Object.entries({ room: name, server, lang: "en" })) element.setAttribute(key, value);
  Object.assign(element, more);
  document.body.append(element);
  await until(() => element.state === "live");
  await until(() => words(element).length === 2, "it is drawn");
  return element;
}

async function write(element: Element, text: string) {
  field(element).value = text;
  field(element).dispatchEvent(new Event("input", { bubbles: true }));
  await element.updateComplete;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

describe("a room whose tokens come from elsewhere", () => {
  it.each(["getToken", "token"])("is the same where %s gives one of the same person", async (property) => {
    const source = (sub: string) =>
      property === "token" ? { token: token(sub) } : { getToken: async () => token(sub) };
    const element = await show(source("ana"));
    await write(element, "begun");
    const log = find(element, ".log") as HTMLElement;
    const rows = [...element.shadowRoot.querySelectorAll("[data-key]")];
    const gone: number[] = [];
    const watch = new MutationObserver((records) => {
      for (const { removedNodes } of records) gone.push(removedNodes.length);
    });
    watch.observe(log, { childList: true, subtree: true });
    let isQuiet = true;
    element.addEventListener("tertulia-state", () => {
      isQuiet = false;
    });
    for (let i = 1; i <= 3; i++) {
      Object.assign(element, source("ana"));
      await element.updateComplete;
      await until(() => frames("token").length >= i || i > 1, "the line has the new token");
    }
    await settle();
    watch.disconnect();
    expect(lines).toHaveLength(1);
    expect(frames("open")).toHaveLength(1);
    expect([...element.shadowRoot.querySelectorAll("[data-key]")]).toEqual(rows);
    expect([gone, isQuiet, field(element).value]).toEqual([[], true, "begun"]);
    // And it goes on: what is said is said, and what is drafted is theirs.
    void element.say("three").catch(() => undefined);
    await until(() => frames("say").length === 1, "it is said");
    expect(
      Object.keys(localStorage)
        .filter((key) => key.startsWith("tertulia:draft:"))
        .map((key) => key.split(":").at(-1)),
    ).toEqual(["ana"]);
  });

  it.each(["getToken", "token"])("has nothing of who read before where %s gives somebody else's", async (property) => {
    const source = (sub: string) =>
      property === "token" ? { token: token(sub) } : { getToken: async () => token(sub) };
    const element = await show(source("ana"));
    await write(element, "Ana's");
    Socket.last.change({ id: 20, text: "three" });
    await until(() => words(element).length === 3);
    Socket.isHeld = true;
    Object.assign(element, source("ben"));
    await until(() => lines.length === 2, "there is another line");
    await until(() => words(element).length === 0, "nothing is in sight");
    expect([field(element).value, element.unread]).toEqual(["", 0]);
    await until(() => frames("open").length === 2);
    // From the beginning, and not from where the other one was.
    expect(frames("open")[1]).toMatchObject({ last: 50 });
    Socket.page = Socket.pageOf([{ text: "for Ben" }], { me: of("ben") });
    Socket.last.release();
    await until(() => words(element).join() === "for Ben");
    expect(field(element).value).toBe("");
    expect(openLines()).toHaveLength(1);
  });

  it("has nothing of who read before where nobody does, nor where that is signed out", async () => {
    const element = await show({ getToken: async () => token("ana") });
    Socket.isHeld = true;
    element.getToken = async () => null;
    await until(() => words(element).length === 0, "nothing is in sight");
  });

  it("says nothing in the name of who read before, also where it is said at once", async () => {
    const element = await show({ getToken: async () => token("ana") });
    for (const sub of ["ana", "ana", "ana", "ben"]) {
      element.getToken = async () => token(sub);
      await element.updateComplete;
    }
    Socket.page = Socket.pageOf([{ text: "for Ben" }], { me: of("ben") });
    void element.say("mine").catch(() => undefined);
    await until(() => frames("say").length === 1, "it is said");
    expect(lines[0]?.frames.filter(({ type }) => type === "say")).toEqual([]);
    await until(() => words(element).join() === "for Ben,mine");
  });

  it("is asked for by few of the functions that a page gives with each drawing, and at last by the newest", async () => {
    let asked = 0;
    const element = await show({ getToken: async () => token("ana") });
    const from = Date.now();
    let last = 0;
    for (let i = 1; Date.now() - from < 2_500; i++) {
      element.getToken = async () => {
        asked += 1;
        last = i;
        return token("ana");
      };
      await element.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 5));
      Object.assign(element, { given: i });
    }
    expect(asked).toBeLessThan(6);
    await until(() => last === (element as Element & { given?: number }).given, "the newest is asked");
    expect(lines).toHaveLength(1);
  });

  it("is asked for by each press of Enter, however often a page draws itself", async () => {
    const element = await show({ getToken: async () => token("ana") });
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 40));
      return token("ana");
    };
    let isDrawing = true;
    const drawing = (async () => {
      for (; isDrawing; await new Promise((resolve) => setTimeout(resolve, 5))) element.getToken = () => slow();
    })();
    for (let i = 1; i <= 3; i++) {
      void element.say(`${i}`).catch(() => undefined);
      await until(() => frames("say").length >= i, "it is said");
      Socket.last.tell({ type: "problem", ref: frames("say").at(-1)?.ref, code: "muted", title: "Muted", status: 403 });
    }
    isDrawing = false;
    await drawing;
    expect(lines).toHaveLength(1);
  });

  it("has nothing of who was signed out before where it is somebody else's then", async () => {
    const element = await show({ getToken: async () => token("ana") });
    Socket.last.tell({ type: "ended", room: name, code: "token_missing" });
    await until(() => element.state === "signed-out");
    Socket.isHeld = true;
    element.getToken = async () => token("ben");
    await until(() => words(element).length === 0, "nothing is in sight");
  });

  it("is tried again where it was signed out", async () => {
    const element = await show({ getToken: async () => token("ana") });
    Socket.last.tell({ type: "ended", room: name, code: "token_missing" });
    await until(() => element.state === "signed-out");
    element.getToken = async () => token("ana");
    await until(() => element.state === "live");
  });

  it("shares its line with another one that is given the same, and with none that is not", async () => {
    const [first, second] = [async () => token("ana"), async () => token("ana")];
    const one = await show({ getToken: first });
    const two = await show({ getToken: first });
    expect(openLines()).toHaveLength(1);
    for (const element of [one, two]) element.getToken = second;
    await Promise.all([one.updateComplete, two.updateComplete]);
    await settle();
    expect(lines).toHaveLength(1);
    Socket.page = Socket.pageOf([{ text: "for Ben" }], { me: of("ben") });
    two.getToken = async () => token("ben");
    await until(() => words(two).join() === "for Ben");
    expect([words(one), openLines().length]).toEqual([["one", "two"], 2]);
  });
});

describe("what elements read by", () => {
  it("is let go of when the last one has gone", async () => {
    const server = `https://source-${count}.example/`;
    const getToken = async () => token("ana");
    const [one, two] = [await show({ getToken }), await show({ getToken })];
    const probe = { getToken };
    const client = sharedClient(probe, server);
    leaveClient(probe, client);
    expect(client.transport).toBe("ws");
    one.remove();
    await settle();
    expect([openLines().length, sharedClient(probe, server) === client]).toEqual([1, true]);
    leaveClient(probe, client);
    two.remove();
    await settle();
    expect(openLines()).toEqual([]);
    const another = sharedClient(probe, server);
    expect(another).not.toBe(client);
    leaveClient(probe, another);
  });

  it("is not opened by an element that is out of the page, and is when it is put back", async () => {
    const element = await show({ getToken: async () => token("ana") });
    element.remove();
    await settle();
    element.getToken = async () => token("ana");
    element.room = name;
    await element.updateComplete;
    await settle();
    expect(openLines()).toEqual([]);
    document.body.append(element);
    await until(() => openLines().length === 1 && words(element).length === 2);
  });
});
