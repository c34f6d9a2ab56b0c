import { useEffect, useRef } from "preact/hooks";
import type { Group, Role } from "../../api/types.ts";
import { Icon } from "../../parts/icon.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Text, t } from "../../texts/text.tsx";

interface Props {
  theirs: Pick<Group | Role, "updatedAt" | "updatedBy" | "version">;
  /** What they changed, each in words: the field, and what it is now. */
  changes: readonly { field: string; now: string }[];
  /** Puts what they saved in place of what was typed. */
  onTake(): void;
}

/** Somebody was quicker: who, when, and what it is now, beside what was typed. Saving again replaces it knowingly. */
export function ChangedMeanwhile({ theirs, changes, onTake }: Props) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), [theirs.version]);
  const when = <Moment at={theirs.updatedAt} />;
  return (
    <div class="notice notice-error" ref={notice} tabIndex={-1} role="group" aria-label={t("rights-changed")}>
      <Icon name="error" />
      <div class="notice-body">
        <p>
          {theirs.updatedBy ? (
            <Text id="rights-changed-by" name={theirs.updatedBy.name} when={when} />
          ) : (
            <Text id="rights-changed-by-operator" when={when} />
          )}
        </p>
        {changes.length > 0 && (
          <dl class="facts">
            {changes.map(({ field, now }) => (
              <div key={field}>
                <dt>{t(field)}</dt>
                <dd>
                  <bdi>{now}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p>{t("rights-changed-hint")}</p>
        <button type="button" class="button small" onClick={onTake}>
          {t("rights-changed-take")}
        </button>
      </div>
    </div>
  );
}
