// Registers the element: the only file with a side effect.

import { TertuliaRoom } from "./tertulia-room.js";

// A page that loads the script twice, or two versions of it, keeps the first.
if (!customElements.get("tertulia-room")) customElements.define("tertulia-room", TertuliaRoom);

export { Client, Refused, Room } from "./client.js";
export { TertuliaRoom };
