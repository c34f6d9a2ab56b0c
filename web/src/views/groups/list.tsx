import { listGroups } from "../../api/groups.ts";
import type { Group } from "../../api/types.ts";
import { useShortcut } from "../../app/shortcuts.tsx";
import { View } from "../../app/view.tsx";
import type { Column } from "../../lists/columns.ts";
import { SearchBox } from "../../lists/search-box.tsx";
import { ListTable } from "../../lists/table.tsx";
import { addresses } from "../../navigation/addresses.ts";
import { go } from "../../navigation/location.ts";
import { text, useQuery } from "../../navigation/query.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { Menu, MenuItem } from "../../parts/menu.tsx";
import { can } from "../../session/session.ts";
import { formatNumber } from "../../texts/formats.ts";
import { Text, t } from "../../texts/text.tsx";
import { Empty } from "../rights/empty.tsx";
import { saysMore } from "../rights/holding.ts";
import { matching } from "../rights/matching.ts";
import { useLoaded } from "../rights/use-loaded.ts";

const DATA: readonly Column<Group>[] = [
  {
    id: "name",
    label: "column-name",
    draw: (group) => (
      <>
        <Link href={addresses.group(group.id)}>
          <bdi>{group.name}</bdi>
        </Link>
        {group.builtIn && <span class="you">{t("built-in")}</span>}
      </>
    ),
  },
  { id: "description", label: "column-description", draw: (group) => <bdi>{group.description}</bdi> },
  {
    id: "roles",
    label: "column-roles",
    draw: ({ roles }) => (
      <ul class="stacked">
        {roles.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    ),
  },
  {
    id: "permissions",
    label: "column-permissions",
    draw: ({ permissions, denied }) => (
      <Text id="permissions-count" allowed={permissions.length} denied={denied.length} />
    ),
  },
  { id: "members", label: "column-members", numeric: true, draw: (group) => <Members group={group} /> },
];

const ACTION: Column<Group> = {
  id: "action",
  label: "column-action",
  actions: true,
  draw: (group) => <RowActions group={group} />,
};

/** Groups: who belongs together, and what their roles let them do. */
export default function GroupsList() {
  const query = useQuery({ q: text() });
  const { thing, problem, reload } = useLoaded("groups", listGroups);
  useShortcut("c", "shortcut-create", () => void go(addresses.newGroup), can("groups.create"));
  const items = thing && matching(thing, query.values.q);
  const acts = ["groups.update", "groups.delete", "users.update"].some(can);
  return (
    <View
      title={t("groups")}
      beside={thing && <span class="total">{formatNumber(thing.length)}</span>}
      actions={can("groups.create") && <AddGroup />}
      class="wide"
    >
      <div class="tools">
        <SearchBox
          id="groups-search"
          label={t("rights-search")}
          hint={t("rights-search-hint")}
          value={query.values.q}
          onSearch={(q) => query.type({ q })}
        />
      </div>
      {problem && <LoadError problem={problem} retry={reload} />}
      {items?.length === 0 && <Empty narrowed={query.values.q !== ""} onClear={() => query.set({ q: "" })} />}
      {(items === null ? !problem : items.length > 0) && (
        <ListTable caption={t("groups")} columns={acts ? [...DATA, ACTION] : DATA} items={items} busy={false} size={5} />
      )}
    </View>
  );
}

function Members({ group }: { group: Group }) {
  const count = formatNumber(group.memberCount);
  if (!can("users.read") || group.memberCount === 0) return <>{count}</>;
  return (
    <Link href={addresses.membersOf(group.id)} aria-label={t("members-of", { name: group.name, count })}>
      {count}
    </Link>
  );
}

/** Why a group cannot be deleted now. */
function blockedBy(group: Group): string | null {
  if (group.builtIn) return t("group-built-in");
  if (group.memberCount > 0) return t("group-has-members");
  return saysMore(group, can) ? t("more-than-held") : null;
}

function RowActions({ group }: { group: Group }) {
  const editable = can("groups.update") && !group.builtIn;
  return (
    <div class="row-actions">
      <Link
        class="button small"
        href={addresses.group(group.id)}
        aria-label={t(editable ? "edit-named" : "show-named", { name: group.name })}
      >
        {t(editable ? "edit" : "show")}
      </Link>
      {can("groups.delete") && (
        <Menu label={t("more-actions", { name: group.name })} face={<Icon name="more" />} class="icon-button">
          <MenuItem onSelect={() => void go(addresses.deleteGroup(group.id))} disabled={blockedBy(group)}>
            {t("delete")}
          </MenuItem>
        </Menu>
      )}
    </div>
  );
}

function AddGroup() {
  return (
    <Link class="button primary" href={addresses.newGroup}>
      <Icon name="plus" />
      {t("add-group")}
    </Link>
  );
}
