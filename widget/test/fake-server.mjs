// A server that is small enough to be read at once and speaks enough of the protocol to try the client against: rooms in
// memory, every transport, guests. Tests reach in to break it (`cut`, `deaf`, `restart`).

import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

const DEFAULTS = {
  locked: false,
  slow_seconds: 0,
  announce: false,
  text_max: 2000,
  edit_minutes: 15,
  presence: "names",
};

class Room {
  constructor(name) {
    this.name = name;
    this.epoch = randomBytes(8).toString("hex");
    this.version = 0;
    this.first = 1;
    this.messages = new Map();
    this.readers = new Set();
    this.people = 0;
    this.title = undefined;
    /** Tells nobody who is here. */
    this.isQuiet = false;
  }

  get present() {
    if (this.isQuiet) return undefined;
    return { count: Math.max(1, this.readers.size, this.people), people: [] };
  }

  get cursor() {
    return this.version === 0 ? "0" : `${this.epoch}.${this.version}`;
  }

  commit(message) {
    this.version += 1;
    const now = { ...message, id: message.id ?? this.version, version: this.version };
    this.messages.set(now.id, now);
    const change = { type: "change", room: this.name, cursor: this.cursor, message: now };
    for (const reader of [...this.readers]) reader(change);
    return now;
  }

  /** Something else waits for review: all who read are told, as if they might review. */
  tellWaiting() {
    for (const reader of [...this.readers]) reader({ type: "waiting", room: this.name });
  }

  inOrder() {
    return [...this.messages.values()].sort((a, b) => a.id - b.id);
  }

  settings() {
    const settings = { version: 0, first: this.first, ...DEFAULTS };
    return this.title === undefined ? settings : { ...settings, title: this.title };
  }

  /** What is the reader's own, and who is here, stands on first pages and on what opens a stream, and not on a poll's. */
  page(query, me, isStream = false) {
    if (query.after !== undefined) delete me.read;
    const head = { me, settings: this.settings(), present: this.present };
    const all = this.inOrder();
    const base = { room: this.name, reset: false, first: this.first };
    if (query.above !== undefined) {
      const newer = all.filter((message) => message.id > query.above);
      const messages = newer.slice(0, query.limit ?? 50);
      return { ...base, messages, more: true, more_newer: messages.length < newer.length };
    }
    if (query.around !== undefined) {
      const middle = all.filter((message) => message.id < query.around).length;
      const half = (query.limit ?? 50) / 2;
      const from = Math.max(0, middle - half);
      return {
        ...base,
        messages: all.slice(from, middle + half),
        more: from > 0,
        more_newer: middle + half < all.length,
      };
    }
    if (query.before !== undefined) {
      const older = all.filter((message) => message.id < query.before);
      const messages = older.slice(-(query.limit ?? 50));
      return { ...base, messages, more: messages.length < older.length, more_newer: true };
    }
    if (query.after !== undefined) {
      const [epoch, version] = query.after === "0" ? [this.epoch, "0"] : query.after.split(".");
      if (epoch === this.epoch && Number(version) <= this.version) {
        const changed = all.filter((m) => m.version > Number(version)).sort((a, b) => a.version - b.version);
        const messages = changed.slice(0, query.limit ?? 200);
        const more = messages.length < changed.length;
        const cursor = more ? `${this.epoch}.${messages.at(-1).version}` : this.cursor;
        return { ...base, ...(isStream ? head : {}), cursor, messages, more };
      }
    }
    const last = query.last ?? 50;
    const messages = all.slice(-last);
    const reset = query.after !== undefined;
    return { ...base, ...head, reset, cursor: this.cursor, messages, more: messages.length < all.length };
  }
}

export class FakeServer {
  rooms = new Map();
  guests = new Map();
  /** Tokens that were good once; whatever else is not known never was. */
  revoked = new Set();
  sockets = new Set();
  responses = new Set();
  /** Requests that were seen: `GET /v1/…`. */
  seen = [];
  /** Says what to do with a request or socket instead of serving it. */
  interfere = (_what, _request, _response) => false;
  /** How many sends to lose: `before` they are written, or `after`, so that only the answer is lost. */
  lose = { before: 0, after: 0 };
  /** How many sends to refuse as too fast, and when to come back. */
  slow = { times: 0, seconds: 0 };
  /** Takes no notice of what is said, and answers nothing. */
  deaf = false;
  unheard = 0;
  /** Lets nothing be seen before somebody has looked at it. */
  holds = false;
  /** What was held is not let in. */
  rejects = false;
  /** Up to where who has read which room, and every time that it was told. */
  marks = new Map();
  reads = [];
  /** How often something was said, and in which rooms somebody typed. */
  says = 0;
  typed = [];
  beatS = 25;
  url = "";
  port = 0;
  /** Serves anything else, for pages to try. */
  files = (_path) => undefined;

