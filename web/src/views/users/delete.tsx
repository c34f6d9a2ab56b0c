import { useRef, useState } from "preact/hooks";
import { remember } from "../../api/overlay.ts";
import { asProblem } from "../../api/problem.ts";
import type { User } from "../../api/types.ts";
import { deleteUser } from "../../api/users.ts";
import { View } from "../../app/view.tsx";
import { addresses } from "../../navigation/addresses.ts";
import { travelled } from "../../navigation/location.ts";
import { returnTo } from "../../navigation/return-point.ts";
import { dismissNotice, notify, notifyProblem } from "../../notices/notices.ts";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { Loading } from "../../parts/loading.tsx";
import { can, leave } from "../../session/session.ts";
import { Text, t } from "../../texts/text.tsx";
import NotFound from "../not-found.tsx";
import { AlreadyDeleted, ChangedMeanwhile, Consequences, Who } from "./delete/parts.tsx";
import { BackToList } from "./form/back-to-list.tsx";
import { linkTo } from "./form/link-to.tsx";
import { fullName, isMe } from "./person.ts";
import { heldBack } from "./possible-actions.ts";
import { restore } from "./status-actions.tsx";
import { useGroups } from "./use-groups.ts";
import { useLastAdministrator } from "./use-last-administrator.ts";
import { useUser } from "./use-user.ts";

/** Warning: what will happen, before a user is deleted. */
export default function DeleteUser({ userId }: { userId: string }) {
  const { user, problem, reload } = useUser(userId);
  if (problem?.status === 404 && !user) return <NotFound />;
  if (!problem && !user) return <Loading />;
  return (
    <View title={t("warning")} place={user ? fullName(user) : undefined} class="alone warning">
      {user ? <Warning user={user} reload={reload} /> : problem && <LoadError problem={problem} retry={reload} />}
    </View>
  );
}

function Warning({ user, reload }: { user: User; reload(): void }) {
  const isLast = useLastAdministrator(user, useGroups().groups);
  const blocked = isLast ? t("delete-last-administrator") : heldBack(user);
  const [busy, setBusy] = useState(false);
  /** The version that the person was about to delete, once it has turned out to be an old one. */
  const [outdated, setOutdated] = useState<User | null>(null);
  const sending = useRef(false);
  const name = fullName(user);
  const run = async () => {
    if (sending.current || blocked) return;
    sending.current = true;
    setBusy(true);
    dismissNotice();
    try {
      const done = await deleteUser(user);
      if (done.reason) return leave(done.reason);
      await returnTo(addresses.users);
      const action = can("users.set-status") ? { label: "restore", run: () => void restore(done) } : undefined;
      notify({ kind: "success", message: { id: "user-deleted" }, slots: linkTo(done), action });
    } catch (thrown) {
      sending.current = false;
      setBusy(false);
      const problem = asProblem(thrown);
      const { current } = problem.details;
      if (problem.code === "stale_version" && current) {
        setOutdated(user);
        remember(current as User);
        return;
      }
      if (problem.status === 409) reload();
      notifyProblem({ id: "delete-failed", args: { name } }, problem);
    }
  };
  if (user.status === "deleted" && !busy) return <AlreadyDeleted user={user} />;
  return (
    <div class="sheet form">
      {outdated && <ChangedMeanwhile before={outdated} now={user} />}
      <h2>{isMe(user) ? t("delete-yourself") : <Text id="delete-whom" name={name} />}</h2>
      <Who user={user} />
      <Consequences user={user} />
      {blocked && (
        <p class="notice notice-info" id="delete-not-now">
          {blocked}
        </p>
      )}
      <div class="buttons">
        <button
          type="button"
          class="button danger"
          aria-busy={busy}
          aria-disabled={blocked ? true : undefined}
          aria-describedby={blocked ? "delete-not-now" : undefined}
          onClick={() => void run()}
        >
          {t("delete")}
        </button>
        <Back user={user} />
      </div>
    </div>
  );
}

/** Back to where one came from: the user, or the list as it was left. */
function Back({ user }: { user: User }) {
  const edit = addresses.user(user.id);
  const [from] = useState(travelled.from);
  if (from !== edit) return <BackToList />;
  return (
    <Link class="button" href={edit}>
      {t("back")}
    </Link>
  );
}
