// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { MAY, ME, Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

/** What comes instead of the extras. */
const late = vi.hoisted(() => ({ extras: undefined as (() => Promise<never>) | undefined }));
vi.mock("../src/late.js", async (original) => {
  const real = await original<typeof import("../src/late.js")>();
  const fetchExtras = () => late.extras?.() ?? real.fetchExtras();
  return {
    ...real,
    fetchExtras: Object.assign(fetchExtras, { isFailing: () => false }),
    fetchAlerts: real.late((_again) => import("../src/alerts.js")),
  };
});

type Element = HTMLElement & {
  state: string;
  unread: number;
  updateComplete: Promise<unknown>;
  shadowRoot: ShadowRoot;
};
const find = (element: Element, selector: string) => element.shadowRoot.querySelector<HTMLElement>(selector);
const plain = (text: string | null | undefined) => (text ?? "").replace(/[\u2066-\u2069]/g, "").trim();
/** Long enough for whatever is fetched late to be there, and to do what it should not. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 60));

class Told {
  static permission = "default";
  static asked = 0;
  static answer = "granted";
  static all: Told[] = [];
  onclick: () => void = () => undefined;
  constructor(
    readonly title: string,
    readonly options: { body: string; tag: string; lang: string },
  ) {
    Told.all.push(this);
  }
  close() {}
  static async requestPermission() {
    Told.asked += 1;
    Told.permission = Told.answer;
    return Told.answer;
  }
}

let visibility: DocumentVisibilityState;
let played: string[];
let count = 0;
let now: number;

beforeAll(async () => {
  Object.assign(globalThis, { WebSocket: Socket });
  await import("../src/main.js");
});
beforeEach(() => {
  Socket.begin(`alerts/${++count}`);
  visibility = "visible";
  played = [];
  now = Date.now() + count * 100_000;
  Object.assign(Told, { permission: "default", answer: "granted", asked: 0, all: [] });
  document.title = "A page";
  vi.spyOn(Date, "now").mockImplementation(() => now);
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
  vi.stubGlobal("Notification", Told);
  vi.stubGlobal(
    "Audio",
    class {
      constructor(readonly address: string) {}
      async play() {
        played.push(this.address);
      }
    },
  );
});
afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  location.hash = "";
  late.extras = undefined;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function show(attributes: Record<string, string> = {}): Promise<Element> {
  const element = document.createElement("tertulia-room") as Element;
  const all = { room: Socket.room, server: `https://alerts-${count}.example/`, lang: "en", ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  document.body.append(element);
  await until(() => element.state !== "connecting");
  await element.updateComplete;
  return element;
}
const look = (is: DocumentVisibilityState) => {
  visibility = is;
  document.dispatchEvent(new Event("visibilitychange"));
};
let id = 100;
const come = (text = "news") => Socket.last.change({ id: ++id, version: id, text });

describe("a number in the title", () => {
  it("is that of all unread, beside whatever the page calls itself, and goes when they are read", async () => {
    const one = await show({ badge: "" });
    const first = Socket.last;
    Socket.begin(`alerts/more-${count}`);
    await show({ badge: "", server: "https://alerts-other.example/" });
    const second = Socket.last;
    look("hidden");
    const change = (socket: Socket, room: string) => {
      Socket.room = room;
      socket.change({ id: ++id, version: id });
    };
    change(first, `alerts/${count}`);
    change(first, `alerts/${count}`);
    change(second, `alerts/more-${count}`);
    await until(() => document.title === "(3) A page");
    document.title = "Another page";
    change(second, `alerts/more-${count}`);
    await until(() => document.title === "(4) Another page");
    one.remove();
    await until(() => document.title === "(2) Another page");
    look("visible");
    await until(() => document.title === "Another page");
  });

  it("leaves alone what the page has before its title, and goes when it is not wanted any more", async () => {
    document.title = "(2024) A review";
    const element = await show({ badge: "" });
    look("hidden");
    come();
    await until(() => document.title === "(1) (2024) A review");
    come();
    await until(() => document.title === "(2) (2024) A review");
    document.title = "(12) Angry men";
    come();
    await until(() => document.title === "(3) (12) Angry men");
    element.removeAttribute("badge");
    await until(() => document.title === "(12) Angry men");
    element.setAttribute("badge", "");
    await until(() => document.title === "(3) (12) Angry men");
    element.remove();
    await until(() => document.title === "(12) Angry men");
  });

  it("does not stay in a title that is brought back as it was, as with a page that was kept for going back", async () => {
    document.title = "(1984) A novel";
    let element = await show({ badge: "" });
    look("hidden");
    come();
    await until(() => document.title === "(1) (1984) A novel");
    element.remove();
    await until(() => document.title === "(1984) A novel");
    document.title = "(5) The next page";
    const other = await show({ badge: "" });
    await aWhile();
    expect(document.title).toBe("(5) The next page");
    other.remove();
    document.title = "(1) (1984) A novel";
    element = await show({ badge: "" });
    await until(() => document.title === "(1984) A novel");
    come();
    come();
    await until(() => document.title === "(2) (1984) A novel");
    // A page may count for itself.
    document.title = "(1) (1984) A novel";
    come();
    await until(() => document.title === "(3) (1) (1984) A novel");
    element.remove();
    await until(() => document.title === "(1) (1984) A novel");
    // Where nobody wants a number the title is the page's, whatever it is.
    document.title = "(1) (1984) A novel";
    await show();
    come();
    await aWhile();
    expect(document.title).toBe("(1) (1984) A novel");
  });

  it("is there only where it is asked for", async () => {
    const element = await show();
    look("hidden");
    come();
    await aWhile();
    expect([element.unread, document.title, played, Told.all]).toEqual([1, "A page", [], []]);
  });
});

it("who comes and goes, and whom one does not want to read, is told neither by sound, notification nor to a screen reader", async () => {
  Told.permission = "granted";
  localStorage.setItem(`tertulia:notify:https://alerts-${count}.example/:${Socket.room}`, "true");
  localStorage.setItem(`tertulia:ignored:https://alerts-${count}.example/:${Socket.room}`, '["eve"]');
  const element = await show({ sound: "/ding.ogg", notify: "" });
  look("hidden");
  const eve = { id: "eve", name: "Eve" };
  Socket.last.change({ id: ++id, version: id, sender: eve, text: "psst" });
  for (const kind of ["join", "leave"] as const) Socket.last.change({ id: ++id, version: id, kind, text: "" });
  await aWhile();
  const said = () => plain(find(element, ".sr[role=status]")?.textContent);
  expect([played, Told.all, said()]).toEqual([[], [], ""]);
  come();
  await until(() => Told.all.length === 1);
  expect([played, said()]).toEqual([["/ding.ogg"], "Ana: news"]);
});

describe("a sound", () => {
  it("is heard while nobody looks, not at what is one's own, and not with each of many", async () => {
    await show({ sound: "/ding.ogg" });
    come();
    await aWhile();
    expect(played).toEqual([]);
    look("hidden");
    come();
    await until(() => played.length === 1);
    come();
    Socket.last.change({ id: ++id, version: id, sender: ME });
    await aWhile();
    expect([played, document.title]).toEqual([["/ding.ogg"], "A page"]);
    now += 3_000;
    Socket.last.change({ id: ++id, version: id, sender: ME });
    await aWhile();
    expect(played).toHaveLength(1);
    come();
    await until(() => played.length === 2);
  });

  it("is heard once of several tabs, and not where one of them is in sight", async () => {
    const held = new Set<string>();
    const request = async (name: string, _how: unknown, hold: (lock: object | null) => Promise<void>) => {
      const isFirst = !held.has(name);
      held.add(name);
      // It is held for as long as the others may take to hear of it, which is longer than this test.
      void hold(isFirst ? {} : null);
    };
    vi.stubGlobal("navigator", Object.create(navigator, { locks: { value: { request } } }));
    await show({ sound: "/ding.ogg" });
    const told = (id: number) => `tertulia:told:${Socket.room}/${id}`;
    // In sight here: whoever hears of it elsewhere is not the first any more.
    come();
    await until(() => held.has(told(id)));
    expect(played).toEqual([]);
    look("hidden");
    held.add(told(id + 1));
    come();
    await aWhile();
    expect(played).toEqual([]);
    come();
    await until(() => played.length === 1);
  });

  it("of our own is made where the page has none, and a browser that keeps silent is no fault", async () => {
    const made: string[] = [];
    const node = { connect: (next: unknown) => next, gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} } };
    const tone = { ...node, frequency: { value: 0 }, start: () => made.push("start"), stop: () => made.push("stop") };
    vi.stubGlobal(
      "AudioContext",
      class {
        currentTime = 0;
        destination = {};
        createOscillator = () => tone;
        createGain = () => node;
      },
    );
    await show({ sound: "" });
    look("hidden");
    come();
    await until(() => made.join() === "start,stop");
  });
});

describe("a notification", () => {
  const toggle = async (element: Element) => {
    if (!find(element, ".panel")) find(element, ".presence")?.click();
    await until(() => find(element, ".panel [aria-pressed].see") !== null);
    find(element, ".panel [aria-pressed].see")?.click();
    await aWhile();
    return plain(find(element, ".panel [aria-pressed].see")?.textContent);
  };

  it("comes to who has asked for it, while they don't look, and leads to the message", async () => {
    Socket.page = Socket.pageOf([{ kind: "message", text: "old" }]);
    const element = await show({ notify: "" });
    look("hidden");
    come("before anybody asked");
    await aWhile();
    expect([Told.asked, Told.all]).toEqual([0, []]);
    look("visible");
    expect(await toggle(element)).toBe("No more notifications");
    expect(Told.asked).toBe(1);
    come("while one looks");
    await aWhile();
    expect(Told.all).toEqual([]);
    look("hidden");
    come("now");
    await until(() => Told.all.length === 1);
    const [told] = Told.all;
    expect([plain(told?.title), told?.options]).toEqual([
      `Chat for alerts ${count}`,
      { body: "Ana: now", tag: `tertulia/alerts/${count}/${id}`, lang: expect.stringMatching(/^en/) },
    ]);
    const shown = vi.spyOn(element as unknown as { showMessage(id: number): unknown }, "showMessage");
    told?.onclick();
    expect(shown).toHaveBeenCalledWith(id);
    expect(await toggle(element)).toBe("Notify me of new messages");
    now += 10_000;
    come("after it was turned off");
    await aWhile();
    expect(Told.all).toHaveLength(1);
  });

  it("reads as the line does, and as it was typed where what makes words of it does not come", async () => {
    Socket.page = Socket.pageOf([{ kind: "message", text: "**old**" }]);
    const element = await show({ notify: "" });
    await toggle(element);
    // What draws lines need not come as fast as a notification wants it.
    await until(() => find(element, ".words strong") !== null);
    look("hidden");
    const texts = ["**see `a_b`** *and* https://a.example :)", "**:tada:** done", "**:tada:** done", "_said_"];
    for (const [at, text] of texts.entries()) {
      now += 10_000;
      if (at === 2) late.extras = () => new Promise(() => undefined);
      if (at === 3) late.extras = () => Promise.reject(new Error("cut off"));
      const sender = { id: "ana", name: "**Ana**" };
      Socket.last.change({ id: ++id, version: id, text, sender });
      await until(() => Told.all.length === at + 1);
    }
    expect(Told.all.map(({ options }) => options.body)).toEqual([
      "**Ana**: see a_b and https://a.example 🙂",
      "**Ana**: 🎉 done",
      "**Ana**: **:tada:** done",
      "**Ana**: _said_",
    ]);
  });

  it("that the browser refuses is said to be refused", async () => {
    Told.answer = "denied";
    const element = await show({ notify: "" });
    expect(await toggle(element)).toBe("Notify me of new messages");
    await until(
      () => plain(find(element, ".notice")?.textContent) === "Your browser does not allow notifications here.",
    );
  });

  it("is not offered where the page does not want any", async () => {
    const element = await show();
    find(element, ".presence")?.click();
    await until(() => find(element, ".panel") !== null);
    expect(find(element, ".panel .see")).toBeNull();
  });
});

describe("a link to a message", () => {
  const copied: string[] = [];
  const copy = async (element: Element) => {
    copied.length = 0;
    vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => void copied.push(text));
    await until(() => {
      find(element, ".message")?.dispatchEvent(new Event("focusin", { bubbles: true, composed: true }));
      return find(element, ".tools .more") !== null;
    });
    find(element, ".tools .more")?.click();
    await until(() => find(element, ".menu .link") !== null);
    find(element, ".menu .link")?.click();
    await until(() => copied.length === 1);
    return copied[0];
  };
  beforeEach(() => {
    Socket.page = Socket.pageOf([{ id: 7, version: 7, kind: "message", text: "seven" }], {
      me: { ...ME, level: "say", may: MAY },
    });
  });

  it("is that of the page with the message in its fragment, or what the page says", async () => {
    const element = await show();
    expect(await copy(element)).toBe(new URL(`#tertulia/alerts/${count}/7`, location.href).href);
    Object.assign(element, { linkTo: (id: number) => `https://host.example/post/${id}` });
    expect(await copy(element)).toBe("https://host.example/post/7");
  });

  it("is followed to the message: when the page comes with it, and later; one to another room is not", async () => {
    location.hash = `#tertulia/alerts/${count}/7`;
    const element = await show();
    await until(() => find(element, ".shown[data-id='7']") !== null);
    const shown = vi.spyOn(element as unknown as { showMessage(id: number): unknown }, "showMessage");
    for (const hash of ["#tertulia/alerts/other/7", "#elsewhere", `#tertulia/alerts/${count}/x`]) {
      location.hash = hash;
      dispatchEvent(new Event("hashchange"));
    }
    expect(shown).not.toHaveBeenCalled();
    location.hash = `#tertulia/alerts/${count}/7`;
    dispatchEvent(new Event("hashchange"));
    expect(shown).toHaveBeenCalledWith(7);
  });

  it("to another room is followed when the element is led there, once", async () => {
    const element = (await show()) as Element & { room: string };
    location.hash = `#tertulia/alerts/led-${count}/7`;
    dispatchEvent(new Event("hashchange"));
    await aWhile();
    expect(find(element, ".shown")).toBeNull();
    const led = async (room: string) => {
      Socket.room = room;
      Socket.page = { ...Socket.page, room };
      element.room = room;
      await element.updateComplete;
      await until(() => element.state === "live");
    };
    await led(`alerts/led-${count}`);
    await until(() => find(element, ".shown[data-id='7']") !== null);
    const shown = vi.spyOn(element as unknown as { showMessage(id: number): unknown }, "showMessage");
    await led(`alerts/${count}`);
    await led(`alerts/led-${count}`);
    await aWhile();
    expect(shown).not.toHaveBeenCalled();
  });

  it("is followed once, and not again when the room begins anew", async () => {
    location.hash = `#tertulia/alerts/${count}/7`;
    const element = await show();
    await until(() => find(element, ".shown[data-id='7']") !== null);
    const shown = vi.spyOn(element as unknown as { showMessage(id: number): unknown }, "showMessage");
    Socket.last.tell({ type: "reset", ...Socket.page });
    await element.updateComplete;
    expect(shown).not.toHaveBeenCalled();
  });
});
