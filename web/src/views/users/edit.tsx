import { useEffect, useRef, useState } from "preact/hooks";
import type { ChangedUser, User } from "../../api/types.ts";
import { View } from "../../app/view.tsx";
import { ErrorSummary } from "../../forms/summary.tsx";
import { addresses } from "../../navigation/addresses.ts";
import { returnTo } from "../../navigation/return-point.ts";
import { notify } from "../../notices/notices.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { Loading } from "../../parts/loading.tsx";
import { can, leave } from "../../session/session.ts";
import { t } from "../../texts/text.tsx";
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
import { StatusBadge } from "./status-badge.tsx";
import { inFlight, usersChanged } from "./status-actions.tsx";
import { useGroups } from "./use-groups.ts";
import { useLastAdministrator } from "./use-last-administrator.ts";
import { useUser } from "./use-user.ts";

/** Edit User; for those who may only look, and for a deleted user, the same without a form. */
export default function EditUser({ userId }: { userId: string }) {
  const { user, problem, reload } = useUser(userId);
  if (user) return <Known user={user} reload={reload} />;
  if (problem?.status === 404) return <NotFound />;
  if (!problem) return <Loading />;
  return (
    <View title={t("edit-user")}>
      <LoadError problem={problem} retry={reload} />
    </View>
  );
}

function Known({ user, reload }: { user: User; reload(): void }) {
  const groups = useGroups();
  const isLastAdministrator = useLastAdministrator(user, groups.groups);
  const draft = useDraft(user, { done, reload });
  const { form, clash, undecided } = draft;
  const [reminders, setReminders] = useState(0);
  useEffect(() => setReminders(0), [clash?.theirs.version]);
  useReloadAfterConflict(reload);
  const deleted = user.status === "deleted";
  const heading = useFocusAfterRestoring(deleted);
  const editable = can("users.update") && !deleted;
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
          {deleted && <DeletedNotice user={user} draft={draft} groups={[...user.groups, ...(groups.groups ?? [])]} />}
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
        </div>
        <Side user={user} isLastAdministrator={isLastAdministrator} />
      </div>
    </View>
  );
}

/** A new password of one's own has ended the session; anything else leads back to the list. */
async function done(saved: ChangedUser, base: User, values: UserValues): Promise<void> {
  if (saved.reason) return leave(saved.reason);
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
