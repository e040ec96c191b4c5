// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Message } from "../src/types.js";
import { ANA, MAY, ME, SETTINGS, Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

beforeAll(async () => {
  Object.assign(globalThis, { WebSocket: Socket });
  await import("../src/index.js");
});

let count = 0;
let name: string;
beforeEach(() => {
  name = `project/${++count}`;
  Socket.begin(name);
});
afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

const page = Socket.pageOf;

type Element = HTMLElement & { state: string; updateComplete: Promise<unknown>; shadowRoot: ShadowRoot };

async function show(lang = "en"): Promise<Element> {
  const element = document.createElement("tertulia-room") as Element;
  element.setAttribute("room", name);
  element.setAttribute("server", `https://chat-${count}.example/`);
  element.setAttribute("lang", lang);
  document.body.append(element);
  await until(() => element.state !== "connecting");
  await element.updateComplete;
  return element;
}

const plain = (text: string | null | undefined) =>
  (text ?? "")
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
const find = (element: Element, selector: string) => element.shadowRoot.querySelector<HTMLElement>(selector);

const type = (element: Element, text: string, key: KeyboardEventInit = { key: "Enter" }) => {
  const field = find(element, "textarea") as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
};

describe("each kind", () => {
  beforeEach(() => {
    Socket.page = page([
      { kind: "message", text: "hello" },
      { kind: "action", text: "dances" },
      { kind: "notification", text: "Moved to Saturday", sender: null },
      { kind: "system", text: "Slow mode is on", sender: null },
      { kind: "join" },
      { kind: "leave" },
      { kind: "from_the_future" as Message["kind"], text: "something new" },
    ]);
  });

  it("is words until there is a way to draw it", async () => {
    const element = await show();
    const isPlain = [...element.shadowRoot.querySelectorAll(".plain")].map((line) => plain(line.textContent));
    expect(isPlain).toEqual([
      "Ana: dances",
      "Moved to Saturday",
      "Slow mode is on",
      "Ana joined",
      "Ana left",
      "Ana: something new",
    ]);
  });

  it("is drawn in its own way", async () => {
    const element = await show();
    await until(() => find(element, ".join") !== null);
    expect(plain(find(element, ".message .words")?.textContent)).toBe("hello");
    expect(plain(find(element, ".action .grow")?.textContent)).toBe("Ana dances");
    expect(plain(find(element, ".notification .grow")?.textContent)).toBe("Moved to Saturday");
    expect(plain(find(element, ".system .grow")?.textContent)).toBe("Slow mode is on");
    expect(plain(find(element, ".join [part=text]")?.textContent)).toBe("Ana joined");
    expect(plain(find(element, ".leave [part=text]")?.textContent)).toBe("Ana left");
    expect(element.shadowRoot.querySelectorAll(".notification")).toHaveLength(2);
  });

  it("is worded in the reader's language", async () => {
    const element = await show("es");
    await until(() => find(element, ".join") !== null);
    expect(plain(find(element, ".join [part=text]")?.textContent)).toBe("Ana se ha unido");
    expect(find(element, "textarea")?.getAttribute("placeholder")).toBe("Escribe un mensaje");
    expect(plain(find(element, ".title")?.textContent)).toBe(`Chat de project ${count}`);
    expect(element.dir).toBe("ltr");
  });

  it("is asked for in that language, as is why something was refused, also before the words are here", async () => {
    await show("es-PY");
    expect(Socket.last.frames[0]).toEqual({ type: "hello", lang: "es" });
  });

  it("is worded and runs from the right in Arabic, and keeps a direction that the page gave", async () => {
    const element = await show("ar-EG");
    await until(() => find(element, ".join") !== null);
    expect(plain(find(element, ".join [part=text]")?.textContent)).toBe("انضمام Ana");
    expect(element.dir).toBe("rtl");
    element.dir = "auto";
    element.setAttribute("lang", "en");
    await element.updateComplete;
    expect(find(element, "textarea")?.getAttribute("placeholder")).toBe("Write a message");
    expect(element.dir).toBe("auto");
  });
});

describe("what is new", () => {
  afterEach(() => void vi.useRealTimers());

  it("is told to a screen reader each time, also in the same words, and by its number where it comes fast", async () => {
    const element = await show();
    const region = find(element, ".sr[role=status]") as HTMLElement;
    vi.useFakeTimers();
    let id = 20;
    const come = async (text: string, times = 1) => {
      for (let i = 0; i < times; i++) Socket.last.change({ id: ++id, version: id, text });
      await vi.advanceTimersByTimeAsync(4_000);
      return [...region.childNodes].find((node) => node instanceof Text);
    };
    const told = [await come("ok"), await come("ok"), await come("ok")];
    expect(told.map((node) => plain(node?.textContent))).toEqual(["Ana: ok", "Ana: ok", "Ana: ok"]);
    expect(new Set(told).size).toBe(3);
    // What is drawn anew for another reason is not told again.
    element.setAttribute("density", "line");
    await vi.advanceTimersByTimeAsync(4_000);
    expect([...region.childNodes]).toContain(told[2]);
    // The first of them is told at once, and all others together.
    expect(plain((await come("more", 13))?.textContent)).toBe("12 new messages");
  });
});

describe("a message", () => {
  it("shows what was done to it: edited, removed, reacted to, quoted", async () => {
    Socket.page = page([
      {
        kind: "message",
        text: "now so",
        edited: "2026-01-01T12:01:00.000Z",
        reactions: [{ emoji: "👍", count: 2, by: ["me", "ana"] }],
      },
      { kind: "message", deleted: "2026-01-01T12:01:00.000Z", deleted_by: "moderator" },
      { kind: "message", text: "yes", reply_to: 1, sender: ME },
      { kind: "message", text: "what?", reply_to: 2, sender: ME },
    ]);
    const element = await show();
    expect(plain(find(element, ".message .meta")?.textContent)).toMatch(/^edited/);
    expect(plain(find(element, ".reaction.mine")?.textContent)).toBe("👍2");
    expect(plain(find(element, ".is-removed")?.textContent)).toMatch(/^Message removed by a moderator/);
    expect([...element.shadowRoot.querySelectorAll(".quote")].map((quote) => plain(quote.textContent))).toEqual([
      "Ana now so",
      "Ana Message removed by a moderator",
    ]);
    expect(element.shadowRoot.querySelectorAll(".own")).toHaveLength(2);
    Socket.last.tell({
      type: "change",
      room: name,
      cursor: "0123456789abcdef.10",
      message: {
        id: 1,
        version: 10,
        kind: "message",
        sender: ANA,
        text: "",
        created: "2026-01-01T12:00:00.000Z",
        deleted: "2026-01-01T12:02:00.000Z",
        deleted_by: "sender",
      },
    });
    await element.updateComplete;
    expect(plain(find(element, ".quote")?.textContent)).toBe("Ana Message deleted");
  });

  it("has code between fences as a block without them, and what is copied is what was typed", async () => {
    const text = "so:\n```js\nlet a = 1;\n  let b = `2`;\n```\nand then";
    Socket.page = page([{ kind: "message", text }]);
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => void copied.push(text));
    const element = await show();
    await until(() => find(element, ".block") !== null);
    expect(find(element, ".block")?.textContent).toBe("let a = 1;\n  let b = `2`;");
    expect(find(element, ".words")?.textContent).toBe("so:let a = 1;\n  let b = `2`;and then");
    await openMenu(element, "[data-id='1']");
    find(element, ".menu .copy")?.click();
    await until(() => copied.length > 0);
    expect(copied).toEqual([text]);
    vi.restoreAllMocks();
  });

  it("is text, whatever it looks like", async () => {
    const text = '<img src=x onerror="alert(1)"> https://a.example/<b>';
    Socket.page = page([{ kind: "message", text, sender: { id: "eve", name: "<script>" } }]);
    const element = await show();
    expect(find(element, ".words")?.textContent).toBe(text);
    expect(find(element, ".words img, .words b, .sender script")).toBeNull();
    expect(find(element, ".words a")?.getAttribute("href")).toBe("https://a.example/");
  });
});

