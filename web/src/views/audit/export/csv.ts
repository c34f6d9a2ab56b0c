import type { AuditChange, AuditEvent } from "../../../api/types.ts";

/** The columns, in the words of the API: programs read such files, whatever their reader speaks. */
const HEAD = [
  "time",
  "actor",
  "actor id",
  "action",
  "target kind",
  "target",
  "target id",
  "field",
  "from",
  "to",
  "address",
  "request id",
];

/** By this mark spreadsheets know that the text is UTF-8. */
const MARK = "\ufeff";

const LINE_END = "\r\n";

/** Spreadsheets take what begins so for a formula, and would run what somebody typed as their name. */
const FORMULA = /^[=+\-@\t\r]/;

/** Events as the text of a file: a line for each change, and one for an event without any. */
export function csvOf(events: readonly AuditEvent[]): string {
  const lines = [HEAD, ...events.flatMap(rowsOf)];
  return MARK + lines.map((cells) => cells.map(cellOf).join(",") + LINE_END).join("");
}

export function rowsOf(event: AuditEvent): string[][] {
  const { actor, target, names } = event;
  const before = [event.at, actor.name ?? actor.kind, actor.id ?? "", event.action, target.kind, target.name ?? "", target.id ?? ""];
  const after = [event.address, event.requestId];
  const changed = ({ field, from, to }: AuditChange) => [...before, field, written(from, names), written(to, names), ...after];
  return event.changes.length > 0 ? event.changes.map(changed) : [[...before, "", "", "", ...after]];
}

/** A cell by RFC 4180, and one that no spreadsheet runs. */
export function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A value as it was recorded; beside the id of something stands the name it had. */
function written(value: unknown, names: Record<string, string>): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((each) => written(each, names)).join("; ");
  if (typeof value !== "string") return JSON.stringify(value);
  return Object.hasOwn(names, value) ? `${names[value]} (${value})` : value;
}
