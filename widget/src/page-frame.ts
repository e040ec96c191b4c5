// What stands around the element in a room's own page, as long as that is a list of rows in it.

/** From now on the element is the whole page: what was around its rows it draws itself. */
export function leaveFrame(element: HTMLElement): void {
  if (!element.classList.contains("lines")) return;
  const room = element.closest(".room");
  for (const each of [element, element.closest(".log"), element.closest(".middle")])
    for (const name of ["class", "tabindex"]) each?.removeAttribute(name);
  for (const each of room?.querySelectorAll(":scope > :is(.header, .foot)") ?? []) each.remove();
}
