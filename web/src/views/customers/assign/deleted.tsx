import type { User } from "../../../api/types.ts";
import { can } from "../../../session/session.ts";
import { t } from "../../../texts/text.tsx";
import { inFlight, restore } from "../../users/status-actions.tsx";

/** In place of the tables: a deleted user gets no customers. Restoring leads back to them, with what was ticked. */
export function Deleted({ user }: { user: User }) {
  return (
    <div class="empty">
      <p class="empty-title">{t("assign-deleted-title")}</p>
      <p>{t("assign-deleted-body")}</p>
      {can("users.set-status") && (
        <button
          type="button"
          class="button"
          aria-disabled={inFlight.value.has(user.id) || undefined}
          onClick={() => void restore(user)}
        >
          {t("restore")}
        </button>
      )}
    </div>
  );
}
