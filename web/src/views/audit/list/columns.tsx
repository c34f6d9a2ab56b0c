import type { AuditEvent } from "../../../api/types.ts";
import type { Column } from "../../../lists/columns.ts";
import { Icon } from "../../../parts/icon.tsx";
import { Link } from "../../../parts/link.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { t } from "../../../texts/text.tsx";
import { Changes } from "../changes.tsx";
import { What, Who } from "../sentence.tsx";
import { Address, Details } from "./details.tsx";
import { addressWith, type AuditQuery } from "./query.ts";

/** The columns of the Audit page; its filters are narrowed from the rows. */
export function eventColumns(values: AuditQuery): readonly Column<AuditEvent>[] {
  return [
    { id: "when", label: "column-when", draw: ({ at }) => <Moment at={at} /> },
    { id: "who", label: "column-who", draw: (event) => <WhoCell event={event} values={values} /> },
    { id: "what", label: "column-what", names: true, draw: (event) => <WhatCell event={event} values={values} /> },
    { id: "changes", label: "column-changes", draw: (event) => <Changes event={event} /> },
    {
      id: "address",
      label: "column-address",
      draw: (event) => (
        <span class="event-address">
          <Address event={event} />
          <Details event={event} />
        </span>
      ),
    },
  ];
}

interface CellProps {
  event: AuditEvent;
  values: AuditQuery;
}

function WhoCell({ event: { actor }, values }: CellProps) {
  const filter = actor.id ?? actor.kind;
  return (
    <span class="narrowable">
      <Who actor={actor} />
      {values.actor !== filter && (
        <Narrow
          href={addressWith(values, { actor: filter })}
          label={t("only-actor", { name: actor.name ?? t(`actors-${actor.kind}`) })}
        />
      )}
    </span>
  );
}

function WhatCell({ event, values }: CellProps) {
  const { kind, id, name } = event.target;
  const filter = `${kind}:${id}`;
  return (
    <span class="narrowable">
      <span>
        <What event={event} />
      </span>
      {id !== null && values.target !== filter && (
        <Narrow href={addressWith(values, { target: filter })} label={t("only-target", { name: name ?? id })} />
      )}
    </span>
  );
}

/** Narrows the list to what stands beside it. */
function Narrow({ href, label }: { href: string; label: string }) {
  return (
    <Link class="copy" href={href} aria-label={label} title={label}>
      <Icon name="filter" />
    </Link>
  );
}
