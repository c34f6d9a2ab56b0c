import type { AuditActor, AuditEvent } from "../../api/types.ts";
import { Text, t } from "../../texts/text.tsx";
import { isMe } from "../users/person.ts";
import { messageOf } from "./actions.ts";
import { Thing } from "./thing.tsx";

/** What was done, and to what: "The user Grace Hopper was edited". Who did it stands beside it. */
export function What({ event }: { event: AuditEvent }) {
  return <Text id={messageOf("event", event)} whom={<Whom event={event} />} action={<Action event={event} />} />;
}

/** Who did what, where it is known to what: "Ada Lovelace edited this user". */
export function WhoDidWhat({ event }: { event: AuditEvent }) {
  return <Text id={messageOf("history", event)} who={<Who actor={event.actor} />} action={<Action event={event} />} />;
}

/** Who did something, by the name they had. */
export function Who({ actor: { kind, id, name } }: { actor: AuditActor }) {
  if (kind !== "user" || id === null) return <>{t(kind === "operator" ? "actor-operator" : "actor-nobody")}</>;
  return (
    <span class="who">
      <Thing kind="user" id={id} name={name} />
      {isMe({ id }) && <span class="you">{t("you")}</span>}
    </span>
  );
}

function Whom({ event: { action, target } }: { event: AuditEvent }) {
  const { kind, id, name } = target;
  if (id === null) return <bdi>{name ?? kind}</bdi>;
  // A deleted user keeps a view, a deleted group or role does not.
  return <Thing kind={kind} id={id} name={name} gone={/^(group|role)\.deleted$/.test(action)} />;
}

/** The plain word of an action that no message tells of. */
function Action({ event: { action } }: { event: AuditEvent }) {
  return <code>{action}</code>;
}
