// One request to the server, and what can come of it.

import type { Platform } from "./platform.js";
import type { Problem } from "./types.js";

/** The server said no, in words and with a code. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = "Refused";
    this.problem = problem;
  }
}

/** No answer that could be understood: the network, a proxy, or a server that is not there. */
export class Unreachable extends Error {
  override readonly name: string = "Unreachable";
}

export interface Ask {
  readonly method?: string | undefined;
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

/** Asks the server. Throws Refused for a problem, Unreachable for everything else that is no success. */
export async function ask(platform: Platform, url: string, what: Ask = {}): Promise<Response> {
  const headers: Record<string, string> = { Accept: what.accept ?? "application/json" };
  if (platform.lang) headers["Accept-Language"] = platform.lang;
  if (what.token !== undefined) headers.Authorization = `Bearer ${what.token}`;
  const method = what.method ?? "GET";
  // What is deleted by whoever leaves the page is asked of the server all the same.
  const init = {
    method,
    headers,
    cache: "no-store",
    keepalive: method === "DELETE",
    signal: what.signal ?? null,
  } as const;
  const body = what.body === undefined ? null : JSON.stringify(what.body);
  if (body !== null) headers["Content-Type"] = "application/json";
  let response: Response;
  try {
    response = await platform.fetch(url, { ...init, body });
  } catch (cause) {
    throw new Unreachable("no answer", { cause });
  }
  if (response.ok) return response;
  throw await refusal(response);
}

/** Asks for JSON, giving up after a while: a request that hangs must not hold up what waits behind it. */
export async function askJson<T>(platform: Platform, url: string, what: Ask = {}, limitMs = 15_000): Promise<T> {
  const abort = new AbortController();
  const timer = platform.setTimeout(() => abort.abort(), limitMs);
  const outer = () => abort.abort();
  what.signal?.addEventListener("abort", outer);
  try {
    const response = await ask(platform, url, { ...what, signal: abort.signal });
    return (response.status === 204 ? undefined : await response.json()) as T;
  } catch (error) {
    throw error instanceof Refused ? error : new Unreachable("no answer", { cause: error });
  } finally {
    platform.clearTimeout(timer);
    what.signal?.removeEventListener("abort", outer);
  }
}

async function refusal(response: Response): Promise<Error> {
  const problem = await response.json().catch(() => undefined);
  // A proxy's own page has no code. It is not the server's word.
  if (typeof problem?.code !== "string") return new Unreachable(`status ${response.status}`);
  return new Refused(problem as Problem);
}
