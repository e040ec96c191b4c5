// What stands in where a WebSocket does not get through: fetched only there.

export { Detours } from "./detours.js";
