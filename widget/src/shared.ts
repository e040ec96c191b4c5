// One client per server and token source for all widgets of a page, so that they share one line.

import { Client, type ClientOptions, folder } from "./client.js";
import type { TokenSource } from "./identity.js";
import { whoseIs } from "./token.js";

/** Each with the source that it was given last. */
let clients: [TokenSource, Client][] = [];

/** The client for a room. A page may make functions without end: clients in which no room is open are let go of. */
export function sharedClient(options: ClientOptions, room: string): Client {
  const server = folder(options.server);
  let found = clients.find(([source, client]) => client.server === server && isSame(source, options));
  if (!found) {
    found = [options, new Client(options)];
    clients = [...clients.filter(([, { sources }]) => sources.size > 0), found];
  }
  found[1].sources.set(room, options);
  return found[1];
}

/** Has a room's next token asked for elsewhere, where that is of the same kind: false where all has to begin anew. */
export function isReplaced(client: Client | undefined, source: TokenSource, room: string): boolean {
  const found = clients.find(([before, other]) => other === client && isSame(before, source, true));
  if (!found) return false;
  found[0] = source;
  found[1].sources.set(room, source);
  return true;
}

/** By the first of them that there is. Of one kind are all functions, and all tokens that say the same of whose they are. */
function isSame(a: TokenSource, b: TokenSource, isByKind?: boolean): boolean {
  if (a.getToken || b.getToken) return isByKind ? !!a.getToken && !!b.getToken : a.getToken === b.getToken;
  if (a.tokenUrl !== b.tokenUrl) return false;
  const whose = isByKind && whoseIs(b.token);
  return a.tokenUrl !== undefined || a.token === b.token || (!!whose && whose === whoseIs(a.token));
}
