// Why a WebSocket was not let in.

import type { Platform } from "../platform.js";
import type { Code } from "../types.js";
import type { Down } from "./link.js";

const ANSWER_MS = 5_000;
const REFUSED: readonly Code[] = ["origin_refused", "open_mode_is_local"];

/**
 * Asks by a plain request what the handshake would not say. The server's own answer is that there should be an upgrade (426):
 * then something on the way takes the upgrade out. With another reason it says when to come back, or that it is of no use.
 */
export async function whyNoSocket(server: string, platform: Platform): Promise<Down> {
  const abort = new AbortController();
  const timer = platform.setTimeout(() => abort.abort(), ANSWER_MS);
  try {
    const answer = await platform.fetch(`${server}v1/socket`, { cache: "no-store", signal: abort.signal });
    const { status, headers } = answer;
    if (status === 403) {
      const { code, detail } = await answer.json();
      // Neither another transport nor another try would be let in from this page.
      if (REFUSED.includes(code)) return { why: "never", code, detail };
    }
    if (status !== 429 && (status < 502 || status > 504)) return { why: "blocked" };
    const seconds = Number(headers.get("retry-after") ?? Number.NaN);
    return seconds > 0 ? { why: "later", afterMs: seconds * 1_000 } : { why: "later" };
  } catch {
    // What stands in finds out whether the server is away, or this address alone is kept from us.
    return { why: "blocked" };
  } finally {
    platform.clearTimeout(timer);
  }
}
