// The browser tests of a site whose developer has made a mistake: what the reader sees is true, and the console says what to do.
//
//   TERTULIA_BIN   the server to test; without it there is nothing to do
//   E2E_SHOTS      a folder to put pictures into, to be looked at

import { createHmac } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { Reader } from "./reader.mjs";
import { startBinary } from "./servers.mjs";
import { equal, tell, until } from "./tell.mjs";

if (!process.env.TERTULIA_BIN) {
  console.log("- a site with mistakes: skipped: needs TERTULIA_BIN");
  process.exit(0);
}

const SECRET = "a secret that is long enough for what it signs";
const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

function token(secret, room) {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { sub: "7", name: "Ana", aud: "tertulia", iat, exp: iat + 3600, grants: { [room]: "say" } };
  const body = `${encode({ alg: "HS256" })}.${encode(claims)}`;
  return `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
}

let server;
/** What the site's address for tokens answers. */
let answerToken = () => [500, ""];
let asked = 0;
const site = createServer((request, answer) => {
  const { pathname, searchParams } = new URL(request.url, "http://site");
  if (pathname === "/chat-token") {
    asked += 1;
    const [status, body] = answerToken();
    answer.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" }).end(body);
    return;
  }
  answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
  answer.end(`<!doctype html><title>A site</title><script type="module" src="${server.url}widget.js"></script>
<tertulia-room lang="en" fill ${searchParams.get("with")}></tertulia-room>`);
});
await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
const { port } = site.address();
const folder = mkdtempSync(join(tmpdir(), "tertulia-mistakes-"));
writeFileSync(join(folder, "tertulia.toml"), '[rooms.own]\nguests = "say"\ncreate = true\n');
server = await startBinary(process.env.TERTULIA_BIN, {
  TERTULIA_CONFIG: join(folder, "tertulia.toml"),
  TERTULIA_SECRET: SECRET,
  TERTULIA_ORIGINS: `http://127.0.0.1:${port}`,
});
const browser = await launch();

/** A page whose element has these attributes. Each state that it goes through is noted. */
async function open(opened, attributes, host = "127.0.0.1") {
  const url = `http://${host}:${port}/?${new URLSearchParams({ with: attributes })}`;
  const prepare = (page) =>
    page.addInitScript(() => {
      globalThis.states = [];
      addEventListener("tertulia-state", ({ detail }) => globalThis.states.push(detail.state));
    });
  const reader = await Reader.open(browser, url, "Ana", { prepare });
  opened.push(reader);
  return reader;
}

/** What the widget itself has put into the console. */
const lines = ({ complaints }) => complaints.filter((line) => line.startsWith("tertulia: "));
const states = ({ page }) => page.evaluate(() => globalThis.states);
const reads = (reader, text) =>
  reader.page.waitForFunction(
    (text) => document.querySelector("tertulia-room").shadowRoot.querySelector(".closed")?.textContent.includes(text),
    text,
  );
const shot = async ({ page }, name) => {
  if (!process.env.E2E_SHOTS) return;
  mkdirSync(process.env.E2E_SHOTS, { recursive: true });
  await page.screenshot({ path: join(process.env.E2E_SHOTS, `mistake-${name}.png`) });
};

