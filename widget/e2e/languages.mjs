// Every language in 280 px: all that the widget says is drawn, and nothing of it is cut off or sticks out. The rooms are answered
// for in the server's place, so that each state is there.
//
//   E2E_SHOTS   a folder to put pictures into, to be looked at

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tagsOf } from "../catalogues.mjs";
import { compile } from "../src/ftl.mjs";
import { launch } from "./browser.mjs";
import { startFake } from "./servers.mjs";
import { MAY, queue } from "./states.mjs";
import { until } from "./tell.mjs";

const WIDTH = 280;
const locales = fileURLToPath(new URL("../../crates/tertulia/locales", import.meta.url));
const shots = process.env.E2E_SHOTS;
const only = process.argv[2];

/** What is said only to those who don't see it, or as briefly as the lines beside it, so that it is not waited for here. */
const UNSEEN = ["system-label", "reaction-label", "suggestions", "loading-older", "sending", "sent", "waiting"];
const BRIEF = ["room-title-lobby", "state-connecting", "failed-given-up", "not-loaded"];
/** Why a line is not taken, each by its code; the last asks for a name. */
const REFUSALS = ["muted", "locked", "too_long", "not_allowed", "refused", "token_missing", "token_invalid"];

const ANA = { id: "ana", name: "Ana" };
const TEO = { id: "~teo", name: "Teo", guest: true };
const ME = { id: "me", name: "Rosa" };
const SAYS = ["read", "say", "action", "react", "edit", "delete", "type"];
const UNTIL = "2099-09-30T22:30:00.000Z";

/** One of each kind and fate, the last two to be acted on; and more, so that there is something to scroll. */
function messages(more = 0) {
  const gone = (deleted_by) => ({ text: "", deleted: "2026-01-02T10:00:00.000Z", deleted_by });
  return [
    ...Array(more).fill({ sender: ANA }),
    { kind: "join", sender: ANA },
    { kind: "leave", sender: TEO },
    { sender: ANA, reply_to: 900 },
    { sender: TEO, ...gone("sender") },
    { sender: TEO, ...gone("moderator") },
    { kind: "notification", sender: null, ...gone("moderator") },
    { sender: TEO, edited: "2026-01-02T10:00:00.000Z", reply_to: more + 4 },
    { sender: ME },
    { sender: TEO },
  ].map((message, at) => {
    const created = new Date(Date.UTC(2026, 0, at + 1, 10)).toISOString();
    return { id: at + 1, version: at + 1, kind: "message", text: "abc", created, ...message };
  });
}

const me = (more) => ({ me: { ...ME, ...more } });
const moderator = me({ level: "moderate", may: MAY });
const closed = (restricted) => me({ level: "say", may: ["read"], restricted });
const typing = (...names) => ({ present: { count: 3, people: [], typing: names.map((name) => ({ id: name, name })) } });
/** The rooms of the page: how each stands, or why it is not opened. */
const ROOMS = {
  acting: { messages: messages(), ...moderator, present: { count: 1234, people: [ANA, TEO], typing: [] } },
  leaving: { messages: messages(9), ...moderator },
  empty: { ...me({ level: "say", may: SAYS }), ...typing("Ana") },
  held: me({ level: "say", may: SAYS }),
  full: me({ level: "say", may: SAYS }),
  failing: { ...me({ level: "say", may: SAYS }), ...typing("Ana", "Teo") },
  guest: {
    ...me({ guest: true, level: "say", may: SAYS }),
    ...typing("Ana", "Teo", "Li"),
    settings: { slow_seconds: 86_400 },
  },
  locked: { ...me({ level: "moderate", may: ["read", "lock"] }), settings: { locked: true, slow_seconds: 60 } },
  "read-only": me({ level: "read", may: ["read"] }),
  muted: closed({ kind: "mute" }),
  "m-until": closed({ kind: "mute", until: UNTIL, why: "spam" }),
  banned: closed({ kind: "ban" }),
  "b-until": closed({ kind: "ban", until: UNTIL, why: "spam" }),
  "signed-out": { code: "token_missing" },
  deleted: { code: "room_deleted" },
  "not-yours": { code: "not_found" },
  "page-refused": { code: "origin_refused" },
  // Of a server that is not there: browsers ask nobody at this port.
  offline: { server: "http://127.0.0.1:1/" },
};

