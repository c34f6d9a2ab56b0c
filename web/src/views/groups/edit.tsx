import { useState } from "preact/hooks";
import { getGroup, updateGroup } from "../../api/groups.ts";
import { listPermissions, listRoles } from "../../api/roles.ts";
import type { Group, Permission, Role } from "../../api/types.ts";
import { View } from "../../app/view.tsx";
import { addresses } from "../../navigation/addresses.ts";
import { go } from "../../navigation/location.ts";
import { notify } from "../../notices/notices.ts";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { Loading } from "../../parts/loading.tsx";
import { can } from "../../session/session.ts";
import { formatList } from "../../texts/formats.ts";
import { t } from "../../texts/text.tsx";
import { History } from "../audit/history.tsx";
import NotFound from "../not-found.tsx";
import { PermissionList } from "../rights/permission-list.tsx";
import { useLoaded } from "../rights/use-loaded.ts";
import { whoAsks } from "../rights/who-asks.ts";
import { bodyOf, GroupForm, valuesOf } from "./form.tsx";
import { MembersPart } from "./members.tsx";

/** Edit Group, with its members; for those who may only look, and for the built-in one, what it gives. */
export default function EditGroup({ groupId }: { groupId: string }) {
  const group = useLoaded(`group ${groupId}`, (signal) => getGroup(groupId, signal));
  const roles = useLoaded("roles", can("roles.read") ? listRoles : null);
  const permissions = useLoaded("permissions", listPermissions);
  const problem = group.problem ?? permissions.problem ?? roles.problem;
  if (group.problem?.status === 404 && !group.thing) return <NotFound />;
  if (!group.thing || !permissions.thing || (can("roles.read") && !roles.thing)) {
    if (!problem) return <Loading />;
    return (
      <View title={t("edit-group")}>
        <LoadError problem={problem} retry={() => (group.reload(), permissions.reload(), roles.reload())} />
      </View>
    );
  }
  return (
    <Known
      key={groupId}
      group={group.thing}
      roles={roles.thing}
      all={permissions.thing}
      onMembersChanged={group.reload}
    />
  );
}

interface Props {
  group: Group;
  /** What there is to choose from; null for those who may not read roles. */
  roles: Role[] | null;
  all: Permission[];
  onMembersChanged(): void;
}

function Known({ group, roles, all, onMembersChanged }: Props) {
  // Members that come and go bring the group anew; what is typed still belongs to what it was when that began.
  const [begun] = useState(group);
  const [theirs, setTheirs] = useState<Group | null>(null);
  const editable = can("groups.update") && roles !== null && !group.builtIn;
  return (
    <View
      title={t(editable ? "edit-group" : "view-group")}
      place={group.name}
      refused={theirs !== null}
      beside={
        <p class="whom">
          <bdi>{group.name}</bdi>
          {group.builtIn && <span class="you">{t("built-in")}</span>}
        </p>
      }
    >
      {editable ? (
        <GroupForm
          group={group}
          initial={valuesOf(begun)}
          roles={roles}
          all={all}
          submit="update"
          send={(values, key) => updateGroup(theirs ?? begun, bodyOf(values), key)}
          done={async (saved) => {
            await go(addresses.groups);
            notify({ kind: "success", message: { id: "group-updated", args: { name: saved.name } } });
          }}
          onStale={setTheirs}
          theirs={theirs}
        />
      ) : (
        <Facts group={group} all={all} />
      )}
      <MembersPart group={group} roles={roles} holder={whoAsks(all, roles)} onChanged={onMembersChanged} />
      <History kind="group" id={group.id} version={group.version} />
    </View>
  );
}

function Facts({ group, all }: { group: Group; all: Permission[] }) {
  return (
    <div class="sheet form">
      {group.description && (
        <p>
          <bdi>{group.description}</bdi>
        </p>
      )}
      <dl class="facts">
        <div>
          <dt>{t("field-roles")}</dt>
          <dd>
            <bdi>{formatList(group.roles.map(({ name }) => name)) || t("no-roles")}</bdi>
          </dd>
        </div>
      </dl>
      <h2>{t("effect-allows")}</h2>
      <PermissionList all={all} words={group.permissions} none={t("effect-allows-nothing")} />
      <h2>{t("effect-denies")}</h2>
      <PermissionList all={all} words={group.denied} none={t("effect-denies-nothing")} />
      <div class="buttons">
        <Link class="button" href={addresses.groups}>
          {t("back")}
        </Link>
      </div>
    </div>
  );
}
