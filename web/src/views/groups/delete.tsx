import { deleteGroup, getGroup } from "../../api/groups.ts";
import { View } from "../../app/view.tsx";
import { addresses } from "../../navigation/addresses.ts";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { Loading } from "../../parts/loading.tsx";
import { can } from "../../session/session.ts";
import { Text, t } from "../../texts/text.tsx";
import NotFound from "../not-found.tsx";
import { saysMore } from "../rights/holding.ts";
import { useLoaded } from "../rights/use-loaded.ts";
import { WarningSheet } from "../rights/warning.tsx";

/** Warning: before a group is deleted. Its members are moved elsewhere first. */
export default function DeleteGroup({ groupId }: { groupId: string }) {
  const { thing: group, problem, reload } = useLoaded(`group ${groupId}`, (signal) => getGroup(groupId, signal));
  if (problem?.status === 404) return <NotFound />;
  if (!group && !problem) return <Loading />;
  return (
    <View title={t("warning")} place={group?.name} class="alone warning">
      {!group && problem && <LoadError problem={problem} retry={reload} />}
      {group && (
        <WarningSheet
          name={group.name}
          blocked={
            group.builtIn ? (
              t("group-built-in")
            ) : group.memberCount > 0 ? (
              <p>
                <Text id="group-not-empty" count={group.memberCount} />{" "}
                <Link href={addresses.group(group.id)}>{t("move-members")}</Link>
              </p>
            ) : (
              saysMore(group, can) && t("more-than-held")
            )
          }
          consequences={["consequence-group-gone", "consequence-group-restored", "consequence-no-way-back"]}
          list={addresses.groups}
          run={() => deleteGroup(group)}
          messages={{ done: "group-deleted", failed: "delete-failed" }}
          onRefused={reload}
        />
      )}
    </View>
  );
}