  async listen(port = 0) {
    this.http = createServer((request, response) => void this.#serve(request, response));
    this.ws = new WebSocketServer({ noServer: true, handleProtocols: () => "tertulia.v1" });
    this.http.on("upgrade", (request, socket, head) => {
      this.seen.push("WS");
      if (this.interfere("ws", request, socket)) return;
      this.ws.handleUpgrade(request, socket, head, (line) => this.#talk(line));
    });
    await new Promise((resolve) => this.http.listen(port, "127.0.0.1", resolve));
    this.port = this.http.address().port;
    this.url = `http://127.0.0.1:${this.port}/`;
    return this;
  }

  async close() {
    this.cut(1001);
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  /** Ends all lines. */
  cut(code = 1012) {
    for (const line of this.sockets) line.close(code);
    for (const response of this.responses) response.destroy();
  }

  /** Every line gets this frame. */
  tell(frame) {
    for (const line of this.sockets) line.send(JSON.stringify(frame));
    for (const response of this.responses) response.write(`data: ${JSON.stringify(frame)}\n\n`);
  }

  room(name) {
    let room = this.rooms.get(name);
    if (!room) {
      room = new Room(name);
      this.rooms.set(name, room);
    }
    return room;
  }

  say(name, sender, text, more = {}) {
    const room = this.room(name);
    const known =
      more.client_id && room.inOrder().find((m) => m.client_id === more.client_id && m.sender?.id === sender?.id);
    if (known) return known;
    return room.commit({ kind: "message", sender, text, created: new Date().toISOString(), ...more });
  }

  #who(token) {
    return token === undefined ? undefined : this.guests.get(token);
  }

  #refusal(token) {
    return problem(401, this.revoked.has(token) ? "token_expired" : "token_invalid");
  }

  #me(who, room) {
    const read = this.marks.get(`${room?.name} ${who?.id}`);
    const me = this.#rights(who);
    return read === undefined ? me : { ...me, read };
  }

