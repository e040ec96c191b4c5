// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { count, type Element, find, name, openMenu, page, type } from "./element.helpers.js";
import { MAY, ME, Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

type Asked = (room: string) => Promise<string | null>;
type Room = Element & {
  room: string;
  loading: string | undefined;
  getToken: Asked | undefined;
  token: string | undefined;
  tokenUrl: string | undefined;
  me: { id?: string } | undefined;
  reconnect(): void;
  logout(): void;
  say(text: string): Promise<{ text: string }>;
};

let made = 0;
/** Another token with each call, as a host signs them. */
const tokenOf = (sub: string, seconds?: number) =>
  `x.${btoa(JSON.stringify({ sub, iat: 0, exp: seconds, jti: ++made }))}.x`;
/** Which functions were asked, in order. */
let asked: string[] = [];
const source =
  (which: string, sub = "me"): Asked =>
  async () => {
    asked.push(which);
    return tokenOf(sub);
  };
/** Another function each time, as a framework has it that draws again. */
const give = async (element: Room, getToken: Asked | undefined) => {
  element.getToken = getToken;
  await element.updateComplete;
};
function make(properties: Partial<Room>, room = name): Room {
  const element = document.createElement("tertulia-room") as Room;
  element.setAttribute("server", `https://source-${count}.example/`);
  element.setAttribute("lang", "en");
  Object.assign(element, { room, ...properties });
  document.body.append(element);
  return element;
}
const isLive = (element: Room) => until(() => element.state === "live", "it is live");
async function open(properties: Partial<Room>, room = name): Promise<Room> {
  const element = make(properties, room);
  await isLive(element);
  await element.updateComplete;
  return element;
}
const pause = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms));
/** The token that the line began with. */
const spoken = () => Socket.last.frames[0]?.token;

afterEach(() => {
  asked = [];
  vi.unstubAllGlobals();
});

describe("another source of the same kind", () => {
  it("has nothing begin anew: no question, no line, and what is written stays; the newest answers next time", async () => {
    const element = await open({ getToken: source("a") });
    const line = Socket.last;
    type(element, "half a tho", { key: "o" });
    const states: string[] = [];
    element.addEventListener("tertulia-state", () => states.push(element.state));
    for (const which of ["b", "c", "d"]) await give(element, source(which));
    await pause();
    expect([asked, Socket.last, states]).toEqual([["a"], line, []]);
    expect((find(element, "textarea") as HTMLTextAreaElement).value).toBe("half a tho");
    element.reconnect();
    await until(() => Socket.last !== line && element.state === "live");
    expect(asked).toEqual(["a", "d"]);
  });

  it("is a token of the same person", async () => {
    const element = await open({ token: tokenOf("me") });
    const line = Socket.last;
    element.token = tokenOf("me");
    await element.updateComplete;
    await pause();
    expect(Socket.last).toBe(line);
    element.reconnect();
    await until(() => Socket.last !== line && element.state === "live");
    expect(spoken()).toBe(element.token);
  });

  it.each<[string, Partial<Room>, Partial<Room>]>([
    ["a function where there was none", {}, { getToken: source("b") }],
    ["no function any more", { getToken: source("a") }, { getToken: undefined }],
    ["an address in the place of a function", { getToken: source("a") }, { getToken: undefined, tokenUrl: "/token" }],
    ["a token of somebody else", { token: tokenOf("me") }, { token: tokenOf("ben") }],
    ["a token that does not say whose it is", { token: "opaque" }, { token: "another" }],
    ["no token any more", { token: tokenOf("me") }, { token: undefined }],
    ["a token where there was none", {}, { token: tokenOf("me") }],
    ["another address", { tokenUrl: "/one" }, { tokenUrl: "/two" }],
    ["another room", { getToken: source("a") }, { room: "project/other", getToken: source("b") }],
  ])("is not %s: that begins anew", async (_, before, after) => {
    vi.stubGlobal("fetch", async () => Response.json({ token: tokenOf("me") }));
    const element = await open(before);
    const line = Socket.last;
    Object.assign(element, after);
    await element.updateComplete;
    await until(
      () => Socket.last !== line || line.frames.some(({ room }) => room === "project/other"),
      "it begins anew",
    );
  });

  it("of an address is the address: what stands in `token` beside it is nobody's", async () => {
    vi.stubGlobal("fetch", async () => Response.json({ token: tokenOf("me") }));
    const element = await open({ tokenUrl: "/token", token: tokenOf("me") });
    const line = Socket.last;
    element.token = tokenOf("ben");
    await element.updateComplete;
    await pause();
    expect(Socket.last).toBe(line);
  });
});

