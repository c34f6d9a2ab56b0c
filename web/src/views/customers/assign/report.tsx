import type { Problem } from "../../../api/problem.ts";
import type { Customer, User } from "../../../api/types.ts";
import { notify } from "../../../notices/notices.ts";
import { addresses } from "../../../navigation/addresses.ts";
import { Link } from "../../../parts/link.tsx";
import { Text } from "../../../texts/text.tsx";
import { fullName } from "../../users/person.ts";
import type { Settled } from "./save.ts";

/** Says what became of everything that was saved: in a sentence, and one by one. */
export function reportResult(user: User, all: readonly Settled[], problem: Problem | null): void {
  const done = all.filter(({ outcome }) => outcome.is === "done");
  const undone = all.length - done.length;
  const args = {
    name: fullName(user),
    assigned: done.filter(({ wanted }) => wanted === "assigned").length,
    unassigned: done.filter(({ wanted }) => wanted === "unassigned").length,
    undone,
  };
  notify({
    kind: undone > 0 ? "error" : "success",
    message: { id: undone > 0 ? "assignments-saved-partly" : "assignments-saved", args },
    details: () => <Report all={all} />,
    ...(problem ? { problem } : {}),
  });
}

/** Says in another view that saving waits there. */
export function reportInterruption(user: User, problem: Problem, goOn: () => void): void {
  const message = { id: "saving-interrupted", args: { name: fullName(user) } };
  notify({ kind: "error", message, problem, action: { label: "retry", run: goOn } });
}

/** What somebody has to know is in sight, what went as wanted can be opened. */
function Report({ all }: { all: readonly Settled[] }) {
  const of = (...kinds: Settled["outcome"]["is"][]) => all.filter(({ outcome }) => kinds.includes(outcome.is));
  const [done, failed] = [of("done"), of("failed")];
  return (
    <>
      <Lines all={of("taken", "gone")} />
      {failed.length > 0 && (
        <details>
          <summary>
            <Text id="report-failed" count={failed.length} />
          </summary>
          <Lines all={failed} />
        </details>
      )}
      {done.length > 0 && (
        <details>
          <summary>
            <Text id="report-done" count={done.length} />
          </summary>
          <Lines all={done} />
        </details>
      )}
    </>
  );
}

function Lines({ all }: { all: readonly Settled[] }) {
  if (all.length === 0) return null;
  return (
    <ul>
      {all.map((settled) => (
        <li key={settled.customer.id}>
          <Line {...settled} />
        </li>
      ))}
    </ul>
  );
}

function Line({ customer, wanted, outcome }: Settled) {
  const name = named(customer);
  switch (outcome.is) {
    case "done":
      return <Text id={wanted === "assigned" ? "report-assigned" : "report-unassigned"} name={name} />;
    case "taken": {
      const owner = <Link href={addresses.userCustomers(outcome.owner.id)}>{outcome.owner.name}</Link>;
      return <Text id="report-taken" name={name} owner={owner} />;
    }
    case "gone":
      return <Text id="report-gone" name={name} />;
    case "failed":
      return <bdi>{name}</bdi>;
  }
}

/** Two customers may have the same name; the reference tells them apart. */
export function named(customer: Customer): string {
  return `${fullName(customer)} (${customer.id})`;
}
