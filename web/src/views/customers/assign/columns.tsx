import type { Customer } from "../../../api/types.ts";
import type { Column } from "../../../lists/columns.ts";
import { addresses } from "../../../navigation/addresses.ts";
import { Copyable } from "../../../parts/copy.tsx";
import { Link } from "../../../parts/link.tsx";
import { Text, t } from "../../../texts/text.tsx";
import { fullName } from "../../users/person.ts";
import type { Assignment } from "./assignment.ts";
import { HistoryButton } from "./history.tsx";
import type { Sort } from "./query.ts";
import { named } from "./report.tsx";

/** The columns of every table of customers on this view; the check-box says whether the user will have the customer. */
export function customerColumns(assignment: Assignment, sorts: readonly Sort[]): readonly Column<Customer>[] {
  const sorted = (by: Sort) => (sorts.includes(by) ? { sort: by } : {});
  return [
    {
      id: "tick",
      label: "column-tick",
      picks: true,
      draw: (customer) => <Tick customer={customer} assignment={assignment} />,
    },
    {
      id: "reference",
      label: "column-reference",
      draw: (customer) => <Copyable value={customer.id} label={t("copy-reference", { name: fullName(customer) })} />,
    },
    {
      id: "name",
      label: "column-name",
      names: true,
      ...sorted("lastName"),
      draw: (customer) => (
        <>
          <bdi>{fullName(customer)}</bdi> <HistoryButton customer={customer} />
        </>
      ),
    },
    {
      id: "email",
      label: "column-email",
      ...sorted("email"),
      draw: (customer) => <Copyable value={customer.email} label={t("copy-email", { name: fullName(customer) })} />,
    },
    {
      id: "gender",
      label: "column-gender",
      draw: ({ gender }) => (gender ? t(`gender-${gender}`) : <span class="minor">{t("gender-none")}</span>),
    },
    {
      id: "owner",
      label: "column-owner",
      draw: (customer) => <AssignedTo customer={customer} isOwn={assignment.isOwn(customer)} />,
    },
  ];
}

function Tick({ customer, assignment }: { customer: Customer; assignment: Assignment }) {
  const ticked = assignment.isTicked(customer);
  const isLocked = assignment.isForeign(customer) && !ticked;
  const isChanged = ticked !== assignment.isOwn(customer);
  return (
    <label class={isChanged ? "tick changed" : "tick"}>
      <input
        type="checkbox"
        checked={ticked}
        disabled={isLocked || assignment.progress.value !== null}
        aria-describedby={isLocked ? ownerId(customer) : undefined}
        onChange={(event) => assignment.tick([customer], event.currentTarget.checked)}
      />
      <span class="hidden">{t("assign-named", { name: named(customer) })}</span>
    </label>
  );
}

/** Whose the customer is. Somebody else's cannot be ticked, unless they have been deleted. */
function AssignedTo({ customer, isOwn }: { customer: Customer; isOwn: boolean }) {
  const { owner } = customer;
  if (!owner) return <span class="minor">{t("owner-none")}</span>;
  if (isOwn) return <>{t("owner-this-user")}</>;
  const link = (
    <Link href={addresses.userCustomers(owner.id)}>
      <bdi>{owner.name}</bdi>
    </Link>
  );
  return (
    <span id={ownerId(customer)}>
      {owner.status === "deleted" ? <Text id="owner-deleted" name={link} /> : link}
    </span>
  );
}

const ownerId = ({ id }: Customer): string => `owner-of-${id}`;
