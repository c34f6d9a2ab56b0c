import { useEffect, useState } from "preact/hooks";
import { newest } from "../../api/overlay.ts";
import { useShortcut } from "../../app/shortcuts.tsx";
import { View } from "../../app/view.tsx";
import { ColumnChoice, shownColumns } from "../../lists/column-choice.tsx";
import { Pager } from "../../lists/pager.tsx";
import { SortSelect } from "../../lists/sort.tsx";
import { ListState, Total } from "../../lists/state.tsx";
import { ListTable } from "../../lists/table.tsx";
import { useList } from "../../lists/use-list.ts";
import { useTakeUp } from "../../lists/use-take-up.ts";
import { addresses } from "../../navigation/addresses.ts";
import { go } from "../../navigation/location.ts";
import { useQuery } from "../../navigation/query.ts";
import { leaveFrom } from "../../navigation/return-point.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { can } from "../../session/session.ts";
import { t } from "../../texts/text.tsx";
import { userColumns } from "./list/columns.tsx";
import { UserFilters } from "./list/filters.tsx";
import { isNarrowed, loadUsers, NO_FILTERS, PAGE_SIZE, SORTS, usersQuery } from "./list/query.ts";
import { usersChanged } from "./status-actions.tsx";

/** Users List: who works in the back office. */
export default function UsersList() {
  const query = useQuery(usersQuery);
  const { page, cursor, q, sort, order } = query.values;
  const list = useList({
    key: `users ${JSON.stringify({ ...query.values, page: 0 })}`,
    size: PAGE_SIZE,
    cursor: cursor || null,
    load: (from, limit, signal) => loadUsers(query.values, from, limit, signal),
    onLostPlace: () => query.type({ page: 1, cursor: "" }),
  });
  const tookUp = useTakeUp(list.page !== null);
  useShortcut("c", "shortcut-create", create, can("users.create"));
  const [seenChange] = useState(usersChanged.peek());
  useEffect(() => {
    if (usersChanged.value !== seenChange) list.reload();
  }, [usersChanged.value]);

  const columns = userColumns();
  const shown = shownColumns("users", columns);
  const items = list.page?.items.map(newest) ?? null;
  const narrowed = isNarrowed(query.values);
  const sorting = {
    sort,
    order,
    disabled: q !== "",
    choices: SORTS.map((by) => ({ sort: by, label: `sort-${by}` })),
    onSort: (by: string, direction: "asc" | "desc") => query.set({ sort: usersQuery.sort.read(by) ?? sort, order: direction }),
  };
  return (
    <View
      title={t("users-list")}
      beside={<Total page={list.page} />}
      place={page > 1 ? t("pager-page", { page }) : undefined}
      keepFocus={tookUp}
      actions={can("users.create") && <AddNewUser />}
      class="wide"
    >
      <div class="tools">
        <UserFilters query={query} />
        <SortSelect sorting={sorting} />
        <ColumnChoice list="users" columns={columns} />
      </div>
      <ListState
        list={list}
        narrowed={narrowed}
        onClear={() => query.set(NO_FILTERS)}
        create={can("users.create") && <AddNewUser />}
      />
      {(items === null ? !list.problem : items.length > 0) && (
        <ListTable
          caption={t("users-list")}
          columns={shown}
          items={items}
          busy={list.busy}
          sorting={sorting}
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

function create(): void {
  leaveFrom(null);
  void go(addresses.newUser);
}

function AddNewUser() {
  return (
    <Link class="button primary" href={addresses.newUser} onLeave={() => leaveFrom(null)}>
      <Icon name="plus" />
      {t("add-new-user")}
    </Link>
  );
}
