// Pictures to be looked at: a room with everything in it, wide, on a phone, dark, and from right to left.

import { Reader } from "./reader.mjs";
import { ANA, ME, refuse, stand, TEO } from "./states.mjs";

/** The same, from right to left. */
function arabic() {
  const [kind, now] = ["message", Date.now()];
  return [
    { kind, sender: ANA, text: "صباح الخير! هل وصلت البذور؟" },
    {
      kind,
      sender: TEO,
      text: "نعم، وصلت أمس. سأضعها في المكتبة.",
      reactions: [{ emoji: "🌱", count: 2, by: ["me"] }],
    },
    { kind, sender: ME, text: "رائع، شكرًا لك", reply_to: 2 },
    { kind, sender: ME, text: "See you at the garden, around 5 pm." },
    { kind: "action", sender: ANA, text: "ترقص من الفرح" },
    { kind: "join", sender: { id: "li", name: "李" }, text: "" },
  ].map((message, at) => {
    const created = new Date(now - (6 - at) * 600_000).toISOString();
    return { id: at + 1, version: at + 1, created, ...message };
  });
}

/** A line is refused, so that one is in the picture; others are on their way for ever. */
function stage(page, room, isRtl = false, head = {}) {
  const settings = { title: isRtl ? "حديقة الحي" : "Community garden", ...head.settings };
  const said = (frame) => frame.text.includes("muted") && refuse();
  return stand(page, room, { said, ...(isRtl ? { messages: arabic() } : {}), ...head, settings });
}

/** How things can stand, beside the usual. */
const STATES = {
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
