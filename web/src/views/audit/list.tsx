import { View } from "../../app/view.tsx";
import { Pager } from "../../lists/pager.tsx";
import { ListState, Total } from "../../lists/state.tsx";
import { ListTable } from "../../lists/table.tsx";
import { useList } from "../../lists/use-list.ts";
import { useQuery } from "../../navigation/query.ts";
import { t } from "../../texts/text.tsx";
import { ExportButton, ExportState } from "./export.tsx";
import { useExport } from "./export/use-export.ts";
import { Chips } from "./list/chips.tsx";
import { eventColumns } from "./list/columns.tsx";
import { AuditFilters } from "./list/filters.tsx";
import { askedBy, auditQuery, isNarrowed, loadEvents, NO_FILTERS, PAGE_SIZE } from "./list/query.ts";

/** Audit: who did what to what, newest first. */
export default function AuditList() {
  const query = useQuery(auditQuery);
  const { values } = query;
  const { page, cursor } = values;
  const asked = askedBy(values);
  const filters = JSON.stringify(asked);
  const list = useList({
    key: `audit ${filters} ${cursor}`,
    size: PAGE_SIZE,
    cursor: cursor || null,
    load: (from, limit, signal) => loadEvents(asked, from, limit, signal),
    onLostPlace: () => query.type({ page: 1, cursor: "" }),
  });
  const exporting = useExport(asked, filters);
  const items = list.page?.items ?? null;
  const narrowed = isNarrowed(values);
  return (
    <View
      title={t("navigation-audit")}
      beside={<Total page={list.page} />}
      place={page > 1 ? t("pager-page", { page }) : undefined}
      actions={<ExportButton exporting={exporting} />}
      class="wide"
    >
      <div class="tools">
        <AuditFilters query={query} />
      </div>
      <ExportState exporting={exporting} />
      <Chips query={query} events={items ?? []} />
      <ListState
        list={list}
        narrowed={narrowed}
        onClear={() => query.set(NO_FILTERS)}
        nothing={{ title: t("audit-none-title"), body: t("audit-none-body") }}
      />
      {(items === null ? !list.problem : items.length > 0) && (
        <ListTable
          caption={t("navigation-audit")}
          columns={eventColumns(values)}
          items={items}
          busy={list.busy}
          size={PAGE_SIZE}
        />
      )}
      {list.page && (
        <Pager
          page={page}
          next={list.page.next}
          previous={list.page.previous}
          onGo={(to, at) => query.set({ page: to, cursor: at })}
        />
      )}
    </View>
  );
}
