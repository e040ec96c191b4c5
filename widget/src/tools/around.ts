// What is around the tools and changes under them: the language that the page is in, how high the room is, and a mouse that goes.

/** Below this a panel would show next to nothing between header and field: it lies over both. */
const LOW_REM = 14;

/** Gives back how to stop it. `leave` is told when a mouse has gone away: a finger is gone whenever it goes up. */
export function watchAround(root: ShadowRoot, update: () => void, leave: () => void): () => void {
  const lang = new MutationObserver(update);
  lang.observe(document, { subtree: true, attributeFilter: ["lang"] });
  const size = new ResizeObserver(([entry]) => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    entry?.target.classList.toggle("low", entry.contentRect.height < LOW_REM * rem);
  });
  const middle = root.querySelector<HTMLElement>(".middle");
  if (middle) size.observe(middle);
  const onLeave = ({ pointerType }: PointerEvent) => pointerType === "mouse" && leave();
  middle?.addEventListener("pointerleave", onLeave);
  return () => {
    lang.disconnect();
    size.disconnect();
    middle?.removeEventListener("pointerleave", onLeave);
  };
}
