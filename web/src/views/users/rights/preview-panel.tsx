import { listPermissions } from "../../../api/roles.ts";
import type { Group } from "../../../api/types.ts";
import { LoadError } from "../../../parts/load-error.tsx";
import { Text, t } from "../../../texts/text.tsx";
import { PermissionList } from "../../rights/permission-list.tsx";
import { useLoaded } from "../../rights/use-loaded.ts";
import { outcomeOf, type Outcome } from "./preview.ts";

interface Props {
  groups: readonly Group[];
  ticked: readonly string[];
  /** Null for a user who is yet to be created. */
  saved: readonly string[] | null;
}

/** Beneath the groups of a form: what those ticked come to, and what changes by it. */
export default function PreviewPanel({ groups, ticked, saved }: Props) {
  const { thing: all, problem, reload } = useLoaded("permissions", listPermissions);
  const outcome = outcomeOf(groups, ticked, saved ?? []);
  return (
    <div class="preview">
      <p role="status">
        <Sentence outcome={outcome} isNew={saved === null} />
      </p>
      {problem && !all && <LoadError problem={problem} retry={reload} />}
      {all && saved && outcome.gained.length > 0 && (
        <div class="gained">
          <p class="label">{t("preview-gained")}</p>
          <PermissionList all={all} words={outcome.gained} none="" />
        </div>
      )}
      {all && saved && outcome.lost.length > 0 && (
        <div class="lost">
          <p class="label">{t("preview-lost")}</p>
          <PermissionList all={all} words={outcome.lost} none="" />
        </div>
      )}
      {all && outcome.allowed.length > 0 && (
        <details>
          <summary>{t("preview-all")}</summary>
          <PermissionList all={all} words={outcome.allowed} none="" />
        </details>
      )}
    </div>
  );
}

/** The whole in one sentence, which is also read aloud. */
function Sentence({ outcome: { allowed, gained, lost }, isNew }: { outcome: Outcome; isNew: boolean }) {
  const count = allowed.length;
  if (isNew || gained.length + lost.length === 0) return <Text id="preview-count" count={count} />;
  return <Text id="preview-change" count={count} gained={gained.length} lost={lost.length} />;
}
