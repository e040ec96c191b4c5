// A page that is left by a link and gone back to: Chromium keeps it as it was where nothing in it keeps it from that, and it then
// goes on where it was. By Puppeteer, since Playwright has Chromium keep no page.
//
//   TERTULIA_BIN   the server to test; without it there is nothing to do
//   E2E_WIDGET     the folder of a built widget to put in the place of the one that the server carries

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { launchByPuppeteer } from "./browser.mjs";
import { widgetFiles } from "./reader.mjs";
import { startBinary } from "./servers.mjs";
import { equal, tell, until } from "./tell.mjs";

if (!process.env.TERTULIA_BIN) {
  console.log("- pages that are gone back to: skipped: needs TERTULIA_BIN");
  process.exit(0);
}

const server = await startBinary(process.env.TERTULIA_BIN);
const folder = process.env.E2E_WIDGET;
const files = new Map(folder ? widgetFiles(folder) : []);
const script = folder ? "/widget.js" : `${server.url}widget.js`;
const page = (room) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A room</title>
<script>addEventListener("pageshow", ({ persisted }) => { globalThis.wasKept = persisted; });</script>
<script type="module" src="${script}"></script></head>
<body><a href="/else">Elsewhere</a><tertulia-room room="back/${room}" server="${server.url}"></tertulia-room></body></html>`;
const site = createServer((request, answer) => {
  const name = request.url.slice(1).split("?")[0];
  if (name === "favicon.ico") return answer.writeHead(204).end();
  answer.setHeader("Content-Type", files.has(name) ? "text/javascript" : "text/html; charset=utf-8");
  if (files.has(name)) return answer.end(readFileSync(join(folder, files.get(name))));
  return answer.end(name === "else" ? "<!doctype html><title>Elsewhere</title>" : page(name));
});
await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${site.address().port}/`;
const browser = await launchByPuppeteer();

async function post(path, body, token) {
  const headers = { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${server.url}v1/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

const eve = await post("guests", { name: "Eve" });
const eveSays = (room, text) => post(`rooms/back/${room}/messages`, { text }, eve.token);

/** A tab in which a guest reads, whom the browser knows already. */
async function open(context, room, guest) {
  const tab = await context.newPage();
  tab.complaints = [];
  tab.on("pageerror", (error) => tab.complaints.push(String(error)));
  await tab.evaluateOnNewDocument(
    (key, value) => localStorage.setItem(key, value),
    `tertulia:guest:${server.url}`,
    JSON.stringify(guest),
  );
  await tab.goto(origin + room);
  await live(tab);
  // What the browser fetches when it has nothing else to do has come, and with it the line's place among tabs.
  await until(() => tab.evaluate(holdsLock), "the tab has its lock");
  return tab;
}

const holdsLock = async () =>
  (await navigator.locks.query()).held.some(({ name }) => name.startsWith("tertulia:line:"));
const live = (tab) =>
  until(() => tab.evaluate(() => document.querySelector("tertulia-room")?.state === "live"), "it is live");
const texts = (tab) =>
  tab.evaluate(() => {
    const rows = document.querySelector("tertulia-room").shadowRoot.querySelectorAll(".message:not(.sending) .words");
    return [...rows].map(({ textContent }) => textContent);
  });
const sees = (tab, ...wanted) =>
  until(async () => JSON.stringify(await texts(tab)) === JSON.stringify(wanted), `a tab sees ${wanted}`);

async function leave(tab) {
  await Promise.all([tab.waitForNavigation(), tab.click("a")]);
  await until(async () => (await tab.title()) === "Elsewhere", "it is elsewhere");
}

/** Goes back, and tells why the page was not kept, if it was not. */
async function goBack(tab) {
  await tab.goBack();
  await until(() => tab.evaluate(() => globalThis.wasKept !== undefined), "the page is shown");
  return tab.evaluate(() => {
    const [{ notRestoredReasons: why }] = performance.getEntriesByType("navigation");
    return globalThis.wasKept ? "kept" : JSON.stringify(why?.reasons ?? "not kept");
  });
}

const stories = {
  async "a page that is left and gone back to is as it was, with what was missed, and each line once"(opened) {
    const teo = await open(browser.defaultBrowserContext(), "1", await post("guests", { name: "Teo" }));
    opened.push(teo);
    await eveSays("1", "before");
    await sees(teo, "before");
    await teo.evaluate(() => {
      document.querySelector("tertulia-room").shadowRoot.querySelector("textarea").value = "begun, and not sent";
    });
    for (const wanted of [
      ["before", "missed 1"],
      ["before", "missed 1", "missed 2"],
    ]) {
      await leave(teo);
      await eveSays("1", wanted.at(-1));
      equal(await goBack(teo), "kept", "the page");
      await sees(teo, ...wanted);
      await live(teo);
      await until(() => teo.evaluate(holdsLock), "the tab has its lock again");
    }
    const field = () => document.querySelector("tertulia-room").shadowRoot.querySelector("textarea").value;
    equal(await teo.evaluate(field), "begun, and not sent", "the field");
    await eveSays("1", "afterwards");
    await sees(teo, "before", "missed 1", "missed 2", "afterwards");
    await teo.evaluate(() => document.querySelector("tertulia-room").say("here again"));
    await sees(teo, "before", "missed 1", "missed 2", "afterwards", "here again");
    equal(teo.complaints, [], "complaints");
  },

  async "a tab that is left gives its line on to another one, and both read by one when it is gone back to"(opened) {
    const context = await browser.createBrowserContext();
    opened.push(context);
    const guest = await post("guests", { name: "Tea" });
    const [first, second] = [await open(context, "2", guest), await open(context, "2", guest)];
    await first.bringToFront();
    await leave(first);
    await eveSays("2", "meanwhile");
    await second.bringToFront();
    await sees(second, "meanwhile");
    await first.bringToFront();
    equal(await goBack(first), "kept", "the page");
    await sees(first, "meanwhile");
    await eveSays("2", "and now");
    await Promise.all([first, second].map((tab) => sees(tab, "meanwhile", "and now")));
    equal([...first.complaints, ...second.complaints], [], "complaints");
  },
};

await tell("pages that are gone back to", stories, async () => {
  await browser.close();
  site.close();
  await server.stop();
});
