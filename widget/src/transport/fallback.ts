// What stands in where a WebSocket does not get through: fetched only there.

export { openLongPoll, openPoll } from "./poll.js";
export { openEventStream } from "./sse.js";
export { whyNoSocket } from "./why.js";
