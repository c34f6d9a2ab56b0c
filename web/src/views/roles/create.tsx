import { createRole, getRole, listPermissions } from "../../api/roles.ts";
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
import { useLoaded } from "../rights/use-loaded.ts";
import { bodyOf, EMPTY, RoleForm, valuesOf } from "./form.tsx";

/** Add Role: empty, or the copy of another. */
export default function CreateRole() {
  const { copy } = useQuery({ copy: text("", 64) }).values;
  const permissions = useLoaded("permissions", listPermissions);
  const copied = useLoaded(`role ${copy}`, copy && can("roles.read") ? (signal) => getRole(copy, signal) : null);
  const problem = permissions.problem ?? copied.problem;
  const isReady = permissions.thing && (!copy || copied.thing);
  return (
    <View title={t("add-role")}>
      {!isReady && (problem ? <LoadError problem={problem} retry={permissions.reload} /> : <Loading />)}
      {isReady && (
        <RoleForm
          key={copy}
          // A copy is called otherwise: no two roles have the same name.
          initial={copied.thing ? { ...valuesOf(copied.thing), name: t("copy-of", { name: copied.thing.name }) } : EMPTY}
          all={permissions.thing ?? []}
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
