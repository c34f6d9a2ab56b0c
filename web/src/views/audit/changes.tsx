import type { ComponentChildren } from "preact";
import type { AuditEvent } from "../../api/types.ts";
import { Icon } from "../../parts/icon.tsx";
import { Text, t } from "../../texts/text.tsx";
import { fieldOf, isNothing, shownChanges, type Shown } from "./changes/fields.ts";
import { Value } from "./changes/value.tsx";

/** More changes than these wait behind a summary. */
const FEW = 3;

/** What an event changed: each field with what it was and what it is since. */
export function Changes({ event }: { event: AuditEvent }) {
  const shown = shownChanges(event.changes);
  if (shown.length === 0) return null;
  const list = (
    <dl class="changes">
      {shown.map((each, at) => (
        <div key={at}>
          <dt>{label(each)}</dt>
          <dd>
            <ChangeWords shown={each} names={event.names} />
          </dd>
        </div>
      ))}
    </dl>
  );
  if (shown.length <= FEW) return list;
  return (
    <details class="more-changes">
      <summary>
        <Text id="changes-count" count={shown.length} />
      </summary>
      {list}
    </details>
  );
}

function label({ change }: Shown): ComponentChildren {
  const field = fieldOf(change);
  return field ? t(field.label) : <code>{change.field}</code>;
}

function ChangeWords({ shown, names }: { shown: Shown; names: AuditEvent["names"] }) {
  const reading = fieldOf(shown.change)?.reading ?? "plain";
  const words = (value: unknown) => <Value value={value} reading={reading} names={names} />;
  if (shown.several) {
    return (
      <ul class="stacked">
        {shown.added.map((value, at) => (
          <li key={`added ${at}`}>
            <New says="change-added" sign="+" value={words(value)} />
          </li>
        ))}
        {shown.taken.map((value, at) => (
          <li key={`taken ${at}`}>
            <Old says="change-taken" sign="−" value={words(value)} />
          </li>
        ))}
      </ul>
    );
  }
  const { from, to } = shown.change;
  // Nobody learns from an event what a password was.
  if (reading === "password") return <>{t(isNothing(from) ? "change-password-first" : "change-password")}</>;
  if (isNothing(from)) return <New value={words(to)} />;
  return (
    <>
      <Old says="change-before" value={words(from)} /> <Icon name="next" />{" "}
      <New says="change-now" value={isNothing(to) ? <Nothing /> : words(to)} />
    </>
  );
}

interface SideProps {
  /** The message that says to those who do not see it on which side of the change this is. */
  says?: string;
  sign?: string;
  value: ComponentChildren;
}

function Old({ says, sign, value }: SideProps) {
  return (
    <>
      <Mark says={says} sign={sign} />
      <del>{value}</del>
    </>
  );
}

function New({ says, sign, value }: SideProps) {
  return (
    <>
      <Mark says={says} sign={sign} />
      <ins>{value}</ins>
    </>
  );
}

function Mark({ says, sign }: Omit<SideProps, "value">) {
  return (
    <>
      {sign && (
        <span class="sign" aria-hidden="true">
          {sign}{" "}
        </span>
      )}
      {says && <span class="hidden">{t(says)} </span>}
    </>
  );
}

function Nothing() {
  return <span class="minor">{t("change-nothing")}</span>;
}
