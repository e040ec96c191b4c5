// What the browser gives tabs to agree by.

import type { TabsPlatform } from "../platform.js";

export const browserTabs: Omit<TabsPlatform, "isHeld"> = {
  lock: async (name, how, hold) => {
    await navigator.locks.request(name, how, hold);
  },
  channel: (name, hear) => {
    const channel = new BroadcastChannel(name);
    channel.onmessage = (event) => hear(event.data);
    return { post: (word) => channel.postMessage(word), close: () => channel.close() };
  },
  onVisibility: (listener) => {
    document.addEventListener("visibilitychange", listener);
    return () => document.removeEventListener("visibilitychange", listener);
  },
  onAside: (listener) => {
    const over = new AbortController();
    addEventListener("pagehide", () => listener(true), over);
    addEventListener("pageshow", ({ persisted }) => persisted && listener(false), over);
    return () => over.abort();
  },
};
