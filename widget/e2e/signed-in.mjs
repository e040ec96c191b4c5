// The browser tests of a site with users of its own: its page allows as little as it can, and the widget stands in it with
// tokens for a moderator, and for others who are muted, banned, held up, or write what is meant to run.
//
//   TERTULIA_BIN   the server to test; without it there is nothing to do
//   E2E_SHOTS      a folder to put pictures into, to be looked at

import { createHmac } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { Reader } from "./reader.mjs";
import { startBinary } from "./servers.mjs";
import { equal, tell, until } from "./tell.mjs";

if (!process.env.TERTULIA_BIN) {
  console.log("- a site with users of its own: skipped: needs TERTULIA_BIN");
  process.exit(0);
}

const SECRET = "a secret that is long enough for what it signs";
const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token as a host makes it. */
function token(sub, grants, claims = {}) {
  const iat = Math.floor(Date.now() / 1000);
  const body = `${encode({ alg: "HS256", typ: "JWT" })}.${encode({ sub, iat, exp: iat + 3600, aud: "tertulia", grants, ...claims })}`;
  return `${body}.${createHmac("sha256", SECRET).update(body).digest("base64url")}`;
}

let server;
const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
/** What the site answers otherwise, by path. */
const own = {};
const site = createServer((request, answer) => {
  const { pathname } = new URL(request.url, "http://site");
  const made = own[pathname];
  if (made) return answer.writeHead(200, { "Content-Type": made.type }).end(made.body);
  if (pathname !== "/") return answer.writeHead(404).end();
  const query = new URL(request.url, "http://site").searchParams;
  const server_ = server.url.slice(0, -1);
  const policy = [
    "default-src 'none'",
    `script-src ${server_}`,
    `connect-src ${server_} ${server_.replace("http", "ws")}`,
    "img-src https:",
    "require-trusted-types-for 'script'",
    "trusted-types tertulia",
  ].join("; ");
  answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy });
  const token = query.has("token") ? `token="${escaped(query.get("token"))}"` : "";
  answer.end(`<!doctype html><title>A site</title><script type="module" src="${server.url}widget.js"></script>
<tertulia-room room="${escaped(query.get("room"))}" ${token} lang="en" fill></tertulia-room>`);
});
await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${site.address().port}`;
const folder = mkdtempSync(join(tmpdir(), "tertulia-users-"));
writeFileSync(join(folder, "tertulia.toml"), '[rooms.look]\nguests = "read"\n[rooms.talk]\nguests = "say"\n');
server = await startBinary(process.env.TERTULIA_BIN, {
  TERTULIA_CONFIG: join(folder, "tertulia.toml"),
  TERTULIA_SECRET: SECRET,
  TERTULIA_ORIGINS: origin,
});
const browser = await launch();

const ROOT = token("root", { "*": "own" });
/** As the host's own program asks. */
async function ask(method, path, body) {
  const answer = await fetch(`${server.url}v1/${path}`, {
    method,
    headers: { Authorization: `Bearer ${ROOT}`, ...(body ? { "Content-Type": "application/json" } : {}) },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

/** Those of the story that is told. */
let readers = [];
/** A user of the site in a room. What the browser has to complain of is remembered. */
async function user(room, sub, level = "say", claims = {}, options = {}) {
  const made = token(sub, { [room]: level }, { name: sub, ...claims });
  const url = `${origin}/?${new URLSearchParams({ room, token: made })}`;
  const reader = await Reader.open(browser, url, sub, {
    ...options,
    prepare: (page) =>
      page.addInitScript(() => {
        globalThis.violations = [];
        addEventListener("securitypolicyviolation", (event) =>
          globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
        );
      }),
  });
  readers.push(reader);
  return reader;
}
/** Somebody whom the site does not know. */
async function visitor(room) {
  const reader = await Reader.open(browser, `${origin}/?${new URLSearchParams({ room })}`, "Vera");
  readers.push(reader);
  return reader;
}
const violations = (reader) => reader.page.evaluate(() => globalThis.violations);
const says = (reader, selector, pattern) =>
  reader.page.waitForFunction(
    ([selector, pattern]) => {
      const found = document.querySelector("tertulia-room").shadowRoot.querySelector(selector);
      return new RegExp(pattern).test(found?.textContent.replace(/[\u2068\u2069]/g, "") ?? "");
    },
    [selector, pattern],
  );
const menu = async (reader, text, item) => {
  await reader.room.locator(".message", { hasText: text }).first().hover();
  await reader.room.locator(".tools .more").click();
  await reader.room.locator(`.menu [data-id=${item}], .menu .${item}`).first().click();
};
const shot = async (reader, name) => {
  if (!process.env.E2E_SHOTS) return;
  mkdirSync(process.env.E2E_SHOTS, { recursive: true });
  await reader.page.screenshot({ path: join(process.env.E2E_SHOTS, `site-${name}.png`) });
};

const MARKUP = `<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script>`;
const ODD = `"'><svg/onload=globalThis.ran=1>\${globalThis.ran=1} {{ran}} javascript:globalThis.ran=1`;