async function answerFor(page, server, lines) {
  await page.routeWebSocket(`${server.url.replace("http", "ws")}v1/socket`, (socket) => {
    lines.push(socket);
    const send = (answer) => socket.send(JSON.stringify(answer));
    socket.onMessage((data) => {
      const { type, ref, room = "", client_id, text } = JSON.parse(data);
      const { code, ...head } = ROOMS[room.split("/")[1]] ?? {};
      if (type === "hello") send({ type: "welcome", beat_s: 600, limits: { rooms: 50, frame_bytes: 65_536 } });
      if (type === "say" && room === "a/held") send({ type: "held", ref, held: 7, client_id });
      else if (type === "say" && room !== "a/full")
        send({ type: "problem", ref, title: "No", status: 403, code: text });
      if (type === "open" && code) send({ type: "problem", ref, room, title: code, status: 403, code });
      if (type === "open" && !code) send(opened(ref, room, head));
    });
  });
  const refusals = [
    { code: "name_taken" },
    { code: "name_taken", detail: "This name would pass for the site's own." },
    { code: "invalid" },
    { code: "internal" },
  ];
  await page.route("**/v1/guests", (route) => {
    const status = 409;
    return route.fulfill({ status, json: { title: "No", status, ...refusals.shift() } });
  });
  await queue(page);
  let inForce = [
    { user: "~teo", kind: "mute", until: UNTIL, why: "spam", by: "me", since: UNTIL },
    { user: "somebody-who-has-said-nothing-here", kind: "ban", by: "me", since: UNTIL },
  ];
  await page.route("**/restrictions", (route) => route.fulfill({ json: inForce }));
  await page.route("**/restrictions?*", (route) => {
    const user = new URL(route.request().url()).searchParams.get("user");
    if (route.request().method() === "DELETE") inForce = inForce.filter((each) => each.user !== user);
    return route.fulfill({ json: route.request().postDataJSON() ?? {} });
  });
  await page.route("**/messages?user=*", (route) => route.fulfill({ json: { room: "a/acting", count: 1234 } }));
  await page.route("**/messages?around=*", (route) =>
    route.fulfill({ json: { ...opened(0, "a/acting", {}), more: true, more_newer: true } }),
  );
  await page.route("**/reports", (route) => route.fulfill({ json: {} }));
}

function opened(ref, room, { messages = [], settings, ...head }) {
  return {
    ...{
      type: "opened",
      ref,
      room,
      cursor: `0123456789abcdef.${messages.length}`,
      more: false,
      reset: false,
      first: 1,
    },
    ...{ messages, present: { count: 1, people: [] }, ...head },
    settings: {
      ...{
        version: 1,
        first: 1,
        locked: false,
        slow_seconds: 0,
        announce: true,
        text_max: 2000,
        edit_minutes: 99_999_999,
      },
      ...{ presence: "names", ...settings },
    },
  };
}

