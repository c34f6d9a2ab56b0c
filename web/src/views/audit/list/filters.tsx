import { FilterSelect } from "../../../lists/filter-select.tsx";
import type { Query } from "../../../navigation/query.ts";
import { me } from "../../../session/session.ts";
import { t } from "../../../texts/text.tsx";
import { ACTIONS, dashed, KINDS } from "../actions.ts";
import { PERIODS } from "./period.ts";
import { isNarrowed, NO_FILTERS, NO_USERS, type AuditQuery } from "./query.ts";

interface Props {
  query: Query<AuditQuery>;
}

/** Who, what, when. Single people and things are chosen in the rows. */
export function AuditFilters({ query }: Props) {
  const { values, set } = query;
  const own = me.value.id;
  const isFixed = ["", own, ...NO_USERS].includes(values.actor);
  return (
    <>
      <FilterSelect
        id="filter-actor"
        label={t("column-who")}
        value={values.actor}
        options={[
          { value: "", label: t("actors-all") },
          { value: own, label: t("actors-me") },
          ...NO_USERS.map((value) => ({ value, label: t(`actors-${value}`) })),
          ...(isFixed ? [] : [{ value: values.actor, label: t("actors-one") }]),
        ]}
        onChange={(actor) => set({ actor })}
      />
      <ActionSelect query={query} />
      <FilterSelect
        id="filter-period"
        label={t("column-when")}
        value={values.period}
        options={PERIODS.map((value) => ({ value, label: t(`period-${value}`) }))}
        onChange={(period) => set({ period, from: "", until: "" })}
      />
      {values.period === "custom" && <Days query={query} />}
      {isNarrowed(values) && (
        <button type="button" class="button quiet" onClick={() => set(NO_FILTERS)}>
          {t("clear-filters")}
        </button>
      )}
    </>
  );
}

/** Everything, all of a kind, or one action. */
function ActionSelect({ query: { values, set } }: Props) {
  return (
    <div class="filter">
      <label for="filter-action">{t("column-what")}</label>
      <select
        id="filter-action"
        value={values.action}
        class={values.action === "" ? undefined : "narrowing"}
        onChange={(event) => set({ action: event.currentTarget.value })}
      >
        <option value="">{t("action-all")}</option>
        {KINDS.map((kind) => (
          <optgroup key={kind} label={t(`kind-${kind}`)}>
            <option value={kind}>{t(`kind-all-${kind}`)}</option>
            {ACTIONS.filter((action) => action.startsWith(`${kind}.`)).map((action) => (
              <option key={action} value={action}>
                {t(`action-${dashed(action)}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** The first and the last day to look at. Days are typed, so each step takes the place of the one before. */
function Days({ query: { values, type } }: Props) {
  return (
    <>
      <div class="filter">
        <label for="filter-from">{t("period-from")}</label>
        <input
          id="filter-from"
          type="date"
          value={values.from}
          max={values.until || undefined}
          onChange={(event) => type({ from: event.currentTarget.value })}
        />
      </div>
      <div class="filter">
        <label for="filter-until">{t("period-until")}</label>
        <input
          id="filter-until"
          type="date"
          value={values.until}
          min={values.from || undefined}
          onChange={(event) => type({ until: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