describe("writing", () => {
  const said = () => Socket.last.frames.filter((frame) => frame.type === "say");

  it("is sent by Enter, and not by Shift+Enter or the Enter of an input method", async () => {
    const element = await show();
    type(element, "zero");
    await until(() => said().length === 1);
    Socket.last.tell({
      type: "said",
      ref: said()[0]?.ref,
      message: { id: 30, version: 30, kind: "message", sender: ME, text: "zero", created: "2026-01-01T12:00:00.000Z" },
    });
    // What sends is here now, and would do it at once.
    type(element, "with Shift", { key: "Enter", shiftKey: true });
    type(element, "composing", { key: "Enter", isComposing: true });
    type(element, "by its code", { key: "Enter", keyCode: 229 });
    type(element, "one");
    await until(() => said().length > 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(said()).toHaveLength(2);
    expect(said()[1]).toMatchObject({ room: name, text: "one", kind: "message" });
    await element.updateComplete;
    expect(find(element, ".message.own.sending .words")?.textContent).toBe("one");
  });

  it("is sent by the Enter of a keyboard that names no key, and not by one with Shift", async () => {
    const element = await show();
    const field = find(element, "textarea") as HTMLTextAreaElement;
    const breaks = (shiftKey: boolean, isComposing = false) => {
      type(element, "one", { key: "Unidentified", keyCode: 229, shiftKey });
      const init = { inputType: "insertLineBreak", isComposing, bubbles: true, cancelable: true };
      return field.dispatchEvent(new InputEvent("beforeinput", init));
    };
    expect([breaks(true), breaks(false, true)]).toEqual([true, true]);
    expect(said()).toEqual([]);
    expect(breaks(false)).toBe(false);
    await until(() => said().length === 1);
    expect(said()[0]).toMatchObject({ text: "one" });
  });

  it("before the room is there is sent when it is, if it has stayed as it was", async () => {
    Socket.isHeld = true;
    const open = async () => {
      const element = document.createElement("tertulia-room") as Element;
      element.setAttribute("room", name);
      element.setAttribute("server", `https://early-${++count}.example/`);
      element.setAttribute("lang", "en");
      document.body.append(element);
      return element;
    };
    const before = Socket.last;
    const first = await open();
    await until(() => Socket.last !== before && Socket.last.frames.some((frame) => frame.type === "open"));
    type(first, "hello");
    Socket.last.release();
    await until(() => said().length === 1);
    expect(said()[0]).toMatchObject({ text: "hello" });
    // Now everything that sends is here, and would do it at once.
    first.remove();
    localStorage.clear();
    Socket.isHeld = true;
    const between = Socket.last;
    const second = await open();
    await until(() => Socket.last !== between && Socket.last.frames.some((frame) => frame.type === "open"));
    type(second, "hello");
    type(second, "hello, still wri", { key: "i" });
    Socket.last.release();
    await until(() => second.state === "live");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said()).toEqual([]);
    expect((find(second, "textarea") as HTMLTextAreaElement).value).toBe("hello, still wri");
  });

  it("of an older message is no draft: after it is given up, or at a reload, there is what was there before", async () => {
    Socket.page = page([{ kind: "message", text: "old", sender: ME, created: new Date().toISOString() }], {
      me: { ...ME, level: "say", may: [...MAY, "edit"] },
    });
    const element = await show();
    const field = () => find(element, "textarea") as HTMLTextAreaElement;
    const key = (key: string) => field().dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
    type(element, "", { key: "x" });
    await until(() => {
      key("ArrowUp");
      return find(element, ".about") !== null;
    }, "it is edited");
    type(element, "older", { key: "r" });
    const drafts = () => Object.keys(localStorage).filter((key) => key.startsWith("tertulia:draft:"));
    expect(drafts()).toEqual([]);
    key("Escape");
    await element.updateComplete;
    expect([field().value, drafts()]).toEqual(["", []]);
  });

  it("is gone on with that was begun in the form of a page without a script, and in no other form", async () => {
    const begun = async (content: string) => {
      const element = document.createElement("tertulia-room") as Element;
      element.innerHTML = `<script type="application/json" data-page></script>${content}`;
      element.setAttribute("room", name);
      element.setAttribute("server", `https://begun-${++count}.example/`);
      document.body.append(element);
      await until(() => find(element, "textarea") !== null);
      return (find(element, "textarea") as HTMLTextAreaElement).value;
    };
    const field = "<textarea name=text>begun</textarea>";
    expect(await begun(`<form method=post><input type=hidden name=client_id value=x>${field}</form>`)).toBe("begun");
    expect(await begun(`<div slot=header><form>${field}</form></div>`)).toBe("");
  });

  it("of /me is an action, of nothing is nothing, of too much is not sent", async () => {
    const element = await show();
    type(element, "  ");
    type(element, "x".repeat(21));
    await until(() => plain(find(element, ".count.over")?.textContent) === "1 character too many");
    type(element, "/me dances");
    await until(() => said().length > 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(said().map(({ text, kind }) => [text, kind])).toEqual([["dances", "action"]]);
  });

  it("begins where focus puts it: in the field, or in the log where there is none", async () => {
    const element = await show();
    element.focus();
    expect(element.shadowRoot.activeElement?.tagName).toBe("TEXTAREA");
    element.setAttribute("readonly", "");
    await element.updateComplete;
    element.focus();
    expect(element.shadowRoot.activeElement?.className).toBe("log");
  });

  it("can be stopped by the page", async () => {
    const element = await show();
    const asked: string[] = [];
    element.addEventListener("tertulia-before-send", (event) => {
      asked.push((event as CustomEvent).detail.text);
      if (asked.length === 1) event.preventDefault();
    });
    type(element, "no");
    await until(() => asked.length === 1);
    expect((find(element, "textarea") as HTMLTextAreaElement).value).toBe("no");
    type(element, "yes");
    await until(() => said().length > 0);
    expect([asked, said().map(({ text }) => text)]).toEqual([["no", "yes"], ["yes"]]);
  });

  it("that is refused says why, and can be tried again", async () => {
    const element = await show();
    type(element, "hello");
    await until(() => said().length === 1);
    Socket.last.tell({ type: "problem", ref: said()[0]?.ref, title: "Muted", status: 403, code: "muted" });
    await until(() => find(element, ".failure") !== null);
    expect(plain(find(element, ".failure span")?.textContent)).toBe("You can't write here for now.");
    find(element, ".failure .retry")?.click();
    await until(() => said().length === 2);
    expect(said()[1]?.client_id).toBe(said()[0]?.client_id);
  });

  it.each(["message", "action", "system", "notification", "join", "leave", "of_the_future"])(
    "of the kind %s that is refused can be tried again, and given up",
    async (kind) => {
      const element = (await show()) as Element & { say(text: string, options: object): Promise<unknown> };
      const saying = element.say("hello", { kind }).catch((error) => error.name);
      await until(() => said().length === 1);
      Socket.last.tell({ type: "problem", ref: said()[0]?.ref, title: "No", status: 403, code: "not_allowed" });
      await until(() => find(element, ".lines .failure .retry") !== null);
      expect(await saying).toBe("Refused");
      find(element, ".lines .failure .discard")?.click();
      await until(() => find(element, ".failure") === null);
      expect(find(element, ".lines [data-key]")).toBeNull();
    },
  );

  it("is for those who may: others are told why not", async () => {
    Socket.page = page([], { settings: { ...SETTINGS, locked: true }, me: { ...ME, level: "say", may: ["read"] } });
    const element = await show();
    expect(element.state).toBe("locked");
    expect(find(element, "textarea")).toBeNull();
    expect(plain(find(element, ".closed")?.textContent)).toBe("This room is locked. You can read, but not write.");
  });

  it("asks nobody for a name first", async () => {
    Socket.page = page([], { me: { level: "read", may: ["read"] } });
    const element = await show();
    type(element, "hello");
    await until(() => find(element, "#name") !== null);
    expect(said()).toEqual([]);
    expect((find(element, "textarea") as HTMLTextAreaElement).value).toBe("hello");
  });

  it("is for nobody where guests may not write, and is there once they may", async () => {
    const nobody = (guests: string) => ({ level: "read", may: ["read"], guests });
    Socket.page = page([], { me: nobody("read") });
    const element = await show();
    const closed = () => plain(find(element, ".closed")?.textContent);
    await until(() => closed() !== "");
    expect([element.state, closed(), find(element, "textarea")]).toEqual(["live", "Sign in to take part.", null]);
    expect(find(element, ".empty")?.textContent).not.toContain("Be the first");
    Socket.last.tell({ type: "me", room: name, me: nobody("say") });
    await until(() => find(element, "textarea") !== null);
    // A locked room is said to be one.
    const settings = { ...SETTINGS, version: 10, locked: true };
    Socket.last.tell({ type: "change", room: name, cursor: "0123456789abcdef.10", settings });
    Socket.last.tell({ type: "me", room: name, me: nobody("read") });
    await until(() => closed() === "This room is locked. You can read, but not write.");
    expect(element.state).toBe("locked");
  });

  it("is there before it is known who reads, also where a page was brought that nobody might write on", async () => {
    Socket.isHeld = true;
    const brought = page([], { me: { level: "read", may: ["read"], guests: "read" } });
    document.body.innerHTML = `<tertulia-room room="${name}" server="https://chat-${count}.example/" lang="en"
      ><script type="application/json" data-page>${JSON.stringify(brought)}</script></tertulia-room>`;
    const element = document.body.firstElementChild as Element;
    await until(() => find(element, ".empty") !== null);
    expect(find(element, "textarea")).not.toBeNull();
    Socket.page = brought;
    await until(() => Boolean(Socket.last), "the line is asked for");
    Socket.last.release();
    await until(() => find(element, "textarea") === null);
  });
});

describe("a page that the host has brought", () => {
  const bring = (messages: Partial<Message>[], more = {}) => {
    const brought = page(messages, more);
    document.body.innerHTML = `<tertulia-room room="${name}" server="https://chat-${count}.example/" lang="en"
      ><script type="application/json" data-page>${JSON.stringify(brought)}</script></tertulia-room>`;
    return document.body.firstElementChild as Element & Record<string, unknown>;
  };
  const isAsked = () => JSON.stringify(Socket.last.frames).includes(`"${name}"`);
  const lines = (element: Element) =>
    [...element.shadowRoot.querySelectorAll(".words")].map((line) => plain(line.textContent));

  it("is for whom it was written: who comes later in the same page is not shown it", async () => {
    Socket.isHeld = true;
    const element = bring([{ kind: "message", text: "secret" }]);
    await until(() => lines(element).length === 1, "it is drawn");
    element.token = "another";
    await until(() => lines(element).length === 0, "another has signed in");
    element.room = `${name}-other`;
    await element.updateComplete;
    element.room = name;
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(lines(element)).toEqual([]);
  });

  it.each(["token_missing", "not_found", "not_allowed"])(
    "goes with its title once it is told that who reads may not: %s",
    async (code) => {
      Socket.isHeld = true;
      const element = bring([{ kind: "message", text: "secret" }], {
        settings: { ...SETTINGS, title: "Private plans" },
      });
      await until(() => lines(element).length === 1 && isAsked(), "it is drawn");
      expect(find(element, ".title")?.textContent).toBe("Private plans");
      Socket.last.tell({ type: "ended", room: name, code });
      await until(() => element.state !== "connecting", "it has ended");
      await element.updateComplete;
      expect(lines(element)).toEqual([]);
      expect(find(element, ".title")?.textContent).not.toBe("Private plans");
      // Who may read after that begins with a page of their own, and not behind the one that is gone.
      Socket.isHeld = false;
      Socket.page = page([{ kind: "message", text: "mine" }]);
      (element.reconnect as () => void).call(element);
      await until(() => lines(element).length === 1, "somebody who may has signed in");
      expect(lines(element)).toEqual(["mine"]);
    },
  );

  it("stays where the room had told what came after it", async () => {
    Socket.isHeld = true;
    const element = bring([{ kind: "message", text: "mine" }]);
    await until(() => lines(element).length === 1 && isAsked(), "it is drawn");
    Socket.page = page([]);
    Socket.last.release();
    await until(() => element.state === "live");
    Socket.last.tell({ type: "ended", room: name, code: "not_found" });
    await until(() => element.state === "ended");
    await element.updateComplete;
    expect(lines(element)).toEqual(["mine"]);
  });
});

it.each([["undefined", undefined], ["null", null], ["nothing", ""], ["no attribute"]])(
  "shows nothing of a room that it was in once it is in none: %s",
  async (_, ...values) => {
    Socket.page = page([{ kind: "message", text: "hello" }], { settings: { ...SETTINGS, title: "Before" } });
    const element = (await show()) as Element & { room: unknown };
    await until(() => find(element, ".words") !== null);
    const [value] = values;
    if (values.length > 0) element.room = value;
    else element.removeAttribute("room");
    await element.updateComplete;
    expect([find(element, ".words"), find(element, ".title")?.textContent]).toEqual([null, ""]);
  },
);

it("tells the page what happens, in plain events that leave the shadow", async () => {
  const seen: string[] = [];
  for (const type of ["ready", "state", "message", "change"]) {
    document.body.addEventListener(`tertulia-${type}`, (event) =>
      seen.push(`${type} ${JSON.stringify((event as CustomEvent).detail)}`),
    );
  }
  await show();
  const message = {
    id: 10,
    version: 10,
    kind: "message",
    sender: ANA,
    text: "new",
    created: "2026-01-01T12:00:00.000Z",
  };
  Socket.last.tell({ type: "change", room: name, cursor: "0123456789abcdef.10", message });
  expect(seen.filter((line) => !line.includes("connecting"))).toEqual([
    "ready {}",
    'state {"state":"live"}',
    `message ${JSON.stringify({ message })}`,
  ]);
  seen.length = 0;
  const edited = { ...message, version: 11, text: "newer", edited: message.created };
  Socket.last.tell({ type: "change", room: name, cursor: "0123456789abcdef.11", message: edited });
  const lock = (locked: boolean, at: number) => {
    const me = { ...ME, level: "say", may: locked ? ["read"] : MAY };
    Socket.last.tell({ type: "me", room: name, me });
    const settings = { ...SETTINGS, version: at, locked };
    Socket.last.tell({ type: "change", room: name, cursor: `0123456789abcdef.${at}`, settings });
  };
  lock(true, 12);
  lock(false, 13);
  expect(seen).toEqual([
    `change ${JSON.stringify({ message: edited })}`,
    'state {"state":"locked"}',
    'state {"state":"live"}',
  ]);
  seen.length = 0;
  // It was changed before it came: it is new all the same, and no change of anything.
  const reacted = { ...message, id: 14, version: 15, reactions: [{ emoji: "👍", count: 1, by: ["ana"] }] };
  Socket.last.tell({ type: "change", room: name, cursor: "0123456789abcdef.15", message: reacted });
  expect(seen).toEqual([`message ${JSON.stringify({ message: reacted })}`]);
});

describe("what is seen", () => {
  /** Says what is in sight. */
  class Sight {
    static all = new Set<Sight>();
    constructor(readonly look: (entries: { isIntersecting: boolean }[]) => void) {
      Sight.all.add(this);
    }
    observe() {}
    disconnect() {
      Sight.all.delete(this);
    }
    static is(isIntersecting: boolean) {
      for (const sight of Sight.all) sight.look([{ isIntersecting }]);
    }
  }
  let told: number[];
  let visibility: DocumentVisibilityState;
  beforeEach(() => {
    told = [];
    visibility = "visible";
    vi.stubGlobal("IntersectionObserver", Sight);
    vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      if (!url.endsWith("/read")) throw new TypeError("no network");
      const { up_to: upTo } = JSON.parse(String(init.body));
      // Rooms of before may have something left to tell.
      if (url.includes(`/${name}/`)) told.push(upTo);
      return Response.json({ read: upTo });
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  const FOUR = ["one", "two", "three", "four"].map((text) => ({ kind: "message" as const, text }));
  const unread = (element: Element) => (element as Element & { unread: number }).unread;
  const look = (is: DocumentVisibilityState) => {
    visibility = is;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  /** Long enough for it to be told, if it ever were. */
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 1_200));

  it("is told: lines at the end, of a page that is looked at, and in the window", async () => {
    Socket.page = page(FOUR);
    await show();
    await until(() => told.join() === "4");
  });

  it("is not what is in a tab behind others, nor what is outside of the window, until it is", async () => {
    visibility = "hidden";
    Socket.page = page(FOUR, { me: { ...ME, level: "say", may: MAY, read: 1 } });
    const element = await show();
    Sight.is(false);
    await aWhile();
    expect([told, unread(element)]).toEqual([[], 3]);
    look("visible");
    await aWhile();
    expect([told, unread(element)]).toEqual([[], 3]);
    Sight.is(true);
    expect(unread(element)).toBe(0);
    await until(() => told.join() === "4");
  });

  it("is not what is below while somebody reads above", async () => {
    Socket.page = page(FOUR);
    const element = await show();
    await until(() => told.join() === "4");
    const log = find(element, ".log") as HTMLElement;
    for (const [name, value] of Object.entries({ scrollHeight: 2_000, clientHeight: 300, scrollTop: 500 }))
      Object.defineProperty(log, name, { value, configurable: true, writable: true });
    log.dispatchEvent(new Event("scroll"));
    Socket.last.change({ text: "below" });
    await element.updateComplete;
    expect(unread(element)).toBe(1);
    await aWhile();
    expect(told).toEqual([4]);
    log.scrollTop = 1_700;
    log.dispatchEvent(new Event("scroll"));
    await until(() => told.join() === "4,20", "it is told that it was seen", 8_000);
  });

  it("before is where the line of what is new stands, and what is one's own or nobody's words is not counted", async () => {
    visibility = "hidden";
    const lines = [...FOUR, { kind: "join" as const }, { kind: "message" as const, text: "mine", sender: ME }];
    Socket.page = page(lines, { me: { ...ME, level: "say", may: MAY, read: 2 } });
    const counts: number[] = [];
    document.body.addEventListener("tertulia-unread", (event) => counts.push((event as CustomEvent).detail.count));
    const element = await show();
    await until(() => find(element, ".unread") !== null);
    expect(find(element, ".unread")?.nextElementSibling?.querySelector(".words")?.textContent).toBe("three");
    expect([unread(element), counts]).toEqual([2, [2]]);
    // On another device it is read further.
    Socket.last.tell({ type: "me", room: name, me: { ...ME, level: "say", may: MAY, read: 3 } });
    await element.updateComplete;
    expect([unread(element), counts]).toEqual([1, [2, 1]]);
    look("visible");
    expect([unread(element), counts]).toEqual([0, [2, 1, 0]]);
  });

  it("is not what was missed while the line was down and nobody looked", async () => {
    Socket.page = page(FOUR);
    const element = await show();
    await until(() => told.join() === "4");
    look("hidden");
    Socket.last.tell({
      type: "opened",
      ...page([{ id: 21, version: 21, kind: "message", text: "missed" }], { cursor: "0123456789abcdef.21" }),
    });
    await element.updateComplete;
    expect(unread(element)).toBe(1);
  });
});

describe("what a page can have", () => {
  it("words of its own for what its server says, with the text where there are none", async () => {
    Socket.page = page([
      { kind: "notification", text: "fallback", data: { key: "moved", args: { to: "e4" } } as never },
      { kind: "notification", text: "as it is", data: { key: "unknown" } as never },
    ]);
    const element = (await show()) as Element & { wording: Record<string, string> };
    await until(() => find(element, ".notification") !== null);
    expect(plain(find(element, ".notification .words")?.textContent)).toBe("fallback");
    element.wording = { moved: "A piece went to { $to }" };
    await until(() => plain(find(element, ".notification .words")?.textContent) === "A piece went to e4");
    expect(plain(element.shadowRoot.querySelectorAll(".notification .words")[1]?.textContent)).toBe("as it is");
  });

  it("its signals, by name and as an event", async () => {
    const element = (await show()) as Element & { signals: object };
    const heard: unknown[] = [];
    element.signals = { move: ({ data }: { data: unknown }) => heard.push(data) };
    element.addEventListener("tertulia-signal", (event) => heard.push((event as CustomEvent).detail.name));
    Socket.last.tell({ type: "signal", room: name, name: "move", sender: null, data: { to: "e4" } });
    expect(heard).toEqual(["move", { to: "e4" }]);
  });

  it("what is being written, kept until it is said", async () => {
    const before = await show();
    const field = find(before, "textarea") as HTMLTextAreaElement;
    field.value = "half";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    before.remove();
    const after = await show();
    expect((find(after, "textarea") as HTMLTextAreaElement).value).toBe("half");
  });

  it("new lines told to a screen reader, and no old ones", async () => {
    Socket.page = page([{ kind: "message", text: "old" }]);
    const element = await show();
    const told = () => plain(find(element, "[aria-live=polite]")?.textContent);
    expect(told()).toBe("");
    Socket.last.change({});
    await element.updateComplete;
    expect(told()).toBe("Ana: new");
    expect(find(element, "[role=log]")?.getAttribute("aria-live")).toBe("off");
  });

  it("who types, and how often one may write, without a touch", async () => {
    Socket.page = page([], {
      settings: { ...SETTINGS, slow_seconds: 10 },
      present: { count: 2, people: [ANA], typing: [ANA] },
    });
    const element = await show();
    await until(() => plain(find(element, ".typing")?.textContent) === "Ana is typing…");
    expect(plain(find(element, ".hints")?.textContent)).toBe("Slow mode: one message every 10 seconds");
  });

  it("why somebody may not write, in plain words", async () => {
    const restricted = { kind: "mute", why: "Spam" };
    Socket.page = page([], { me: { ...ME, level: "say", may: ["read"], restricted } });
    const element = await show();
    expect(plain(find(element, ".closed")?.textContent)).toBe("You can read here, but not write for now. Reason: Spam");
  });
});

describe("where one only reads", () => {
  it.each([
    ["room_deleted", "This room has been deleted."],
    ["not_found", "This room is not open to you."],
    ["banned", "You can't take part here for now."],
    ["token_missing", "Sign in to take part."],
  ])("it is said that there is nothing to read any more: %s", async (code, words) => {
    const element = await show();
    element.setAttribute("readonly", "");
    await element.updateComplete;
    expect(find(element, ".foot")).toBeNull();
    Socket.last.tell({ type: "ended", room: name, code });
    await until(() => plain(find(element, ".closed")?.textContent) === words);
    expect(find(element, "textarea")).toBeNull();
  });

  it("a ban is said to be one also where there was a mute before", async () => {
    const restricted = { kind: "mute", why: "Spam" };
    Socket.page = page([], { me: { ...ME, level: "say", may: ["read"], restricted } });
    const element = await show();
    Socket.last.tell({ type: "ended", room: name, code: "banned" });
    await until(() => plain(find(element, ".closed")?.textContent) === "You can't take part here for now.");
  });

  it.each([
    [{ until: "2030-01-01T00:00:00.000Z", why: "Too loud: read the rules" }, "Too loud: read the rules"],
    [
      { until: "2030-01-01T00:00:00.000Z", why: "Until 2030-01-01T00:00:00.000Z: no" },
      "Until 2030-01-01T00:00:00.000Z: no",
    ],
    [
      {
        until: "2030-01-01T00:00:00.000Z",
        detail: "Until 2030-01-01T00:00:00.000Z, for everybody without an account.",
      },
      undefined,
    ],
    [{ why: "<b>Too loud</b>\n\u202e\u2069" }, "<b>Too loud</b> \u202e"],
    [{ detail: "Too loud" }, undefined],
    [{}, undefined],
  ])("a ban is said with until when, and why, by what stands in the problem for that: %o", async (more, why) => {
    vi.stubGlobal("fetch", async () =>
      Response.json({ title: "You can't be in this room.", status: 403, code: "banned", ...more }, { status: 403 }),
    );
    const element = await show();
    Socket.last.tell({ type: "ended", room: name, code: "banned" });
    const until_ =
      "until" in more ? /^You can't take part here until .*20(29|30).*\./ : /^You can't take part here for now\./;
    const end = why === undefined ? "" : ` Reason: ${why}`;
    await until(() => {
      const said = plain(find(element, ".closed")?.textContent);
      return until_.test(said) && said.includes("Reason") === (why !== undefined) && said.endsWith(end);
    });
    // What a person wrote stands apart, so that it turns nothing else.
    expect(plain(find(element, ".closed bdi")?.textContent)).toBe(end.trim());
    expect(find(element, ".closed b")).toBeNull();
    vi.unstubAllGlobals();
  });

  it("nothing is said of who may not write", async () => {
    for (const more of [
      { me: { ...ME, level: "say", may: ["read"], restricted: { kind: "mute" } } },
      { me: { ...ME, level: "say", may: ["read"] }, settings: { ...SETTINGS, locked: true } },
      { me: { ...ME, level: "read", may: ["read"] } },
    ]) {
      Socket.page = page([], more);
      const element = await show();
      element.setAttribute("readonly", "");
      await element.updateComplete;
      expect(find(element, ".foot")).toBeNull();
      element.remove();
    }
  });
});

it("the field has the draft of whoever is there by now, and nobody's goes on", async () => {
  Socket.page = page([], { me: { level: "read", may: ["read"] } });
  const element = await show();
  const field = () => find(element, "textarea") as HTMLTextAreaElement;
  const become = async (id: string) => {
    Socket.last.tell({ type: "me", room: name, me: { id, name: id, level: "say", may: MAY } });
    await element.updateComplete;
    return field().value;
  };
  const write = async (text: string) => {
    field().value = text;
    field().dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    await element.updateComplete;
  };
  await write("half a tho");
  expect(await become("ana")).toBe("half a tho");
  expect(await become("ben")).toBe("");
  await write("Ben's");
  expect(await become("ana")).toBe("half a tho");
  expect(await become("ben")).toBe("Ben's");
});

it.each([
  ["me", "half a thought", { me: "half a thought" }],
  ["ben", "", { me: "half a tho" }],
])("what is written while it is not known who has signed in is of %s", async (id, text, kept) => {
  const element = (await show()) as Element & { reconnect(): void };
  const field = () => find(element, "textarea") as HTMLTextAreaElement;
  type(element, "half a tho", { key: "o" });
  Socket.isHeld = true;
  const line = Socket.last;
  element.reconnect();
  await until(() => Socket.last !== line && Socket.last.frames.some((frame) => frame.type === "open"));
  await element.updateComplete;
  expect(field().value).toBe("half a tho");
  type(element, "half a thought", { key: "t" });
  Socket.page = page([], { me: { id, name: id, level: "say", may: MAY } });
  Socket.last.release();
  await until(() => element.state === "live");
  await element.updateComplete;
  expect(field().value).toBe(text);
  const drafts = Object.entries({ ...localStorage }).filter(([key]) => key.startsWith("tertulia:draft:"));
  expect(Object.fromEntries(drafts.map(([key, value]) => [key.split(":").at(-1), JSON.parse(value)]))).toEqual(kept);
});

it.each([
  ["begun", "", "begun"],
  ["", "typed", "typed"],
  ["begun", "typed", "begun\ntyped"],
  ["begun", "begun", "begun"],
])("of what was begun (%j) nothing is written over by what is typed early (%j): %j", async (begun, typed, both) => {
  const field = (element: Element) => find(element, "textarea") as HTMLTextAreaElement;
  const write = async (element: Element, text: string) => {
    field(element).value = text;
    field(element).dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    await element.updateComplete;
  };
  const before = await show();
  await write(before, begun);
  before.remove();
  // Nobody knows yet who writes.
  Socket.isHeld = true;
  const [line, element] = [Socket.last, document.createElement("tertulia-room") as Element];
  for (const [key, value] of Object.entries({ room: name, server: `https://chat-${count}.example/`, lang: "en" }))
    element.setAttribute(key, value);
  document.body.append(element);
  await until(() => Socket.last !== line && Socket.last.frames.some((frame) => frame.type === "open"));
  expect(field(element).value).toBe("");
  if (typed !== "") await write(element, typed);
  Socket.last.release();
  await until(() => element.state === "live");
  await element.updateComplete;
  expect(field(element).value).toBe(both);
  // And nothing is left that would be whoever's who comes next.
  const kept = Object.keys(localStorage).filter((key) => key.startsWith("tertulia:draft:"));
  expect(kept.map((key) => [key.split(":").at(-1), localStorage.getItem(key)])).toEqual([["me", JSON.stringify(both)]]);
  element.remove();
  const after = await show();
  expect(field(after).value).toBe(both);
});

it("a line that is not taken says why also where the tools come after it", async () => {
  const element = (await show()) as Element & { say(text: string): Promise<Message> };
  element.say("not this").catch(() => undefined);
  const said = () => Socket.last.frames.find(({ type }) => type === "say");
  await until(() => said() !== undefined);
  Socket.last.tell({ type: "problem", ref: said()?.ref, title: "Muted", status: 403, code: "muted" });
  await until(() => find(element, ".failed") !== null);
  await until(() => find(element, ".failed .failure .retry") !== null);
});

it("it is said in words that a message waits for review, and that so many wait that none is taken", async () => {
  const element = (await show()) as Element & { say(text: string): Promise<Message> };
  const notice = () => plain(find(element, ".notice")?.textContent);
  const say = () => void element.say("please").catch(() => undefined);
  say();
  const said = () => Socket.last.frames.find(({ type }) => type === "say");
  await until(() => said() !== undefined);
  Socket.last.tell({ type: "held", ref: said()?.ref });
  await until(() => notice() === "Your message is waiting for review.");
  for (let i = 0; i < 51; i++) say();
  await until(() => notice() === "So much waits to be sent that nothing more is taken for now.");
});

it("a line of any kind is gone to", async () => {
  Socket.page = page([
    { kind: "notification", sender: null, text: "Moved" },
    { kind: "system", sender: null, text: "Locked" },
    { kind: "join" },
    { kind: "leave" },
  ]);
  const element = (await show()) as Element & { showMessage(id: number): Promise<boolean> };
  await until(() => find(element, ".leave") !== null);
  for (const id of [1, 2, 3, 4]) expect(await element.showMessage(id), `${id}`).toBe(true);
});

it("a link to a message that is not there says so, and so does a quote of it", async () => {
  Socket.page = page([{ kind: "message", text: "one", reply_to: 900 }]);
  location.hash = `#tertulia/${name}/900`;
  const gone = (element: Element) =>
    until(() => plain(find(element, ".notice")?.textContent) === "This message is not here any more.");
  await gone(await show());
  location.hash = "";
  const element = await show();
  await until(() => find(element, ".quote") !== null);
  expect(plain(find(element, ".notice")?.textContent)).toBe("");
  find(element, ".quote")?.click();
  await gone(element);
});

it("a guest's name that is somebody's is told from one that is nobody's to take", async () => {
  Socket.page = page([], { me: { level: "read", may: ["read"] } });
  const problems: object[] = [
    { code: "name_taken", detail: "This name would pass for the site's own." },
    { code: "name_taken", proposal: "Ana 2" },
  ];
  vi.stubGlobal("fetch", async () => Response.json({ title: "No", status: 409, ...problems.shift() }, { status: 409 }));
  const element = await show("es");
  type(element, "hola");
  await until(() => find(element, "#name") !== null);
  const told: unknown[] = [];
  for (const name of ["Moderator", "Ana"]) {
    const field = find(element, "#name") as HTMLInputElement;
    field.value = name;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await element.updateComplete;
    find(element, ".name-form .go")?.click();
    await until(
      () =>
        find(element, ".name-form .go:not(:disabled)") !== null && plain(find(element, "#fault")?.textContent) !== "",
    );
    told.push([plain(find(element, "#fault")?.textContent), (find(element, "#name") as HTMLInputElement).value]);
  }
  expect(told).toEqual([
    ["Este nombre podría pasar por el del propio sitio.", "Moderator"],
    ["Ese nombre ya está en uso.", "Ana 2"],
  ]);
  vi.unstubAllGlobals();
});

it("a picture that does not come leaves the letters of the name", async () => {
  const sender = { id: "ana", name: "Ana Bo", avatar: "https://site.example/gone.png" };
  Socket.page = page([{ kind: "message", text: "hello", sender }]);
  const element = await show();
  await until(() => {
    find(element, ".avatar img")?.dispatchEvent(new Event("error"));
    return find(element, ".avatar img") === null;
  });
  expect(plain(find(element, ".avatar")?.textContent)).toBe("AB");
});

it("a panel is closed by Escape wherever in the room one is, and by none in the rest of the page", async () => {
  const element = await show();
  find(element, ".pick")?.click();
  await until(() => find(element, ".panel .grid") !== null);
  const press = (at: EventTarget | null) =>
    at?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true, cancelable: true }));
  const button = document.createElement("button");
  document.body.append(button);
  press(button);
  await element.updateComplete;
  expect(find(element, ".panel")).not.toBeNull();
  press(find(element, "textarea"));
  await until(() => find(element, ".panel") === null);
});