  #rights(who) {
    if (!who) return { level: "read", may: ["read"] };
    const { may = ["read", "say", "action", "react", "edit", "delete", "type"], ...rest } = who;
    return { ...rest, level: "say", may };
  }

  #mark(name, who, { up_to }) {
    if (!who) throw problem(401, "token_missing");
    this.reads.push([name, who.id, up_to]);
    const key = `${name} ${who.id}`;
    this.marks.set(key, Math.max(this.marks.get(key) ?? 0, Math.min(up_to, this.room(name).version)));
    return { read: this.marks.get(key) };
  }

  #guest(name) {
    const sender = { id: `~${randomBytes(4).toString("hex")}`, name, guest: true };
    const token = randomBytes(8).toString("hex");
    this.guests.set(token, sender);
    return { token, sender };
  }

  #takeSay(room, who, body) {
    if (!who) throw problem(401, "token_missing");
    if (this.deaf) {
      this.unheard += 1;
      throw "deaf";
    }
    this.says += 1;
    if (this.rejects) throw problem(403, "refused");
    if (this.holds) throw { held: 1, client_id: body.client_id };
    if ([...body.text].length > DEFAULTS.text_max) throw problem(422, "too_long");
    if (this.slow.times > 0) {
      this.slow.times -= 1;
      throw { ...problem(429, "slow_down"), retry_after: this.slow.seconds };
    }
    if (this.lose.before > 0) {
      this.lose.before -= 1;
      throw "lost";
    }
    const { text, client_id, kind, reply_to } = body;
    const more = JSON.parse(JSON.stringify({ client_id, kind, reply_to }));
    const said = this.say(room, who, text, more);
    if (this.lose.after > 0) {
      this.lose.after -= 1;
      throw "lost";
    }
    return said;
  }

  #talk(line) {
    this.sockets.add(line);
    const send = (frame) => line.readyState === 1 && line.send(JSON.stringify(frame));
    const open = new Map();
    let token;
    line.on("close", () => {
      this.sockets.delete(line);
      for (const [name, reader] of open) this.room(name).readers.delete(reader);
    });
    line.on("message", (data) => {
      const frame = JSON.parse(data);
      if (frame.type === "hello") {
        token = frame.token;
        send({ type: "welcome", beat_s: this.beatS, limits: { rooms: 50, frame_bytes: 65536 } });
      } else if (frame.type === "open") {
        const room = this.room(frame.room);
        const who = this.#who(frame.token ?? token);
        if ((frame.token ?? token) !== undefined && !who)
          return send({ ...this.#refusal(frame.token ?? token), type: "problem", ref: frame.ref });
        send({ type: "opened", ref: frame.ref, ...room.page(frame, this.#me(who, room), true) });
        open.set(frame.room, send);
        room.readers.add(send);
      } else if (frame.type === "close") {
        this.room(frame.room).readers.delete(open.get(frame.room));
        open.delete(frame.room);
      } else if (frame.type === "typing") {
        this.typed.push(frame.room);
      } else if (frame.type === "say") {
        try {
          send({ type: "said", ref: frame.ref, message: this.#takeSay(frame.room, this.#who(token), frame) });
        } catch (error) {
          if (error === "lost") line.terminate();
          else if (error === "deaf") return undefined;
          else send({ ...error, type: error.held ? "held" : "problem", ref: frame.ref });
        }
      }
      return undefined;
    });
  }

  async #serve(request, response) {
    const url = new URL(request.url, this.url);
    this.seen.push(`${request.method} ${request.url}`);
    if (this.interfere("http", request, response)) return;
    const cors = { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" };
    const json = (status, body) => {
      const type = status >= 400 ? "application/problem+json" : "application/json";
      response.writeHead(status, { "Content-Type": type, ...cors }).end(JSON.stringify(body));
    };
    try {
      const file = this.files(url.pathname);
      if (file) return response.writeHead(200, file.headers).end(file.body);
      if (url.pathname === "/v1/guests") return json(201, this.#guest((await body(request)).name));
      if (url.pathname === "/v1/socket") return json(426, problem(426, "upgrade_needed"));
      const [, name, rest] = /^\/v1\/rooms\/([^/]+\/[^/]+)(\/messages|\/read)?$/.exec(url.pathname) ?? [];
      if (!name) return json(404, problem(404, "not_found"));
      const token = request.headers.authorization?.slice(7);
      const who = this.#who(token);
      if (token !== undefined && !who) throw this.#refusal(token);
      if (!rest)
        return json(200, { ...this.room(name).page({ last: 0 }, this.#me(who, this.room(name))), messages: [] });
      if (rest === "/read") return json(200, this.#mark(name, who, await body(request)));
      if (request.method === "POST") return json(201, this.#takeSay(name, who, await body(request)));
      return await this.#read(this.room(name), url, who, request, response, json);
    } catch (error) {
      if (error === "lost") response.destroy();
      else if (error === "deaf") return;
      else if (error.held) json(202, error);
      else if (error.code) json(error.status, error);
      else throw error;
    }
  }

  async #read(room, url, who, request, response, json) {
    const query = Object.fromEntries(url.searchParams);
    for (const key of ["last", "before", "above", "around", "limit", "wait"])
      if (query[key] !== undefined) query[key] = Number(query[key]);
    if (request.headers.accept === "text/event-stream") {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Access-Control-Allow-Origin": "*" });
      const send = (frame) => response.write(`id: ${frame.cursor}\ndata: ${JSON.stringify(frame)}\n\n`);
      send({ type: "opened", ...room.page(query, this.#me(who, room), true) });
      room.readers.add(send);
      this.responses.add(response);
      response.on("close", () => {
        room.readers.delete(send);
        this.responses.delete(response);
      });
      return;
    }
    const page = room.page(query, this.#me(who, room));
    if (!query.wait || page.messages.length > 0 || page.reset) return json(200, page);
    const answer = (frame) => {
      clearTimeout(timer);
      room.readers.delete(answer);
      const waiting = frame?.type === "waiting" ? { waiting: true } : {};
      json(200, { ...room.page(query, this.#me(who, room)), ...waiting });
    };
    const timer = setTimeout(answer, query.wait * 1000);
    room.readers.add(answer);
    response.on("close", () => {
      clearTimeout(timer);
      room.readers.delete(answer);
    });
  }
}

function problem(status, code) {
  return { type: "problem", title: code, status, code };
}

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}
