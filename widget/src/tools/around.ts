// What is around the tools and changes under them: the language that the page is in, how high the room is, a mouse that goes; and
// what is kept from it: the keys that are typed.

/** Below this a panel would show next to nothing between header and field: it lies over both. */
const LOW_REM = 14;

/** Gives back how to stop it. `leave` is told when a mouse has gone away: a finger is gone whenever it goes up. */
export function watchAround(root: ShadowRoot, update: () => void, leave: () => void): () => void {
  const lang = new MutationObserver(update);
  // Each tree that it stands in, since none looks into the shadow of another.
  for (let at: Node | undefined = root.host.getRootNode(); at; at = (at as ShadowRoot).host?.getRootNode())
    lang.observe(at, { subtree: true, attributeFilter: ["lang"] });
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

/** What a key that is typed is told by. */
export const TYPED = ["keydown", "keypress", "keyup"];

/**
 * What is typed into a field stays in the room: a page is told that it was pressed on the element, which looks like no field, and
 * would take it for a shortcut. Keys that change nothing in it go on.
 */
export function keepTyped(event: Event): void {
  const { key, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
  // None of them has the focus where a field has it that stands in a slot, and is the page's own.
  const isOurs = (event.currentTarget as ShadowRoot).activeElement?.matches("input, textarea");
  if (isOurs && /^(.|Enter|Backspace|Delete)$/u.test(key) && !ctrlKey && !altKey && !metaKey) event.stopPropagation();
}
