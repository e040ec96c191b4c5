// Pictures to be looked at: a room with everything in it, wide, on a phone, dark, and from right to left.

import { Reader } from "./reader.mjs";

const ANA = { id: "ana", name: "Ana Benítez" };
const TEO = { id: "~teo", name: "Teo", guest: true };
const ME = { id: "me", name: "Rosa" };
export const MAY = [
  "read",
  "say",
  "action",
  "react",
  "edit",
  "delete",
  "type",
  "delete_any",
  "restrict",
  "lock",
  "slow",
];

/** A page as the server would give it, so that each kind and state is in the picture whatever the server can do by now. */
function page(isRtl) {
  const now = Date.now();
  const messages = [];
  const add = (minutesAgo, kind, sender, text, more = {}) => {
    const id = messages.length + 1;
    const created = new Date(now - minutesAgo * 60_000).toISOString();
    messages.push({ id, version: id, kind, sender, text, created, ...more });
    return id;
  };
  const say = (...args) => add(args[0], "message", ...args.slice(1));
  if (isRtl) {
    say(60, ANA, "صباح الخير! هل وصلت البذور؟");
    const asked = say(58, TEO, "نعم، وصلت أمس. سأضعها في المكتبة.", {
      reactions: [{ emoji: "🌱", count: 2, by: ["me"] }],
    });
    say(30, ME, "رائع، شكرًا لك", { reply_to: asked });
    say(29, ME, "See you at the garden, around 5 pm.");
    add(20, "action", ANA, "ترقص من الفرح");
    add(10, "join", { id: "li", name: "李" }, "");
    return messages;
  }
  say(1500, ANA, "Good morning! Did the seeds arrive?");
  say(1499, ANA, "I can pick them up on the way, the shop is around the corner from the library.");
  const asked = say(1490, TEO, "Yes, yesterday. They are here: https://garden.example/seeds (the blue shelf).", {
    reactions: [
      { emoji: "🌱", count: 3, by: ["ana", "me", "li"] },
      { emoji: "👍", count: 1, by: ["ana"] },
    ],
  });
  add(1480, "system", null, "The room was locked for a minute");
  say(64, ME, "Great, thank you both!", { reply_to: asked });
  say(
    63,
    ME,
    "I will bring two spades and the long hose, and somebody should bring gloves, because the soil behind the library is full of glass.",
    { edited: new Date(now).toISOString() },
  );
  add(60, "join", { id: "li", name: "Li Wei" }, "");
  say(59, { id: "li", name: "Li Wei" }, "Hi all");
  say(58, { id: "li", name: "Li Wei" }, "", { deleted: new Date(now).toISOString(), deleted_by: "sender" });
  add(55, "action", TEO, "waters the tomatoes");
  add(40, "notification", null, "Build beds 3 and 4 was moved to Saturday, 10:00.");
  say(31, ANA, "", { deleted: new Date(now).toISOString(), deleted_by: "moderator" });
  say(30, ANA, "🎉");
  add(12, "leave", TEO, "");
  say(3, ANA, "@Rosa see `README`, it is **important** :) :wave:");
  say(2, ME, "See you on Saturday");
  return messages;
}

/** Answers for the room in the server's place; sends are refused, so that a failed line is in the picture too. */
export async function stage(browserPage, room, isRtl = false, head = {}) {
  const messages = page(isRtl);
  await browserPage.routeWebSocket(/\/v1\/socket/, (socket) => {
    socket.onMessage((data) => {
      const frame = JSON.parse(data);
      const send = (answer) => socket.send(JSON.stringify(answer));
      if (frame.type === "hello") send({ type: "welcome", beat_s: 25, limits: { rooms: 50, frame_bytes: 65_536 } });
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
          settings: {
            version: 1,
            first: 1,
            title: isRtl ? "حديقة الحي" : "Community garden",
            locked: false,
            slow_seconds: 0,
            announce: true,
            text_max: 2000,
            edit_minutes: 15,
            presence: "names",
            ...head.settings,
          },
          me: { ...ME, level: "moderate", may: MAY, ...head.me },
          present: { count: 4, people: [ANA, TEO, ME], typing: [TEO] },
        });
      }
      if (frame.type === "say" && frame.text.includes("muted")) {
        send({ type: "problem", ref: frame.ref, title: "You are muted", status: 403, code: "muted" });
      }
    });
  });
}

