// One client per server and token source for all widgets of a page, so that they share one line.

import { Client, type ClientOptions, folder } from "./client.js";

const clients: (readonly [ClientOptions, Client])[] = [];

export function sharedClient(options: ClientOptions): Client {
  const server = folder(options.server);
  const found = clients.find(([other, client]) => client.server === server && isSameSource(other, options));
  if (found) return found[1];
  const client = new Client(options);
  clients.push([options, client]);
  return client;
}

/** By the first of them that there is. */
function isSameSource(a: ClientOptions, b: ClientOptions): boolean {
  if (a.getToken || b.getToken) return a.getToken === b.getToken;
  return a.tokenUrl === b.tokenUrl && (a.tokenUrl !== undefined || a.token === b.token);
}
