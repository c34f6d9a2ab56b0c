import type { ExplainedPermission, Permission } from "../../../api/types.ts";
import { addresses } from "../../../navigation/addresses.ts";
import { Icon } from "../../../parts/icon.tsx";
import { Link } from "../../../parts/link.tsx";
import { can } from "../../../session/session.ts";
import { Text, t } from "../../../texts/text.tsx";
import { sentence } from "../../rights/permission-list.tsx";
import { written } from "../../rights/rules.ts";

type Reason = ExplainedPermission["because"][number];

interface Props {
  permission: Permission;
  explained: ExplainedPermission;
}

/** One permission: whether it is theirs, and on opening it why. */
export function ExplainedLine({ permission, explained: { allowed, because } }: Props) {
  return (
    <li class={allowed ? "is-allowed" : "is-denied"}>
      <details>
        <summary>
          <Icon name={allowed ? "success" : "close"} />
          <span>
            {!allowed && <strong>{t("explained-denied")} </strong>}
            <bdi>{sentence(permission)}</bdi> <code class="minor">{permission.permission}</code>
          </span>
        </summary>
        <ul class="reasons">
          {because.map((reason) => (
            <li key={reason.group.id + reason.role.id + written(reason.rule)}>
              <Why reason={reason} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** From the group over its role to the rule; each leads to where it can be seen. */
function Why({ reason: { group, role, rule } }: { reason: Reason }) {
  const named = (name: string, href: string, readable: boolean) => {
    const words = <bdi>{name}</bdi>;
    return readable ? <Link href={href}>{words}</Link> : words;
  };
  return (
    <Text
      id={rule.effect === "allow" ? "explained-allows" : "explained-denies"}
      group={named(group.name, addresses.group(group.id), can("groups.read"))}
      role={named(role.name, addresses.role(role.id), can("roles.read"))}
      rule={<code>{written(rule)}</code>}
    />
  );
}
