// One client per server and token source for all widgets of a page, so that they share one line.

import { Client, folder } from "./client.js";
import type { TokenSource } from "./identity.js";

/** Nothing of one stays when the last of those that read by it has left. */
const clients = new Set<Client>();

export function sharedClient(user: TokenSource, address: string | URL): Client {
  const server = folder(address);
  const isOurs = ({ server: other, ownLine }: Client) => other === server && isSame(ownLine.identity.source, user);
  const client = [...clients].find(isOurs) ?? new Client({ server, ...sourceOf(user) });
  clients.add(client);
  client.heldBy.add(user);
  return client;
}

export function leaveClient(user: TokenSource, client: Client): void {
  client.heldBy.delete(user);
  if (client.heldBy.size === 0) clients.delete(client);
}

export function sourceOf({ getToken, tokenUrl, token }: TokenSource): TokenSource {
  return { getToken, tokenUrl, token };
}

/** By the first of them that there is. */
export function isSame(a: TokenSource, b: TokenSource): boolean {
  return firstOf(a) === firstOf(b);
}

function firstOf({ getToken, tokenUrl, token }: TokenSource): unknown {
  return getToken ?? tokenUrl ?? ` ${token}`;
}