/** How things can stand, beside the usual. */
export const STATES = {
  muted: { me: { may: ["read"], restricted: { kind: "mute", until: "2099-01-01T00:00:00.000Z", why: "Spam" } } },
  banned: { me: { may: ["read"], restricted: { kind: "ban" } } },
  locked: { settings: { locked: true }, me: { level: "say", may: ["read"] } },
  "read-only": { me: { level: "read", may: ["read"] } },
  slow: { settings: { slow_seconds: 30 }, me: { level: "say", guest: true, may: ["read", "say", "type", "react"] } },
};

const LOOKS = {
  wide: { viewport: { width: 1100, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  narrow: { viewport: { width: 280, height: 560 } },
  dark: { viewport: { width: 720, height: 900 }, colorScheme: "dark" },
  spanish: { viewport: { width: 480, height: 900 }, locale: "es-PY" },
  line: { viewport: { width: 720, height: 900 }, density: "line" },
  rtl: { viewport: { width: 480, height: 640 }, locale: "ar" },
};

export async function takePictures(browser, server, path) {
  for (const [name, head] of Object.entries(STATES)) {
    const reader = await Reader.open(browser, `${server.url}embed/pictures/42`, "Rosa", {
      ...LOOKS.phone,
      prepare: (page) => stage(page, "pictures/42", false, head),
    });
    await reader.page.locator(".message").first().waitFor();
    await reader.page.waitForTimeout(400);
    await reader.page.screenshot({ path: path(`state-${name}`) });
    await reader.close();
  }
  for (const [name, look] of Object.entries({ wide: LOOKS.wide, narrow: LOOKS.narrow, darktools: LOOKS.dark })) {
    const reader = await Reader.open(browser, `${server.url}embed/pictures/42`, "Rosa", {
      ...look,
      prepare: (page) => stage(page, "pictures/42"),
    });
    await reader.live();
    await reader.room.locator(".message", { hasText: "important" }).hover();
    await reader.room.locator(".tools .more").click();
    await reader.page.waitForTimeout(300);
    await reader.page.screenshot({ path: path(`${name}-menu`) });
    await reader.room.locator(".menu .item").first().press("Escape");
    await reader.room.locator(".message", { hasText: "important" }).hover();
    await reader.room.locator(".tools .answer").click();
    await reader.room.locator(".pick").click();
    await reader.room.locator(".grid button").first().waitFor();
    await reader.page.screenshot({ path: path(`${name}-picker`) });
    await reader.room.locator(".panel .close").click();
    await reader.room.locator(".presence").click();
    await reader.room.locator(".people").waitFor();
    await reader.page.screenshot({ path: path(`${name}-people`) });
    await reader.close();
  }
  for (const [name, options] of Object.entries(LOOKS)) {
    const isRtl = name === "rtl";
    const reader = await Reader.open(browser, `${server.url}embed/pictures/42`, "Rosa", {
      ...options,
      prepare: (page) => stage(page, "pictures/42", isRtl),
    });
    await reader.page.evaluate(
      ({ isRtl, isSpanish, density }) => {
        if (isRtl) document.documentElement.dir = "rtl";
        if (density) document.querySelector("tertulia-room").density = density;
        if (isSpanish) document.querySelector("tertulia-room").lang = "es-PY";
      },
      { isRtl, isSpanish: name === "spanish", density: options.density ?? "" },
    );
    await reader.live();
    if (!isRtl) {
      await reader.say("a line that I may not say, because I am muted");
      await reader.page.waitForTimeout(300);
      await reader.say("a line that is on its way");
    }
    await reader.page.waitForTimeout(500);
    await reader.page.screenshot({ path: path(name) });
    if (!isRtl && name !== "narrow") {
      await reader.room.evaluate((room) => {
        room.shadowRoot.querySelector(".log").scrollTop = 0;
      });
      await reader.page.waitForTimeout(200);
      await reader.page.screenshot({ path: path(`${name}-top`) });
    }
    await reader.close();
  }
  for (const [name, options] of Object.entries({
    wide: { viewport: { width: 1280, height: 900 } },
    phone: LOOKS.phone,
    dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  })) {
    const reader = await Reader.open(browser, server.url, "Rosa", options);
    await reader.live();
    await reader.room.locator("[part=input]").fill("hello");
    await reader.room.locator("[part=input]").press("Enter");
    await reader.page.waitForTimeout(500);
    await reader.page.screenshot({ path: path(`try-${name}`), fullPage: true });
    await reader.close();
  }
}
