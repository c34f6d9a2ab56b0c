import { useEffect, useRef, useState } from "preact/hooks";
import type { User } from "../../api/types.ts";
import { lazyView } from "../../app/lazy-view.tsx";
import { View } from "../../app/view.tsx";
import { ErrorSummary } from "../../forms/summary.tsx";
import { addresses } from "../../navigation/addresses.ts";
import { returnTo } from "../../navigation/return-point.ts";
import { notify } from "../../notices/notices.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { Loading } from "../../parts/loading.tsx";
import { can } from "../../session/session.ts";
import { t } from "../../texts/text.tsx";
import { History } from "../audit/history.tsx";
import NotFound from "../not-found.tsx";
import { ClashPanel } from "./edit/clash-panel.tsx";
import { DeletedNotice } from "./edit/deleted-notice.tsx";
import { FieldFacts } from "./edit/facts.tsx";
import { Side } from "./edit/side.tsx";
import { useDraft } from "./edit/use-draft.ts";
import { BackToList } from "./form/back-to-list.tsx";
import { linkTo } from "./form/link-to.tsx";
import { UserFieldset } from "./form/user-fields.tsx";
import type { UserValues } from "./form/values.ts";
import { fullName, isMe } from "./person.ts";
import { heldBack } from "./possible-actions.ts";
import { StatusBadge } from "./status-badge.tsx";
import { inFlight, usersChanged } from "./status-actions.tsx";
import { useGroups, type GroupChoice } from "./use-groups.ts";
import { useLastAdministrator } from "./use-last-administrator.ts";
import { useUser } from "./use-user.ts";

// Each asks for its own, below the form, which does not wait for them.
const Explained = lazyView(() => import("./rights/explained.tsx"), ["rights", "effect"]);
const Sessions = lazyView(() => import("../sessions/section.tsx"), ["sessions"]);

/** Edit User; for those who may only look, and for a deleted user, the same without a form. */
export default function EditUser({ userId }: { userId: string }) {
  const { user, problem, reload } = useUser(userId);
  const groups = useGroups();
  if (user && groupsTell(user, groups)) return <Known user={user} reload={reload} groups={groups} />;
  if (problem?.status === 404) return <NotFound />;
  if (!problem) return <Loading />;
  return (
    <View title={t("edit-user")}>
      <LoadError problem={problem} retry={reload} />
    </View>
  );
}

/**
 * Whether it is known if the person may edit the user: who holds more is told by the groups. They are asked for at the
 * same time as the user, and what is typed never vanishes because they come later.
 */
function groupsTell(user: User, { groups, problem }: GroupChoice): boolean {
  return groups !== null || problem !== null || isMe(user) || !can("groups.read");
}

function Known({ user, reload, groups }: { user: User; reload(): void; groups: GroupChoice }) {
  const isLastAdministrator = useLastAdministrator(user, groups.groups);
  const draft = useDraft(user, { done, reload });
  const { form, clash, undecided } = draft;
  const [reminders, setReminders] = useState(0);
  useEffect(() => setReminders(0), [clash?.theirs.version]);
  useReloadAfterConflict(reload);
  const deleted = user.status === "deleted";
  const heading = useFocusAfterRestoring(deleted);
  const held = heldBack(user);
  const editable = can("users.update") && !deleted && !held;
  const submit = (event: Event) => {
    event.preventDefault();
    // An action on its way is about to move the version that this would be sent against.
    if (inFlight.value.has(user.id)) return;
    if (undecided > 0) setReminders(reminders + 1);
    else void form.submit();
  };
  return (
    <View
      title={t(editable ? "edit-user" : "view-user")}
      place={fullName(user)}
      refused={editable && (form.isRefused || clash !== null)}
      beside={<Whom user={user} />}
      actions={can("users.create") && <AddUser />}
    >
      <div class="beside-form" ref={heading}>
        <div class="form-part">
          {deleted && <DeletedNotice user={user} draft={draft} blocked={held} groups={[...user.groups, ...(groups.groups ?? [])]} />}
          {can("users.update") && !deleted && held && <HeldBack reason={held} />}
          {editable && clash && (
            <ClashPanel
              clash={clash}
              draft={draft}
              groups={[...(groups.groups ?? []), ...clash.theirs.groups]}
              reminders={reminders}
            />
          )}
          {editable && <ErrorSummary form={form} />}
          {editable ? (
            <form class="sheet" noValidate onSubmit={submit}>
              <UserFieldset form={form} user={user} choice={groups} isLastAdministrator={isLastAdministrator} />
              <div class="buttons">
                <button type="submit" class="button primary" aria-busy={form.busy}>
                  {t("update")}
                </button>
                <BackToList />
              </div>
            </form>
          ) : (
            <div class="sheet form">
              <FieldFacts user={user} />
              <div class="buttons">
                <BackToList />
              </div>
            </div>
          )}
          <Explained user={user} />
          {user.status === "active" && (isMe(user) || can("sessions.read")) && <Sessions user={user} blocked={held} />}
        </div>
        <Side user={user} isLastAdministrator={isLastAdministrator} />
      </div>
      <History kind="user" id={user.id} version={user.version} />
    </View>
  );
}

/** Saving leads back to the list. */
async function done(saved: User, base: User, values: UserValues): Promise<void> {
  await returnTo(addresses.users);
  const slots = linkTo(saved);
  if (saved === base) notify({ kind: "info", message: { id: "user-unchanged" }, slots });
  else notify({ kind: "success", message: { id: values.password ? "user-updated-password" : "user-updated" }, slots });
}

/** Something else refused than a version: only the server knows what holds now. */
function useReloadAfterConflict(reload: () => void): void {
  const [seen] = useState(usersChanged.peek());
  useEffect(() => {
    if (usersChanged.value !== seen) reload();
  }, [usersChanged.value]);
}

/** The button that restored the user is gone; the focus goes on to the heading. */
function useFocusAfterRestoring(deleted: boolean) {
  const inside = useRef<HTMLDivElement>(null);
  const before = useRef(deleted);
  useEffect(() => {
    if (before.current && !deleted) inside.current?.closest(".view")?.querySelector("h1")?.focus();
    before.current = deleted;
  }, [deleted]);
  return inside;
}

/** Why there is no form. */
function HeldBack({ reason }: { reason: string }) {
  return (
    <div class="notice notice-info">
      <Icon name="info" />
      <p class="notice-body">
        <strong>{reason}</strong> {t("user-held-back")}
      </p>
    </div>
  );
}

function Whom({ user }: { user: User }) {
  return (
    <p class="whom">
      <bdi>{fullName(user)}</bdi>
      {isMe(user) && <span class="you">{t("you")}</span>} <StatusBadge status={user.status} />
    </p>
  );
}

function AddUser() {
  return (
    <Link class="button" href={addresses.newUser}>
      <Icon name="plus" />
      {t("add-user")}
    </Link>
  );
}
