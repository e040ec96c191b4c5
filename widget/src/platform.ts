// What the client needs of the browser, in one place, so that tests can give it their own time, dice and network.

export interface Platform {
  readonly WebSocket: new (url: string, protocols: string) => WebSocket;
  readonly fetch: typeof globalThis.fetch;
  /** In which language the server words what went wrong: the browser's own where it is not said. */
  lang?: string | undefined;
  readonly now: () => number;
  /** From 0 to 1, as Math.random. */
  readonly random: () => number;
  readonly setTimeout: (run: () => void, ms: number) => number;
  readonly clearTimeout: (timer: number | undefined) => void;
  /** Absent, or throws, where the browser refuses storage: what would be remembered is then forgotten with the page. */
  readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length"> | undefined;
  /** Tells which remembered thing another tab of this browser has changed; undefined when it was all of them. */
  readonly onStorage: (listener: (key: string | undefined) => void) => () => void;
  /**
   * Runs something that only one tab of this browser may do at a time, when it is this one's turn. A browser that has no
   * locks, none on pages without TLS, or refuses them with the cookies, runs it at once: then the server's rule of one
   * message per client id has to do.
   */
  readonly lock: (name: string, run: () => Promise<void>) => Promise<void>;
  /** 128 random bits as text: the client id of a message. */
  readonly randomId: () => string;
  /** Tells when the network comes or goes, and when the page is looked at again. */
  readonly onWake: (listener: (what: "online" | "offline" | "visible") => void) => () => void;
  readonly isHidden: () => boolean;
  /** Runs something when nothing else is to be done; not at all where the reader wants no data spent on what may be. */
  readonly whenIdle: (run: () => void) => void;
  /** Absent where tabs can't share a line: each then has its own. What is not in it is the browser's own. */
  readonly tabs?: (Pick<TabsPlatform, "isHeld"> & Partial<TabsPlatform>) | undefined;
}

/** How the names of the locks begin that stand for a line. */
export const LINES = "tertulia:line:";

/** What tabs of one browser share. */
export interface TabsPlatform {
  /** Whether some tab has a lock whose name begins like this. */
  readonly isHeld: (prefix: string) => Promise<boolean>;
  /** Runs `hold` when the lock is there, for as long as what it promises. Rejects where the lock is taken away. */
  readonly lock: (
    name: string,
    how: { readonly signal: AbortSignal } | { readonly steal: true },
    hold: () => Promise<void>,
  ) => Promise<void>;
  readonly channel: (
    name: string,
    hear: (word: unknown) => void,
  ) => { readonly post: (word: unknown) => void; readonly close: () => void };
  readonly onVisibility: (listener: () => void) => () => void;
  /** Tells that the page goes, or is put aside by the browser to be gone back to; and that it was gone back to. */
  readonly onAside: (listener: (isAside: boolean) => void) => () => void;
}

export const browser: Platform = {
  get WebSocket() {
    return globalThis.WebSocket;
  },
  fetch: (...args) => globalThis.fetch(...args),
  now: () => Date.now(),
  random: () => Math.random(),
  setTimeout: (run, ms) => globalThis.setTimeout(run, ms) as unknown as number,
  clearTimeout: (timer) => globalThis.clearTimeout(timer),
  get storage() {
    return globalThis.localStorage;
  },
  onStorage: (listener) => {
    const hear = ({ key, storageArea }: StorageEvent) =>
      storageArea === globalThis.localStorage && listener(key ?? undefined);
    addEventListener("storage", hear);
    return () => removeEventListener("storage", hear);
  },
  lock: async (name, run) => {
    let running: Promise<void> | undefined;
    try {
      await navigator.locks.request(name, () => {
        running = run();
        return running;
      });
    } catch {
      // There is none, it is refused, or it was taken away meanwhile.
      await (running ?? run());
    }
  },
  // Not crypto.randomUUID: that one is missing on pages served without TLS.
  randomId: () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(""),
  onWake: (listener) => {
    const over = new AbortController();
    for (const what of ["online", "offline"] as const) addEventListener(what, () => listener(what), over);
    const look = () => document.visibilityState === "visible" && listener("visible");
    document.addEventListener("visibilitychange", look, over);
    return () => over.abort();
  },
  isHidden: () => document.visibilityState === "hidden",
  get tabs() {
    return browserTabs();
  },
  whenIdle: (run) => {
    if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
    // Safari has no such callback.
    if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: 3_000 });
    else globalThis.setTimeout(run, 1_000);
  },
};

/** Browsers have no locks on pages without TLS. */
function browserTabs(): Platform["tabs"] {
  const locks = globalThis.navigator?.locks;
  if (!locks) return undefined;
  return {
    isHeld: async (prefix) => (await locks.query()).held?.some(({ name }) => name?.startsWith(prefix)) ?? false,
  };
}

/** Reads something remembered; what is broken or refused counts as not there. */
export function recall<T>(platform: Platform, key: string): T | undefined {
  try {
    const text = platform.storage?.getItem(key);
    return text == null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** Remembers something, or with undefined forgets it. A full or refused storage is no fault. */
export function remember(platform: Platform, key: string, value: unknown): void {
  try {
    if (value === undefined) platform.storage?.removeItem(key);
    else platform.storage?.setItem(key, JSON.stringify(value));
  } catch {
    // Remembering is a comfort: without it the client asks again.
  }
}

/** The keys of what is remembered that begin like this. */
export function remembered(platform: Platform, prefix: string): string[] {
  try {
    const { storage } = platform;
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "");
    return keys.filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** Calls back when nothing was heard for a while. One timer, however often something is heard. */
export class Watch {
  #heard = 0;
  #limit = 0;
  #timer: number | undefined;
  readonly #platform: Platform;
  readonly #silent: () => void;

  constructor(platform: Platform, silent: () => void) {
    this.#platform = platform;
    this.#silent = silent;
  }

  /** From now on, this many milliseconds of silence are too many. */
  expect(ms: number): void {
    this.#limit = ms;
    this.heard();
    this.#platform.clearTimeout(this.#timer);
    this.#timer = this.#platform.setTimeout(this.#check, ms);
  }

  heard(): void {
    this.#heard = this.#platform.now();
  }

  stop(): void {
    this.#platform.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #check = (): void => {
    const now = this.#platform.now();
    // A clock may be put back.
    this.#heard = Math.min(this.#heard, now);
    const left = this.#heard + this.#limit - now;
    if (left <= 0) this.#silent();
    else this.#timer = this.#platform.setTimeout(this.#check, left);
  };
}
