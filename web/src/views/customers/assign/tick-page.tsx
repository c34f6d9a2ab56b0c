import type { Customer } from "../../../api/types.ts";
import { Text } from "../../../texts/text.tsx";
import type { Assignment } from "./assignment.ts";

interface Props {
  items: readonly Customer[];
  assignment: Assignment;
  /** The messages for ticking and for unticking all; both take a count. */
  words: { tick: string; untick: string };
  /** Which of the two comes first where both are possible. */
  first: "tick" | "untick";
}

/** Ticks or unticks everything on the page that can be, and says how many that are. */
export function TickPage({ items, assignment, words, first }: Props) {
  const open = items.filter((customer) => !assignment.isTicked(customer) && !assignment.isForeign(customer));
  const ticked = items.filter((customer) => assignment.isTicked(customer) && isUntickable(customer, first, assignment));
  const ticks = first === "tick" ? open.length > 0 : ticked.length === 0;
  const count = ticks ? open.length : ticked.length;
  if (count === 0) return null;
  return (
    <button
      type="button"
      class="button small"
      disabled={assignment.progress.value !== null}
      onClick={() => assignment.tick(ticks ? open : ticked, ticks)}
    >
      <Text id={ticks ? words.tick : words.untick} count={count} />
    </button>
  );
}

/** Where customers are chosen, unticking all takes back what was chosen; it does not unassign. */
function isUntickable(customer: Customer, first: Props["first"], assignment: Assignment): boolean {
  return first === "untick" || !assignment.isOwn(customer);
}
