import type { ComponentChildren } from "preact";

/** One column of a list. */
export interface Column<Item> {
  id: string;
  /** The message for its heading. */
  label: string;
  draw(item: Item): ComponentChildren;
  /** Names the row; without such a column the first one does. */
  names?: boolean;
  /** The value of `sort` that orders by it. */
  sort?: string;
  /** Numbers stand at the end of the line. */
  numeric?: boolean;
  /** May be hidden by the person. */
  optional?: boolean;
  /** The column of buttons: no heading of its own in the cards of a phone, nothing in print. */
  actions?: boolean;
  /** The column of check-boxes: its heading is only heard, and on a phone it stands beside the others. */
  picks?: boolean;
}

export interface Sorting {
  sort: string;
  order: "asc" | "desc";
  /** Not while a search orders by the word that matched. */
  disabled?: boolean;
  /** Everything the list can be ordered by, with the message that names it. */
  choices: readonly { sort: string; label: string }[];
  onSort(sort: string, order: "asc" | "desc"): void;
}
