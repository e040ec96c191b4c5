// What the browser tests run against: the binary named by TERTULIA_BIN, or else the small server of the unit tests, which
// serves the same pages under the same policy.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FakeServer } from "../test/fake-server.mjs";
import { widgetFiles } from "./reader.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, "../../crates/tertulia/assets");
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: https:; base-uri 'none'; form-action 'self'";
const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/** A server with an address, that can be killed and started again on the same file where it is real. */
export async function startServer() {
  return process.env.TERTULIA_BIN ? startBinary(process.env.TERTULIA_BIN) : startFake();
}

/** A story may be told faster than people talk. */
const HASTE = ["user_room_sends_per_s", "user_sends_per_s", "room_sends_per_s", "address_sends_per_s"];
const UNLIMITED = Object.fromEntries(HASTE.map((limit) => [`TERTULIA_LIMITS_${limit.toUpperCase()}`, "0"]));

/** The binary, with settings by the environment, and with rooms that were exported. */
export async function startBinary(binary, env = {}, rooms = undefined) {
  const folder = mkdtempSync(join(tmpdir(), "tertulia-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  let child;
  const start = async () => {
    const args = ["serve", "--listen", `127.0.0.1:${port}`, "--database", join(folder, "e2e.db")];
    child = spawn(binary, args, {
      stdio: ["ignore", "ignore", "inherit"],
      cwd: folder,
      // It would not start with a variable that it does not know.
      env: { ...process.env, TERTULIA_BIN: undefined, ...UNLIMITED, ...env },
    });
    for (let i = 0; i < 200; i++) {
      if (
        await fetch(`${url}healthz`).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("the server does not answer");
  };
  if (rooms !== undefined) {
    const options = { cwd: folder, input: rooms, stdio: ["pipe", "ignore", "inherit"] };
    const { status } = spawnSync(binary, ["import", "--database", join(folder, "e2e.db")], options);
    if (status !== 0) throw new Error("the rooms can't be taken in");
  }
  const kill = () =>
    new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGKILL");
    });
  await start();
  return {
    url,
    isReal: true,
    start,
    kill,
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startFake() {
  const server = await new FakeServer().listen();
  server.files = serveAsset;
  return { url: server.url, isReal: false, fake: server, stop: () => server.close() };
}

function serveAsset(path) {
  const embed = /^\/embed\/([^/]+\/[^/]+)$/.exec(path)?.[1];
  const asked = path === "/" ? "try.html" : embed ? "embed.html" : path.slice(1);
  const name = new Map(widgetFiles(assets)).get(asked) ?? asked;
  if (!/^[a-zA-Z-]+\.(html|js|css)$/.test(name)) return undefined;
  const folder = name === "embed.html" ? here : assets;
  const body = readFileSync(join(folder, name), "utf8")
    .replaceAll("{{room}}", embed ?? "")
    .replaceAll("{{languages}}", "")
    .replaceAll("{{main}}", new Map(widgetFiles(assets).map(([served, file]) => [file, served])).get("widget-main.js"));
  return { body, headers: { "Content-Type": TYPES[name.split(".")[1]], "Content-Security-Policy": POLICY } };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
