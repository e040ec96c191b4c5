// A page of another site, under the Content-Security-Policy that the book gives to paste, and with nothing else allowed:
// the widget loads, reads and writes, and the browser has nothing to complain of.

import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { Reader } from "./reader.mjs";
import { startServer } from "./servers.mjs";
import { pastedPolicy } from "./sites.mjs";

const server = await startServer();
const page = `<!doctype html><meta charset="utf-8"><title>A strict site</title>
<script type="module" src="${server.url}widget.js"></script><tertulia-room room="strict/1" lang="en"></tertulia-room>`;
const site = createServer((_, answer) => {
  answer.writeHead(200, {
    "Content-Type": "text/html",
    "Content-Security-Policy": `default-src 'none'; ${pastedPolicy(server.url)}`,
  });
  answer.end(page);
});
await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const ana = await Reader.open(browser, `http://127.0.0.1:${site.address().port}/`, "Ana");
  await ana.live();
  await ana.say("hello from a strict site");
  await ana.sees("hello from a strict site");
  await ana.settled();
  const complaints = ana.complaints.filter((line) => !line.includes("favicon"));
  if (complaints.length > 0) throw new Error(`the browser complains: ${complaints.join("\n")}`);
  const height = await ana.room.evaluate((room) => getComputedStyle(room).display);
  if (height !== "flex") throw new Error("the widget's own style is not there");
  console.log("the strict site: passed");
} finally {
  await browser.close();
  site.close();
  await server.stop();
}
