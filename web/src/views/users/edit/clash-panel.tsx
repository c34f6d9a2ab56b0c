import { useEffect, useRef } from "preact/hooks";
import type { Group } from "../../../api/types.ts";
import { Icon } from "../../../parts/icon.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { Text, t } from "../../../texts/text.tsx";
import { isMe } from "../person.ts";
import { FIELD_LABELS, FieldWords } from "./field-value.tsx";
import { decided, ownValue, type Choice, type Difference } from "./merge.ts";
import type { Clash, Draft } from "./use-draft.ts";

interface Props {
  clash: Clash;
  draft: Draft;
  groups: readonly Pick<Group, "id" | "name">[];
  /** Counts how often Update was pressed with something undecided. */
  reminders: number;
}

/** Both versions of what somebody else has changed meanwhile, side by side, with who and when. */
export function ClashPanel({ clash, draft, groups, reminders }: Props) {
  const panel = useRef<HTMLElement>(null);
  const { theirs, statusBefore, differences } = clash;
  const open = draft.undecided > 0;
  useEffect(() => panel.current?.focus(), [theirs.version]);
  useEffect(() => {
    if (reminders > 0) panel.current?.querySelector<HTMLElement>(".open input")?.focus();
  }, [reminders]);
  return (
    <section class="clash" ref={panel} tabIndex={-1} aria-labelledby="clash-title">
      <h2 id="clash-title">
        <Icon name="info" />
        {t("clash-title")}
      </h2>
      <p>
        <Who clash={clash} /> {t("clash-kept")}
      </p>
      {statusBefore && (
        <p>
          <Text id="clash-status" before={t(`status-${statusBefore}`)} now={t(`status-${theirs.status}`)} />
        </p>
      )}
      <p>{t(differences.length > 0 ? "clash-choose" : "clash-no-field")}</p>
      {open && reminders > 0 && (
        <p class="field-error" role="alert">
          <span class="hidden">{t("error-prefix")} </span>
          <Text id="clash-undecided" count={draft.undecided} />
        </p>
      )}
      {differences.map((difference) => (
        <Versions key={difference.field} difference={difference} draft={draft} groups={groups} />
      ))}
    </section>
  );
}

function Who({ clash: { theirs } }: { clash: Clash }) {
  const when = <Moment at={theirs.updatedAt} />;
  if (!theirs.updatedBy) return <Text id="clash-by-operator" when={when} />;
  if (isMe(theirs.updatedBy)) return <Text id="clash-by-you" when={when} />;
  return <Text id="clash-by" name={theirs.updatedBy.name} when={when} />;
}

function Versions({ difference, draft, groups }: { difference: Difference } & Pick<Props, "draft" | "groups">) {
  const { field, theirs, typed } = difference;
  const current = draft.form.values[field];
  const choice = decided(difference, current);
  const version = (which: Choice, label: string) => (
    <label class="version">
      <input
        type="radio"
        name={`version-${field}`}
        checked={choice === which}
        onChange={() => draft.choose(difference, which)}
      />
      <span>
        <span class="version-label">{t(label)}</span>
        <FieldWords field={field} value={which === "mine" ? ownValue(difference, current) : theirs} groups={groups} />
      </span>
    </label>
  );
  return (
    <fieldset class={choice ? "versions" : "versions open"}>
      <legend>{t(FIELD_LABELS[field])}</legend>
      {version("mine", typed ? "keep-mine" : "keep-former")}
      {version("theirs", "take-theirs")}
    </fieldset>
  );
}