/** In the page: all that is written in its rooms, or stands in or on something. */
function written() {
  const texts = new Set();
  for (const { shadowRoot } of document.querySelectorAll("tertulia-room")) {
    for (const each of shadowRoot.querySelectorAll(":not(style)")) {
      const own = [...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map(({ data }) => data);
      const said = [own.join(""), each.placeholder, each.ariaLabel, each.title];
      for (const text of said) if (text) texts.add(text.replace(/[\u2066-\u2069]/g, "").trim());
    }
  }
  return [...texts];
}

/** What of a catalogue is never written. */
function missing(catalogue, texts) {
  const whole = (pattern) => {
    if (typeof pattern === "string") return pattern.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const part = (each) => (each.v ? ".+" : `(${Object.values(each.o).map(whole).join("|")})`);
    return pattern.map((each) => (typeof each === "string" ? whole(each) : part(each))).join("");
  };
  const isThere = (pattern) => texts.some((text) => new RegExp(`(^| )${whole(pattern).trim()}`).test(text));
  const wanted = Object.entries(catalogue).filter(([id]) => ![...UNSEEN, ...BRIEF].includes(id));
  return wanted.flatMap(([id, pattern]) => (isThere(pattern) ? [] : [id]));
}

/** In the page: what of a room's words is cut off, or sticks out of what it stands in. */
function findFaults(room) {
  const faults = [];
  const isBox = (element) =>
    getComputedStyle(element).overflowX !== "visible" ||
    element.matches(
      "button, label, .menu, .panel, .panel-head, .foot, .notice, .header, .bubble, .message, .system, .about",
    );
  /** The boxes around something: a menu stands out of what it belongs to, and ends where the log does. */
  const around = (element) => {
    const boxes = [];
    for (let box = element; box; box = box.parentElement)
      if (isBox(box)) boxes.push(box);
      else if (box.matches(".tools")) break;
    const log = element.closest(".menu") && root.querySelector(".log");
    return [...boxes, ...(log ? [log] : []), room];
  };
  const root = room.shadowRoot;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const own = text.parentElement;
    // An emoji that this machine has no picture for is wider than its place, which cuts it.
    if (text.data.trim() === "" || own.closest("style, .sr, .said, .grid button") || own.getClientRects().length === 0)
      continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      if (rect.width === 0) continue;
      for (const box of around(own)) {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        const scrolls = /auto|scroll/.test(getComputedStyle(box).overflowY);
        const isIn = rect.left >= left - 1 && rect.right <= right + 1;
        // What scrolls goes on below; everywhere else a line that is not whole is cut.
        const isWhole = scrolls || (rect.top >= top - 4 && rect.bottom <= bottom + 4);
        if (!isIn || !isWhole) faults.push(`"${text.data.trim()}" sticks out of ${box.localName}.${box.className}`);
        if (scrolls) break;
      }
    }
    if (getComputedStyle(own).textOverflow === "ellipsis" && own.scrollWidth > own.clientWidth)
      faults.push(`"${text.data.trim()}" is cut off`);
  }
  for (const field of root.querySelectorAll("[placeholder]")) {
    const style = getComputedStyle(field);
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = style.font;
    const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    const { width } = pen.measureText(field.placeholder);
    if (width > room) faults.push(`"${field.placeholder}" is ${Math.ceil(width - room)} px too long for its field`);
  }
  return [...new Set(faults)];
}

async function look(page, tag, name, faults, texts) {
  const room = page.locator(`tertulia-room[room="a/${name}"]`);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  for (const fault of await room.evaluate(findFaults)) faults.add(`${tag}, ${name}: ${fault}`);
  for (const text of await page.evaluate(written)) texts.add(text);
}

