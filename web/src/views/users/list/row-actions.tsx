import type { User } from "../../../api/types.ts";
import { addresses } from "../../../navigation/addresses.ts";
import { go } from "../../../navigation/location.ts";
import { leaveFrom } from "../../../navigation/return-point.ts";
import { Icon } from "../../../parts/icon.tsx";
import { Link } from "../../../parts/link.tsx";
import { Menu, MenuItem } from "../../../parts/menu.tsx";
import { can } from "../../../session/session.ts";
import { t } from "../../../texts/text.tsx";
import { fullName, isLastAdministrator } from "../person.ts";
import { possibleActions } from "../possible-actions.ts";
import { knownGroups } from "../use-groups.ts";

/** What can be done with a user: Edit in sight, the rest in a menu. */
export function RowActions({ user }: { user: User }) {
  const name = fullName(user);
  const visit = (to: string) => {
    leaveFrom(user.id);
    void go(to);
  };
  return (
    <div class="row-actions">
      {can("users.update") && (
        <Link
          class="button small"
          href={addresses.user(user.id)}
          aria-label={t("edit-named", { name })}
          onLeave={() => leaveFrom(user.id)}
        >
          {t("edit")}
        </Link>
      )}
      {["users.set-status", "users.delete", "users.assign-customers"].some(can) && (
        <Menu label={t("more-actions", { name })} face={<Icon name="more" />} class="icon-button">
          <MoreActions user={user} visit={visit} />
        </Menu>
      )}
    </div>
  );
}

function MoreActions({ user, visit }: { user: User; visit(to: string): void }) {
  const isLast = isLastAdministrator(user, knownGroups.value ?? []);
  return (
    <>
      {possibleActions(user, isLast).map(({ id, label, to, run, disabled }) => (
        <MenuItem key={id} onSelect={() => (to ? visit(to) : run?.())} disabled={disabled}>
          {label}
        </MenuItem>
      ))}
    </>
  );
}
