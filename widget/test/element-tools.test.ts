// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Message } from "../src/types.js";
import { count, type Element, find, name, openMenu, page, plain, show, type } from "./element.helpers.js";
import { ANA, MAY, ME, Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

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
    until(() => plain(find(element, ".notice")?.textContent) === "This message is no longer here.");
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

describe("keys", () => {
  const heard: string[] = [];
  const hear = (event: Event) => heard.push((event as KeyboardEvent).key);
  beforeEach(() => {
    heard.length = 0;
    Socket.page = page([{ kind: "message", text: "hello" }]);
    for (const kind of ["keydown", "keypress", "keyup"]) document.addEventListener(kind, hear);
  });
  afterEach(() => {
    for (const kind of ["keydown", "keypress", "keyup"]) document.removeEventListener(kind, hear);
  });
  const press = (at: HTMLElement | null, key: string, more: KeyboardEventInit = {}) => {
    at?.focus();
    for (const kind of ["keydown", "keypress", "keyup"])
      at?.dispatchEvent(new KeyboardEvent(kind, { key, bubbles: true, composed: true, cancelable: true, ...more }));
    return heard.splice(0);
  };

  it("that are typed into a field are no shortcuts of the page's, and all others are", async () => {
    const element = await show();
    await openMenu(element, ".message");
    const field = find(element, "textarea");
    for (const key of ["/", "j", "é", "Backspace", "Delete", "Enter"]) expect(press(field, key)).toEqual([]);
    find(element, ".presence")?.click();
    await until(() => find(element, ".panel") !== null);
    expect(press(find(element, ".panel button"), "j")).toEqual(["j", "j", "j"]);
    for (const key of ["F1", "PageDown", "Escape"]) expect(press(field, key)).toContain(key);
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(press(field, "k", more)).toEqual(["k", "k", "k"]);
    expect(press(find(element, ".log"), "j")).toEqual(["j", "j", "j"]);
    // What stands in a slot is the page's own.
    const own = document.createElement("input");
    own.slot = "header";
    element.append(own);
    expect(press(own, "j")).toEqual(["j", "j", "j"]);
    element.remove();
    await Promise.resolve();
  });

  it("that close something of the room close nothing around it", async () => {
    const element = await show();
    const leave = (at: HTMLElement | null) => {
      const event = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true, cancelable: true });
      at?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    await openMenu(element, ".message");
    expect(leave(find(element, ".log"))).toBe(true);
    for (const from of [".panel button", "textarea"]) {
      find(element, ".presence")?.click();
      await until(() => find(element, ".panel") !== null);
      // Also where a page listens as far in as it can.
      let isKnown = false;
      const hear = (event: Event) => {
        isKnown = event.defaultPrevented;
      };
      document.addEventListener("keydown", hear, { once: true });
      expect(leave(find(element, from))).toBe(true);
      expect(isKnown).toBe(from === "textarea");
      document.removeEventListener("keydown", hear);
      await until(() => find(element, ".panel") === null, "the panel is closed");
    }
    expect(leave(find(element, "textarea"))).toBe(false);
  });

  it("that leave the form for a name close nothing around it", async () => {
    Socket.page = page([], { me: { level: "read", may: ["read", "say"] } });
    const element = await show();
    type(element, "hello");
    await until(() => find(element, "#name") !== null);
    const event = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true, cancelable: true });
    find(element, "#name")?.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    await until(() => find(element, "#name") === null);
  });
});

it("without a field to write in offers no answer and no edit, and one may react", async () => {
  const [mine, created] = [{ kind: "message" as const, sender: ME, text: "mine" }, new Date().toISOString()];
  Socket.page = page([{ ...mine, created }], { me: { ...ME, level: "say", may: [...MAY, "edit", "react"] } });
  const element = (await show()) as Element & { readonly: boolean };
  await openMenu(element, ".message");
  const offered = () => [".answer", ".react", ".menu .edit", ".menu .copy"].map((each) => find(element, each) !== null);
  expect(offered()).toEqual([true, true, true, true]);
  element.readonly = true;
  await element.updateComplete;
  expect(offered()).toEqual([false, true, false, true]);
});

it("who is alone and nobody is not told that nobody is here", async () => {
  Socket.page = page([], { present: { count: 0, people: [], typing: [] } });
  const element = (await show()) as Element & { notify: boolean };
  Object.assign(globalThis, { Notification: function Notification() {} });
  element.notify = true;
  find(element, ".log")?.dispatchEvent(new Event("focusin", { bubbles: true }));
  await until(() => find(element, ".presence") !== null);
  find(element, ".presence")?.click();
  await until(() => find(element, ".panel") !== null);
  expect(plain(find(element, ".panel strong")?.textContent)).toBe("More");
});

it("who was never signed in is not told to sign in again where a name is asked for", async () => {
  const element = (await show()) as Element & { say(text: string): Promise<unknown> };
  const said = element.say("hello").catch((error: unknown) => error);
  await until(() => Socket.last.frames.some((frame) => frame.type === "say"));
  const { ref } = Socket.last.frames.find((frame) => frame.type === "say") as { ref: number };
  Socket.last.tell({ type: "problem", ref, title: "No token", status: 401, code: "token_missing" });
  await said;
  await until(() => find(element, ".failure") !== null);
  expect(plain(find(element, ".failure span")?.textContent)).toBe("Not sent");
});