it("the choice of emoji is opened in the place of another panel", async () => {
  Socket.page = page([{ kind: "message", text: "rude" }], { me: { ...ME, level: "say", may: [...MAY, "report"] } });
  const element = await show();
  find(element, ".message")?.dispatchEvent(new Event("pointerover", { bubbles: true, composed: true }));
  await until(() => find(element, ".tools .more") !== null);
  find(element, ".tools .more")?.click();
  await until(() => find(element, ".menu .report") !== null);
  find(element, ".menu .report")?.click();
  await until(() => find(element, ".panel textarea") !== null);
  find(element, ".pick")?.click();
  await until(() => find(element, ".panel .grid") !== null);
  find(element, ".pick")?.click();
  await until(() => find(element, ".panel") === null);
});

it("what is picked or completed is kept as what is typed is, and what an older message is changed to is not", async () => {
  Socket.page = page([{ kind: "message", text: "old", sender: ME, created: new Date().toISOString() }], {
    me: { ...ME, level: "say", may: [...MAY, "edit"] },
    present: { count: 2, people: [ME, ANA] },
  });
  const element = await show();
  const drafts = () =>
    Object.entries(localStorage).flatMap(([key, value]) => (key.startsWith("tertulia:draft:") ? [value] : []));
  const field = () => find(element, "textarea") as HTMLTextAreaElement;
  const pick = async () => {
    find(element, ".pick")?.click();
    await until(() => find(element, ".grid button") !== null, "there is something to pick");
    const emoji = plain(find(element, ".grid button")?.textContent);
    find(element, ".grid button")?.click();
    await until(() => field().value.includes(emoji), "it is picked");
    return emoji;
  };
  const emoji = await pick();
  expect(drafts()).toEqual([JSON.stringify(emoji)]);
  field().setSelectionRange(3, 3);
  type(element, "@an", { key: "n" });
  await until(() => find(element, ".offers") !== null, "there is something to complete it with");
  field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  await until(() => field().value === "@Ana ", "it is completed");
  expect(drafts()).toEqual([JSON.stringify("@Ana ")]);
  type(element, "", { key: "x" });
  field().dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", cancelable: true }));
  await until(() => field().value === "old", "it is edited");
  await pick();
  expect(drafts()).toEqual([]);
});

