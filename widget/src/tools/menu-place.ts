// Where a line's menu is placed.

/** Between a menu and what is around it. */
const GAP_PX = 4;
/** A menu that is lower shows hardly one thing to choose. */
const MENU_PX = 112;

export interface MenuPlace {
  readonly isUp: boolean;
  /** How high it is at most, and how far from what it is opened from. */
  readonly looks: string;
}

/** A menu opens to where there is more room, and is no larger than that: beyond the log's edge nobody would reach it. */
export function placeMenu(tools: Element | null, log: Element | null): MenuPlace | undefined {
  if (!tools || !log) return undefined;
  const [at, around] = [tools.getBoundingClientRect(), log.getBoundingClientRect()];
  const [top, bottom] = [Math.max(0, around.top), Math.min(innerHeight, around.bottom)];
  const [above, below] = [at.top - top, bottom - at.bottom];
  const isUp = above > below;
  const all = bottom - top - 2 * GAP_PX;
  const space = Math.min(all, Math.max(above, below) - 2 * GAP_PX);
  // Where there is next to none it lies over the buttons that it was opened from.
  const size = Math.max(space, Math.min(MENU_PX, all));
  const margin = `margin-block-${isUp ? "end" : "start"}: ${GAP_PX + space - size}px`;
  return { isUp, looks: `max-block-size: ${size}px; ${margin}` };
}
