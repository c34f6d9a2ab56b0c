import type { AuditEvent } from "../../../api/types.ts";
import type { Query } from "../../../navigation/query.ts";
import { Icon } from "../../../parts/icon.tsx";
import { me } from "../../../session/session.ts";
import { Text, t } from "../../../texts/text.tsx";
import { NO_USERS, type AuditQuery } from "./query.ts";

/**
 * The newest names met in events, by what filters call their bearers: an answer without a match names nobody, and one of
 * old events calls people by old names.
 */
const met = new Map<string, { name: string; at: string }>();

function meet(filter: string, name: string | null, at: string): void {
  if (name && (met.get(filter)?.at ?? "") <= at) met.set(filter, { name, at });
}

interface Props {
  query: Query<AuditQuery>;
  events: readonly AuditEvent[];
}

/** The filters that were chosen in rows, each to be taken away again. */
export function Chips({ query: { values, set }, events }: Props) {
  for (const { actor, target, at } of events) {
    meet(`user:${actor.id}`, actor.name, at);
    meet(`${target.kind}:${target.id}`, target.name, at);
  }
  const { actor, target } = values;
  const isOne = !["", me.value.id, ...NO_USERS].includes(actor);
  if (!isOne && target === "") return null;
  return (
    <ul class="chips" aria-label={t("filters-chosen")}>
      {isOne && <Chip id="only-actor" name={met.get(`user:${actor}`)?.name ?? actor} onRemove={() => set({ actor: "" })} />}
      {target !== "" && (
        <Chip
          id="only-target"
          name={met.get(target)?.name ?? target.slice(target.indexOf(":") + 1)}
          onRemove={() => set({ target: "" })}
        />
      )}
    </ul>
  );
}

function Chip({ id, name, onRemove }: { id: string; name: string; onRemove(): void }) {
  return (
    <li class="chip">
      <span>
        <Text id={id} name={name} />
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={t("filter-remove", { filter: t(id, { name }) })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