it("is in its own language, without one in that of the page around it, and follows both", async () => {
  const around = document.createElement("div");
  around.lang = "es";
  document.body.append(around);
  const element = (await show("he")) as Element & Record<"lang" | "dir", unknown>;
  around.append(element);
  const [es, en] = ["Escribe un mensaje", "Write a message"];
  const field = () => find(element, "textarea")?.getAttribute("placeholder");
  await until(() => element.dir === "rtl", "it is in Hebrew");
  Object.assign(element, { lang: undefined });
  await until(() => field() === es, "it is taken back");
  expect(element.dir).toBe("ltr");
  element.lang = "he";
  await until(() => element.dir === "rtl", "it is in Hebrew again");
  element.removeAttribute("lang");
  await until(() => field() === es, "it is taken back by the attribute");
  around.removeAttribute("lang");
  document.documentElement.lang = "en";
  await until(() => field() === en, "the page is in another language");
  document.documentElement.lang = "he";
  await until(() => element.dir === "rtl", "the page is turned");
  document.documentElement.removeAttribute("lang");
});

it("says of how often one may write what it is that is chosen", async () => {
  Socket.page = page([], { me: { ...ME, level: "moderate", may: [...MAY, "lock", "slow"] } });
  const element = await show();
  find(element, ".presence")?.click();
  await until(() => find(element, ".slow") !== null);
  const group = find(element, ".slow")?.closest("[role=group]");
  const label = find(element, `#${group?.getAttribute("aria-labelledby")}`);
  expect([plain(label?.textContent), group?.querySelectorAll(".slow").length]).toEqual(["Slow mode", 3]);
});

