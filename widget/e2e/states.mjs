// Every state that a room can be in, each reached as a person reaches it, against frames that are made up here.

import { Reader } from "./reader.mjs";

export const ANA = { id: "ana", name: "Ana Benítez" };
export const TEO = { id: "~teo", name: "Teo", guest: true };
export const ME = { id: "me", name: "Rosa" };
/** What moderators may. */
export const MAY = "read say action react edit delete type report delete_any restrict lock slow review".split(" ");

/** One of each kind of line, and what can have happened to it. */
export function everything() {
  const now = Date.now();
  const messages = [];
  const add = (minutesAgo, kind, sender, text, more = {}) => {
    const id = messages.length + 1;
    messages.push({
      id,
      version: id,
      kind,
      sender,
      text,
      created: new Date(now - minutesAgo * 60_000).toISOString(),
      ...more,
    });
    return id;
  };
  const say = (minutesAgo, ...rest) => add(minutesAgo, "message", ...rest);
  const asked = say(1490, TEO, "Did they arrive? https://garden.example/seeds", {
    reactions: [
      { emoji: "🌱", count: 3, by: ["ana", "me"] },
      { emoji: "👍", count: 1, by: ["ana"] },
    ],
  });
  add(1480, "system", null, "The room was locked for a minute");
  say(64, ME, "Great, thank you both!", { reply_to: asked });
  say(63, ME, "I will bring two spades and the long hose, and somebody should bring gloves.", {
    edited: new Date(now).toISOString(),
  });
  add(60, "join", { id: "li", name: "Li Wei" }, "");
  say(58, ANA, "", { deleted: new Date(now).toISOString(), deleted_by: "sender" });
  add(55, "action", TEO, "waters the tomatoes");
  add(40, "notification", null, "Build beds 3 and 4 was moved to Saturday, 10:00.");
  say(31, ANA, "", { deleted: new Date(now).toISOString(), deleted_by: "moderator" });
  say(30, ANA, "@Rosa see `README`, it is **important** :)");
  add(12, "leave", TEO, "");
  say(2, ME, "See you on Saturday");
  return messages;
}

const SETTINGS = {
  version: 1,
  first: 1,
  title: "Community garden",
  locked: false,
  slow_seconds: 0,
  announce: true,
  text_max: 2000,
  edit_minutes: 15,
  presence: "names",
};

export const refuse = () => ({ type: "problem", title: "You are muted", status: 403, code: "muted" });

/** Answers what is asked of what waits for review: a message that is held and one that was reported, until one is let in. */
export async function queue(page, text = "abc", sender = TEO) {
  const received = new Date(0).toISOString();
  let held = text === "" ? [] : [{ held: 7, client_id: "7", kind: "message", by: "room", text, received, sender }];
  const message = { id: 2, version: 2, kind: "message", text, created: received, sender };
  let reports =
    text === "" ? [] : [{ room: "a/1", number: 1, count: 1, message, reports: [{ at: received, by: ME, why: text }] }];
  await page.route(/\/held$/, (route) => route.fulfill({ json: { held, more: false } }));
  await page.route(/\/v1\/reports\?/, (route) => route.fulfill({ json: { reports } }));
  await page.route("**/held/7/approve", (route) => {
    held = reports = [];
    return route.fulfill({ json: message });
  });
}

/**
 * Answers in the server's place, and gives what cuts the line. `head.me` and `head.settings` are put over the usual, and
 * `head.awaited` waits for review; `head.said` answers what is said, or does not, and `head.after` is told when the room has
 * been opened, with what sends a frame.
 */
