import { useState } from "preact/hooks";
import { listPermissions, listRoles } from "../../api/roles.ts";
import type { Role } from "../../api/types.ts";
import { useShortcut } from "../../app/shortcuts.tsx";
import { View } from "../../app/view.tsx";
import { SearchBox } from "../../lists/search-box.tsx";
import type { Column } from "../../lists/columns.ts";
import { ListTable } from "../../lists/table.tsx";
import { addresses } from "../../navigation/addresses.ts";
import { go } from "../../navigation/location.ts";
import { text, useQuery } from "../../navigation/query.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { Menu, MenuItem } from "../../parts/menu.tsx";
import { can } from "../../session/session.ts";
import { Text, t } from "../../texts/text.tsx";
import { Empty } from "../rights/empty.tsx";
import { holdsRules, type Holder } from "../rights/holding.ts";
import { matching } from "../rights/matching.ts";
import { effectOf } from "../rights/rules.ts";
import { useLoaded } from "../rights/use-loaded.ts";
import { whoAsks } from "../rights/who-asks.ts";

/** Roles: what they allow and deny, and which groups carry them. */
export default function RolesList() {
  const query = useQuery({ q: text() });
  const roles = useLoaded("roles", listRoles);
  const permissions = useLoaded("permissions", listPermissions);
  useShortcut("c", "shortcut-create", () => void go(addresses.newRole), can("roles.create"));
  const problem = roles.problem ?? permissions.problem;
  const items = roles.thing && permissions.thing && matching(roles.thing, query.values.q);
  const columns = useColumns(whoAsks(permissions.thing ?? [], roles.thing));
  return (
    <View title={t("roles")} beside={<Count of={roles.thing} />} actions={can("roles.create") && <AddRole />} class="wide">
      <div class="tools">
        <SearchBox
          id="roles-search"
          label={t("rights-search")}
          hint={t("rights-search-hint")}
          value={query.values.q}
          onSearch={(q) => query.type({ q })}
        />
      </div>
      {problem && <LoadError problem={problem} retry={() => (roles.reload(), permissions.reload())} />}
      {items?.length === 0 && <Empty narrowed={query.values.q !== ""} onClear={() => query.set({ q: "" })} />}
      {(items === null ? !problem : items.length > 0) && (
        <ListTable caption={t("roles")} columns={columns} items={items} busy={false} size={5} />
      )}
    </View>
  );
}

function useColumns(holder: Holder): Column<Role>[] {
  const [data] = useState<Column<Role>[]>([
    {
      id: "name",
      label: "column-name",
      draw: (role) => (
        <>
          <Link href={addresses.role(role.id)}>
            <bdi>{role.name}</bdi>
          </Link>
          {role.builtIn && <span class="you">{t("built-in")}</span>}
        </>
      ),
    },
    { id: "description", label: "column-description", draw: (role) => <bdi>{role.description}</bdi> },
  ]);
  return [
    ...data,
    {
      id: "permissions",
      label: "column-permissions",
      draw: ({ rules }) => {
        const { allowed, denied } = effectOf(rules, holder.all);
        return <Text id="permissions-count" allowed={allowed.length} denied={denied.length} />;
      },
    },
    {
      id: "groups",
      label: "column-carried-by",
      draw: ({ groups }) => (
        <ul class="stacked">
          {groups.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      ),
    },
    ...(["roles.update", "roles.create", "roles.delete"].some(can)
      ? [{ id: "action", label: "column-action", actions: true, draw: (role: Role) => <RowActions role={role} holder={holder} /> }]
      : []),
  ];
}

/** Why a role cannot be deleted now. */
function blockedBy(role: Role, holder: Holder): string | null {
  if (role.builtIn) return t("role-built-in");
  if (role.groups.length > 0) return t("role-carried");
  return holdsRules(holder, role.rules) ? null : t("more-than-held");
}

function RowActions({ role, holder }: { role: Role; holder: Holder }) {
  return (
    <div class="row-actions">
      {can("roles.update") && (
        <Link
          class="button small"
          href={addresses.role(role.id)}
          aria-label={t(role.builtIn ? "show-named" : "edit-named", { name: role.name })}
        >
          {t(role.builtIn ? "show" : "edit")}
        </Link>
      )}
      {["roles.create", "roles.delete"].some(can) && (
        <Menu label={t("more-actions", { name: role.name })} face={<Icon name="more" />} class="icon-button">
          {can("roles.create") && (
            <MenuItem onSelect={() => void go(addresses.copyRole(role.id))}>{t("copy-role")}</MenuItem>
          )}
          {can("roles.delete") && (
            <MenuItem onSelect={() => void go(addresses.deleteRole(role.id))} disabled={blockedBy(role, holder)}>
              {t("delete")}
            </MenuItem>
          )}
        </Menu>
      )}
    </div>
  );
}

function AddRole() {
  return (
    <Link class="button primary" href={addresses.newRole}>
      <Icon name="plus" />
      {t("add-role")}
    </Link>
  );
}

function Count({ of }: { of: readonly unknown[] | null }) {
  return of && <span class="total">{of.length}</span>;
}