const openMenu = async (element: Element, line: string) => {
  find(element, line)?.dispatchEvent(new Event("pointerover", { bubbles: true, composed: true }));
  await until(() => find(element, `${line} .tools .more`) !== null);
  find(element, `${line} .tools .more`)?.click();
  await until(() => find(element, `${line} .menu`) !== null);
};

it("what one could do with a line that was touched goes with the right to it", async () => {
  const may = [...MAY, "react", "delete_any", "restrict", "report"];
  const reactions = [{ emoji: "👍", count: 1, by: ["ana"] }];
  const draw = async () => {
    Socket.page = page([{ kind: "message", text: "one", reactions }], { me: { ...ME, level: "moderate", may } });
    const element = await show();
    await openMenu(element, "[data-id='1']");
    await until(() => find(element, ".reaction:not(:disabled)") !== null);
    return element;
  };
  const left = (element: Element) =>
    [...element.shadowRoot.querySelectorAll(".tools > button, .menu > *, .reaction:not(:disabled)")].map(
      ({ className }) => className,
    );
  const readers = ["more", "item copy", "item link", "item ignore"];
  const muted = await draw();
  expect(left(muted)).toEqual(expect.arrayContaining(["react", "answer", "item ban grave", "reaction"]));
  Socket.last.tell({
    type: "me",
    room: name,
    me: { ...ME, level: "say", may: ["read"], restricted: { kind: "mute" } },
  });
  await until(() => left(muted).length === readers.length);
  expect(left(muted)).toEqual(readers);
  muted.remove();
  // Whoever is out is told nothing else than that.
  const banned = await draw();
  Socket.last.tell({ type: "ended", room: name, code: "banned" });
  await until(() => left(banned).length === readers.length);
  expect(left(banned)).toEqual(readers);
});

