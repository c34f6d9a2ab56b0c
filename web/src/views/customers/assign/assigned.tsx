import { Total } from "../../../lists/state.tsx";
import { useList } from "../../../lists/use-list.ts";
import { useQuery } from "../../../navigation/query.ts";
import type { User } from "../../../api/types.ts";
import { t } from "../../../texts/text.tsx";
import type { Assignment } from "./assignment.ts";
import { CustomerTable, useReloadAfterSaving } from "./customer-table.tsx";
import { ASSIGNED_SORTS, assignedQuery, loadAssigned, PAGE_SIZE } from "./query.ts";
import { Review } from "./review.tsx";
import { Section } from "./section.tsx";

interface Props {
  userId: string;
  /** Null while it is on its way. */
  user: User | null;
  assignment: Assignment;
}

/** Assigned customers: those the user has, ticked, to untick those that the user shall not have any more. */
export function AssignedCustomers({ userId, user, assignment }: Props) {
  const query = useQuery(assignedQuery, "assigned.");
  const { values, set, type } = query;
  const list = useList({
    key: `assigned ${userId} ${JSON.stringify({ ...values, page: 0 })}`,
    size: PAGE_SIZE,
    cursor: values.cursor || null,
    load: (from, limit, signal) => loadAssigned(userId, values, from, limit, signal),
    onLostPlace: () => type({ page: 1, cursor: "" }),
  });
  useReloadAfterSaving(list, assignment);
  const unticked = assignment.unassign.value;
  const narrowed = values.q !== "";
  // Counted with every write, while the index still lags behind.
  const count = narrowed || !user ? {} : { total: user.customerCount, totalExact: true };
  return (
    <Section
      heading={t("assigned-customers")}
      total={<Total page={list.page && { ...list.page, ...count }} />}
      list={{
        label: t("assigned-customers"),
        panel: () => (
          <CustomerTable
            id="assigned"
            caption={t("assigned-customers")}
            search={{ label: t("assigned-search"), hasShortcut: false }}
            query={query}
            sorts={ASSIGNED_SORTS}
            list={list}
            assignment={assignment}
            narrowed={narrowed}
            onClear={() => set({ q: "" })}
            nothing={{ title: t("assigned-none-title"), body: t("assigned-none-body") }}
            tickPage={{ words: { tick: "tick-page", untick: "untick-page" }, first: "untick" }}
          />
        ),
      }}
      review={{
        label: t("to-be-unassigned", { count: unticked.size }),
        panel: () => (
          <Review
            key={assignment.saved.value}
            caption={t("to-be-unassigned", { count: unticked.size })}
            ticked={unticked}
            assignment={assignment}
            nothing={t("to-be-unassigned-none")}
          />
        ),
      }}
    />
  );
}
