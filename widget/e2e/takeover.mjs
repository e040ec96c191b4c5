// A room's own page, and the element that takes over from it: nothing that is read moves, in any frame. The script is held back,
// where everything stands is noted, and again in each frame until the element is at rest.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { Reader, widgetFiles } from "./reader.mjs";
import { startBinary } from "./servers.mjs";
import { equal, tell } from "./tell.mjs";

if (!process.env.TERTULIA_BIN) {
  console.log("takeover: skipped, needs TERTULIA_BIN");
  process.exit(0);
}

const MINUTE = 60_000;
const NOW = Date.now();
const LONG = "Some say that it is the length of a line that breaks it, and others that it is the width of the page. ";
const ANA = { id: "7", name: "Ana" };
const BEN = { id: "8", name: "Benigna Fernández" };
const EVE = { id: "~e", name: "Eve", guest: true };

/** What stands in the room, oldest first: who, what, how many minutes ago, and what else. */
const SAID = [
  ...Array.from({ length: 20 }, (_, i) => [EVE, `not on the page ${i}`, 5 * 1440 - i]),
  ...Array.from({ length: 6 }, (_, i) => [
    [ANA, BEN, EVE][i % 3],
    `days ago ${i} ${LONG.repeat(i % 3)}`,
    4 * 1440 - i * 7,
  ]),
  // On both sides of midnight: in the east, in the west, and in between.
  ...Array.from({ length: 16 }, (_, i) => [[BEN, BEN, EVE][i % 3], `each hour and a half ${i}`, 2 * 1440 - i * 90]),
  [ANA, "first of three", 300],
  [ANA, `second of three. ${LONG}${LONG}`, 299],
  [ANA, "ok", 298],
  [BEN, "an answer to what stands above", 290, { reply_to: 44 }],
  [EVE, "an answer to what is not on the page", 289, { reply_to: 1 }],
  [EVE, "edited", 288, { edited: true }],
  [EVE, "", 287, { deleted: true }],
  [ANA, "reacted to", 280, { reactions: ["👍", "🎉"] }],
  [ANA, "dances with **everybody** in the room", 270, { kind: "action" }],
  [ANA, "joins", 269, { kind: "join" }],
  [ANA, "leaves", 268, { kind: "leave" }],
  [null, `The system speaks. ${LONG}`, 267, { kind: "system" }],
  [
    BEN,
    `See https://example.org/a/rather/long/address?of=something&more=${"x".repeat(60)}. ${LONG}`,
    260,
    { kind: "notification" },
  ],
  [
    BEN,
    `https://example.org/alone and **bold ${LONG}** and *italic* and \`code of ours\` and a face :) and 10:30 ${LONG}`,
    250,
  ],
  [EVE, "وقفت السفينة عند الميناء، ولم ينزل منها أحد حتى الصباح. ".repeat(4), 240],
  [EVE, "one\n\nthree   spaced\n", 239],
  [null, "by somebody who was erased", 200],
  [ANA, `x${"y".repeat(120)}`, 100],
  [ANA, `${LONG.repeat(3)}`, 90],
];

/** The lines of a room, as they are exported. */
const roomOf = (name, said, changed = {}) => {
  const lines = [];
  said.forEach(([sender, text, ago, more = {}], index) => {
    const { reactions = [], edited, deleted, ...rest } = more;
    const id = index + 1;
    const created = new Date(NOW - ago * MINUTE).toISOString();
    const message = {
      id,
      version: id,
      kind: "message",
      sender,
      text,
      created,
      client_id: `client-${id}-1234`,
      ...rest,
    };
    if (sender === null) message.bearer = "7";
    if (edited) message.edited = created;
    if (deleted) Object.assign(message, { deleted: created, deleted_by: "moderator" });
    lines.push({ type: "message", ...message });
    for (const emoji of reactions) lines.push({ type: "reactions", message: id, emoji, by: ["7", "8"] });
  });
  const settings = { version: 0, first: 1, text_max: 2000, edit_minutes: 15, presence: "names" };
  Object.assign(settings, { locked: false, slow_seconds: 0, announce: false }, changed);
  const created = new Date(NOW - 9 * 1440 * MINUTE).toISOString();
  const head = { type: "room", room: name, created, head: said.length, settings };
  return [head, ...lines, { type: "room-end", room: name, lines: lines.length }];
};

