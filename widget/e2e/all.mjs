// All browser tests, two files at a time: they wait more than they work. What each has printed comes in one piece, and all are
// told whether one fails or not.
//
//   TERTULIA_BIN   the server to test; see each file

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The longest first, so that none of them is waited for alone. */
const FILES = [
  "access",
  "takeover",
  "hostile",
  "languages",
  "run",
  "signed-in",
  "hosts",
  "looks",
  "scroll",
  "mistakes",
  "visits",
  "back",
  "firefox",
];
const LANES = 2;

const failed = [];
function run(file) {
  const began = Date.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL(`${file}.mjs`, import.meta.url))]);
  const printed = [];
  child.stdout.on("data", (piece) => printed.push(piece));
  child.stderr.on("data", (piece) => printed.push(piece));
  return new Promise((done) => {
    child.on("close", (code) => {
      if (code !== 0) failed.push(file);
      console.log(
        `── ${file}, ${Math.round((Date.now() - began) / 1000)} s\n${Buffer.concat(printed).toString().trim()}`,
      );
      done();
    });
  });
}

const waiting = [...FILES];
const lane = async () => {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await run(file);
};
await Promise.all(Array.from({ length: LANES }, lane));
if (failed.length > 0) console.log(`failed: ${failed.join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);
