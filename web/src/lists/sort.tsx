import { Icon } from "../parts/icon.tsx";
import { t } from "../texts/text.tsx";
import type { Column, Sorting } from "./columns.ts";

/** A column's heading: a button where the list can be ordered by it. */
export function SortHeading<Item>({ column, sorting }: { column: Column<Item>; sorting?: Sorting }) {
  const { label, sort, numeric, actions, picks } = column;
  const name = [numeric && "numeric", actions && "actions", picks && "picks"].filter(Boolean).join(" ") || undefined;
  if (!sorting || !sort) {
    return (
      <th role="columnheader" scope="col" class={name}>
        {picks ? <span class="hidden">{t(label)}</span> : t(label)}
      </th>
    );
  }
  const current = !sorting.disabled && sorting.sort === sort ? sorting.order : null;
  const order = current === "asc" ? "desc" : "asc";
  return (
    <th role="columnheader" scope="col" class={name} aria-sort={current ? SORTED[current] : undefined}>
      <button
        type="button"
        class="sort"
        aria-disabled={sorting.disabled || undefined}
        title={sorting.disabled ? t("sort-not-now") : undefined}
        onClick={() => !sorting.disabled && sorting.onSort(sort, order)}
      >
        {t(label)}
        {current && <Icon name={current === "asc" ? "ascending" : "descending"} />}
      </button>
    </th>
  );
}

const SORTED = { asc: "ascending", desc: "descending" } as const;

/** The same choice and more, reachable where there are no headings: on a phone. */
export function SortSelect({ id = "sort-select", sorting }: { id?: string; sorting: Sorting }) {
  return (
    <div class="filter">
      <label for={id}>{t("sort-by")}</label>
      <select
        id={id}
        value={`${sorting.sort} ${sorting.order}`}
        disabled={sorting.disabled}
        title={sorting.disabled ? t("sort-not-now") : undefined}
        onChange={(event) => {
          const [sort = "", order] = event.currentTarget.value.split(" ");
          sorting.onSort(sort, order === "desc" ? "desc" : "asc");
        }}
      >
        {sorting.choices.flatMap(({ sort, label }) =>
          (["asc", "desc"] as const).map((order) => (
            <option key={`${sort} ${order}`} value={`${sort} ${order}`}>
              {t(`sort-${order}`, { column: t(label) })}
            </option>
          )),
        )}
      </select>
    </div>
  );
}