const stories = {
  async "an origin that is not on the list is told of as such, with what to put into the settings"(opened) {
    const ana = await open(opened, 'room="mistake/origin"', "localhost");
    await reads(ana, "This page may not use this chat.");
    await until(() => lines(ana).length > 0, "the console says why");
    equal(
      lines(ana),
      [
        `tertulia: this page is refused (origin_refused): http://localhost:${port} is not on the list. Add it to origins.`,
      ],
      "the console",
    );
    equal(await ana.state(), "ended", "the state");
    equal(ana.sockets.length, 1, "sockets");
    await shot(ana, "origin");
  },

  async "a page under the server's own address that may read and not write is told of, with what to change"(opened) {
    const origin = server.url.slice(0, -1);
    const room = "own/1";
    const script = '<!doctype html><title>A site</title><script type="module" src="/widget.js"></script>';
    const expected = [
      `tertulia: this page is refused (origin_refused): ${origin} is not on the list. Add it to origins.`,
    ];
    const visit = async (attributes) => {
      const body = `${script}<tertulia-room lang="en" fill room="${room}" ${attributes}></tertulia-room>`;
      const answer = { contentType: "text/html; charset=utf-8", body };
      const prepare = (page) => page.route(`${origin}/a-page`, (route) => route.fulfill(answer));
      const reader = await Reader.open(browser, `${origin}/a-page`, "Ana", { prepare });
      opened.push(reader);
      await reader.live();
      await reader.room.locator("[part=input]").fill("hello");
      await reader.room.locator("[part=input]").press("Enter");
      return reader;
    };
    const ana = await visit(`token="${token(SECRET, room)}"`);
    await ana.room.locator(".failure", { hasText: "This page may not use this chat." }).waitFor();
    await shot(ana, "own");
    const guest = await visit("");
    await guest.room.locator("#name").fill("Ana");
    await guest.room.locator("#name").press("Enter");
    for (const reader of [ana, guest]) {
      await until(() => lines(reader).length > 0, "the console says why");
      equal(lines(reader), expected, "the console");
    }
  },

  async "an address for tokens that answers 500 is named, once"(opened) {
    answerToken = () => [500, ""];
    asked = 0;
    const ana = await open(opened, 'room="mistake/500" token-url="/chat-token"');
    await until(() => asked > 2, "it is asked again");
    equal(lines(ana), ["tertulia: no token: /chat-token answered 500"], "the console");
    answerToken = () => [200, JSON.stringify({ token: token(SECRET, "mistake/500") })];
    await ana.live();
  },

  async "a token by another secret is said to be refused, and is not printed; the reader is to sign in"(opened) {
    const wrong = token("another secret than the server has, long enough", "mistake/secret");
    answerToken = () => [200, JSON.stringify({ token: wrong })];
    const ana = await open(opened, 'room="mistake/secret" token-url="/chat-token"');
    await reads(ana, "Sign in to take part.");
    equal(
      lines(ana),
      [
        'tertulia: the token is refused (token_invalid): This pass is not good here. Look at it with "tertulia token check TOKEN"',
      ],
      "the console",
    );
    // The line got through each time.
    equal((await states(ana)).includes("offline"), false, "no connection");
    await shot(ana, "token");
  },

  async "what is no token at all is told of like that"(opened) {
    const ana = await open(opened, 'room="mistake/abc" token="abc"');
    await reads(ana, "Sign in to take part.");
    equal(lines(ana).length, 1, "lines");
    equal(lines(ana)[0].includes("(token_invalid)"), true, lines(ana)[0]);
  },

  async "a token that does not grant the room is told of with the room's name"(opened) {
    answerToken = () => [200, JSON.stringify({ token: token(SECRET, "mistake/another") })];
    const ana = await open(opened, 'room="mistake/grant" token-url="/chat-token"');
    await until(() => lines(ana).length > 0 || asked > 9, "the console says why");
    equal(lines(ana)[0].includes("tertulia token check TOKEN mistake/grant"), true, lines(ana)[0]);
    await reads(ana, "This room is not open to you.");
  },

  async "an attribute that is misspelt is named"(opened) {
    const ana = await open(opened, 'room="mistake/spelt" token-ulr="/chat-token"');
    await until(() => lines(ana).length > 0, "the console says so");
    equal(lines(ana), ['tertulia: <tertulia-room> has no attribute "token-ulr"; is "token-url" meant?'], "the console");
  },

  async "a property that is set as an attribute is named, and so is a key of a wording that is misspelt"(opened) {
    const ana = await open(opened, 'room="mistake/wording" wording="{}"');
    await until(() => lines(ana).length > 0, "the console says so");
    await ana.room.evaluate((room) => {
      room.wording = { "name-takn": "Not yours." };
    });
    await until(() => lines(ana).length > 1, "the console says so, too");
    equal(
      lines(ana),
      [
        'tertulia: "wording" is no attribute of <tertulia-room>, but the property wording, to be set by a script',
        'tertulia: we have no wording "name-takn"; is "name-taken" meant?',
      ],
      "the console",
    );
  },

  async "an element without a room is told of"(opened) {
    const ana = await open(opened, "");
    await until(() => lines(ana).length > 0, "the console says so");
    equal(lines(ana), ['tertulia: <tertulia-room> has no room, as in room="project/42"'], "the console");
    await shot(ana, "room");
  },
};

await tell("a site with mistakes", stories, async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
  site.close();
});