describe("a line's menu", () => {
  const asked: { url: string; body: object }[] = [];
  beforeEach(() => {
    asked.length = 0;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      asked.push({ url, body: JSON.parse(String(init.body ?? "{}")) });
      return Response.json({});
    });
    Socket.page = page(
      [
        { kind: "message", text: "one", sender: { id: "~gil", name: "Gil", guest: true } },
        { kind: "message", text: "two", sender: { id: "~greta", name: "Greta", guest: true } },
        { kind: "message", text: "three" },
      ],
      { me: { ...ME, level: "moderate", may: [...MAY, "restrict"] } },
    );
  });
  afterEach(() => vi.unstubAllGlobals());
  const restricted = async () => {
    await until(() => asked.some(({ url }) => url.includes("/restrictions")));
    return asked.filter(({ url }) => url.includes("/restrictions")).map(({ body }) => body);
  };

  it("edits what an action says, and not how it is written: with its /me, without it, or unchanged", async () => {
    Socket.page = page([{ kind: "action", text: "dances", sender: ME, created: new Date().toISOString() }], {
      me: { ...ME, level: "say", may: [...MAY, "edit"] },
    });
    const element = await show();
    const field = () => find(element, "textarea") as HTMLTextAreaElement;
    const edited = () => asked.filter(({ url }) => url.endsWith("/messages/1")).map(({ body }) => body);
    const edit = async (text: string, more = 0) => {
      const before = edited().length;
      if (!find(element, ".about")) {
        if (!find(element, ".menu")) await openMenu(element, "[data-id='1']");
        find(element, ".menu .edit")?.click();
        await until(() => field().value === "/me dances");
      }
      type(element, text);
      await until(() => edited().length >= before + more, "it is asked for");
      return edited();
    };
    expect(await edit("/me dances")).toEqual([]);
    // Of nothing nothing is made, as of any other message.
    expect(await edit("/me ")).toEqual([]);
    expect(find(element, ".about")).not.toBeNull();
    expect(await edit("sings", 1)).toEqual([{ text: "sings" }]);
    expect(await edit("/me  sings low", 1)).toEqual([{ text: "sings" }, { text: "sings low" }]);
  });

  it("forgets with whom it was that the address was meant, and asks for that of no user", async () => {
    const element = await show();
    const tick = () => find(element, ".menu [role=menuitemcheckbox]");
    await openMenu(element, "[data-id='1']");
    tick()?.click();
    await until(() => tick()?.getAttribute("aria-checked") === "true");
    find(element, "[data-id='1'] .tools .more")?.click();
    await until(() => find(element, ".menu") === null);
    await openMenu(element, "[data-id='2']");
    expect(tick()?.getAttribute("aria-checked")).toBe("false");
    tick()?.click();
    find(element, "[data-id='2'] .tools .more")?.click();
    await until(() => find(element, ".menu") === null);
    await openMenu(element, "[data-id='3']");
    find(element, ".menu .ban")?.click();
    expect(await restricted()).toEqual([{ kind: "ban" }]);
  });

  it("asks for the address of the guest whom it was ticked for", async () => {
    const element = await show();
    await openMenu(element, "[data-id='1']");
    find(element, ".menu [role=menuitemcheckbox]")?.click();
    find(element, ".menu .ban")?.click();
    expect(await restricted()).toEqual([{ kind: "ban", address: true }]);
  });
});

