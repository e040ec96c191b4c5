// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { words } from "../src/l10n.js";
import type { Room } from "../src/room.js";
import type { Code } from "../src/types.js";

let told: string[];
let tell: typeof import("../src/complaints.js").tell;
let lookOver: typeof import("../src/tools/attributes.js").lookOver;
let identity: typeof import("../src/identity.js");

beforeEach(async () => {
  vi.useFakeTimers();
  // Each test is a page of its own.
  vi.resetModules();
  ({ tell } = await import("../src/complaints.js"));
  ({ lookOver } = await import("../src/tools/attributes.js"));
  identity = await import("../src/identity.js");
  told = [];
  vi.spyOn(console, "warn").mockImplementation((line) => told.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  document.body.replaceChildren();
});

const TITLE = { title: "This pass is not good here.", status: 401 };

describe("who builds the site is told", () => {
  it.each([
    [() => new Error("/chat-token answered 500"), "tertulia: no token: /chat-token answered 500"],
    [
      () => new identity.SignedOut("/chat-token answered 404"),
      'tertulia: no token: /chat-token answered 404, and neither {"token": …} nor 204',
    ],
    [() => new Error("no answer"), "tertulia: no token: the page's token-url or getToken gave no answer"],
    [
      () => ({ ...TITLE, code: "token_invalid" }),
      'tertulia: the token is refused (token_invalid): This pass is not good here. Look at it with "tertulia token check TOKEN"',
    ],
    [
      () => ({ code: "origin_refused", title: "No.", detail: "https://a.example is not on the list." }),
      "tertulia: this page is refused (origin_refused): https://a.example is not on the list.",
    ],
    [() => ({ why: "never", code: "malformed" }), "tertulia: this page is refused (malformed)"],
  ])("of %s once", (make, line) => {
    for (let i = 0; i < 3; i++) tell(make());
    expect(told).toEqual([line]);
  });

  it("of a room that a token does not grant, by its name", () => {
    tell({ code: "not_found", title: "There is nothing here." }, "project/42");
    expect(told).toEqual([
      'tertulia: project/42 is refused (not_found): There is nothing here. What a token grants says "tertulia token check TOKEN project/42"',
    ]);
  });

  it("of no refusal that befalls readers of a site where nothing is wrong", () => {
    const ordinary =
      "token_missing token_expired banned muted locked room_deleted slow_down too_many store_away draining";
    for (const code of ordinary.split(" ")) tell({ ...TITLE, code }, "project/42");
    expect(told).toEqual([]);
  });

  it("of a site's token, and of no guest's", () => {
    const of = (sub: string) => `x.${btoa(JSON.stringify({ sub }))}.x`;
    tell({ ...TITLE, code: "token_invalid" }, of("~7"));
    expect(told).toEqual([]);
    tell({ ...TITLE, code: "token_invalid" }, of("7"));
    expect(told).toHaveLength(1);
    expect(told[0]).not.toContain(of("7"));
  });

  it("of a token that has ended where the next one has ended as well, and not of one now and then", () => {
    const expired = { code: "token_expired", title: "Your pass has run out." };
    for (let i = 0; i < 3; i++) {
      tell(expired);
      vi.advanceTimersByTime(3_600_000);
    }
    expect(told).toEqual([]);
    tell(expired);
    tell(expired);
    expect(told.join()).toContain("the token is refused (token_expired): Your pass has run out.");
  });
});

describe("an element", () => {
  const put = (room: string) => {
    const element = Object.assign(document.createElement("div"), { room });
    document.body.append(element);
    return element;
  };

  it.each([
    ["", 'tertulia: <tertulia-room> has no room, as in room="project/42"'],
    ["Project/42", 'tertulia: "Project/42" is no room name; it has the form type/id'],
  ])("of the room %j is told of when it keeps it", (room, line) => {
    tell(put(room), room);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([line]);
  });

  it("that is given its room by the page's script a moment later is not told of, nor one that has gone", () => {
    const element = put("");
    tell(element, "");
    element.room = "project/42";
    const gone = put("");
    tell(gone, "");
    gone.remove();
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([]);
  });

  it.each([
    ["token-ulr", "token-url"],
    ["tokenurl", "token-url"],
    ["token_url", "token-url"],
    ["token-uri", "token-url"],
    ["rom", "room"],
    ["rooms", "room"],
    ["read-only", "readonly"],
    ["sever", "server"],
  ])("with the attribute %s is asked once whether %s was meant", (name, near) => {
    const element = document.createElement("div");
    element.setAttribute(name, "x");
    lookOver(element);
    lookOver(element);
    expect(told).toEqual([`tertulia: <tertulia-room> has no attribute "${name}"; is "${near}" meant?`]);
  });

  it("may have every attribute of its own, and those of any element", () => {
    const { modules } = JSON.parse(readFileSync("custom-elements.json", "utf8"));
    const own: { name: string }[] = modules[0].declarations[0].attributes;
    const element = document.createElement("div");
    const others =
      "id class style title role dir slot part is hidden inert nonce translate tabindex draggable popover autofocus";
    for (const name of [...own.map((attribute) => attribute.name), ...others.split(" "), "data-room", "aria-label"])
      element.setAttribute(name, "x");
    expect(own.length).toBeGreaterThan(10);
    lookOver(element);
    expect(told).toEqual([]);
    // Each of its own is known, so that what is near it is.
    for (const { name } of own) {
      const misspelt = document.createElement("div");
      misspelt.setAttribute(`${name}z`, "x");
      lookOver(misspelt);
      expect(told.at(-1)).toContain(`"${name}z"`);
    }
  });
});

it.each([
  ["room_deleted", "This room has been deleted."],
  ["not_found", "This room is not open to you."],
  ["not_allowed", "This room is not open to you."],
  ["origin_refused", "This page may not use this chat."],
  ["open_mode_is_local", "This page may not use this chat."],
  ["malformed", "Part of the chat could not be loaded. Please try again, or reload the page."],
  ["token_in_url", "Part of the chat could not be loaded. Please try again, or reload the page."],
] as [Code, string][])("a reader whose room has ended by %s reads what is true", async (code, line) => {
  const { whyClosed } = await import("../src/tools/writing-view.js");
  await import("../src/tools/tools.js");
  expect(whyClosed({ state: "ended", code } as Room, words(["en"]))).toBe(line);
});

describe("no token stands in the console", () => {
  it.each(["not_allowed", "not_found", "invalid"])("of what is refused by %s, and never the token", async (code) => {
    tell({ ...TITLE, code }, "eyJhbGciOi.eyJzdWIiOi.c2ln");
    tell(undefined);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told.length).toBe(1);
    expect(told[0]).toContain(code);
    expect(told[0]).not.toContain("eyJ");
  });
});
