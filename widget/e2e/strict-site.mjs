// A page of another site, under the Content-Security-Policy that the book gives to paste, and with nothing else allowed:
// the widget loads, reads and writes, and the browser has nothing to complain of.

import { launch } from "./browser.mjs";
import { Reader } from "./reader.mjs";
import { startServer } from "./servers.mjs";
import { strictSite } from "./sites.mjs";

const server = await startServer();
const site = await strictSite(server.url);
const browser = await launch();
try {
  const ana = await Reader.open(browser, site.url, "Ana");
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
