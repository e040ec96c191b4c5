// The wire in the shape that openapi-typescript writes (`npm run gen`). Import from ./types.ts, never from here.

export interface components {
  schemas: {
    /** @enum {string} */
    Action:
      | "read"
      | "say"
      | "action"
      | "type"
      | "react"
      | "edit"
      | "delete"
      | "report"
      | "delete_any"
      | "restrict"
      | "lock"
      | "slow"
      | "review"
      | "settings"
      | "notify"
      | "system"
      | "speak_as"
      | "signal"
      | "delete_room";
    Change: {
      room: components["schemas"]["RoomName"];
      cursor: components["schemas"]["Cursor"];
      message?: components["schemas"]["Message"];
      settings?: components["schemas"]["Settings"];
    };
    ClientFrame:
      | (components["schemas"]["Hello"] & { type: "hello" })
      | (components["schemas"]["Open"] & { type: "open" })
      | (components["schemas"]["Close"] & { type: "close" })
      | (components["schemas"]["SayFrame"] & { type: "say" })
      | (components["schemas"]["Typing"] & { type: "typing" })
      | (components["schemas"]["NewToken"] & { type: "token" })
      | { type: "unknown" };
    ClientId: string;
    Close: { room: components["schemas"]["RoomName"] };
    /** @enum {string} */
    Code:
      | "malformed"
      | "token_in_url"
      | "token_missing"
      | "token_expired"
      | "token_invalid"
      | "not_allowed"
      | "muted"
      | "banned"
      | "locked"
      | "edit_over"
      | "refused"
      | "origin_refused"
      | "open_mode_is_local"
      | "not_found"
      | "wrong_method"
      | "client_id_reused"
      | "deleted"
      | "name_taken"
      | "room_deleted"
      | "too_large"
      | "unsupported_media"
      | "invalid"
      | "too_long"
      | "upgrade_needed"
      | "slow_down"
      | "too_many"
      | "internal"
      | "store_away"
      | "unknown"
      | "draining"
      | "moved";
    ConnectionLimits: { rooms: number; frame_bytes: number };
    Cursor: string;
    /** @enum {string} */
    DeletedBy: "sender" | "moderator";
    Ended: {
      room: components["schemas"]["RoomName"];
      code: components["schemas"]["Code"];
      room_now?: components["schemas"]["RoomName"];
      retry_after?: number;
    };
    Guest: { token: string; sender: components["schemas"]["Sender"] };
    Hello: { token?: string };
    /** @enum {string} */
    Kind: "message" | "action" | "notification" | "system" | "join" | "leave";
    Leaving: { after_ms: number };
    /** @enum {string} */
    Level: "none" | "read" | "say" | "moderate" | "own";
    Me: {
      id?: string;
      name?: string;
      guest?: boolean;
      level: components["schemas"]["Level"];
      may: components["schemas"]["Action"][];
      read?: number;
      restricted?: components["schemas"]["Restricted"];
      reacted?: { [key: string]: string[] };
    };
    MeFrame: { room: components["schemas"]["RoomName"]; me: components["schemas"]["Me"] };
    Message: {
      id: number;
      version: number;
      kind: components["schemas"]["Kind"];
      sender?: null | components["schemas"]["Sender"];
      text: string;
      /** Format: date-time */
      created: string;
      /** Format: date-time */
      edited?: string;
      /** Format: date-time */
      deleted?: string;
      deleted_by?: components["schemas"]["DeletedBy"];
      reply_to?: number;
      reactions?: components["schemas"]["Reaction"][];
      client_id?: components["schemas"]["ClientId"];
      data?: Record<string, never>;
    };
    NewGuest: { name: string; room?: components["schemas"]["RoomName"] };
    NewToken: { token: string; room?: components["schemas"]["RoomName"] };
    Open: {
      ref: string;
      room: components["schemas"]["RoomName"];
      after?: components["schemas"]["Cursor"];
      last?: number;
      token?: string;
    };
    Opened: components["schemas"]["Page"] & { ref?: string };
    Page: {
      room: components["schemas"]["RoomName"];
      cursor?: components["schemas"]["Cursor"];
      messages: components["schemas"]["Message"][];
      more: boolean;
      more_newer?: boolean;
      reset: boolean;
      first: number;
      settings?: components["schemas"]["Settings"];
      me?: components["schemas"]["Me"];
      present?: components["schemas"]["Present"];
    };
    PresenceFrame: { room: components["schemas"]["RoomName"]; present: components["schemas"]["Present"] };
    /** @enum {string} */
    PresenceMode: "names" | "count" | "off";
    Present: {
      count: number;
      people: components["schemas"]["Sender"][];
      typing?: components["schemas"]["Sender"][];
    };
    Problem: {
      type: string;
      title: string;
      status: number;
      code: components["schemas"]["Code"];
      detail?: string;
      retry_after?: number;
      proposal?: string;
    };
    ProblemFrame: Omit<components["schemas"]["Problem"], "type"> & { ref?: string };
    Reaction: { emoji: string; count: number; by: string[] };
    Restricted: {
      kind: components["schemas"]["RestrictionKind"];
      /** Format: date-time */
      until?: string;
      why?: string;
    };
    /** @enum {string} */
    RestrictionKind: "mute" | "ban" | "kick";
    RoomName: string;
    Said: { ref: string; message: components["schemas"]["Message"] };
    Say: {
      text: string;
      client_id?: components["schemas"]["ClientId"];
      kind?: components["schemas"]["Kind"];
      reply_to?: number;
      sender?: null | components["schemas"]["Sender"];
      data?: Record<string, never>;
    };
    SayFrame: {
      ref: string;
      room: components["schemas"]["RoomName"];
      text: string;
      client_id?: components["schemas"]["ClientId"];
      kind?: components["schemas"]["Kind"];
      reply_to?: number;
    };
    Sender: { id?: string; name: string; guest?: boolean; avatar?: string };
    ServerFrame:
      | (components["schemas"]["Welcome"] & { type: "welcome" })
      | (components["schemas"]["Opened"] & { type: "opened" })
      | (components["schemas"]["Change"] & { type: "change" })
      | (components["schemas"]["Page"] & { type: "reset" })
      | (components["schemas"]["MeFrame"] & { type: "me" })
      | (components["schemas"]["PresenceFrame"] & { type: "presence" })
      | (components["schemas"]["Signal"] & { type: "signal" })
      | (components["schemas"]["Said"] & { type: "said" })
      | (components["schemas"]["ProblemFrame"] & { type: "problem" })
      | (components["schemas"]["Ended"] & { type: "ended" })
      | (components["schemas"]["Leaving"] & { type: "leaving" })
      | { type: "beat" }
      | { type: "unknown" };
    Settings: {
      version: number;
      first: number;
      title?: string;
      comment?: string;
      locked: boolean;
      slow_seconds: number;
      announce: boolean;
      text_max: number;
      retention_days?: number;
      edit_minutes: number;
      presence: components["schemas"]["PresenceMode"];
    };
    Signal: {
      room: components["schemas"]["RoomName"];
      name: string;
      sender?: null | components["schemas"]["Sender"];
      data?: Record<string, never>;
    };
    Typing: { room: components["schemas"]["RoomName"] };
    Welcome: { beat_s: number; limits: components["schemas"]["ConnectionLimits"] };
  };
}
