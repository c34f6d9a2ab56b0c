import { useEffect } from "preact/hooks";
import { FilterSelect } from "../../../lists/filter-select.tsx";
import { SearchBox } from "../../../lists/search-box.tsx";
import type { Query } from "../../../navigation/query.ts";
import { can } from "../../../session/session.ts";
import { t } from "../../../texts/text.tsx";
import { useGroups } from "../use-groups.ts";
import { isNarrowed, NO_FILTERS, type UsersQuery } from "./query.ts";

/** Search and filters of the Users List. */
export function UserFilters({ query }: { query: Query<UsersQuery> }) {
  const { values, set, type } = query;
  const { groups, problem } = useGroups();
  const isUnknown = groups !== null && values.group !== "" && !groups.some(({ id }) => id === values.group);
  useEffect(() => {
    if (isUnknown) type({ group: "" });
  }, [isUnknown]);
  return (
    <>
      <SearchBox
        id="users-search"
        label={t("users-search")}
        hint={t("users-search-hint")}
        value={values.q}
        onSearch={(q) => type({ q })}
      />
      <FilterSelect
        id="filter-status"
        label={t("column-status")}
        value={values.status}
        options={[
          { value: "all", label: t("filter-all") },
          { value: "active", label: t("status-active") },
          { value: "deactivated", label: t("status-deactivated") },
          { value: "deleted", label: t("status-deleted") },
        ]}
        onChange={(status) => set({ status })}
      />
      {can("groups.read") && !(problem && !groups) && (
        <FilterSelect
          id="filter-group"
          label={t("filter-group")}
          value={values.group}
          options={[{ value: "", label: t("filter-all") }, ...(groups ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(group) => set({ group })}
        />
      )}
      <FilterSelect
        id="filter-agent"
        label={t("column-agent")}
        value={values.agent}
        options={[
          { value: "all", label: t("filter-all") },
          { value: "true", label: t("yes") },
          { value: "false", label: t("no") },
        ]}
        onChange={(agent) => set({ agent })}
      />
      {isNarrowed(values) && (
        <button type="button" class="button quiet" onClick={() => set(NO_FILTERS)}>
          {t("clear-filters")}
        </button>
      )}
    </>
  );
}
