// How somebody becomes a guest, and stays the same one. Fetched when a name is taken, or when a guest's token is not.

import { askJson, Refused, Unreachable } from "./http.js";
import { type Platform, remember } from "./platform.js";
import type { Guest } from "./types.js";

export { GuestName } from "./tools/guest-name.js";

/**
 * Asks the server for a guest of this name: the one whose token it is, or another one; and keeps it in this browser. Without a
 * room it is the same one again; where that is refused it is nobody, who is asked for a name before the next message.
 */
export async function askGuest(
  platform: Platform,
  server: string,
  key: string,
  name: string,
  token: string | undefined,
  room: string | undefined,
  isStill: () => boolean,
): Promise<Guest | undefined> {
  let guest: Guest | undefined;
  const check = () => {
    if (!isStill()) throw new Unreachable("somebody else by now");
  };
  check();
  try {
    guest = await askJson<Guest>(platform, `${server}v1/guests`, { method: "POST", token, body: { name, room } });
  } catch (error) {
    if (room !== undefined || !(error instanceof Refused)) throw error;
    // What is only too much, or away, for now costs nobody who they are.
    if (error.problem.retry_after !== undefined || error.problem.status >= 500) throw error;
    check();
    remember(platform, `${key}:name`, name);
  }
  check();
  remember(platform, key, guest);
  return guest;
}
