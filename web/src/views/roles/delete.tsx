import { deleteRole, getRole, listPermissions, listRoles } from "../../api/roles.ts";
import { View } from "../../app/view.tsx";
import { addresses } from "../../navigation/addresses.ts";
import { LoadError } from "../../parts/load-error.tsx";
import { Loading } from "../../parts/loading.tsx";
import { formatList } from "../../texts/formats.ts";
import { Text, t } from "../../texts/text.tsx";
import NotFound from "../not-found.tsx";
import { holdsRules } from "../rights/holding.ts";
import { useLoaded } from "../rights/use-loaded.ts";
import { WarningSheet } from "../rights/warning.tsx";
import { whoAsks } from "../rights/who-asks.ts";

/** Warning: before a role is deleted. */
export default function DeleteRole({ roleId }: { roleId: string }) {
  const found = useLoaded(`role ${roleId}`, (signal) => getRole(roleId, signal));
  const roles = useLoaded("roles", listRoles);
  const permissions = useLoaded("permissions", listPermissions);
  const problem = found.problem ?? roles.problem ?? permissions.problem;
  const reload = () => (found.reload(), roles.reload(), permissions.reload());
  if (found.problem?.status === 404) return <NotFound />;
  const holder = permissions.thing && roles.thing && whoAsks(permissions.thing, roles.thing);
  const role = holder && found.thing;
  if (!role && !problem) return <Loading />;
  return (
    <View title={t("warning")} place={role?.name} class="alone warning">
      {!role && problem && <LoadError problem={problem} retry={reload} />}
      {role && (
        <WarningSheet
          name={role.name}
          blocked={
            role.builtIn ? (
              t("role-built-in")
            ) : role.groups.length > 0 ? (
              <Text id="role-carried-by" groups={formatList(role.groups.map(({ name }) => name))} />
            ) : (
              !holdsRules(holder, role.rules) && t("more-than-held")
            )
          }
          consequences={["consequence-role-gone", "consequence-no-way-back"]}
          list={addresses.roles}
          run={() => deleteRole(role)}
          messages={{ done: "role-deleted", failed: "delete-failed" }}
          onRefused={reload}
        />
      )}
    </View>
  );
}
