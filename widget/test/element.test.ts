// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Message } from "../src/types.js";
import { count, find, name, openMenu, page, plain, show, type } from "./element.helpers.js";
import { ANA, ME, Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

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

  it("writes its direction once: each time the browser would style anew all that is in it", async () => {
    const element = await show("ar-EG");
    await until(() => element.dir === "rtl");
    const written: string[] = [];
    Object.defineProperty(element, "dir", { get: () => "rtl", set: (dir: string) => written.push(dir) });
    type(element, "hello", { key: "o" });
    await element.updateComplete;
    expect(find(element, ".send")?.hasAttribute("disabled")).toBe(false);
    expect(written).toEqual([]);
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

  it("has links, faces, code and names inside of what is bold or italic, and that inside of one another", async () => {
    const text = "**see https://a.example :) `**c**`** *a **@Zoe** b*";
    Socket.page = page([{ kind: "message", text }], { me: { id: "zoe", name: "Zoe", level: "say", may: ["say"] } });
    const element = await show();
    await until(() => find(element, ".words em") !== null);
    const words = find(element, ".words");
    expect(words?.textContent).toBe("see https://a.example 🙂 **c** a @Zoe b");
    const tags = [...(words?.querySelectorAll("*") ?? [])].map(
      (each) => `${each.parentElement?.localName} ${each.localName}`,
    );
    expect(tags).toEqual([
      "span strong",
      "strong a",
      "strong span",
      "strong code",
      "span em",
      "em strong",
      "strong mark",
    ]);
    expect(
      [".words a", ".emoji"].map((each) => find(element, each)?.getAttribute(each === ".emoji" ? "title" : "href")),
    ).toEqual(["https://a.example", ":)"]);
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
