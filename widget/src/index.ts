// What a page loads as `widget.js`: a name that stays, for a file whose name changes with its content.

export * from "./main.js";
