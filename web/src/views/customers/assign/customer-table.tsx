import { useEffect, useState } from "preact/hooks";
import type { Customer } from "../../../api/types.ts";
import { Pager } from "../../../lists/pager.tsx";
import { SearchBox } from "../../../lists/search-box.tsx";
import { SortSelect } from "../../../lists/sort.tsx";
import { ListState } from "../../../lists/state.tsx";
import { ListTable } from "../../../lists/table.tsx";
import type { List } from "../../../lists/use-list.ts";
import type { Query } from "../../../navigation/query.ts";
import { t } from "../../../texts/text.tsx";
import type { ComponentChildren } from "preact";
import type { Assignment } from "./assignment.ts";
import { customerColumns } from "./columns.tsx";
import { PAGE_SIZE, type Sort, type TableQuery } from "./query.ts";
import { TickPage } from "./tick-page.tsx";
import { newestCustomer } from "./written.ts";

interface Props<Values extends TableQuery> {
  /** Tells the controls of the two tables apart. */
  id: string;
  caption: string;
  search: { label: string; hasShortcut: boolean };
  /** Further filters. */
  filters?: ComponentChildren;
  query: Query<Values>;
  /** What the table can be sorted by. */
  sorts: readonly Sort[];
  list: List<Customer>;
  assignment: Assignment;
  narrowed: boolean;
  onClear(): void;
  nothing: { title: string; body: string };
  tickPage: { words: { tick: string; untick: string }; first: "tick" | "untick" };
}

/** A table of customers with everything around it: search, sort, pages, and ticking all of a page. */
export function CustomerTable<Values extends TableQuery>(props: Props<Values>) {
  const { id, caption, search, filters, query, sorts, list, assignment, narrowed, onClear, nothing, tickPage } = props;
  const { q, sort, order, page } = query.values;
  const set = (change: Partial<TableQuery>) => query.set(change as Partial<Values>);
  const items = list.page?.items.map(newestCustomer) ?? null;
  const sorting = {
    sort,
    order,
    disabled: q !== "",
    choices: sorts.map((by) => ({ sort: by, label: `sort-${by}` })),
    onSort: (by: string, direction: "asc" | "desc") =>
      set({ sort: sorts.find((known) => known === by) ?? sort, order: direction }),
  };
  return (
    <>
      <div class="tools">
        <SearchBox
          id={`${id}-search`}
          label={search.label}
          hint={t("customers-search-hint")}
          value={q}
          hasShortcut={search.hasShortcut}
          onSearch={(text) => query.type({ q: text } as Partial<Values>)}
        />
        {filters}
        <SortSelect id={`${id}-sort`} sorting={sorting} />
        {narrowed && (
          <button type="button" class="button quiet" onClick={onClear}>
            {t("clear-filters")}
          </button>
        )}
      </div>
      <ListState list={list} narrowed={narrowed} onClear={onClear} nothing={nothing} />
      {items && items.length > 0 && (
        <div class="buttons">
          <TickPage items={items} assignment={assignment} {...tickPage} />
        </div>
      )}
      {(items === null ? !list.problem : items.length > 0) && (
        <ListTable
          caption={caption}
          columns={customerColumns(assignment, sorts)}
          items={items}
          busy={list.busy}
          sorting={sorting}
          size={PAGE_SIZE}
        />
      )}
      {list.page && (
        <Pager
          label={t("pager-of", { list: caption })}
          page={page}
          next={list.page.next}
          previous={list.page.previous}
          onGo={(to, at) => set({ page: to, cursor: at })}
        />
      )}
    </>
  );
}

/** Asks a list again after something was saved. */
export function useReloadAfterSaving(list: List<Customer>, assignment: Assignment): void {
  const [seen] = useState(assignment.saved.peek());
  useEffect(() => {
    if (assignment.saved.value !== seen) list.reload();
  }, [assignment.saved.value]);
}
