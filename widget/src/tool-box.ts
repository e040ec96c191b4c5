// What one does in a room, where reading is not enough: fetched when something is touched, or when nothing else is to be done.

import type { Client } from "./client.js";
import { fetchTools } from "./late.js";
import type { Room } from "./room.js";
import type { Tools, ToolsHost } from "./tools-host.js";

/** What the tools need of their element, but for the room, which may be another one after them. */
export interface ToolBoxHost extends Omit<ToolsHost, "client" | "room"> {
  readonly writing: ToolsHost["writing"] & { readonly field: HTMLTextAreaElement | null };
}

export class ToolBox {
  tools: Tools | undefined;
  readonly #host: ToolBoxHost;
  #client: Client | undefined;
  #room: Room | undefined;
  /** The line that was touched last, by its key: also before there are tools for it. */
  #touched: string | undefined;

  constructor(host: ToolBoxHost) {
    this.#host = host;
  }

  begin(client: Client, room: Room): void {
    this.#client = client;
    this.#room = room;
  }

  close(): void {
    this.tools?.close();
    this.tools = this.#client = this.#room = undefined;
  }

  /** Fetches them, in case they are wanted. */
  want(): void {
    if (!this.tools && !fetchTools.isFailing()) void this.#fetch().catch(() => undefined);
  }

  /** Something is in the way that only they can tell of. */
  need(): void {
    if (!this.tools && !fetchTools.isFailing()) this.with(() => undefined);
  }

  /** Does what somebody has asked for, or says that it can't be done. */
  with(run: (tools: Tools) => void): void {
    this.#fetch().then(
      (tools) => tools && run(tools),
      (error) => this.#host.fault(error),
    );
  }

  touch(event: Event): void {
    // A finger that comes down may be about to scroll; and what came under it would be pressed when it goes up.
    if (event.type === "pointerover" && /^touch$/.test((event as PointerEvent).pointerType)) return;
    const line = event.composedPath().find((each) => each instanceof HTMLElement && each.dataset.key !== undefined);
    this.#touched = (line as HTMLElement | undefined)?.dataset.key;
    this.tools?.touch(this.#touched);
  }

  async #fetch(): Promise<Tools | undefined> {
    const [client, room] = [this.#client, this.#room];
    if (!client || !room) return undefined;
    const { makeTools } = await fetchTools();
    if (this.#room !== room || this.tools) return this.tools;
    const tools = makeTools(Object.assign(Object.create(this.#host), { client, room }) as ToolsHost);
    this.tools = tools;
    tools.touch(this.#touched);
    // Who types fast has begun a name before there was anything that could complete it.
    const { field, text } = this.#host.writing;
    if (field && text !== "") tools.onFieldInput(field);
    this.#host.update();
    return tools;
  }
}