export async function stand(page, room, head = {}) {
  const messages = head.messages ?? everything();
  const line = { cut: () => {} };
  let isCut = false;
  await queue(page, head.awaited ?? "", head.me?.name ? { id: "x", name: head.me.name } : TEO);
  const inForce = [
    {
      user: TEO.id,
      kind: "mute",
      until: "2099-01-01T00:00:00.000Z",
      why: "Spam",
      by: ME.id,
      since: new Date(0).toISOString(),
    },
    { user: "7", kind: "ban", by: ME.id, since: new Date(0).toISOString() },
  ];
  await page.route(/\/restrictions$/, (route) => route.fulfill({ json: inForce }));
  await page.route(/\/v1\//, (route) => (isCut ? route.abort() : route.fallback()));
  await page.routeWebSocket(/\/v1\/socket/, (socket) => {
    line.cut = () => {
      isCut = true;
      socket.close();
    };
    if (isCut) socket.close();
    const send = (frame) => socket.send(JSON.stringify(frame));
    socket.onMessage((data) => {
      const frame = JSON.parse(data);
      // Nothing beats here, and silence for twice as long would be taken for the end of the line.
      if (frame.type === "hello") send({ type: "welcome", beat_s: 600, limits: { rooms: 50, frame_bytes: 65_536 } });
      // After the welcome: who has none tries another way after five seconds.
      if (head.isDeaf) return;
      if (frame.type === "open") {
        send({
          type: "opened",
          ref: frame.ref,
          room,
          cursor: `0123456789abcdef.${messages.length}`,
          messages,
          more: false,
          reset: false,
          first: 1,
          settings: { ...SETTINGS, ...head.settings },
          me: head.isNobody ? { level: "read", may: ["read"] } : { ...ME, level: "moderate", may: MAY, ...head.me },
          present: head.present ?? { count: 4, people: [ANA, TEO, ME], typing: [TEO] },
        });
        head.after?.(send);
      }
      const answer = frame.type === "say" && (head.said ?? refuse)(frame);
      if (answer) send({ ref: frame.ref, ...answer });
    });
  });
  return line;
}

const field = (reader) => reader.room.locator("[part=input]");
const shown = (selector) => (reader) => reader.room.locator(selector).first().waitFor();
const touch = async (reader, text = "important") => {
  await reader.room.locator(".message", { hasText: text }).first().hover();
  await reader.room.locator(".tools .more").waitFor();
};
const restricted = (kind, more = {}) => ({ me: { level: "say", may: ["read"], restricted: { kind, ...more } } });

/** By name: what the server says (`head`), how one comes there (`go`), and in which words an English reader is told (`says`). */
export const STATES = {
  usual: {},
  "nobody has written": {
    says: "No messages yet",
    head: { messages: [] },
    go: shown(".empty"),
  },
  connecting: { head: { isDeaf: true }, says: "Connecting…", go: shown(".notice.late") },
  offline: {
    says: "No connection. What you write is kept, and sent when it is back.",
    go: async (reader) => {
      reader.line.cut();
      await reader.page.waitForFunction(() => document.querySelector("tertulia-room").state === "offline");
      await shown(".notice")(reader);
    },
  },
  "signed out": {
    says: "Sign in to take part.",
    go: async (reader) => {
      await reader.room.evaluate((room) => {
        room.tokenUrl = "/healthz";
      });
      await shown(".closed:not(:empty)")(reader);
    },
  },
  "a guest is asked for a name": {
    says: "What should we call you?",
    head: { isNobody: true },
    go: async (reader) => {
      await field(reader).fill("hello");
      await field(reader).press("Enter");
      await shown("#name")(reader);
    },
  },
  "a guest writes": {
    says: /Slow mode: one message every .?30.? seconds/,
    head: { me: { ...TEO, level: "say", may: ["read", "say", "type", "react"] }, settings: { slow_seconds: 30 } },
    go: shown(".hints"),
  },
  "held for review": {
    says: "Your message is waiting for review.",
    head: { said: ({ client_id }) => ({ type: "held", held: 7, client_id }) },
    go: async (reader) => {
      await field(reader).fill("may I?");
      await field(reader).press("Enter");
      await reader.room.locator(".notice", { hasText: "review" }).waitFor();
      await reader.room.locator(".message.sending .status", { hasText: "review" }).waitFor();
    },
  },
  "not taken": {
    says: "You can't write here for now.",
    go: async (reader) => {
      await field(reader).fill("not this");
      await field(reader).press("Enter");
      await shown(".failure")(reader);
    },
  },
  muted: {
    head: restricted("mute", { until: "2099-01-01T00:00:00.000Z", why: "Spam" }),
    says: /You can read here, and write again from .*2099/,
    go: shown(".closed:not(:empty)"),
  },
  banned: {
    head: restricted("ban"),
    says: "You can't take part here for now.",
    go: shown(".closed:not(:empty)"),
  },
  locked: {
    head: { settings: { locked: true }, me: { level: "say", may: ["read"] } },
    says: "This room is locked. You can read, but not write.",
    go: shown(".closed:not(:empty)"),
  },
  "may only read": {
    head: { me: { level: "read", may: ["read"] } },
    says: "You can read here, but not write.",
    go: shown(".closed:not(:empty)"),
  },
  "too long": {
    says: /^.?16.? characters too many/,
    head: { settings: { text_max: 20 } },
    go: async (reader) => {
      await field(reader).fill("much more than what may be said here");
      await shown(".count.over")(reader);
    },
  },
  "the room is gone": {
    says: "This room has been deleted.",
    head: {
      after: (send) =>
        setTimeout(() => send({ type: "ended", room: "e2e/states", code: "room_deleted", title: "gone" }), 50),
    },
    go: shown(".closed:not(:empty)"),
  },
  "a line is touched": { go: touch },
  "a menu is open": {
    go: async (reader) => {
      await touch(reader);
      await reader.room.locator(".tools .more").click();
      await shown(".menu")(reader);
    },
  },
  "a report is written": {
    go: async (reader) => {
      await touch(reader);
      await reader.room.locator(".tools .more").click();
      await reader.room.locator(".menu .report").click();
      await shown(".panel textarea")(reader);
    },
  },
  "the choice of emoji is open": {
    go: async (reader) => {
      await reader.room.locator(".pick").click();
      await shown(".grid button")(reader);
    },
  },
  "what was chosen of late is open": {
    says: "Recently used",
    go: async (reader) => {
      for (const at of [7, 8, 9]) {
        await reader.room.locator(".pick").click();
        await reader.room.locator(".groups [role=tab]").nth(2).click();
        await reader.room.locator(".grid button").nth(at).click();
      }
      await reader.room.locator(".pick").click();
      await shown(".groups :nth-child(10)")(reader);
    },
  },
  "what waits for review is open": {
    says: "For review",
    head: { awaited: "abc" },
    go: async (reader) => {
      await reader.room.locator(".waiting button").click();
      await shown(".review li")(reader);
    },
  },
  "who is muted or banned is open": {
    go: async (reader) => {
      await reader.room.locator(".presence").click();
      await reader.room.locator(".to-in-force").click();
      await shown(".review li")(reader);
    },
  },
  "all of somebody's is about to be deleted": {
    go: async (reader) => {
      await touch(reader);
      await reader.room.locator(".tools .more").click();
      await reader.room.locator(".menu .delete-all").click();
    },
  },
  "who is here is open": {
    go: async (reader) => {
      await reader.room.locator(".presence").click();
      await shown(".people")(reader);
    },
  },
  answering: {
    go: async (reader) => {
      await touch(reader);
      await reader.room.locator(".tools .answer").click();
      await shown(".about")(reader);
    },
  },
  editing: {
    go: async (reader) => {
      await touch(reader);
      await field(reader).press("ArrowUp");
      await shown(".about")(reader);
    },
  },
  "about to be deleted": {
    says: "Deleted.",
    go: async (reader) => {
      await touch(reader);
      await reader.room.locator(".tools .more").click();
      await reader.room.locator(".menu .delete").click();
      await shown(".undo")(reader);
    },
  },
  "a name is completed": {
    go: async (reader) => {
      await touch(reader);
      await field(reader).pressSequentially("@an");
      await shown(".offers")(reader);
    },
  },
  "reading above, with news below": {
    says: /^.?1.? new message$/,
    head: {
      messages: Array.from({ length: 60 }, (_, index) => ({
        id: index + 1,
        version: index + 1,
        kind: "message",
        sender: ANA,
        text: `line ${index}`,
        created: new Date().toISOString(),
      })),
      after: (send) => {
        globalThis.sendNews = () =>
          send({
            type: "change",
            room: "e2e/states",
            cursor: "0123456789abcdef.61",
            message: {
              id: 61,
              version: 61,
              kind: "message",
              sender: ANA,
              text: "news",
              created: new Date().toISOString(),
            },
          });
      },
    },
    go: async (reader) => {
      await reader.room.evaluate((room) => {
        room.shadowRoot.querySelector(".log").scrollTop = 100;
      });
      await shown(".new")(reader);
      globalThis.sendNews();
      await shown(".new .many")(reader);
    },
  },
};

/** No page is brought with it, so that everything comes from here. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A room</title><script type="module" src="widget.js"></script><h1 hidden>A room</h1>
<tertulia-room room="e2e/states" fill></tertulia-room></html>`;

/** A reader in that state. */
export async function reach(browser, url, name, options = {}) {
  const { head = {}, says, go } = STATES[name];
  let line;
  const reader = await Reader.open(browser, `${url}states.html`, "Rosa", {
    reducedMotion: "reduce",
    ...options,
    prepare: async (page) => {
      await options.prepare?.(page);
      await page.route("**/states.html", (route) =>
        route.fulfill({
          contentType: "text/html; charset=utf-8",
          body: PAGE.replace('lang="en"', `lang="${options.lang ?? "en"}"`),
        }),
      );
      line = await stand(page, "e2e/states", head);
    },
  });
  reader.line = line;
  if (!head.isDeaf && head.messages?.length !== 0) await reader.room.locator(".message").first().waitFor();
  await go?.(reader);
  if (says && (options.lang ?? "en") === "en")
    await reader.room.getByText(says).filter({ visible: true }).first().waitFor();
  return reader;
}
