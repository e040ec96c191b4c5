// What is around the tools and changes under them: the language that the page is in, and how high the room is.

/** Below this a panel would show next to nothing between header and field: it lies over both. */
const LOW_REM = 14;

/** Gives back how to stop it. */
export function watchAround(root: ShadowRoot, update: () => void): () => void {
  const lang = new MutationObserver(update);
  lang.observe(document, { subtree: true, attributeFilter: ["lang"] });
  const size = new ResizeObserver(([entry]) => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    entry?.target.classList.toggle("low", entry.contentRect.height < LOW_REM * rem);
  });
  const middle = root.querySelector(".middle");
  if (middle) size.observe(middle);
  return () => {
    lang.disconnect();
    size.disconnect();
  };
}
