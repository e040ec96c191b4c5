// A room's own page, and the element that takes over from it: nothing that is read moves, in any frame. The script is held back,
// where everything stands is noted, and again in each frame until the element is at rest.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { Reader, widgetFiles } from "./reader.mjs";
import { startBinary } from "./servers.mjs";
import { equal, tell, until } from "./tell.mjs";

if (!process.env.TERTULIA_BIN) {
  console.log("takeover: skipped, needs TERTULIA_BIN");
  process.exit(0);
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
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
    `https://example.org/alone and **bold :) https://example.org/b ${LONG}** and *italic **both*** and \`code of ours\` and a face :) and 10:30 ${LONG}`,
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
  roomOf("takeover/kept", SAID),
  roomOf("takeover/acts", SAID),
  roomOf("takeover/menu", SAID),
  roomOf("takeover/named", [
    [ANA, "before", 9],
    [BEN, "a :) and a :tada:", 8],
    [EVE, "at :nothing:", 7],
  ]),
  roomOf(
    "takeover/long",
    Array.from({ length: 700 }, (_, i) => [[ANA, BEN, EVE][i % 3], `long ${i}`, 700 - i]),
  ),
  roomOf("takeover/hostile", HOSTILE, { title: MARKUP.slice(0, 90), comment: MARKUP }),
];
/** What `tertulia import` takes. */
const exported = () => {
  const all = [{ type: "tertulia-export", version: 1 }, ...ROOMS.flat()];
  return [...all, { type: "end", lines: all.length }].map((line) => `${JSON.stringify(line)}\n`).join("");
};

const ROOM = "takeover/all";
const server = await startBinary(process.env.TERTULIA_BIN, {}, exported());
const browser = await launch();

