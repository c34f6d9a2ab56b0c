import { useState } from "preact/hooks";
import { listGroups } from "../../api/groups.ts";
import { getRole, listPermissions, listRoles, updateRole } from "../../api/roles.ts";
import type { Group, Permission, Role } from "../../api/types.ts";
import { View } from "../../app/view.tsx";
import { addresses } from "../../navigation/addresses.ts";
import { go } from "../../navigation/location.ts";
import { notify } from "../../notices/notices.ts";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { Loading } from "../../parts/loading.tsx";
import { can } from "../../session/session.ts";
import { t } from "../../texts/text.tsx";
import { History } from "../audit/history.tsx";
import NotFound from "../not-found.tsx";
import { beyond, type Holder } from "../rights/holding.ts";
import { PermissionList } from "../rights/permission-list.tsx";
import { effectOf } from "../rights/rules.ts";
import { useLoaded } from "../rights/use-loaded.ts";
import { whoAsks } from "../rights/who-asks.ts";
import { bodyOf, RoleForm, valuesOf } from "./form.tsx";

/** Edit Role; for those who may only look, and for the built-in one, what it comes to. */
export default function EditRole({ roleId }: { roleId: string }) {
  const role = useLoaded(`role ${roleId}`, (signal) => getRole(roleId, signal));
  const roles = useLoaded("roles", listRoles);
  const permissions = useLoaded("permissions", listPermissions);
  const groups = useLoaded("groups", can("groups.read") ? listGroups : null);
  const problem = role.problem ?? roles.problem ?? permissions.problem ?? groups.problem;
  if (role.problem?.status === 404 && !role.thing) return <NotFound />;
  if (!role.thing || !roles.thing || !permissions.thing || (can("groups.read") && !groups.thing)) {
    if (!problem) return <Loading />;
    return (
      <View title={t("edit-role")}>
        <LoadError problem={problem} retry={() => (role.reload(), roles.reload(), permissions.reload(), groups.reload())} />
      </View>
    );
  }
  const holder = whoAsks(permissions.thing, roles.thing);
  const carriers = (groups.thing ?? []).filter(({ id }) => role.thing?.groups.some((group) => group.id === id));
  return <Known key={roleId} role={role.thing} holder={holder} beyond={beyond(holder, carriers, roles.thing)} />;
}

interface Props {
  role: Role;
  /** Whoever asks. */
  holder: Holder;
  /** Groups that carry the role and give what whoever asks does not hold. */
  beyond: readonly Group[];
}

function Known({ role, holder, beyond }: Props) {
  const [theirs, setTheirs] = useState<Role | null>(null);
  const editable = can("roles.update") && !role.builtIn;
  return (
    <View
      title={t(editable ? "edit-role" : "view-role")}
      place={role.name}
      refused={theirs !== null}
      beside={
        <p class="whom">
          <bdi>{role.name}</bdi>
          {role.builtIn && <span class="you">{t("built-in")}</span>}
        </p>
      }
      actions={
        can("roles.create") && (
          <Link class="button" href={addresses.copyRole(role.id)}>
            {t("copy-role")}
          </Link>
        )
      }
    >
      {editable ? (
        <RoleForm
          initial={valuesOf(role)}
          holder={holder}
          beyond={beyond}
          submit="update"
          send={(values, key) => updateRole(theirs ?? role, bodyOf(values), key)}
          done={async (saved) => {
            await go(addresses.roles);
            notify({ kind: "success", message: { id: "role-updated", args: { name: saved.name } } });
          }}
          onStale={setTheirs}
          theirs={theirs}
        />
      ) : (
        <Facts role={role} all={holder.all} />
      )}
      <History kind="role" id={role.id} version={role.version} />
    </View>
  );
}

function Facts({ role, all }: { role: Role; all: readonly Permission[] }) {
  const { allowed, denied } = effectOf(role.rules, all);
  return (
    <div class="sheet form">
      {role.description && (
        <p>
          <bdi>{role.description}</bdi>
        </p>
      )}
      <h2>{t("effect-allows")}</h2>
      <PermissionList all={all} words={allowed} none={t("effect-allows-nothing")} />
      <h2>{t("effect-denies")}</h2>
      <PermissionList all={all} words={denied} none={t("effect-denies-nothing")} />
      <div class="buttons">
        <Link class="button" href={addresses.roles}>
          {t("back")}
        </Link>
      </div>
    </div>
  );
}
