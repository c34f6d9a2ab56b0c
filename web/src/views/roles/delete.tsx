import { deleteRole, getRole } from "../../api/roles.ts";
import { View } from "../../app/view.tsx";
import { addresses } from "../../navigation/addresses.ts";
import { LoadError } from "../../parts/load-error.tsx";
import { Loading } from "../../parts/loading.tsx";
import { formatList } from "../../texts/formats.ts";
import { Text, t } from "../../texts/text.tsx";
import NotFound from "../not-found.tsx";
import { useLoaded } from "../rights/use-loaded.ts";
import { WarningSheet } from "../rights/warning.tsx";

/** Warning: before a role is deleted. */
export default function DeleteRole({ roleId }: { roleId: string }) {
  const { thing: role, problem, reload } = useLoaded(`role ${roleId}`, (signal) => getRole(roleId, signal));
  if (problem?.status === 404) return <NotFound />;
  if (!role && !problem) return <Loading />;
  return (
    <View title={t("warning")} place={role?.name} class="alone warning">
      {!role && problem && <LoadError problem={problem} retry={reload} />}
      {role && (
        <WarningSheet
          name={role.name}
          blocked={
            role.builtIn
              ? t("role-built-in")
              : role.groups.length > 0 && <Text id="role-carried-by" groups={formatList(role.groups.map(({ name }) => name))} />
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