/** Whatever somebody can write has markup in it, as far as it may: no name has `<` in it. */
const MARKUP = `"><img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script></script><svg onload="globalThis.ran=1"><!-- ]]> {{1}} javascript:globalThis.ran=1`;
const NAMED = { name: `&lt;b onclick=ran()"'&amp;`, avatar: "https://x/?a=%22onerror=1" };
const HOSTILE = [
  [{ id: `"><img src=x onerror=1>`, ...NAMED }, MARKUP, 50],
  [
    { id: "~h", guest: true, name: `"'&lt;i` },
    `https://example.org/"onmouseover="globalThis.ran=1 ${MARKUP}`,
    49,
    { reply_to: 1 },
  ],
  [{ id: "h", ...NAMED, avatar: undefined }, `**${MARKUP}** \`${MARKUP}\``, 48, { reactions: ["👍"] }],
  ...["action", "join", "leave", "system", "notification"].map((kind, i) => [
    { id: "k", ...NAMED },
    MARKUP,
    40 - i,
    { kind },
  ]),
];

const ROOMS = [
  roomOf("takeover/all", SAID),
  roomOf("takeover/few", SAID.slice(-3)),
  roomOf("takeover/locked", SAID.slice(-30, -20), { locked: true, title: "Locked", comment: "Nobody writes here." }),
  roomOf("takeover/slow", SAID.slice(-30, -20), { slow_seconds: 20 }),
  roomOf("takeover/hostile", HOSTILE, { title: MARKUP.slice(0, 90), comment: MARKUP }),
];
/** What `tertulia import` takes. */
const exported = () => {
  const all = [{ type: "tertulia-export", version: 1 }, ...ROOMS.flat()];
  return [...all, { type: "end", lines: all.length }].map((line) => `${JSON.stringify(line)}\n`).join("");
};

const ROOM = "takeover/all";
const server = await startBinary(process.env.TERTULIA_BIN, {}, exported());
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

async function post(path, body, token) {
  const headers = { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${server.url}v1/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

// A guest whom only their browser knows, and who has spoken today.
const guest = await post("guests", { name: "Rosa" });
for (const text of ["mine", `mine, and long. ${LONG.repeat(2)}`])
  await post(`rooms/${ROOM}/messages`, { text }, guest.token);
const other = await post("guests", { name: "Oto" });
await post(`rooms/${ROOM}/messages`, { text: "not seen yet" }, other.token);
await post(`rooms/${ROOM}/messages`, { text: "nor this" }, other.token);

/** In the page: where everything stands that is read, in the page of the server, or in the element once that is drawn. */
function lookAround() {
  const element = document.querySelector("tertulia-room");
  const drawn = element?.shadowRoot?.querySelector(".header");
  const root = drawn ? element.shadowRoot : document.querySelector(".room");
  if (!root?.querySelector(".foot")) return undefined;
  const round = (value) => Math.round(value * 10) / 10;
  const linesOf = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [];
    for (const { left, right, top, bottom, width } of range.getClientRects()) {
      if (width === 0) continue;
      const line = lines.at(-1);
      // Of one line are rectangles that lie beside each other.
      if (line && Math.min(bottom, line.bottom) - Math.max(top, line.top) > 4) {
        line.left = Math.min(line.left, left);
        line.right = Math.max(line.right, right);
      } else lines.push({ left, right, top, bottom });
    }
    return lines.map(({ left, right, top }) => [left, top, right].map(round));
  };
  const boxOf = (node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return [[left, top, right, bottom].map(round)];
  };
  const isSeen = (node) => node.checkVisibility() && node.getBoundingClientRect().width > 1;
  const found = [];
  const texts =
    ".title, .day time, .day span, .unread span, .sender bdi, .guest, .words, .removed, .meta time, .meta span, .reaction";
  const boxes =
    ".avatar, .bubble, .quote, .quote b, .quote > span, .reaction, .header, .foot, textarea, .send, .lines svg";
  for (const node of root.querySelectorAll(texts)) {
    if (isSeen(node) && node.textContent)
      found.push(["text", node.textContent.replace(/[\u2066-\u2069\s]/g, "").slice(0, 90), linesOf(node)]);
  }
  for (const node of root.querySelectorAll(boxes)) {
    if (isSeen(node)) found.push(["box", node.classList[0] ?? node.localName, boxOf(node)]);
  }
  return { isDrawn: Boolean(drawn), found };
}

/** What differs between two looks by more than a pixel. */
function differences(before, after, isClosed = false) {
  const faults = [];
  // Until the element is told that nobody may write there, it has a field in the place of the words that say so.
  if (isClosed) after.found = after.found.filter(([, name]) => !["field", "send"].includes(name));
  const line = ([kind, name]) => `${kind} ${name}`;
  const [left, right] = [before.found.map(line), after.found.map(line)];
  if (JSON.stringify(left) !== JSON.stringify(right)) {
    const without = (these, those) => these.filter((each, index) => those[index] !== each && !those.includes(each));
    faults.push(`${left.length} things, then ${right.length}`);
    for (const each of without(left, right)) faults.push(`gone: ${each}`);
    for (const each of without(right, left)) faults.push(`come: ${each}`);
    return faults;
  }
  before.found.forEach(([kind, name, rects], index) => {
    const now = after.found[index][2];
    const isSame =
      rects.length === now.length &&
      rects.every((rect, i) => rect.every((value, j) => Math.abs(value - now[i][j]) <= 1));
    if (!isSame) faults.push(`${kind} ${name.slice(0, 40)}: ${JSON.stringify(rects)} became ${JSON.stringify(now)}`);
  });
  return faults;
}

/** Opens the page with the script held back. */
async function open(opened, path, { storage = {}, prepare, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 900, height: 700 }, locale: "en-GB", ...options });
  opened.push(context);
  const page = await context.newPage();
  const reader = new Reader(context, page, "Ana");
  let letGo;
  const held = new Promise((resolve) => {
    letGo = resolve;
  });
  const folder = process.env.E2E_WIDGET;
  for (const [name, file] of folder ? widgetFiles(folder) : []) {
    await page.route(`**/${name}*`, (route) =>
      route.fulfill({ path: join(folder, file), contentType: "text/javascript" }),
    );
  }
  await page.route(/widget[\w-]*\.js/, async (route) => {
    await held;
    await route.fallback();
  });
  await page.addInitScript((entries) => {
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
  }, storage);
  await prepare?.(page);
  // No picture is fetched from anywhere.
  await page.route("https://x/**", (route) => route.fulfill({ body: "", contentType: "image/png" }));
  await page.goto(`${server.url}embed/${path}`, { waitUntil: "commit" });
  // All of it is there; scripts of modules wait.
  await page.waitForFunction(() => document.readyState !== "loading");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, reader, letGo };
}

