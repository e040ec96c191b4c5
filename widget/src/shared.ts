// One client per server and token source for all widgets of a page, so that they share one line.

import { Client, type ClientOptions, folder } from "./client.js";

const clients = new Map<string, Client>();
const functions = new WeakMap<object, number>();
let count = 0;

export function sharedClient(options: ClientOptions): Client {
  const key = JSON.stringify([folder(options.server), source(options)]);
  let client = clients.get(key);
  if (!client) {
    client = new Client(options);
    clients.set(key, client);
  }
  return client;
}

function source({ getToken, tokenUrl, token }: ClientOptions): readonly unknown[] {
  if (getToken) {
    const number = functions.get(getToken) ?? ++count;
    functions.set(getToken, number);
    return ["function", number];
  }
  return tokenUrl === undefined ? ["token", token] : ["url", tokenUrl];
}