describe.each([30, -30])("a machine whose clock is %i hours ahead", (hours) => {
  const HOUR = 3_600_000;
  let real: number;
  beforeEach(() => {
    // What is said two minutes ago is of today, whenever this is tested.
    real = new Date().setHours(12, 0, 0, 0);
    vi.useFakeTimers({ toFake: ["Date"], now: real + hours * HOUR });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const at = (minutesAgo: number) => new Date(real - minutesAgo * 60_000).toISOString();

  it("shows what is said in its order, and of today; edits what is new, and mutes for ten minutes", async () => {
    const asked: { url: string; body: { until?: string } }[] = [];
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      asked.push({ url, body: JSON.parse(String(init.body ?? "{}")) });
      return Response.json({});
    });
    Socket.page = page([{ kind: "message", text: "one", created: at(2) }], {
      me: { ...ME, level: "moderate", may: [...MAY, "edit", "restrict"] },
    });
    const element = await show();
    Socket.last.change({ id: 2, version: 2, text: "two", created: at(0) });
    Socket.last.change({ id: 3, version: 3, text: "three", sender: ME, created: at(0) });
    await until(() => element.shadowRoot.querySelectorAll(".message").length === 3);
    await element.updateComplete;
    const all = (selector: string) =>
      [...element.shadowRoot.querySelectorAll(selector)].map((each) => plain(each.textContent));
    expect(all(".words")).toEqual(["one", "two", "three"]);
    expect(all(".day")).toEqual(["Today"]);
    await openMenu(element, "[data-id='3']");
    expect(find(element, ".menu .edit")).not.toBeNull();
    find(element, "[data-id='3'] .tools .more")?.click();
    await until(() => find(element, ".menu") === null);
    await openMenu(element, "[data-id='2']");
    find(element, ".menu .mute")?.click();
    await until(() => asked.some(({ url }) => url.includes("/restrictions")));
    const until_ = asked.find(({ url }) => url.includes("/restrictions"))?.body.until ?? "";
    expect(Math.abs(Date.parse(until_) - real - 600_000)).toBeLessThan(60_000);
  });
});