/** Where a page's element takes over: what it does to what stands there. */
async function takesOver(opened, path, options = {}, what = "") {
  const { page, reader, letGo } = await open(opened, path, options);
  await options.before?.(page);
  const before = await page.evaluate(lookAround);
  await shot(page, `${what}-before`);
  // From now on each frame is looked at, and kept where it differs from the one before.
  await page.evaluate(`{
    const look = ${lookAround};
    globalThis.frames = [];
    let last = "";
    const note = () => {
      const seen = look();
      const text = JSON.stringify(seen);
      if (text !== last) globalThis.frames.push(seen ?? null);
      last = text;
    };
    // What is painted is what stands when all who watch a size have been heard, and an observer that is made last is heard last.
    const onFrame = () => {
      const observer = new ResizeObserver(() => {
        observer.disconnect();
        note();
      });
      observer.observe(document.body);
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  }`);
  letGo();
  await page.waitForFunction(() => ["live", "locked"].includes(document.querySelector("tertulia-room").state));
  await page.evaluate(
    () => new Promise((done) => setTimeout(() => requestIdleCallback(() => requestAnimationFrame(() => done())), 300)),
  );
  await shot(page, `${what}-after`);
  const frames = await page.evaluate(() => globalThis.frames);
  equal(frames.at(-1)?.isDrawn, true, `${what}: the element has taken over`);
  for (const [number, frame] of frames.entries()) {
    if (frame === null) throw new Error(`${what}: for a frame there was nothing`);
    const faults = differences(before, frame, options.isClosed);
    if (faults.length > 0)
      throw new Error(
        `${what}: ${faults.length} of ${before.found.length} moved in ${number + 1} of ${frames.length}:\n  ${faults.slice(-14).join("\n  ")}`,
      );
  }
  equal(reader.complaints, [], `${what}: complaints of the browser`);
  return { page, reader, before };
}

