// Sites that the widget stands in, of other origins than the server's.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/** The policy that the book gives to paste, for a server at this address. */
function pastedPolicy(server) {
  const chapter = readFileSync(new URL("../../docs/src/widget.md", import.meta.url), "utf8");
  const pasted = /```text,policy\n([^`]+)```/.exec(chapter)?.[1];
  if (pasted === undefined) throw new Error("the book's chapter on the widget has no policy to paste");
  return pasted
    .replaceAll("wss://chat.example", server.replace("http", "ws").slice(0, -1))
    .replaceAll("https://chat.example", server.slice(0, -1))
    .replaceAll("\n", " ");
}

/** A site that allows what the book says and nothing else: `?room=type/id`. */
export async function strictSite(server) {
  const policy = `default-src 'none'; ${pastedPolicy(server)}; require-trusted-types-for 'script'; trusted-types tertulia`;
  const site = createServer((request, answer) => {
    const room = new URL(request.url, "http://site").searchParams.get("room") ?? "strict/1";
    answer.writeHead(200, { "Content-Type": "text/html", "Content-Security-Policy": policy });
    answer.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A strict site</title>
<script type="module" src="${server}widget.js"></script><tertulia-room room="${encodeURI(room)}" lang="en"></tertulia-room></html>`);
  });
  await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${site.address().port}/`, close: () => site.close() };
}
