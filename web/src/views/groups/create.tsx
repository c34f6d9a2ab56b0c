import { createGroup } from "../../api/groups.ts";
import { listPermissions, listRoles } from "../../api/roles.ts";
import { View } from "../../app/view.tsx";
import { addresses } from "../../navigation/addresses.ts";
import { go } from "../../navigation/location.ts";
import { notify } from "../../notices/notices.ts";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { Loading } from "../../parts/loading.tsx";
import { can } from "../../session/session.ts";
import { t } from "../../texts/text.tsx";
import { useLoaded } from "../rights/use-loaded.ts";
import { bodyOf, EMPTY, GroupForm } from "./form.tsx";

/** Add Group. Who may not read roles makes one without any. */
export default function CreateGroup() {
  const roles = useLoaded("roles", can("roles.read") ? listRoles : null);
  const permissions = useLoaded("permissions", listPermissions);
  const problem = roles.problem ?? permissions.problem;
  const isReady = permissions.thing && (roles.thing || !can("roles.read"));
  return (
    <View title={t("add-group")}>
      {!isReady && (problem ? <LoadError problem={problem} retry={() => (roles.reload(), permissions.reload())} /> : <Loading />)}
      {isReady && (
        <GroupForm
          group={null}
          initial={EMPTY}
          roles={roles.thing ?? []}
          all={permissions.thing ?? []}
          submit="create"
          send={(values, key) => createGroup(bodyOf(values), key)}
          done={async (group) => {
            await go(addresses.groups);
            const name = <Link href={addresses.group(group.id)}>{group.name}</Link>;
            notify({ kind: "success", message: { id: "group-created" }, slots: () => ({ name }) });
          }}
        />
      )}
    </View>
  );
}
