import type { User } from "../../../api/types.ts";
import { Link } from "../../../parts/link.tsx";
import { t } from "../../../texts/text.tsx";
import { possibleActions, type PossibleAction } from "../possible-actions.ts";
import { StateFacts } from "./facts.tsx";

interface Props {
  user: User;
  isLastAdministrator: boolean;
}

/** Beside the form: the user's state, and what else can be done with them. */
export function Side({ user, isLastAdministrator }: Props) {
  // Restoring stands with the notice that the user is deleted.
  const isOffered = ({ id }: PossibleAction) => id !== "status" || user.status !== "deleted";
  const actions = possibleActions(user, isLastAdministrator).filter(isOffered);
  // Why something cannot be done is said once, however many actions it stops.
  const reasons = [...new Set(actions.flatMap(({ disabled }) => disabled ?? []))];
  return (
    <section class="sheet side" aria-labelledby="side-title">
      <h2 id="side-title">{t("side-title")}</h2>
      <StateFacts user={user} />
      {actions.length > 0 && (
        <div class="buttons">
          {actions.map((action) => (
            <Action key={action.id} action={action} reason={`side-reason-${reasons.indexOf(action.disabled ?? "")}`} />
          ))}
        </div>
      )}
      {reasons.map((reason, at) => (
        <p key={reason} class="minor" id={`side-reason-${at}`}>
          {reason}
        </p>
      ))}
    </section>
  );
}

function Action({ action: { label, to, run, disabled }, reason }: { action: PossibleAction; reason: string }) {
  if (to && !disabled) {
    return (
      <Link class="button" href={to}>
        {label}
      </Link>
    );
  }
  return (
    <button
      type="button"
      class="button"
      aria-disabled={disabled ? true : undefined}
      aria-describedby={disabled ? reason : undefined}
      onClick={() => !disabled && run?.()}
    >
      {label}
    </button>
  );
}
