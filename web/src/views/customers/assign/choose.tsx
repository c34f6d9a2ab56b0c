import { FilterSelect } from "../../../lists/filter-select.tsx";
import { Total } from "../../../lists/state.tsx";
import { useList } from "../../../lists/use-list.ts";
import { useQuery } from "../../../navigation/query.ts";
import { t } from "../../../texts/text.tsx";
import type { Assignment } from "./assignment.ts";
import { CustomerTable, useReloadAfterSaving } from "./customer-table.tsx";
import { customersQuery, loadCustomers, PAGE_SIZE, SORTS } from "./query.ts";
import { Review } from "./review.tsx";
import { Section } from "./section.tsx";

/** List of customers: all there are, to tick those that the user shall have. */
export function ListOfCustomers({ assignment }: { assignment: Assignment }) {
  const query = useQuery(customersQuery);
  const { values, set, type } = query;
  const list = useList({
    key: `customers ${JSON.stringify({ ...values, page: 0 })}`,
    size: PAGE_SIZE,
    cursor: values.cursor || null,
    load: (from, limit, signal) => loadCustomers(values, from, limit, signal),
    onLostPlace: () => type({ page: 1, cursor: "" }),
  });
  useReloadAfterSaving(list, assignment);
  const ticked = assignment.assign.value;
  const filters = (
    <FilterSelect
      id="filter-owner"
      label={t("column-owner")}
      value={values.owner}
      options={[
        { value: "all", label: t("filter-all") },
        { value: "none", label: t("owner-none") },
      ]}
      onChange={(owner) => set({ owner })}
    />
  );
  return (
    <Section
      heading={t("list-of-customers")}
      total={<Total page={list.page} />}
      list={{
        label: t("select-customers"),
        panel: () => (
          <CustomerTable
            id="customers"
            caption={t("select-customers")}
            search={{ label: t("customers-search"), hasShortcut: true }}
            filters={filters}
            query={query}
            sorts={SORTS}
            list={list}
            assignment={assignment}
            narrowed={values.q !== "" || values.owner !== "all"}
            onClear={() => set({ q: "", owner: "all" })}
            nothing={{ title: t("customers-none-title"), body: t("customers-none-body") }}
            tickPage={{ words: { tick: "tick-page", untick: "untick-page" }, first: "tick" }}
          />
        ),
      }}
      review={{
        label: t("to-be-assigned", { count: ticked.size }),
        panel: () => (
          <Review
            key={assignment.saved.value}
            caption={t("to-be-assigned", { count: ticked.size })}
            ticked={ticked}
            assignment={assignment}
            nothing={t("to-be-assigned-none")}
          />
        ),
      }}
    />
  );
}
