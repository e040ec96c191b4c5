// A picture of a person that does not come leaves the letters of their name.

import { initials } from "../lines.js";

/** Looks after the pictures in a room, also after those that failed before. Gives back how to stop it. */
export function keepFaces(root: ShadowRoot): () => void {
  const fail = ({ target }: Pick<Event, "target">) => {
    if (!(target instanceof HTMLImageElement) || !target.matches(".avatar img")) return;
    target.replaceWith(initials(target.closest(".message")?.querySelector(".sender bdi")?.textContent ?? "?"));
  };
  for (const target of [...root.querySelectorAll("img"), ...root.host.querySelectorAll("img")])
    if (target.complete && target.naturalWidth === 0) fail({ target });
  root.addEventListener("error", fail, true);
  return () => root.removeEventListener("error", fail, true);
}
