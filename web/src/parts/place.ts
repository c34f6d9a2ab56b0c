const GAP = 4;

/** Puts a popover below its anchor, above it where there is no room, and always inside the window. */
export function place(popover: HTMLElement, anchor: HTMLElement): void {
  // Measured where there is room for its full width.
  popover.style.left = popover.style.top = "0";
  const around = anchor.getBoundingClientRect();
  const own = popover.getBoundingClientRect();
  const below = around.bottom + GAP + own.height <= innerHeight || around.top < own.height + GAP;
  const width = document.documentElement.clientWidth;
  const [atLeft, atRight] = [around.left, around.right - own.width];
  // Opens towards the middle of the window, where there is more room.
  const wanted = (around.left + around.right) / 2 < width / 2 ? atLeft : atRight;
  const left = Math.max(GAP, Math.min(wanted, width - own.width - GAP));
  popover.style.left = `${left}px`;
  popover.style.top = `${below ? around.bottom + GAP : around.top - own.height - GAP}px`;
}