describe("what the page asks for beside a replacement", () => {
  it.each(["reconnect", "logout"] as const)("%s right after it asks the newest at once", async (what) => {
    const element = await open({ getToken: source("a") });
    const line = Socket.last;
    element.getToken = source("b", "ben");
    element[what]();
    await until(() => Socket.last !== line && element.state === "live", "it has begun again");
    await pause();
    expect(asked).toEqual(["a", "b"]);
  });

  it.each(["reconnect", "logout"] as const)(
    "%s right before it, and while the answer is out, is not undone",
    async (what) => {
      let answer: (token: string) => void = () => undefined;
      const element = await open({ getToken: source("a") });
      await give(element, () => {
        asked.push("b");
        return new Promise((resolve) => {
          answer = resolve;
        });
      });
      const line = Socket.last;
      element[what]();
      await until(() => asked.length === 2, "it is asked");
      await give(element, source("c"));
      await give(element, source("d"));
      await pause();
      // What was on its way is as good as it was.
      expect(asked).toEqual(["a", "b"]);
      const token = tokenOf("ben");
      answer(token);
      await until(() => Socket.last !== line && element.state === "live", "it has begun again");
      expect([asked, spoken()]).toEqual([["a", "b"], token]);
      const before = Socket.last;
      element[what]();
      await until(() => Socket.last !== before && element.state === "live");
      expect(asked.at(-1)).toBe("d");
    },
  );

  it("reconnect while an answer is out has that one come too late", async () => {
    const element = await open({ getToken: source("a") });
    const answers: ((token: string) => void)[] = [];
    await give(element, () => new Promise((resolve) => answers.push(resolve)));
    const line = Socket.last;
    element.reconnect();
    await until(() => answers.length === 1, "it is asked");
    element.getToken = source("c");
    element.reconnect();
    answers[0]?.(tokenOf("late"));
    await until(() => Socket.last !== line && element.state === "live");
    expect(asked).toEqual(["a", "c"]);
    expect(atob(String(spoken()).split(".")[1] ?? "")).toContain('"sub":"me"');
  });
});

it("a page that gives another function whenever it hears how things stand asks no more than any other", async () => {
  const element = make({ getToken: source("first") });
  let drawn = 0;
  const draw = () => {
    drawn += 1;
    element.getToken = source(`drawn ${drawn}`);
  };
  element.addEventListener("tertulia-state", draw);
  element.addEventListener("tertulia-ready", draw);
  await isLive(element);
  for (let i = 0; i < 20; i++) {
    draw();
    await element.updateComplete;
  }
  Socket.last.tell({ type: "ended", room: name, code: "token_missing" });
  await until(() => element.state === "signed-out");
  for (let i = 0; i < 20; i++) {
    draw();
    await element.updateComplete;
  }
  await pause();
  expect([asked, element.state]).toEqual([["first"], "signed-out"]);
  element.reconnect();
  await isLive(element);
  expect(asked).toEqual(["first", expect.stringMatching(/^drawn \d\d/)]);
});

it("what is being said, and deleted, is not lost by it", async () => {
  const calls: string[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    if (init.method === "DELETE") calls.push(new URL(url).pathname);
    return Response.json({ id: 1, version: 9, sender: ME, text: "", created: "2026-01-01T12:00:00.000Z" });
  });
  const me = { ...ME, level: "say", may: [...MAY, "delete"] };
  Socket.page = page([{ kind: "message", text: "mine", sender: ME, created: new Date().toISOString() }], { me });
  const element = await open({ getToken: source("a") });
  await openMenu(element, "[data-id='1']");
  find(element, ".menu .delete")?.click();
  await until(() => find(element, ".undo") !== null, "it can be undone");
  const said = element.say("hello");
  await until(() => Socket.last.frames.some((frame) => frame.type === "say"), "it is on its way");
  for (const which of ["b", "c"]) await give(element, source(which));
  expect(find(element, ".undo")).not.toBeNull();
  const { ref, client_id, text } = Socket.last.frames.find((frame) => frame.type === "say") ?? {};
  const message = {
    id: 20,
    version: 20,
    kind: "message",
    sender: ME,
    text,
    client_id,
    created: new Date().toISOString(),
  };
  Socket.last.tell({ type: "said", ref, message });
  expect((await said).text).toBe("hello");
  dispatchEvent(new Event("pagehide"));
  await until(() => calls.length === 1, "it is deleted");
  expect([calls, asked]).toEqual([[`/v1/rooms/${name}/messages/1`], ["a"]]);
});