const stories = {
  async "a page that trusts nothing has nothing to report, whatever is done in the room"() {
    const [ana, ben] = [await user("site/strict", "ana", "moderate"), await user("site/strict", "ben")];
    await Promise.all([ana.live(), ben.live()]);
    await ana.say("hello");
    await ben.sees("hello");
    await ben.say("@ana :wave: `code` **bold** https://a.example/x");
    await ana.room.locator(".calls a").waitFor();
    await ana.room.locator(".presence").click();
    await ana.room.locator(".people").waitFor();
    await ana.room.locator(".panel .close").click();
    await ana.room.locator(".pick").click();
    await ana.room.locator(".grid button").first().click();
    await ben.room.locator(".message", { hasText: "hello" }).hover();
    await ben.room.locator(".tools .answer").click();
    await ben.say("an answer");
    await ana.room.locator(".quote").waitFor();
    await ana.room.evaluate((room) => {
      room.density = "line";
      room.lang = "es";
      return room.updateComplete;
    });
    await says(ana, ".composer button.send, .empty, .edge", ".*");
    for (const reader of [ana, ben]) {
      equal(await violations(reader), [], "violations");
      equal(
        reader.complaints.filter((line) => !line.includes("favicon")),
        [],
        "complaints of the browser",
      );
    }
  },

  async "who is muted, sent out or banned is told so at once, in words, and the moderator did it from the menu"() {
    const ana = await user("site/order", "ana", "moderate");
    const others = [];
    for (const name of ["mia", "kai", "bob"]) others.push(await user("site/order", name));
    const [mia, kai, bob] = others;
    await Promise.all([ana, ...others].map((reader) => reader.live()));
    for (const reader of others) {
      await reader.say(`I am ${reader.name}`);
      await ana.sees(`I am ${reader.name}`);
    }
    await menu(ana, "I am mia", "mute");
    await says(mia, ".closed", "write again from");
    await menu(ana, "I am kai", "kick");
    await says(kai, ".closed", "can't take part");
    await menu(ana, "I am bob", "ban");
    await says(bob, ".closed", "can't take part");
    await shot(mia, "muted");
    await ana.say("quiet now");
    await mia.sees("quiet now");
    for (const reader of [kai, bob]) equal((await reader.texts()).includes("quiet now"), false, "who is out reads on");
    await ask("DELETE", "rooms/site/order/restrictions?user=mia");
    await mia.room.locator("[part=input]").waitFor();
    await mia.say("thank you");
    await ana.sees("thank you");
  },

  async "what is taken back from there is what was done there, and nothing that somebody else did"() {
    const room = "site/beneath";
    const [ana, bob] = [await user(room, "ana", "moderate"), await user(room, "bob")];
    await Promise.all([ana.live(), bob.live()]);
    await bob.say("I am bob");
    await ana.sees("I am bob");
    const inForce = async () => (await ask("GET", `rooms/${room}/restrictions`)).map(({ kind }) => kind);
    await ask("PUT", `rooms/${room}/restrictions?user=bob`, { kind: "mute" });
    await menu(ana, "I am bob", "kick");
    await says(ana, ".notice", "bob was removed for a minute");
    equal(await inForce(), ["kick", "mute"], "what is in force");
    await ana.room.locator(".notice .undo").click();
    await until(async () => (await inForce()).length === 1, "it is taken back");
    equal(await inForce(), ["mute"], "what is left");
    // Who is out asks again once in a while.
    await bob.page.reload();
    await says(bob, ".closed", "not write for now");
    await ask("PUT", `rooms/${room}/restrictions?user=bob`, { kind: "ban" });
    await menu(ana, "I am bob", "kick");
    await says(ana, ".notice", "bob is banned");
    equal(await ana.room.locator(".notice .undo").count(), 0, "buttons that would lift the ban");
    equal(await inForce(), ["ban", "mute"], "what is in force");
  },

  async "what a moderator did from the menu is said in words, and taken back from there"() {
    const room = "site/lifted";
    const [ana, bob] = [await user(room, "ana", "moderate"), await user(room, "bob")];
    await Promise.all([ana.live(), bob.live()]);
    await bob.say("I am bob");
    await ana.sees("I am bob");
    const inForce = async () => (await ask("GET", `rooms/${room}/restrictions`)).map(({ kind }) => kind);
    for (const [kind, words] of Object.entries({
      mute: "is muted for now",
      kick: "was removed for a minute",
      ban: "is banned",
    })) {
      await menu(ana, "I am bob", kind);
      await says(ana, ".notice", `bob ${words}`);
      equal(await inForce(), [kind], "what is in force");
      await shot(ana, `lift-${kind}`);
      await ana.room.locator(".notice .undo").click();
      await says(ana, ".notice", "^$");
      await until(async () => (await inForce()).length === 0, "it is taken back");
    }
    await ana.page.clock.install();
    await menu(ana, "I am bob", "mute");
    await ana.room.locator(".notice .undo").waitFor();
    await ana.page.clock.fastForward(11_000);
    await says(ana, ".notice", "^$");
    equal(await inForce(), ["mute"], "what stays in force");
  },

  async "a picture that does not come leaves the letters of the name"() {
    const room = "site/faces";
    const gone = { name: "Ana Bo", avatar: "https://127.0.0.1:1/gone.png" };
    const [ana, ben] = [await user(room, "ana", "say", gone), await user(room, "ben")];
    await Promise.all([ana.live(), ben.live()]);
    await ana.say("hello");
    await says(ben, ".avatar", "^\\s*AB\\s*$");
    await ben.page.reload();
    await says(ben, ".avatar", "^\\s*AB\\s*$");
  },

  async "the focus stays at a line whose deletion can't be undone any more"() {
    const ana = await user("site/deleted", "ana");
    await ana.live();
    await ana.say("regret");
    await ana.settled();
    await ana.page.clock.install();
    await menu(ana, "regret", "delete");
    const at = (pattern) =>
      ana.page.waitForFunction(
        (pattern) =>
          new RegExp(pattern).test(document.querySelector("tertulia-room").shadowRoot.activeElement?.className ?? ""),
        pattern,
      );
    await at("^undo$");
    await ana.page.clock.fastForward(5_100);
    await ana.room.locator(".is-removed .removed").waitFor();
    await ana.room.locator(".undo").waitFor({ state: "detached" });
    await at("^message");
  },

  async "who is banned reads why and until when, also after a reload, and comes back by themselves where it is lifted"() {
    const room = "site/banned";
    const bea = await user(room, "bea");
    await bea.page.clock.install();
    await bea.live();
    await bea.say("loud");
    await bea.settled();
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await ask("PUT", `rooms/${room}/restrictions?user=bea`, { kind: "ban", until, why: "Too loud." });
    await says(bea, ".closed", "You can't take part here until .*Reason: Too loud\\.");
    await shot(bea, "banned");
    await bea.page.reload();
    await says(bea, ".closed", "You can't take part here until .*Reason: Too loud\\.");
    await ask("DELETE", `rooms/${room}/restrictions?user=bea`);
    await bea.page.clock.fastForward(61_000);
    await bea.live();
    await bea.say("quiet");
    await bea.sees("loud", "quiet");
  },

  async "whoever only reads has no words about writing, and is told why there is nothing to read any more"() {
    const room = "site/reading";
    const [ana, zoe] = [await user(room, "ana"), await user(room, "zoe")];
    await zoe.room.evaluate((each) => {
      each.readonly = true;
    });
    await Promise.all([ana.live(), zoe.live()]);
    await ana.say("for those who read");
    await zoe.sees("for those who read");
    await ask("PUT", `rooms/${room}/restrictions?user=zoe`, { kind: "mute" });
    await zoe.page.waitForFunction(() => document.querySelector("tertulia-room").state === "restricted");
    equal(await zoe.room.locator(".foot").count(), 0, "words about writing");
    await ask("PUT", `rooms/${room}/restrictions?user=zoe`, { kind: "ban", why: "Spam" });
    await says(zoe, ".closed", "can't take part");
    await shot(zoe, "reading");
    await ask("DELETE", `rooms/${room}/restrictions?user=zoe`);
    await zoe.room.evaluate((each) => each.reconnect());
    await zoe.live();
    equal(await zoe.room.locator(".foot").count(), 0, "words once it is over");
    await ask("DELETE", `rooms/${room}`);
    await says(zoe, ".closed", "has been deleted");
  },

  async "a visitor who may not say anything is not asked to, and is as soon as they may"() {
    await ask("PUT", "rooms/look/1", {});
    await ask("POST", "rooms/look/1/messages", { text: "for all to read" });
    const [vera, ana] = [await visitor("look/1"), await user("look/1", "ana")];
    await Promise.all([vera.live(), ana.live()]);
    await ana.say("those who are known write");
    await vera.sees("for all to read", "those who are known write");
    await says(vera, ".closed", "^Sign in to take part\\.$");
    equal(await vera.room.locator("[part=input]").count(), 0, "fields");
    await shot(vera, "visitor");
    // Nobody has made the room, and no guest does.
    const [one, two] = [await visitor("talk/1"), await visitor("talk/1")];
    await Promise.all([one.live(), two.live()]);
    for (const reader of [one, two]) await says(reader, ".closed", "^Sign in to take part\\.$");
    await ask("PUT", "rooms/talk/1", {});
    await one.say("now I may");
    await two.sees("now I may");
    await two.room.locator("[part=input]").waitFor();
    await ask("PUT", "rooms/talk/1", { locked: true });
    for (const reader of [one, two]) await says(reader, ".closed", "^This room is locked");
    await ask("PUT", "rooms/talk/1", { locked: false });
    await two.room.locator("[part=input]").waitFor();
    await one.say("and again");
    await two.sees("and again");
  },

  async "whose tokens are taken back is told to sign in, and goes on by themselves once a token holds again"() {
    const [room, sub] = ["site/revoked", "rae"];
    const rae = await user(room, sub);
    await rae.page.clock.install();
    // The minute after the revocation is past when the site's clock is a minute ahead, as far as it may be, and the second itself is
    // over.
    let ahead = 0;
    await rae.page.exposeFunction("sign", () => {
      const iat = Math.floor(Date.now() / 1000) + ahead;
      return token(sub, { [room]: "say" }, { name: "Rae", iat });
    });
    await rae.room.evaluate((each) => {
      each.getToken = () => globalThis.sign();
    });
    await rae.page.waitForFunction(() => document.querySelector("tertulia-room").me?.name === "Rae");
    await rae.say("before");
    await rae.settled();
    await ask("POST", `users/revoke?user=${sub}`);
    const revoked = Math.floor(Date.now() / 1000);
    await says(rae, ".closed", "Sign in to take part");
    await shot(rae, "revoked");
    await until(() => Math.floor(Date.now() / 1000) > revoked, "the second is over");
    ahead = 60;
    await rae.page.clock.fastForward(61_000);
    await rae.live();
    await rae.say("after");
    await rae.sees("before", "after");
  },

  async "what is reported from the menu comes to the moderators with why, and whoever reported is thanked"() {
    const [ana, ben] = [await user("site/report", "ana"), await user("site/report", "ben")];
    await Promise.all([ana.live(), ben.live()]);
    await ana.say("something rude");
    await ben.sees("something rude");
    await menu(ben, "something rude", "report");
    await ben.room.locator(".panel textarea").fill("It is rude");
    await shot(ben, "report");
    const button = ben.room.locator(".panel [type=submit]");
    const ground = await button.evaluate((each) => getComputedStyle(each).backgroundColor);
    equal(ground === "rgba(0, 0, 0, 0)", false, "that what sends it looks like mere text");
    await button.click();
    await says(ben, ".notice", "Thank");
    const { reports } = await ask("GET", "reports?room=site/report");
    equal(
      reports.map(({ message, reports }) => [message.text, reports.map(({ why }) => why)]),
      [["something rude", ["It is rude"]]],
      "the queue",
    );
  },

  async "what waits for review says so, and is seen by others once it is let in"() {
    await ask("PUT", "rooms/site/held", { hold: "all" });
    const [ana, ben] = [await user("site/held", "ana"), await user("site/held", "ben")];
    await Promise.all([ana.live(), ben.live()]);
    await ana.say("may I?");
    await says(ana, ".notice", "waiting for review");
    equal(await ben.texts(), [], "what others see");
    await ana.page.reload();
    await ana.live();
    await says(ana, ".message.own", "may I");
    const { held } = await ask("GET", "rooms/site/held/held");
    await ask("POST", `rooms/site/held/held/${held[0].held}/approve`);
    await Promise.all([ana.sees("may I?"), ben.sees("may I?")]);
    equal(await ana.room.locator(".message.own").count(), 1, "own lines");
  },

  async "what waits and what was reported is shown to those who keep order, and dealt with there"() {
    await ask("PUT", "rooms/site/review", { hold: "all" });
    const [ben, kim] = [await user("site/review", "ben"), await user("site/review", "kim")];
    await Promise.all([ben.live(), kim.live()]);
    for (const text of ["may I?", "buy this"]) {
      await ben.say(text);
      await says(ben, ".notice", "waiting for review");
    }
    const ana = await user("site/review", "ana", "moderate");
    await ana.live();
    await says(ana, ".waiting", "2 messages to review");
    await ana.room.locator(".waiting button").click();
    const waiting = ana.room.locator(".review li");
    await waiting.filter({ hasText: "buy this" }).waitFor();
    await shot(ana, "review");
    await waiting.filter({ hasText: "may I?" }).getByRole("button", { name: "Approve" }).click();
    await kim.sees("may I?");
    // What is done is gone at once, also where it can't be asked what else waits.
    await ana.page.route(/\/held$/, (route) => route.abort());
    await waiting.filter({ hasText: "buy this" }).getByRole("button", { name: "Reject" }).click();
    await says(ana, ".panel", "Nothing is waiting");
    await ana.page.unroute(/\/held$/);
    equal((await ask("GET", "rooms/site/review/held")).held, [], "what waits");

    await ask("PUT", "rooms/site/review", { hold: "off" });
    for (const text of ["harmless", "rude"]) {
      await ben.say(text);
      await kim.sees(text);
      await menu(kim, text, "report");
      await kim.room.locator(".panel textarea").fill(`${text} it is`);
      await kim.room.locator(".panel [type=submit]").click();
      await says(kim, ".notice", "Thank");
    }
    await ana.room.locator(".panel .close").click();
    await ana.room.locator(".presence").click();
    await ana.room.locator(".to-review").click();
    await waiting.filter({ hasText: "rude it is" }).waitFor();
    await shot(ana, "reported");
    await waiting.filter({ hasText: "harmless it is" }).getByRole("button", { name: "Keep it" }).click();
    await waiting.filter({ hasText: "harmless" }).waitFor({ state: "detached" });
    equal(
      await ana.room.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.closest(".panel") != null),
      true,
      "the panel keeps the focus",
    );
    await waiting.filter({ hasText: "rude it is" }).getByRole("button", { name: "Delete" }).click();
    await says(ana, ".panel", "Nothing is waiting");
    await says(kim, ".log", "removed by a moderator");
    equal(await kim.texts(), ["may I?", "harmless"], "what is left");
    equal((await ask("GET", "reports?room=site/review")).reports, [], "the queue");
    for (const reader of [ana, kim]) equal(await violations(reader), [], "violations");
  },

  async "those who keep order are told at once that something waits, and nobody else is told a thing"() {
    const room = "site/waiting";
    await ask("PUT", `rooms/${room}`, { hold: "all" });
    const [ana, eva] = [await user(room, "ana", "moderate"), await user(room, "eva", "moderate")];
    const ben = await user(room, "ben");
    const told = [];
    ben.page.on("websocket", (line) => line.on("framereceived", ({ payload }) => told.push(String(payload))));
    await ben.page.reload();
    // Both have asked once then, and ask again by themselves only after ten minutes.
    for (const { page } of [ana, eva]) await Promise.all([page.waitForResponse(/\/held$/), page.reload()]);
    await Promise.all([ana.live(), eva.live(), ben.live()]);
    const before = told.length;
    await ben.say("may I?");
    for (const each of [ana, eva]) await says(each, ".waiting", "1 message to review");
    const { held } = await ask("GET", `rooms/${room}/held`);
    await ask("DELETE", `rooms/${room}/held/${held[0].held}`);
    for (const each of [ana, eva]) await each.room.locator(".waiting").waitFor({ state: "detached" });
    await ask("POST", `rooms/${room}/messages`, { text: "for all", sender: { id: "kim", name: "Kim" } });
    await ben.sees("for all");
    const { messages } = await ask("GET", `rooms/${room}/messages`);
    await ask("POST", `rooms/${room}/messages/${messages[0].id}/reports`, { why: "rude" });
    for (const each of [ana, eva]) await says(each, ".waiting", "1 message to review");
    const types = told.slice(before).map((frame) => JSON.parse(frame).type);
    equal(
      [...new Set(types)].filter((type) => !/^(held|change|presence|beat)$/.test(type)),
      [],
      "what Ben is told",
    );
  },

  async "who is muted or banned is listed and lifted, and all that somebody has said is deleted by a second press"() {
    const room = "site/in-force";
    const [ana, kim] = [await user(room, "ana", "moderate"), await user(room, "kim")];
    await Promise.all([ana.live(), kim.live()]);
    for (const text of ["buy this", "and this", "now"]) await kim.say(text);
    await ana.sees("buy this", "and this", "now");
    await ask("PUT", `rooms/${room}/restrictions?user=kim`, { kind: "mute", why: "Spam." });
    await ask("PUT", `rooms/${room}/restrictions?user=7`, { kind: "ban", until: "2099-01-01T00:00:00.000Z" });
    await says(kim, ".closed", "not write for now");
    await ana.room.locator(".presence").click();
    await ana.room.locator(".to-in-force").click();
    const rows = ana.room.locator(".review li");
    await rows.filter({ hasText: "kim" }).filter({ hasText: "Spam." }).waitFor();
    await rows.filter({ hasText: "7" }).filter({ hasText: "2099" }).waitFor();
    await shot(ana, "in-force");
    await rows.filter({ hasText: "kim" }).getByRole("button", { name: "Lift" }).click();
    await rows.filter({ hasText: "kim" }).waitFor({ state: "detached" });
    await kim.live();
    equal(
      (await ask("GET", `rooms/${room}/restrictions`)).map((each) => each.user),
      ["7"],
      "what is in force",
    );
    equal(
      await ana.room.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.closest(".panel") != null),
      true,
      "the panel keeps the focus",
    );
    // Another moderator was faster.
    await ask("DELETE", `rooms/${room}/restrictions?user=7`);
    await rows.getByRole("button", { name: "Lift" }).click();
    await says(ana, ".panel", "Nobody is muted or banned");
    await ana.room.locator(".panel .close").click();

    await menu(ana, "and this", "delete-all");
    await says(ana, ".menu", "Really delete all");
    await shot(ana, "delete-all");
    equal((await kim.texts()).length, 3, "what one press deletes");
    await ana.page.keyboard.press("Escape");
    // A double click is one press that came twice.
    await ana.room.locator(".message", { hasText: "and this" }).first().hover();
    await ana.room.locator(".tools .more").click();
    await ana.room.locator(".menu .delete-all").dblclick();
    await says(ana, ".menu", "Really delete all");
    await ana.page.evaluate(() => new Promise((done) => setTimeout(done, 800)));
    equal((await kim.texts()).length, 3, "what a double click deletes");
    await ana.room.locator(".menu .delete-all").click();
    await says(ana, ".notice", "Messages deleted: 3");
    await ana.room.locator(".menu").waitFor({ state: "detached" });
    await until(async () => (await kim.texts()).length === 0, "all of it is gone");
    // Who only reads is offered none of it.
    await kim.room.locator(".presence").click();
    await kim.room.locator(".panel .close").waitFor();
    equal(await kim.room.locator(".to-in-force").count(), 0, "what others may look at");
    for (const reader of [ana, kim]) equal(await violations(reader), [], "violations");
  },

  async "a field that was drawn while it was hidden is as high as one that was not"() {
    const ana = await user("site/hidden", "ana");
    await ana.live();
    const field = ana.room.locator("[part=input]");
    const height = async () => Math.round((await field.boundingBox())?.height ?? 0);
    const wanted = await height();
    await ana.room.evaluate(async (room) => {
      const dialog = document.createElement("dialog");
      document.body.append(dialog);
      room.remove();
      await new Promise((resolve) => setTimeout(resolve));
      dialog.append(room);
    });
    await ana.live();
    await ana.page.waitForFunction(() => document.querySelector("tertulia-room").me);
    await ana.room.evaluate(async (room) => {
      const field = room.shadowRoot.querySelector("textarea");
      field.value = "a";
      field.dispatchEvent(new InputEvent("input"));
      await room.updateComplete;
      document.querySelector("dialog").showModal();
    });
    equal(await height(), wanted, "its height");
  },

  async "a line's menu is in sight as a whole, moves nothing, and is left by a press or the focus elsewhere"() {
    const room = "site/menus";
    const ben = await user(room, "ben");
    await ben.live();
    for (let i = 0; i < 9; i++) await ben.say(`line ${i}`);
    await ben.settled();
    for (const viewport of [
      { width: 300, height: 320 },
      { width: 420, height: 500 },
      { width: 800, height: 900 },
    ]) {
      const ana = await user(room, `ana-${viewport.width}`, "moderate", {}, { viewport });
      await ana.live();
      await ana.sees("line 8");
      const top = () => ana.room.evaluate(({ shadowRoot }) => shadowRoot.querySelector(".log").scrollTop);
      const isOpen = () => ana.room.locator(".menu").count();
      const open = async (text) => {
        await ana.room.locator(".message", { hasText: text }).hover();
        const before = await top();
        await ana.room.locator(".tools .more").click();
        await ana.room.locator(".menu").waitFor();
        return before;
      };
      for (let i = 8; i > 3; i--) {
        const before = await open(`line ${i}`);
        const out = await ana.room.evaluate(({ shadowRoot }) => {
          const log = shadowRoot.querySelector(".log").getBoundingClientRect();
          const missed = [];
          for (const item of shadowRoot.querySelectorAll(".menu [role^=menuitem]")) {
            item.focus();
            const { left, width, top, bottom } = item.getBoundingClientRect();
            const isHit = shadowRoot.elementFromPoint(left + width / 2, (top + bottom) / 2) === item;
            if (top < log.top - 1 || bottom > log.bottom + 1 || !isHit) missed.push(item.textContent);
          }
          return missed;
        });
        equal(out, [], `what is out of reach at line ${i} in ${viewport.width} px`);
        equal(await top(), before, `where the log is at line ${i} in ${viewport.width} px`);
        if (i === 6) await shot(ana, `menu-${viewport.width}`);
        await ana.page.keyboard.press("Escape");
        equal(
          await ana.room.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.className),
          "more",
          "what has the focus then",
        );
      }
      const elsewhere = {
        "the field": () => ana.room.locator("[part=input]").click(),
        "the title": () => ana.room.locator(".title").click(),
        "another line": () => ana.room.locator(".message", { hasText: "line 8" }).click({ position: { x: 2, y: 2 } }),
        "the page": () =>
          ana.page.evaluate(() => document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }))),
        "the focus": () => ana.room.evaluate(({ shadowRoot }) => shadowRoot.querySelector("textarea").focus()),
      };
      for (const [what, go] of Object.entries(elsewhere)) {
        await open("line 7");
        await go();
        await ana.room
          .locator(".menu")
          .waitFor({ state: "detached", timeout: 3_000 })
          .catch(() => undefined);
        equal(await isOpen(), 0, `a menu after a press on ${what}`);
      }
    }
  },

  async "who writes too fast in slow mode has it sent when the time has come"() {
    await ask("PUT", "rooms/site/slow", { slow_seconds: 3 });
    const ana = await user("site/slow", "ana");
    await ana.live();
    await says(ana, ".hints", "every 3 seconds");
    await ana.say("one");
    await ana.say("two");
    await ana.sees("one", "two");
    await ana.settled();
    equal(await ana.texts(), ["one", "two"], "the lines");
  },

  async "who signs in after somebody else in one browser says nothing of theirs and sees nothing of it, which is sent later and once"() {
    for (const [transport, name] of ["ws", "sse", "longpoll", "poll"].entries()) {
      const room = `site/shared-${name}`;
      const tokens = Object.fromEntries(
        ["ana", "ben"].map((sub) => [sub, token(sub, { [room]: "say" }, { name: sub })]),
      );
      const reader = await user(room, "ana");
      await reader.room.evaluate(
        (each, [server, transport, token]) => {
          const until = Date.now() + 3_600_000;
          localStorage.setItem(`tertulia:transport:${server}`, JSON.stringify({ transport, until }));
          globalThis.token = token;
          each.getToken = async () => globalThis.token;
        },
        [server.url, transport, tokens.ana],
      );
      await reader.live();
      const is = (id) =>
        reader.page.waitForFunction((id) => {
          const { state, me } = document.querySelector("tertulia-room");
          return state === "live" && me?.id === id;
        }, id);
      const signIn = (sub) =>
        reader.room.evaluate((each, token) => {
          globalThis.token = token;
          each.reconnect();
        }, tokens[sub]);
      const written = () => reader.room.locator("[part=input]").inputValue();
      await is("ana");
      await reader.context.setOffline(true);
      await reader.page.waitForFunction(() => document.querySelector("tertulia-room").state !== "live");
      await reader.say("Ana's");
      await reader.room.locator("[part=input]").fill("half a tho");
      await signIn("ben");
      // Nobody has told the page yet that it is Ben's by now.
      await reader.say("Ben's, early");
      await reader.context.setOffline(false);
      await is("ben");
      await reader.room.locator(".message", { hasText: "Ana's" }).waitFor({ state: "detached" });
      equal(await written(), "", `${name}: what stands in Ben's field`);
      await reader.say("Ben's");
      await reader.sees("Ben's");
      await reader.settled();
      const said = async () =>
        (await ask("GET", `rooms/${room}/messages`)).messages.map(({ text, sender }) => [sender.id, text]);
      const bens = [
        ["ben", "Ben's, early"],
        ["ben", "Ben's"],
      ];
      equal(await said(), bens, `${name}: what is said`);
      await signIn("ana");
      await is("ana");
      await reader.sees("Ana's");
      await reader.settled();
      equal(await written(), "half a tho", `${name}: what stands in Ana's field`);
      equal(await said(), [...bens, ["ana", "Ana's"]], `${name}: what is said at last`);
    }
  },

  async "who looks elsewhere is told of what is new where page and reader want it, and it is gone when they look"() {
    const [ana, cat, ben] = [
      await user("site/told", "ana"),
      await user("site/told", "cat"),
      await user("site/told", "ben"),
    ];
    for (const reader of [ana, cat]) {
      await reader.live();
      await reader.page.evaluate(() => {
        globalThis.told = [];
        globalThis.isHidden = false;
        Object.defineProperty(document, "visibilityState", { get: () => (globalThis.isHidden ? "hidden" : "visible") });
        globalThis.Notification = class {
          static permission = "default";
          static async requestPermission() {
            Notification.permission = "granted";
            return "granted";
          }
          constructor(title, { body }) {
            globalThis.told.push([title, body.replace(/[\u2066-\u2069]/g, "")]);
            globalThis.click = () => this.onclick();
          }
          close() {}
        };
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (...args) {
          globalThis.told.push("a sound");
          return start.apply(this, args);
        };
      });
    }
    const look = (isHidden) =>
      ana.page.evaluate((isHidden) => {
        globalThis.isHidden = isHidden;
        document.dispatchEvent(new Event("visibilitychange"));
      }, isHidden);
    const told = (reader) => reader.page.evaluate(() => [document.title, ...globalThis.told]);
    const isCalled = (title) => ana.page.waitForFunction((title) => document.title === title, title);
    await ana.room.evaluate((room) => Object.assign(room, { badge: true, notify: true, sound: "" }));
    await ben.live();
    await ben.say("while they look");
    await ana.sees("while they look");
    equal(await told(ana), ["A site"], "what is told who looks");
    // The reader has not asked for notifications yet.
    await look(true);
    await ben.say("the first");
    await isCalled("(1) A site");
    await ana.page.waitForFunction(() => globalThis.told.length === 1);
    equal(await told(ana), ["(1) A site", "a sound"], "what is told before it is asked for");
    await look(false);
    await isCalled("A site");
    await ana.room.locator(".presence").click();
    await ana.room.locator(".panel .see").click();
    await ana.room.locator(".panel .see[aria-pressed=true]").waitFor();
    await ana.room.locator(".panel .close").click();
    await look(true);
    await ben.say("the second");
    await isCalled("(1) A site");
    await ana.page.waitForFunction(() => globalThis.told.some((each) => Array.isArray(each)));
    equal(
      (await told(ana)).filter(Array.isArray),
      [["Chat for \u2068site\u2069 \u2068told\u2069", "ben: the second"]],
      "notifications",
    );
    await ana.page.evaluate(() => globalThis.click());
    await ana.room.locator(".message.shown", { hasText: "the second" }).waitFor();
    await look(false);
    await isCalled("A site");
    equal(await told(cat), ["A site"], "what is told where nobody wants it");
  },

  async "a page that is kept and brought back does not keep the number in its title, and goes to the message that is linked to"() {
    const room = "site/kept";
    const [ana, ben] = [await user(room, "ana"), await user(room, "ben")];
    await Promise.all([ana.live(), ben.live()]);
    await ana.page.evaluate(() => {
      globalThis.isHidden = true;
      Object.defineProperty(document, "visibilityState", { get: () => (globalThis.isHidden ? "hidden" : "visible") });
      document.querySelector("tertulia-room").setAttribute("badge", "");
    });
    await ben.say("while Ana is elsewhere");
    const isCalled = (title) => ana.page.waitForFunction((title) => document.title === title, title);
    await isCalled("(1) A site");
    // As Turbo does: what is shown is copied, another page takes its place, and the copy that of the other one.
    await ana.page.evaluate(() => {
      globalThis.kept = [document.title, document.body.cloneNode(true)];
      document.title = "The next page";
      document.body.replaceWith(document.createElement("body"));
    });
    await isCalled("The next page");
    await ana.page.evaluate(() => {
      globalThis.isHidden = false;
      const [title, body] = globalThis.kept;
      document.title = title;
      document.body.replaceWith(body);
    });
    await ana.live();
    await isCalled("A site");
    // A link to a message of a room that the element is led to later.
    await ask("PUT", "rooms/site/linked", {});
    const { id } = await ask("POST", "rooms/site/linked/messages", {
      text: "linked to",
      sender: { id: "u", name: "U" },
    });
    await ana.page.evaluate((id) => {
      location.hash = `#tertulia/site/linked/${id}`;
    }, id);
    await ana.room.evaluate(
      (each, made) => Object.assign(each, { room: "site/linked", token: made }),
      token("ana", { "site/linked": "say" }),
    );
    await ana.room.locator(".message.shown", { hasText: "linked to" }).waitFor();
  },

  async "markup is text, in whatever a person or a host can fill in"() {
    const room = "site/hostile";
    await ask("PUT", `rooms/${room}`, { title: MARKUP, comment: MARKUP });
    const avatar = `https://a.example/x.png" onerror="globalThis.ran=1`;
    const names = ["javascript:globalThis.ran=1", "&lt;img src=x onerror=alert(1)&gt;", '"onmouseover="ran=1'];
    for (const [index, name] of names.entries()) {
      const sender = { id: `u${index}`, name, avatar: index === 0 ? avatar : "javascript:globalThis.ran=1" };
      await ask("POST", `rooms/${room}/messages`, { text: index === 0 ? MARKUP : ODD, sender }).catch(async () => {
        await ask("POST", `rooms/${room}/messages`, {
          text: index === 0 ? MARKUP : ODD,
          sender: { id: sender.id, name },
        });
      });
    }
    await ask("POST", `rooms/${room}/messages`, { kind: "action", text: MARKUP, sender: { id: "u", name: names[1] } });
    for (const kind of ["notification", "system"]) await ask("POST", `rooms/${room}/messages`, { kind, text: MARKUP });
    const said = await ask("POST", `rooms/${room}/messages`, {
      kind: "notification",
      text: "fallback",
      data: { key: "joined", args: { name: MARKUP } },
    });
    await ask("POST", `rooms/${room}/messages`, {
      text: `[x](javascript:globalThis.ran=1) https://a.example/"onclick="globalThis.ran=1 \`${MARKUP}\` **${MARKUP}**`,
      reply_to: said.id,
      sender: { id: "u9", name: names[2] },
    });
    const ana = await user(room, "ana", "moderate", { name: names[1] });
    await ana.live();
    await ana.say(MARKUP);
    await ana.sees(MARKUP);
    await ana.room.locator(".presence").click();
    await ana.room.locator(".people").waitFor();
    await ana.room.locator(".panel .close").click();
    await ana.room.locator("[part=input]").fill("@");
    await ask("PUT", `rooms/${room}/restrictions?user=bob`, { kind: "mute", why: MARKUP });
    const bob = await user(room, "bob");
    await says(bob, ".closed", "onerror");
    for (const reader of [ana, bob]) {
      const found = await reader.room.evaluate((each) => {
        const root = each.shadowRoot;
        const foreign = [
          ...root.querySelectorAll("script, iframe, object, [onerror], [onload], [onclick], [onmouseover]"),
        ];
        const links = [...root.querySelectorAll("a, img")].map((link) => link.getAttribute("href") ?? link.src);
        return { foreign: foreign.length, odd: links.filter((link) => !/^https?:/.test(link)), ran: globalThis.ran };
      });
      equal(found, { foreign: 0, odd: [] }, "what came of it");
      equal(await violations(reader), [], "violations");
    }
    await shot(ana, "hostile");
  },

  async "the client without the element does what the book shows"() {
    const chapter = readFileSync(new URL("../../docs/src/widget.md", import.meta.url), "utf8");
    const sample = /## Without the element[\s\S]+?```js\n([^`]+)```/
      .exec(chapter)[1]
      .replaceAll("https://chat.example/", server.url);
    const page = await browser.newPage();
    const logged = [];
    page.on("console", (line) => logged.push(line.text()));
    page.on("pageerror", (error) => logged.push(String(error)));
    own["/own.html"] = {
      type: "text/html",
      body: `<!doctype html><title>Own</title><button id="say">Say</button><pre id="chat"></pre><script type="module">${sample}</script>`,
    };
    const cleo = token("cleo", { "project/*": "say" }, { name: "Cleo" });
    own["/chat-token"] = { type: "application/json", body: JSON.stringify({ token: cleo }) };
    await page.goto(`${origin}/own.html`);
    const says = (text) =>
      page.waitForFunction((words) => document.querySelector("#chat").textContent.endsWith(words), text);
    // What it says before it knows who reads would be nobody's.
    await page.waitForFunction(() => document.querySelector("#say").onclick !== null);
    await page.click("#say");
    await says("hola");
    const { messages } = await ask("GET", "rooms/project/42/messages?last=5");
    equal(
      messages.map(({ text, sender }) => [sender.id, text]),
      [["cleo", "hola"]],
      "what was said",
    );
    equal(
      logged.filter((line) => /error|ncaught/i.test(line) && !line.includes("favicon")),
      [],
      "complaints",
    );
    await page.close();
  },

  async "with forced colours, and at twice the size, everything is there and nothing runs over"() {
    const room = "site/eyes";
    await ask("PUT", `rooms/${room}`, { title: "Community garden" });
    for (let i = 0; i < 4; i++) {
      const sender = { id: `u${i % 2}`, name: i % 2 === 0 ? "Ana" : "Ben" };
      await ask("POST", `rooms/${room}/messages`, {
        text: `A line that is rather long, so that it has to break, number ${i}.`,
        sender,
      });
    }
    const looks = {
      forced: { forcedColors: "active", viewport: { width: 480, height: 640 } },
      forcedDark: { forcedColors: "active", colorScheme: "dark", viewport: { width: 480, height: 640 } },
      // Zoomed to 200 % a window has half as many pixels each way.
      zoomed: { viewport: { width: 320, height: 360 }, deviceScaleFactor: 2 },
    };
    let said = 0;
    for (const [name, look] of Object.entries(looks)) {
      const reader = await user(room, "rosa", "moderate", { name: "Rosa" }, look);
      await reader.live();
      await reader.say("my own line");
      await reader.room.locator(".message", { hasText: "number 3" }).hover();
      await reader.room.locator(".tools .more").click();
      await shot(reader, name);
      const over = await reader.room.evaluate((each) => {
        const out = [...each.shadowRoot.querySelectorAll(".log, .header, .foot, .composer, .menu, .message")];
        return out.filter((one) => {
          const { left, right } = one.getBoundingClientRect();
          return left < -1 || right > innerWidth + 1 || (one.matches(".log") && one.scrollWidth > one.clientWidth);
        }).length;
      });
      for (const part of ["header", "log", "input", "send", "menu"])
        equal(await reader.room.locator(`[part~=${part}]`).first().isVisible(), true, `${part} is there ${name}`);
      equal(await reader.room.locator(".words").count(), 4 + ++said, `lines ${name}`);
      equal(over, 0, `what runs over ${name}`);
    }
  },
};

const told = Object.entries(stories).map(([name, story]) => [
  name,
  (opened) => {
    readers = opened;
    return story();
  },
]);
await tell("a site with users of its own", Object.fromEntries(told), async () => {
  await browser.close();
  site.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});
