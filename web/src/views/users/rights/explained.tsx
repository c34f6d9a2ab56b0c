import { explainPermissions, listPermissions } from "../../../api/roles.ts";
import type { ExplainedPermission, Permission, User } from "../../../api/types.ts";
import { LoadError } from "../../../parts/load-error.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { t } from "../../../texts/text.tsx";
import { areaName, areasOf } from "../../rights/permission-list.tsx";
import { useLoaded } from "../../rights/use-loaded.ts";
import { isMe } from "../person.ts";
import { ExplainedLine } from "./explained-line.tsx";

/** What a user may do, and why: which group, role and rule says so. Of what nothing speaks, nothing is said. */
export default function Explained({ user }: { user: User }) {
  const permissions = useLoaded("permissions", listPermissions);
  const explained = useLoaded(`explained ${user.id} ${user.version}`, (signal) => explainPermissions(user.id, signal));
  const problem = permissions.problem ?? explained.problem;
  const reload = () => (permissions.reload(), explained.reload());
  return (
    <section class="sheet explained" aria-labelledby="explained-title">
      <h2 id="explained-title">{t(isMe(user) ? "explained-title-own" : "explained-title")}</h2>
      {problem && <LoadError problem={problem} retry={reload} />}
      {permissions.thing && explained.thing
        ? <Areas all={permissions.thing} explained={explained.thing} active={user.status === "active"} />
        : !problem && <Loading />}
    </section>
  );
}

interface AreasProps {
  all: readonly Permission[];
  explained: readonly ExplainedPermission[];
  active: boolean;
}

function Areas({ all, explained, active }: AreasProps) {
  const said = explained.filter(({ allowed, because }) => allowed || because.length > 0);
  const of = (permission: Permission) => said.find((one) => one.permission === permission.permission);
  const shown = all.filter(of);
  if (shown.length === 0) return <p>{t("explained-nothing")}</p>;
  return (
    <>
      <p class="hint">{t(active ? "explained-hint" : "explained-hint-inactive")}</p>
      {areasOf(shown).map((area) => (
        <div class="explained-area" key={area}>
          <h3>{areaName(area)}</h3>
          <ul>
            {shown
              .filter((permission) => permission.area === area)
              .map((permission) => {
                const found = of(permission);
                return found && <ExplainedLine key={permission.permission} permission={permission} explained={found} />;
              })}
          </ul>
        </div>
      ))}
    </>
  );
}
