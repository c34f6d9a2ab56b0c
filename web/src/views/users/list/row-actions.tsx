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
import { activate, deactivate, inFlight, restore } from "../status-actions.tsx";
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
  const deleted = user.status === "deleted";
  const groups = knownGroups.value ?? [];
  const last = isLastAdministrator(user, groups) ? t("last-administrator") : null;
  const busy = inFlight.value.has(user.id) ? t("action-running") : null;
  return (
    <>
      {can("users.assign-customers") && (
        <MenuItem
          onSelect={() => visit(addresses.userCustomers(user.id))}
          disabled={deleted ? t("assign-not-deleted") : null}
        >
          {t("assign-customers")}
        </MenuItem>
      )}
      {can("users.set-status") && user.status === "deactivated" && (
        <MenuItem onSelect={() => void activate(user)} disabled={busy}>
          {t("activate")}
        </MenuItem>
      )}
      {can("users.set-status") && user.status === "active" && (
        <MenuItem onSelect={() => void deactivate(user)} disabled={last ?? busy}>
          {t("deactivate")}
        </MenuItem>
      )}
      {can("users.set-status") && deleted && (
        <MenuItem onSelect={() => void restore(user)} disabled={busy}>
          {t("restore")}
        </MenuItem>
      )}
      {can("users.delete") && !deleted && (
        <MenuItem onSelect={() => visit(addresses.deleteUser(user.id))} disabled={last ?? busy}>
          {t("delete")}
        </MenuItem>
      )}
    </>
  );
}