async function ask(method, path, body, token) {
  const headers = { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${server.url}v1/${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
const post = (path, body, token) => ask("POST", path, body, token);

// A guest whom only their browser knows, and who has spoken today.
const guest = await post("guests", { name: "Rosa" });
for (const text of ["mine", `mine, and long. ${LONG.repeat(2)}`])
  await post(`rooms/${ROOM}/messages`, { text }, guest.token);
const other = await post("guests", { name: "Oto" });
await post(`rooms/${ROOM}/messages`, { text: "not seen yet" }, other.token);
await post(`rooms/${ROOM}/messages`, { text: "nor this" }, other.token);

/** What the rows of the three rooms end with in which they are looked at one by one, by the number of the message. */
const LATER = [
  ["mine, and short", guest],
  ["said by Oto", other],
  ["to be edited", other],
  ["to be deleted", other],
  ["by Rosa", guest],
  ["the last of Oto", other],
];
for (const room of ["takeover/kept", "takeover/acts", "takeover/menu"])
  for (const [text, { token }] of LATER) await post(`rooms/${room}/messages`, { text }, token);
const [MINE, , EDITED, DELETED, BETWEEN, LAST] = LATER.map((_, index) => SAID.length + index + 1);
const numberOf = (text) => SAID.findIndex(([, said]) => said.startsWith(text)) + 1;

/** In the page: where everything stands that is read, in the page of the server, or in the element once that is drawn. */
function lookAround() {
  const element = document.querySelector("tertulia-room");
  const drawn = element?.shadowRoot?.querySelector(".header");
  // Everything as it is drawn: what the server has written stands in slots of the element.
  const all = [];
  const walk = (node, isInLog) => {
    all.push([node, isInLog]);
    const inside = node.localName === "slot" ? node.assignedElements() : [];
    const below = inside.length > 0 ? inside : (node.shadowRoot ?? node).children;
    for (const each of below) walk(each, isInLog || node.matches(".log"));
  };
  walk(document.body, false);
  if (!all.some(([node]) => node.matches(".foot"))) return undefined;
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
  const boxes = ".avatar, .bubble, .quote, .quote b, .quote > span, .reaction, .header, .foot, textarea, .send";
  for (const [node] of all) {
    if (node.matches(texts) && isSeen(node) && node.textContent)
      found.push(["text", node.textContent.replace(/[\u2066-\u2069\s]/g, "").slice(0, 90), linesOf(node)]);
  }
  for (const [node, isInLog] of all) {
    const isBox = node.matches(boxes) || (isInLog && node.matches("svg"));
    if (isBox && isSeen(node)) found.push(["box", node.classList[0] ?? node.localName, boxOf(node)]);
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
  if (folder) {
    const sheet = { path: join(folder, "embed.css"), contentType: "text/css" };
    await page.route("**/embed.css*", (route) => route.fulfill(sheet));
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

/** In the page: each row that the server has written is known again. */
function markRows() {
  globalThis.moved = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.moved += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  globalThis.rows = [...document.querySelectorAll("tertulia-room > :is(article, .day, .unread)")];
  globalThis.rows.forEach((row, index) => {
    row.mark = index;
  });
}

/** Which of them have been replaced, taken out or moved. */
function rowsGone(page) {
  return page.evaluate(() => {
    const now = new Set(document.querySelectorAll("tertulia-room > *"));
    const isKept = (row, index) => now.has(row) && row.mark === index && row.assignedSlot?.isConnected;
    return globalThis.rows
      .filter((row, index) => !isKept(row, index))
      .map((row) => row.id || row.className)
      .sort();
  });
}

/** Selects a part of the text of a row. */
function select(page, id, from, to) {
  return page.evaluate(
    ([id, from, to]) => {
      const text = document.querySelector(`#${id} .words`).firstChild;
      getSelection().setBaseAndExtent(text, from, text, to);
    },
    [id, from, to],
  );
}

/** How much of a picture is as blue as nothing is but a selection. */
async function bluePoints(context, picture) {
  const page = await context.newPage();
  const count = await page.evaluate(async (data) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${data}` });
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const points = canvas.getImageData(0, 0, image.width, image.height).data;
    let count = 0;
    for (let i = 0; i < points.length; i += 4) count += points[i] < 90 && points[i + 2] > 170 ? 1 : 0;
    return count;
  }, picture);
  await page.close();
  return count;
}

function selected(page) {
  return page.evaluate(() => {
    const { anchorNode, isCollapsed } = getSelection();
    const isWhole = !isCollapsed && anchorNode.isConnected;
    return isWhole ? [String(getSelection()), anchorNode.parentElement.closest("article")?.id] : [];
  });
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
      if (globalThis.isSeen) return;
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
  // What comes after is not looked at, which takes longer than all that the page does itself.
  const frames = await page.evaluate(() => {
    globalThis.isSeen = true;
    return globalThis.frames;
  });
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

  async "no row is replaced when the element takes over, and what is selected in one stays so"(opened) {
    const quiet = [numberOf("second of three"), numberOf("وقفت")];
    /** How many points of the row are painted as selected. */
    const look = async (page) => {
      const { top, bottom } = await page.evaluate(
        (id) => document.getElementById(id).getBoundingClientRect(),
        `m${LAST}`,
      );
      const picture = await page.screenshot({ clip: { x: 0, y: top, width: 900, height: bottom - top } });
      return bluePoints(page.context(), picture.toString("base64"));
    };
    let painted;
    const before = async (page) => {
      await page.evaluate(markRows);
      equal(await look(page), 0, "painted as selected");
      await select(page, `m${LAST}`, 4, 8);
      painted = await look(page);
      equal(painted > 100, true, "a selection is seen");
    };
    const { page, reader } = await takesOver(opened, "takeover/kept", { before, storage: KNOWN }, "kept");
    equal(Math.abs((await look(page)) - painted) < 20, true, "it is seen as before");
    equal(await selected(page), ["last", `m${LAST}`], "what is selected");
    const all = await page.evaluate(() => globalThis.rows.length);
    equal(all > 50, true, "there are rows");
    equal(await rowsGone(page), [], "rows that were replaced");
    equal(await page.evaluate(() => globalThis.moved), 0, "the layout has shifted by");
    // Each is on the screen, and is what is pressed there.
    const unseen = await page.evaluate(async () => {
      const faults = [];
      for (const row of globalThis.rows.filter(({ isConnected }) => isConnected)) {
        row.scrollIntoView({ block: "center" });
        const at = (row.querySelector(".words, .removed, time, span") ?? row).getClientRects()[0];
        const found = document.elementFromPoint((at.left + at.right) / 2, (at.top + at.bottom) / 2);
        if (!row.contains(found)) faults.push(`${row.id || row.className}: ${found?.outerHTML.slice(0, 80)}`);
      }
      return faults;
    });
    equal(unseen, [], "rows that are not seen");
    // What is looked for in the page is found there.
    for (const text of ["second of three", "said by Oto", "وقفت السفينة"]) {
      const found = await page.evaluate((text) => {
        getSelection().removeAllRanges();
        return window.find(text) && getSelection().anchorNode.parentElement.closest("article")?.textContent;
      }, text);
      equal(String(found).includes(text), true, `found: ${text}`);
    }
    // In a row out of sight, and from one to the other.
    for (const id of quiet) {
      await select(page, `m${id}`, 2, 20);
      equal((await selected(page))[1], `m${id}`, "another selection");
    }
    equal(reader.complaints, [], "complaints of the browser");
  },

  async "of the server's rows only what changes is drawn anew, and all that can be done with a line can be done with them"(
    opened,
  ) {
    const before = async (page) => page.evaluate(markRows);
    const room = "rooms/takeover/acts/messages";
    const { page, reader } = await takesOver(opened, "takeover/acts", { before, storage: KNOWN }, "acts");
    const gone = [];
    const goes = async (id, what) => {
      if (id !== undefined) gone.push(`m${id}`);
      await until(async () => (await rowsGone(page)).length >= gone.length, `${what}: a row is drawn anew`);
      equal(await rowsGone(page), [...gone].sort(), what);
      const seen = await page.evaluate((id) => {
        const row = document.querySelector("tertulia-room").shadowRoot.querySelector(`[data-id="${id}"]`);
        return row?.classList.contains("kept") === false;
      }, id);
      if (id !== undefined) equal(seen, true, `${what}: it is the element's`);
    };
    const inRow = (id, selector = "") => page.locator(`tertulia-room [data-id="${id}"] ${selector}`.trim());
    const hover = async (id) => {
      await page.evaluate((id) => document.getElementById(`m${id}`).scrollIntoView({ block: "center" }), id);
      await page.locator(`#m${id} .words`).hover();
      await inRow(id, ".tools").waitFor();
    };

    await post(room, { text: "one more" }, other.token);
    await reader.sees("one more");
    equal(await page.locator(`#m${LAST}`).evaluate((row) => row.matches(".last")), false, "it has one below it");
    await goes(undefined, "a new line");
    equal((await reader.texts()).slice(-3), ["by Rosa", "the last of Oto", "one more"], "the last lines");

    // What the pointer brings stands at the line, and is the line's.
    await hover(MINE);
    const [tools, line] = [await inRow(MINE, ".tools").boundingBox(), await page.locator(`#m${MINE}`).boundingBox()];
    equal(Math.round(tools.y - line.y), -14, "the tools are above the line");
    await hover(LAST);
    await inRow(LAST, ".answer").click();
    equal(await page.locator("tertulia-room .about .said").textContent(), "the last of Oto", "what is answered");
    await page.keyboard.press("Escape");
    // By keys from line to line, with the pointer elsewhere.
    await page.mouse.move(5, 5);
    await inRow(LAST).focus();
    const focused = () => document.querySelector("tertulia-room").shadowRoot.activeElement?.dataset.id;
    for (const id of [BETWEEN, DELETED, EDITED]) {
      await page.keyboard.press("ArrowUp");
      equal(await page.evaluate(focused), String(id), "the line that has the focus");
    }
    await inRow(EDITED, ".tools").waitFor();
    await goes(undefined, "what is done beside them");

    // From what the page has in a line, too.
    const linked = numberOf("https://example.org/alone");
    await page.locator(`#m${linked} .words a`).first().focus();
    await page.keyboard.press("ArrowDown");
    equal(await page.evaluate(focused), String(linked + 1), "the line after a link that had the focus");

    // What is selected may begin in the page and end in the element.
    const [from, to] = [page.locator(`#m${LAST} .words`), inRow(LAST + 1, ".words")];
    await to.scrollIntoViewIfNeeded();
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    await page.mouse.move(start.x + 1, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(end.x + end.width - 1, end.y + end.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.keyboard.press("Control+c");
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split("\n").filter(Boolean);
    equal([copied[0], copied.at(-1)], ["the last of Oto", "one more"], "what is copied");
    await page.mouse.move(5, 5);

    await inRow(EDITED).focus();
    // The row's own place stays, with the focus and what is open there.
    await page.evaluate((id) => {
      globalThis.line = document.querySelector("tertulia-room").shadowRoot.querySelector(`[data-id="${id}"]`);
    }, EDITED);
    await ask("PATCH", `${room}/${EDITED}`, { text: "edited by Oto" }, other.token);
    await reader.sees("edited by Oto");
    await goes(EDITED, "an edit");
    equal(await page.evaluate(focused), String(EDITED), "it has the focus still");
    equal(await page.evaluate(() => globalThis.line.isConnected), true, "and is the same line");
    await ask("DELETE", `${room}/${DELETED}`, undefined, other.token);
    await goes(DELETED, "a deletion");
    await ask("PUT", `${room}/${LAST}/reactions?emoji=${encodeURIComponent("🎉")}`, undefined, guest.token);
    await inRow(LAST, ".reaction.mine").waitFor();
    await goes(LAST, "a reaction");

    // Reactions that are there can be pressed, by pointer and by keys; the focus stays in the row.
    const reacted = numberOf("reacted to");
    await page.locator(`#m${reacted}`).scrollIntoViewIfNeeded();
    await page.locator(`#m${reacted} .reaction`).nth(1).focus();
    await page.keyboard.press("Enter");
    await inRow(reacted, ".reaction.mine").waitFor();
    await goes(reacted, "a reaction of the reader's own");
    const mine = () => document.querySelector("tertulia-room").shadowRoot.activeElement?.textContent;
    equal(await page.evaluate(mine), "🎉3", "what has the focus");

    // What is answered is gone to without another page.
    await page.locator(`#m${numberOf("an answer to what stands above")} .quote`).click();
    await page.locator(`#m${44}.shown`).waitFor();
    equal(new URL(page.url()).hash, "", "the address");
    await goes(undefined, "gone to");

    // Older ones come above, and what stands in its place by then is drawn as it is.
    await page.evaluate(() => {
      document.querySelector("tertulia-room").shadowRoot.querySelector(".log").scrollTop = 0;
    });
    await reader.sees("not on the page 3");
    const quoting = numberOf("an answer to what is not on the page");
    await until(async () => (await rowsGone(page)).includes(`m${quoting}`), "what is quoted is known");
    // What was the first of its day, and of its group, has others above it by now.
    const of = (await page.evaluate(() => globalThis.rows.slice(0, 2).map((row) => row.id || row.className))).sort();
    const others = (await rowsGone(page)).filter((id) => ![...gone, `m${quoting}`].includes(id));
    equal(
      others.filter((id) => !of.includes(id)),
      [],
      "gone with older ones",
    );

    // Whom one ignores is seen no more.
    const eve = numberOf("edited");
    const rowsOf = () =>
      page.evaluate(() => {
        const left = globalThis.rows.filter((row) => row.isConnected && row.matches("article"));
        const nameOf = (row) => row.querySelector(".sender bdi, .sr, b")?.textContent;
        return [left.filter((row) => nameOf(row) === "Eve").length, left.filter((row) => nameOf(row) !== "Eve").length];
      });
    const [ofEve, ofOthers] = await rowsOf();
    equal(ofEve > 5, true, "there are rows of theirs");
    await hover(eve);
    await inRow(eve, ".more").click();
    await page.locator("tertulia-room .item.ignore").click();
    await until(async () => (await rowsOf())[0] === 0, "whom one ignores is gone");
    equal(await rowsOf(), [0, ofOthers], "whose rows are left");
    equal(reader.complaints, [], "complaints of the browser");
  },

  async "the menu of a row of the server's does there what it does everywhere"(opened) {
    const before = async (page) => page.evaluate(markRows);
    const room = "rooms/takeover/menu/messages";
    const { page, reader } = await takesOver(opened, "takeover/menu", { before, storage: KNOWN }, "menu");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const inRow = (id, selector = "") => page.locator(`tertulia-room [data-id="${id}"] ${selector}`.trim());
    const choose = async (id, choice) => {
      await page.locator(`#m${id}`).scrollIntoViewIfNeeded();
      await page.locator(`#m${id} .words`).hover();
      await inRow(id, ".tools .more").click();
      await inRow(id, `.item.${choice}`).click();
    };
    const told = async (id) => {
      const { messages } = await (await fetch(`${server.url}v1/${room}`)).json();
      return messages.find((message) => message.id === id);
    };
    const copied = () => page.evaluate(() => navigator.clipboard.readText());

    await choose(LAST, "copy");
    await until(async () => (await copied()) === "the last of Oto", "its text is copied");
    await choose(LAST, "link");
    await until(async () => (await copied()).endsWith(`#tertulia/takeover/menu/${LAST}`), "its address is copied");
    await choose(LAST, "report");
    await page.locator("tertulia-room .panel textarea").fill("It is the last");
    const reported = page.waitForResponse(`**/messages/${LAST}/reports`);
    await page.locator("tertulia-room .panel [type=submit]").click();
    equal((await reported).ok(), true, "it is reported");
    await page.locator("tertulia-room .notice", { hasText: "Thank" }).waitFor();
    equal(await rowsGone(page), [], "nothing of that draws a row anew");

    await page.locator(`#m${LAST} .words`).hover();
    await inRow(LAST, ".tools .answer").click();
    await reader.say("an answer to it");
    const quote = inRow(LAST + 1, ".quote > span");
    equal(await quote.textContent(), "the last of Oto", "what is quoted");
    await inRow(LAST + 1, ".quote").click();
    await page.locator(`#m${LAST}.shown`).waitFor();
    equal(await rowsGone(page), [], "an answer draws no row anew");

    await page.locator(`#m${LAST} .words`).hover();
    await inRow(LAST, ".tools .react").click();
    await page.locator("tertulia-room .panel input").fill("tada");
    await page.locator("tertulia-room .panel .grid button").first().click();
    await inRow(LAST, ".reaction.mine").waitFor();
    equal((await told(LAST)).reactions[0].emoji, "🎉", "the reaction");
    equal(await rowsGone(page), [`m${LAST}`], "a reaction");

    await choose(MINE, "edit");
    const field = page.locator("tertulia-room [part=input]");
    equal(await field.inputValue(), "mine, and short", "what is edited");
    await field.fill("mine, and no longer short");
    await field.press("Enter");
    await reader.sees("mine, and no longer short");
    equal((await told(MINE)).text, "mine, and no longer short", "the edit");
    equal(await rowsGone(page), [`m${LAST}`, `m${MINE}`].sort(), "an edit");

    // Undone, and done.
    await choose(BETWEEN, "delete");
    await inRow(BETWEEN, ".undo").click();
    await reader.sees("by Rosa");
    equal(await page.evaluate((id) => document.getElementById(`m${id}`), BETWEEN), null, "the server's row");
    await inRow(BETWEEN, ".words").hover();
    await inRow(BETWEEN, ".tools .more").click();
    await inRow(BETWEEN, ".item.delete").click();
    await until(async () => (await told(BETWEEN)).deleted !== undefined, "it is deleted");
    await inRow(BETWEEN, ".removed").waitFor();
    equal(await rowsGone(page), [`m${LAST}`, `m${MINE}`, `m${BETWEEN}`].sort(), "a deletion");
    equal(reader.complaints, [], "complaints of the browser");
  },

  async "a screen reader has the same rows before and after, and axe finds nothing in them"(opened) {
    const look = async (page) => {
      await page.evaluate(axe);
      const faults = await page.evaluate(async () => {
        const found = await globalThis.axe.run(document, {
          rules: { "target-size": { enabled: true }, region: { enabled: false } },
        });
        return found.violations.map(
          ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.flat().at(-1)).join(" and ")}`,
        );
      });
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send("Accessibility.getFullAXTree");
      const known = new Map(nodes.map((node) => [node.nodeId, node]));
      // As they are read: what is where in the tree says that, and the list that the browser gives of it does not.
      const articles = [];
      const read = ({ nodeId, role, backendDOMNodeId, childIds }) => {
        if (role?.value === "article") articles.push(`${nodeId} ${backendDOMNodeId}`);
        for (const each of childIds ?? []) if (known.has(each)) read(known.get(each));
      };
      read(nodes[0]);
      return { faults, articles };
    };
    for (const colorScheme of ["light", "dark"]) {
      for (const density of ["bubble", "line"]) {
        const seen = {};
        const before = async (page) => {
          seen.before = await look(page);
        };
        const options = { before, storage: READ, colorScheme };
        const { page } = await takesOver(opened, `${ROOM}?density=${density}`, options, "heard");
        seen.after = await look(page);
        equal(seen.before.articles.length, 50, "rows");
        equal(seen.after.articles, seen.before.articles, "rows as a screen reader has them");
        equal([seen.before.faults, seen.after.faults], [[], []], `${colorScheme}, ${density}`);
      }
    }
  },

  async "with forced colours what is said has a border, before the element is there and after"(opened) {
    const { page, reader, letGo } = await open(opened, ROOM, { storage: READ, forcedColors: "active" });
    const bare = () =>
      page.evaluate(() => {
        const all = [...document.querySelectorAll("article :is(.bubble, .reaction), .notification")];
        const without = all.filter((each) => getComputedStyle(each).outlineStyle !== "solid");
        return { some: all.length > 9, without: without.map(({ className }) => className) };
      });
    equal(await bare(), { some: true, without: [] }, "what has no border before");
    letGo();
    await reader.live();
    await reader.whole();
    equal(await bare(), { some: true, without: [] }, "what has no border after");
  },

  async "a line with the name of an emoji is drawn anew when that is known, and no other is"(opened) {
    const { page, reader, letGo } = await open(opened, "takeover/named");
    await page.evaluate(markRows);
    letGo();
    await reader.sees("a :) and a :tada:".replace(":)", "🙂").replace(":tada:", "🎉"));
    equal(await rowsGone(page), ["m2"], "rows that were replaced");
  },

  async "rows that are far from what is read leave the page"(opened) {
    const before = async (page) => page.evaluate(markRows);
    const { page, reader } = await takesOver(opened, "takeover/long", { before }, "long");
    await until(async () => {
      await reader.room.evaluate(({ shadowRoot }) => {
        shadowRoot.querySelector(".log").scrollTop = 0;
      });
      return (await page.locator("article").count()) === 0;
    }, "the server's rows are gone");
    equal(await page.locator("article").count(), 0, "rows of the server's");
    await page.locator("tertulia-room .new button").click();
    await reader.sees("long 699");
    equal(reader.complaints, [], "complaints of the browser");
  },

  async "of the server's rows none is shown in another room, whatever their numbers, and none where there is no room"(
    opened,
  ) {
    for (const [room, texts] of [
      ["takeover/long", ["long 0", "long 1", "long 2"]],
      [null, []],
    ]) {
      const before = async (page) => page.evaluate(markRows);
      const { page, reader } = await takesOver(opened, "takeover/few", { before }, "other");
      equal(await rowsGone(page), [], "rows that were replaced");
      await reader.room.evaluate((element, room) => {
        if (room === null) element.removeAttribute("room");
        else element.setAttribute("room", room);
      }, room);
      await until(async () => (await page.locator("article").count()) === 0, "the server's rows are gone");
      equal(await page.locator("tertulia-room > :is(article, .day, .unread)").count(), 0, "what stands in the element");
      if (room !== null) {
        await page.waitForFunction(() => document.querySelector("tertulia-room").state === "live");
        await reader.room.evaluate((element) => element.showMessage(1));
      }
      await reader.sees(...texts);
      equal((await reader.texts()).slice(0, texts.length), texts, "what is read first");
    }
  },

  async "where what takes over does not come, the element draws itself alone"(opened) {
    const prepare = (page) =>
      page.route(/widget-[A-Z0-9]+\.js/, async (route) => {
        const { body } = await route.fetch().then(async (answer) => ({ body: await answer.text() }));
        if (body.includes("kept-day")) await route.abort();
        else await route.fallback();
      });
    const { page, letGo } = await open(opened, "takeover/few", { prepare });
    letGo();
    await page.waitForFunction(() => document.querySelector("tertulia-room").state === "live");
    const found = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("tertulia-room");
      const seen = (each) => each.checkVisibility();
      return [
        document.querySelectorAll(".header, .foot, .log").length,
        [...document.querySelectorAll("article")].filter(seen).length,
        [...shadowRoot.querySelectorAll(".message")].filter(seen).length,
      ];
    });
    equal(found, [0, 0, 3], "what is around it, rows of the server's, rows of its own");
    const box = await page.locator("tertulia-room").boundingBox();
    equal(box, { x: 0, y: 0, width: 900, height: 700 }, "it fills the page");
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
    // The script comes once a frame has been drawn without it.
    let goOn;
    const isSeen = new Promise((done) => {
      goOn = done;
    });
    await page.route(/widget[\w-]*\.js/, async (route) => {
      await isSeen;
      await route.fallback();
    });
    await page.goto(`${server.url}host`, { waitUntil: "commit" });
    await page.waitForFunction(() => globalThis.frames?.length > 0);
    goOn();
    await page.waitForFunction(
      () => document.querySelector("tertulia-room").state === "live" && globalThis.frames.at(-1) === "false,true",
    );
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
