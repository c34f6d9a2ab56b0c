import { useEffect } from "preact/hooks";
import type { User } from "../../api/types.ts";
import { View } from "../../app/view.tsx";
import { useUnsavedGuard } from "../../forms/unsaved.ts";
import { addresses } from "../../navigation/addresses.ts";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { t } from "../../texts/text.tsx";
import NotFound from "../not-found.tsx";
import { BackToList } from "../users/form/back-to-list.tsx";
import { fullName } from "../users/person.ts";
import { StatusBadge } from "../users/status-badge.tsx";
import { useUser } from "../users/use-user.ts";
import { AssignedCustomers } from "./assign/assigned.tsx";
import { useAssignment } from "./assign/assignment.ts";
import { ListOfCustomers } from "./assign/choose.tsx";
import { Deleted } from "./assign/deleted.tsx";
import { CustomerHistory } from "./assign/history.tsx";
import { SaveBar } from "./assign/save-bar.tsx";

/** Assign Customers to User: what is ticked here belongs to the user once it is saved. */
export default function AssignCustomers({ userId }: { userId: string }) {
  const { user, problem, reload } = useUser(userId);
  const assignment = useAssignment(userId);
  // While it saves, it goes on wherever the person goes; there is nothing to lose.
  useUnsavedGuard(assignment.count.value > 0 && assignment.progress.value === null);
  useEffect(() => {
    if (assignment.saved.value === 0) return;
    scrollTo(0, 0);
    reload();
  }, [assignment.saved.value]);
  if (problem?.status === 404) return <NotFound />;
  return (
    <View
      title={t("assign-customers-to-user")}
      place={user ? fullName(user) : undefined}
      beside={user && <Whom user={user} />}
      actions={<BackToList />}
      class="wide"
    >
      <p>{t("assign-why")}</p>
      {problem && <LoadError problem={problem} retry={reload} />}
      {user?.status === "deleted" ? (
        <Deleted user={user} />
      ) : (
        <>
          <ListOfCustomers assignment={assignment} />
          <AssignedCustomers userId={userId} user={user} assignment={assignment} />
          <SaveBar user={user} assignment={assignment} />
          <CustomerHistory />
        </>
      )}
    </View>
  );
}

function Whom({ user }: { user: User }) {
  return (
    <p class="whom">
      <Link href={addresses.user(user.id)}>
        <bdi>{fullName(user)}</bdi>
      </Link>{" "}
      <StatusBadge status={user.status} />
    </p>
  );
}
