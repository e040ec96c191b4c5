// Sites whose pages change without a load: one driven by Turbo, and one that takes the room out and puts it back itself. Nothing
// is lost on the way, and nothing stays behind.
//
//   TERTULIA_BIN   the server to test; without it there is nothing to do

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { launch } from "./browser.mjs";
import { Reader } from "./reader.mjs";
import { startBinary } from "./servers.mjs";
import { equal, tell, until } from "./tell.mjs";

if (!process.env.TERTULIA_BIN) {
  console.log("- pages that change without a load: skipped: needs TERTULIA_BIN");
  process.exit(0);
}

const server = await startBinary(process.env.TERTULIA_BIN);
const turbo = readFileSync(new URL("../node_modules/@hotwired/turbo/dist/turbo.es2017-esm.js", import.meta.url));
// Nothing is fetched ahead: Turbo leaves the failure of what it has given up half-way to nobody, and what is complained of here is to be our own.
const page = (id) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page ${id}</title>
<meta name="turbo-prefetch" content="false">
<script type="module" src="/turbo.js"></script><script type="module" src="${server.url}widget.js"></script></head>
<body><nav><a href="/1">One</a> <a href="/2">Two</a> <a href="/none">None</a></nav>
${id === "none" ? "<p>No room here.</p>" : `<tertulia-room room="visit/${id}"></tertulia-room>`}</body></html>`;
const site = createServer((request, answer) => {
  const name = request.url.slice(1);
  if (name === "favicon.ico") return answer.writeHead(204).end();
  answer.setHeader("Content-Type", name === "turbo.js" ? "text/javascript" : "text/html; charset=utf-8");
  if (name === "turbo.js") return answer.end(turbo);
  return ["1", "2", "none"].includes(name) ? answer.end(page(name)) : answer.writeHead(404).end();
});
await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${site.address().port}/`;
const browser = await launch();

async function open(opened, name, path) {
  const reader = await Reader.open(browser, origin + path, name);
  opened.push(reader);
  await reader.live();
  return reader;
}

/** Follows a link as a person does, and waits until the page that it leads to has come. */
async function visit(reader, word, title) {
  await reader.page.getByRole("link", { name: word, exact: true }).click();
  await reader.page.waitForFunction((title) => document.title === title, title);
}

/** What the browser complained of, but for lines that were given up while they were made: a page may be left as soon as it has come. */
const complaints = (reader) =>
  reader.complaints.filter((line) => !line.includes("closed before the connection is established"));

const linesOpen = (reader) => reader.sockets.filter((socket) => !socket.isClosed()).length;

/** What the page holds once nothing is left that could be thrown away. */
async function held(reader) {
  // What comes late counts both times, or neither.
  await reader.whole();
  const devtools = await reader.page.context().newCDPSession(reader.page);
  await devtools.send("Performance.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  await devtools.detach();
  const told = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  return { nodes: told.Nodes, listeners: told.JSEventListeners };
}

/**
 * What the element left last held may be held still by the browser, or not: about 100 nodes and a listener or two. That is
 * no leak, and less than what a few listeners, or a few nodes with all below them, come to that stay behind with each visit.
 */
async function holdsNoMoreThan(reader, before) {
  const after = await held(reader);
  const [nodes, listeners] = [after.nodes - before.nodes, after.listeners - before.listeners];
  if (nodes > 200 || listeners > 10)
    throw new Error(`${nodes} nodes and ${listeners} listeners have stayed behind: ${JSON.stringify([before, after])}`);
}

const stories = {
  async "on a site driven by Turbo nothing is lost between two pages, and one line is open at a time"(opened) {
    const teo = await open(opened, "Teo", "1");
    const ana = await open(opened, "Ana", "1");
    await teo.say("before");
    await ana.say("hello");
    await teo.sees("before", "hello");
    await teo.room.locator("[part=input]").fill("begun, and not sent");
    await visit(teo, "Two", "Page 2");
    await teo.live();
    await teo.say("in the other room");
    await ana.say("while Teo was away");
    await visit(teo, "One", "Page 1");
    await teo.sees("before", "hello", "while Teo was away");
    equal(await teo.room.locator("[part=input]").inputValue(), "begun, and not sent", "the draft");
    // What Turbo has kept of the page is shown first when one goes back, and then the page itself.
    await teo.page.goBack();
    await teo.sees("in the other room");
    await teo.page.goForward();
    await teo.sees("before", "hello", "while Teo was away");
    await until(() => linesOpen(teo) === 1, "one line is left");
    equal([...complaints(teo), ...complaints(ana)], [], "complaints");
  },

  async "where no room is left no line stays open, and nothing stays behind"(opened) {
    const teo = await open(opened, "Teo", "2");
    const visits = async (count) => {
      for (let i = 0; i < count; i++) {
        await visit(teo, "None", "Page none");
        await until(() => linesOpen(teo) === 0, "the line is closed");
        await visit(teo, "Two", "Page 2");
        await teo.live();
        equal(linesOpen(teo), 1, "lines");
      }
    };
    await visits(6);
    const before = await held(teo);
    await visits(24);
    await holdsNoMoreThan(teo, before);
    equal(complaints(teo), [], "complaints");
  },

  async "an element that is moved in the page stays where it was read, and at the end if it was there"(opened) {
    // Another name: in this room the other one is that of who has spoken there.
    const rita = await open(opened, "Rita", "1");
    // Not more at once than one person may say.
    const line = (n) => `line ${n} ${"and more words ".repeat(20)}`.trim();
    for (let n = 1; n <= 15; n++) await rita.say(line(n));
    await rita.sees(line(15));
    const moved = (top) =>
      rita.room.evaluate(async (room, top) => {
        const log = room.shadowRoot.querySelector(".log");
        const frames = async () => {
          for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        };
        log.scrollTop = top;
        await frames();
        const before = log.scrollTop;
        document.body.prepend(room);
        await frames();
        return [before, log.scrollTop, log.scrollHeight - log.clientHeight];
      }, top);
    const [above, kept] = await moved(300);
    equal(Math.abs(above - kept) <= 1, true, `${above} and ${kept}`);
    const [, end, last] = await moved(1e6);
    equal(last - end <= 1, true, `the end ${last} and ${end}`);
    await rita.say("and follows");
    await rita.sees("and follows");
  },

  async "an element that is moved, taken out, put back and led through many rooms ends in the last one"(opened) {
    const teo = await open(opened, "Teo", "1");
    await teo.room.evaluate(async (room) => {
      for (let i = 0; i < 20; i++) room.room = `visit/${i}`;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let i = 0; i < 10; i++) {
        document.body.prepend(room);
        document.body.append(room);
        room.remove();
        if (i % 2) await frame();
        document.body.append(room);
        room.room = `visit/${100 + i}`;
        if (i % 3) await frame();
      }
    });
    await teo.live();
    await teo.say("here");
    await teo.sees("here");
    await until(() => teo.room.evaluate(({ shadowRoot }) => !shadowRoot.querySelector(".pending")), "it is said");
    const answer = await fetch(`${server.url}v1/rooms/visit/109/messages?last=5`);
    equal(
      (await answer.json()).messages.map(({ text }) => text),
      ["here"],
      "what is said in the last one",
    );
    equal([linesOpen(teo), complaints(teo)], [1, []], "lines and complaints");
  },
};

await tell("pages that change without a load", stories, async () => {
  await browser.close();
  site.close();
  await server.stop();
});