async function shot(page, name) {
  const folder = process.env.E2E_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replace(/\W+/g, "-")}.png`) });
}

const KNOWN = { [`tertulia:guest:${server.url}`]: JSON.stringify(guest) };
const READ = { ...KNOWN, [`tertulia:read:${server.url}:${ROOM}:`]: String(SAID.length + 2) };
const WIDTHS = [900, 360];

const stories = {};
for (const width of WIDTHS) {
  for (const density of ["bubble", "line"]) {
    for (const [name, options] of Object.entries({
      "light, from the left": { timezoneId: "UTC" },
      "dark, from the left": { colorScheme: "dark", timezoneId: "America/Asuncion" },
      "from the right": { locale: "ar-EG", timezoneId: "Asia/Tokyo" },
      "a guest who was here before": { locale: "en-US", timezoneId: "America/Los_Angeles", storage: READ },
    })) {
      const what = `${width} px, ${density}, ${name}`;
      stories[`nothing moves when the element takes over: ${what}`] = async (opened) => {
        await takesOver(opened, `${ROOM}?density=${density}`, { viewport: { width, height: 700 }, ...options }, what);
      };
    }
  }
}

for (const [name, path] of Object.entries({
  "a room that is not full": "takeover/few",
  "a room where nobody has spoken": "takeover/none",
  "a locked room": "takeover/locked",
  "a slow room": "takeover/slow",
})) {
  stories[`nothing moves when the element takes over: ${name}`] = async (opened) => {
    for (const width of WIDTHS)
      await takesOver(
        opened,
        path,
        { viewport: { width, height: 700 }, isClosed: name.includes("locked") },
        `${name}, ${width} px`,
      );
  };
}

Object.assign(stories, {
  async "who has scrolled up, and begun to write, goes on where they are"(opened) {
    const before = async (page) => {
      await page.locator("textarea").pressSequentially("half a sen");
      await page.keyboard.press("ArrowLeft");
      await page.evaluate(() => {
        document.querySelector(".log").scrollTop = -400;
      });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    };
    const { reader, page } = await takesOver(opened, ROOM, { before }, "scrolled up");
    const field = () => {
      const { activeElement: at } = document.querySelector("tertulia-room").shadowRoot;
      return [at?.localName, at?.value, at?.selectionStart];
    };
    equal(await page.evaluate(field), ["textarea", "half a sen", 9], "what is written, and where");
    await page.keyboard.type("X");
    equal(await page.evaluate(field), ["textarea", "half a seXn", 10], "what is written on");
    equal(reader.complaints, [], "complaints of the browser");
  },

  async "what the server has written is loaded once, and what a host has written stays until the element is drawn"(
    opened,
  ) {
    const asked = [];
    const { page, letGo } = await open(opened, ROOM);
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    letGo();
    await page.waitForFunction(() => document.querySelector("tertulia-room").state === "live");
    equal(
      asked.filter((path) => path.includes("/v1/rooms")),
      [],
      "asked for again",
    );
    const { messages: _, ...head } = await (await fetch(`${server.url}v1/rooms/${ROOM}/messages`)).json();
    const json = JSON.stringify({ ...head, messages: [] }).replaceAll("<", "\\u003c");
    const html = `<!doctype html><link rel="icon" href="data:,"><script type="module" src="${server.url}widget.js"></script>
      <tertulia-room room="${ROOM}"><script type="application/json" data-page>${json}</script>
      <p id="own">As the host has written it.</p></tertulia-room>`;
    await page.route("**/host", (route) => route.fulfill({ body: html, contentType: "text/html" }));
    await page.addInitScript(() => {
      globalThis.frames = [];
      const note = () => {
        const own = document.querySelector("#own");
        const drawn = Boolean(document.querySelector("tertulia-room")?.shadowRoot?.querySelector(".header"));
        if (own) globalThis.frames.push([own.checkVisibility(), drawn].join());
        requestAnimationFrame(note);
      };
      requestAnimationFrame(note);
    });
    await page.goto(`${server.url}host`);
    await page.waitForFunction(() => document.querySelector("tertulia-room").state === "live");
    const frames = await page.evaluate(() => [...new Set(globalThis.frames)]);
    equal(frames, ["true,false", "false,true"], "what was in sight: the host's, then the element's");
  },

  async "markup in every field runs nowhere, with and without a script"(opened) {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    opened.push(plain);
    const bare = await plain.newPage();
    const complaints = [];
    bare.on("console", (line) => complaints.push(line.text()));
    await bare.route("https://x/**", (route) => route.fulfill({ body: "", contentType: "image/png" }));
    await bare.goto(`${server.url}embed/takeover/hostile`);
    equal(await bare.locator(".words").count(), HOSTILE.length - 2, "texts without a script");
    equal(complaints, [], "complaints without a script");
    const prepare = (page) =>
      page.addInitScript(() => {
        globalThis.violations = [];
        addEventListener("securitypolicyviolation", (event) =>
          globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
        );
      });
    const { page } = await takesOver(opened, "takeover/hostile", { prepare }, "hostile");
    const told = await page.evaluate(() => [globalThis.ran ?? null, globalThis.violations]);
    equal(told, [null, []], "what ran, and what was reported");
    for (const [at, root] of [
      ["the server's page", () => document],
      ["the element", () => document.querySelector("tertulia-room").shadowRoot],
    ]) {
      const found = await page.evaluate(`{
        const root = (${root})();
        const all = [...root.querySelectorAll("*")];
        ({
          strange: all.filter((each) => [...each.attributes].some(({ name }) => name.startsWith("on"))).map((each) => each.outerHTML),
          scripts: all.filter((each) => each.localName === "script" && !each.matches("[data-page], [data-first], [type=module]")).length,
          links: all.flatMap((each) => ["href", "src"].map((name) => each.getAttribute(name)).filter((value) => /^\\s*javascript:/i.test(value ?? ""))),
        });
      }`);
      equal(found, { strange: [], scripts: 0, links: [] }, at);
    }
  },
});

await tell("takeover", stories, async () => {
  await browser.close();
  await server.stop();
});
