import { createRole, getRole, listPermissions, listRoles } from "../../api/roles.ts";
import type { Role } from "../../api/types.ts";
import { View } from "../../app/view.tsx";
import { addresses } from "../../navigation/addresses.ts";
import { go } from "../../navigation/location.ts";
import { text, useQuery } from "../../navigation/query.ts";
import { notify } from "../../notices/notices.ts";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { Loading } from "../../parts/loading.tsx";
import { can } from "../../session/session.ts";
import { t } from "../../texts/text.tsx";
import { holds } from "../rights/holding.ts";
import { useLoaded } from "../rights/use-loaded.ts";
import { whoAsks } from "../rights/who-asks.ts";
import { bodyOf, EMPTY, RoleForm, valuesOf, type RoleValues } from "./form.tsx";

/** Add Role: empty, or the copy of another, as far as whoever asks holds what that says. */
export default function CreateRole() {
  const query = useQuery({ copy: text("", 64) });
  const copy = can("roles.read") ? query.values.copy : "";
  const permissions = useLoaded("permissions", listPermissions);
  const roles = useLoaded("roles", can("roles.read") ? listRoles : null);
  const copied = useLoaded(`role ${copy}`, copy ? (signal) => getRole(copy, signal) : null);
  const problem = permissions.problem ?? roles.problem ?? copied.problem;
  const isReady = permissions.thing && (roles.thing || !can("roles.read")) && (!copy || copied.thing);
  const holder = whoAsks(permissions.thing ?? [], roles.thing);
  const rules = copied.thing?.rules.filter(({ permission }) => holds(holder, permission)) ?? [];
  const isLess = isReady && rules.length < (copied.thing?.rules.length ?? 0);
  return (
    <View title={t("add-role")}>
      {!isReady &&
        (problem ? (
          <LoadError problem={problem} retry={() => (permissions.reload(), roles.reload(), copied.reload())} />
        ) : (
          <Loading />
        ))}
      {isLess && <p class="notice notice-info">{t("copy-is-less")}</p>}
      {isReady && (
        <RoleForm
          key={copy}
          initial={copied.thing ? copyOf({ ...copied.thing, rules }) : EMPTY}
          holder={holder}
          submit="create"
          send={(values, key) => createRole(bodyOf(values), key)}
          done={async (role) => {
            await go(addresses.roles);
            const name = <Link href={addresses.role(role.id)}>{role.name}</Link>;
            notify({ kind: "success", message: { id: "role-created" }, slots: () => ({ name }) });
          }}
        />
      )}
    </View>
  );
}

/** A copy is called otherwise: no two roles have the same name. */
function copyOf(role: Role): RoleValues {
  return { ...valuesOf(role), name: t("copy-of", { name: role.name }) };
}
