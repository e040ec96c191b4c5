// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Message } from "../src/types.js";
import { count, type Element, find, name, page, plain, show } from "./element.helpers.js";
import { ANA, MAY, ME, SETTINGS, Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

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