it("a room that is not in sight yet uses the newest when it is", async () => {
  const seen: ((entries: { isIntersecting: boolean }[]) => void)[] = [];
  class Sight {
    constructor(look: (entries: { isIntersecting: boolean }[]) => void) {
      seen.push(look);
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal("IntersectionObserver", Sight);
  const element = make({ loading: "lazy", getToken: source("a") });
  await element.updateComplete;
  await give(element, source("b"));
  await pause();
  expect(asked).toEqual([]);
  for (const look of seen) look([{ isIntersecting: true }]);
  await isLive(element);
  await give(element, source("c"));
  await pause();
  expect(asked).toEqual(["b"]);
});

describe("an element", () => {
  it("that comes back with another function has that one asked, once, and none while it is away", async () => {
    const element = await open({ getToken: source("a") });
    element.remove();
    await pause();
    element.getToken = source("b");
    await pause();
    expect(asked).toEqual(["a"]);
    const line = Socket.last;
    document.body.append(element);
    await until(() => Socket.last !== line && element.state === "live");
    await give(element, source("c"));
    await pause();
    expect(asked).toEqual(["a", "b"]);
  });

  it("that is moved stays on its line, also where another one comes at that time", async () => {
    const element = await open({ getToken: source("a") });
    const line = Socket.last;
    element.remove();
    const other = make({ getToken: source("other") }, "project/beside");
    document.body.prepend(element);
    await until(() => Socket.last !== line, "the other one has a line of its own");
    await pause();
    await give(element, source("b"));
    expect(asked.filter((which) => which !== "other")).toEqual(["a"]);
    other.remove();
    await pause();
    line.change({ text: "still here" });
    await until(() => find(element, ".words")?.textContent === "still here", "it hears of its room");
  });

  it("that comes with the newest function of another one shares its line, and each room has its own newest", async () => {
    const [f, g] = [source("f"), source("g")];
    const one = await open({ getToken: f });
    await give(one, g);
    const line = Socket.last;
    const two = await open({ getToken: g }, "project/second");
    expect(Socket.last).toBe(line);
    await give(two, source("h"));
    one.reconnect();
    await until(() => Socket.last !== line && one.state === "live" && two.state === "live");
    expect(asked).toEqual(["f", "g", "g", "h"]);
  });

  it("that shows the same room as another one, by the same client: the newest function of both wins", async () => {
    const f = source("f");
    const [one, two] = [await open({ getToken: f }), await open({ getToken: f })];
    await give(one, source("g"));
    await give(two, source("h"));
    const line = Socket.last;
    one.reconnect();
    await until(() => Socket.last !== line && one.state === "live");
    expect(asked).toEqual(["f", "h"]);
    // Whoever has gone no longer answers for a room.
    two.remove();
    one.remove();
    await pause();
    await open({ getToken: f });
    expect(asked.at(-1)).toBe("f");
  });

  it("with another function from the start has another client", async () => {
    await open({ getToken: source("a") });
    const line = Socket.last;
    await open({ getToken: source("b") }, "project/second");
    expect(Socket.last).not.toBe(line);
    expect(asked).toEqual(["a", "b"]);
  });
});

it("of a page that mounts with another function each time nothing is kept", async () => {
  const first = source("first");
  (await open({ getToken: first })).remove();
  await pause();
  // Its token is kept for who comes back.
  (await open({ getToken: first })).remove();
  await pause();
  expect(asked).toEqual(["first"]);
  (await open({ getToken: source("second") })).remove();
  await pause();
  await open({ getToken: first });
  expect(asked).toEqual(["first", "second", "first"]);
});

it("a guest stays who they are", async () => {
  const token = tokenOf("~teo");
  vi.stubGlobal("fetch", async (url: string) => {
    if (!url.endsWith("/v1/guests")) throw new TypeError("no network");
    return Response.json({ token, sender: { id: "~teo", name: "Teo", guest: true } });
  });
  const nobody = async () => null;
  Socket.page = page([], { me: { level: "read", may: ["read"], guests: "say" } });
  const element = await open({ getToken: nobody });
  type(element, "hello");
  await until(() => find(element, ".name-form input") !== null, "a name is asked for");
  const input = find(element, ".name-form input") as HTMLInputElement;
  input.value = "Teo";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await element.updateComplete;
  const line = Socket.last;
  find(element, ".name-form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await until(() => Socket.last !== line && spoken() === token, "it is Teo");
  const named = Socket.last;
  await give(element, async () => null);
  element.reconnect();
  await until(() => Socket.last !== named && element.state === "live");
  expect(spoken()).toBe(token);
});
