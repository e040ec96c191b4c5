// What sharing needs of a connection, made of what the connection stands on.

import type { Connection } from "../connection.js";
import type { Feeds, Line } from "../feeds.js";
import type { TabsHost } from "./tabs.js";

export interface SharingHost extends TabsHost {
  /** The tokens by which rooms are read here. */
  readonly tokens: readonly (string | undefined)[];
  /** Hangs up, and does nothing more until `reconnect`: then all begins again where it was, with fresh tokens. */
  leave(): void;
  reconnect(): void;
}

export function hostOf(connection: Connection, line: Line, feeds: Feeds, leave: () => void): SharingHost {
  return {
    server: connection.server,
    get tokens() {
      return feeds.wanted.flatMap(([, { token }]) => (token === null ? [] : [token]));
    },
    follows: (name) => feeds.find(name)?.[1].isWanted ?? false,
    isOpen: (name) => feeds.find(name)?.[1].isOpen ?? false,
    open: (name, after) => line.link?.open({ room: name, after, token: line.token }),
    shut: (name) => line.link?.shut(name),
    renew: (name) => line.token !== undefined && line.link?.renew?.(name, line.token),
    // The line is to be had from another tab, or no longer. One that is up here stays up while nobody leads.
    roleChanged: () => {
      if (feeds.size > 0 && line.link && (line.sharing?.isFollowing ?? false) !== line.isShared) line.connectNow();
    },
    leave,
    reconnect: () => {
      connection.identity.adopt(undefined);
      connection.reconnect();
    },
  };
}