/** Everything that is said in one language. */
async function walk(page, server, tag) {
  const faults = new Set();
  const texts = new Set();
  const lines = [];
  await answerFor(page, server, lines);
  const elements = Object.entries(ROOMS).map(
    ([name, { server = "" }]) =>
      `<tertulia-room room="a/${name}" lang="${tag}" notify ${server && `server="${server}"`}></tertulia-room>`,
  );
  const style = `body { margin: 0; display: flex; flex-wrap: wrap } tertulia-room { width: ${WIDTH}px }`;
  const body = `<!doctype html><meta charset="utf-8"><style>${style}</style>
    <script type="module" src="widget.js"></script>${elements.join("")}`;
  await page.route(`${server.url}languages`, (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.goto(`${server.url}languages`);
  const of = (name) => {
    const room = page.locator(`tertulia-room[room="a/${name}"]`);
    return { room, find: (...what) => room.locator(...what) };
  };
  const see = (name) => look(page, tag, name, faults, texts);
  await of("acting").find(".message").last().waitFor();
  for (const name of ["empty", "held", "failing", "guest"]) await of(name).find("[part=input]").focus();
  for (const name of ["read-only", "muted", "banned", "signed-out", "deleted", "not-yours", "page-refused"])
    await of(name).find(".closed", { hasText: /./ }).waitFor();

  // What is typed: too much, almost too much, and what is not taken.
  await of("empty").find("[part=input]").fill("a".repeat(2100));
  await of("empty").find(".count.over").waitFor();
  await of("guest").find("[part=input]").fill("a".repeat(1900));
  await of("guest").find(".count").waitFor();
  const say = async (name, text) => {
    await of(name).find("[part=input]").fill(text);
    await of(name).find("[part=input]").press("Enter");
  };
  await say("held", "abc");
  await of("held").find(".notice", { hasText: /./ }).waitFor();
  await of("held").find(".message .status").waitFor();
  for (const [at, code] of REFUSALS.entries()) {
    await say("failing", code);
    await of("failing").find(".failure").nth(at).waitFor();
  }
  // So much waits that nothing more is taken.
  await of("full").room.evaluate((room) => {
    for (let i = 0; i < 51; i++) room.say("abc").catch(() => undefined);
  });
  await of("full").find(".notice", { hasText: /./ }).waitFor();
  for (const name of Object.keys(ROOMS)) await see(name);

  // A guest's other name, which is taken.
  await of("guest").find(".as").click();
  await of("guest").find(".go").waitFor();
  await see("guest");
  let fault = "";
  for (let i = 0; i < 4; i++) {
    await of("guest").find("#name").fill("Ana");
    await of("guest").find(".go").click();
    const other = of("guest").find(".fault", { hasText: /./, hasNotText: fault || "\u0000" });
    await other.waitFor();
    fault = await other.textContent();
    await see("guest");
  }

  // Menus and panels.
  const acting = of("acting");
  await acting.find(".message").last().hover();
  await acting.find(".tools .more").click();
  await acting.find(".menu .connection").waitFor();
  await see("acting");
  await acting.find(".menu .report").click();
  await acting.find(".panel textarea").waitFor();
  await see("acting");
  const notices = new Set();
  const isTold = async () => {
    await page.waitForFunction(
      ([notices]) => {
        const { textContent } = document
          .querySelector("tertulia-room[room='a/acting']")
          .shadowRoot.querySelector(".notice");
        return textContent !== "" && !notices.includes(textContent);
      },
      [[...notices]],
    );
    notices.add(await acting.find(".notice").textContent());
    await see("acting");
  };
  await acting.find(".panel .go").click();
  await isTold();
  await acting.find(".quote").first().click();
  await isTold();
  for (const isAllowed of [true, false]) {
    await page.evaluate((isAllowed) => {
      navigator.clipboard.writeText = () => (isAllowed ? Promise.resolve() : Promise.reject(new Error("no")));
    }, isAllowed);
    await acting.find(".message").last().hover();
    await acting.find(".tools .more").click();
    await acting.find(".menu .copy").click();
    await isTold();
  }
  for (const what of ["mute", "kick", "ban"]) {
    await acting.find(".message").last().hover();
    await acting.find(".tools .more").click();
    await acting.find(`.menu .${what}`).click();
    await isTold();
  }
  await acting.find(".message").last().hover();
  await acting.find(".tools .more").click();
  await acting.find(".menu .delete-all").click();
  await see("acting");
  // A second press that comes at once is taken for a double click.
  await page.waitForTimeout(800);
  await acting.find(".menu .delete-all").click();
  await isTold();
  await acting.find(".message").last().hover();
  await acting.find(".tools .more").click();
  await acting.find(".menu .ignore").click();
  await acting.find(".message.own").hover();
  await acting.find(".tools .more").click();
  await acting.find(".menu .edit").waitFor();
  await see("acting");
  await acting.find(".menu .edit").click();
  await acting.find(".about").waitFor();
  await see("acting");
  await acting.find(".about button").click();
  await acting.find(".presence").click();
  await acting.find(".panel .see").last().waitFor();
  await see("acting");
  if (shots) await page.screenshot({ path: join(shots, `language-${tag}.png`), fullPage: true });
  for (const answer of ["denied", "granted"]) {
    await page.evaluate((answer) => {
      Notification.requestPermission = async () => answer;
    }, answer);
    await acting.find(".panel .see").first().click();
    if (answer === "denied") await isTold();
  }
  await acting.find(".panel .see[aria-pressed=true]").waitFor();
  await see("acting");
  await acting.find(".panel .see").last().click();
  await acting.find(".panel .close").click();
  await acting.find(".message").last().hover();
  await acting.find(".tools .answer").click();
  await acting.find(".pick").click();
  await acting.find(".panel input").fill("nothing is called so");
  await acting.find(".panel .rest").waitFor();
  await see("acting");
  // What was taken comes back first; each group has its name above it.
  await acting.find(".groups [role=tab]").nth(1).click();
  await acting.find(".grid button").first().click();
  await acting.find(".pick").click();
  for (let group = 0; group < 10; group++) {
    await acting.find(".groups [role=tab]").nth(group).click();
    await see("acting");
  }
  if (shots) await page.screenshot({ path: join(shots, `language-emoji-${tag}.png`) });
  await acting.find(".panel .close").click();
  await acting.find(".waiting button").click();
  await acting.find(".review li").last().waitFor();
  await see("acting");
  await acting.find(".acts button").first().click();
  await acting.find(".panel .rest").waitFor();
  await see("acting");
  await acting.find(".panel .close").click();
  await acting.find(".presence").click();
  await acting.find(".to-in-force").click();
  await acting.find(".review li").nth(1).waitFor();
  await see("acting");
  for (let left = 1; left >= 0; left--) {
    await acting.find(".lift").first().click();
    await until(async () => (await acting.find(".lift").count()) === left);
  }
  await acting.find(".panel .rest").waitFor();
  await see("acting");
  await of("locked").find(".presence").click();
  await of("locked").find(".panel .lock").waitFor();
  await see("locked");

  // What is on its way out, what is new further below, and what is said above the log.
  const leaving = of("leaving");
  await leaving.find(".message.own").hover();
  await leaving.find(".tools .more").click();
  await leaving.find(".menu .delete").click();
  await leaving.find(".undo").waitFor();
  await see("leaving");
  await leaving.find(".log").evaluate((log) => log.scrollTo(0, 0));
  await leaving.find(".new .plain").waitFor();
  await see("leaving");
  for (let id = 19; id < 31; id++) {
    const message = { id, version: id, kind: "message", sender: ANA, text: "abc", created: new Date().toISOString() };
    const change = { type: "change", room: "a/leaving", cursor: `0123456789abcdef.${id}`, message };
    lines.at(-1).send(JSON.stringify(change));
  }
  await leaving.find(".new .many", { hasText: "12" }).waitFor();
  await see("leaving");
  await of("offline").find(".notice:not(.late)", { hasText: /./ }).waitFor();
  await see("offline");
  const catalogue = compile(readFileSync(join(locales, tag, "widget.ftl"), "utf8"));
  for (const id of missing(catalogue, [...texts])) faults.add(`${tag}: "${id}" was not seen`);
  return faults;
}

const server = await startFake();
const browser = await launch();
if (shots) mkdirSync(shots, { recursive: true });
let failed = 0;
for (const tag of tagsOf(locales).filter((tag) => !only || tag === only)) {
  const began = Date.now();
  const context = await browser.newContext({ viewport: { width: 5 * WIDTH, height: 1400 } });
  let faults;
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = await walk(page, server, tag);
  } catch (error) {
    faults = new Set([`${tag}: ${error.message}`]);
  }
  await context.close();
  failed += faults.size;
  console.log(
    `${faults.size === 0 ? "✓" : "✗"} all that is said in ${tag} is whole in ${WIDTH} px (${Date.now() - began} ms)`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
}
await browser.close();
await server.stop();
process.exit(failed === 0 ? 0 : 1);
