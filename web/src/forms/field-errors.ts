import type { FieldProblem, Problem } from "../api/problem.ts";
import { firstText, type Args } from "../texts/text.tsx";

/** What is wrong with a field, kept as a code so that it is said in the language of the moment. */
export interface FieldError {
  code: string;
  params?: Record<string, unknown>;
  fromServer?: boolean;
}

export type FieldErrors<Values> = { [Name in keyof Values]?: FieldError };

/** The refused fields of a problem that the form has, and what it has no place for. */
export interface MappedProblem<Values> {
  errors: FieldErrors<Values>;
  rest: FieldProblem[];
}

/** Leads each refused field to the form's own by the first part of its pointer: `/groups/1` belongs to `groups`. */
export function mapProblem<Values extends object>(problem: Problem, values: Values): MappedProblem<Values> {
  const mapped: MappedProblem<Values> = { errors: {}, rest: [] };
  for (const refused of problem.errors) {
    const name = refused.pointer.split("/")[1]?.replaceAll("~1", "/").replaceAll("~0", "~") ?? "";
    if (!(name in values)) mapped.rest.push(refused);
    else mapped.errors[name as keyof Values] ??= { code: refused.code, params: refused.params, fromServer: true };
  }
  return mapped;
}

/** The sentence for an error: the field's own (`error-email-required`), else the general one (`error-required`). */
export function errorText(field: string, { code, params }: FieldError): string {
  const general = `error-${kebab(code)}`;
  return firstText([`error-${kebab(field)}-${kebab(code)}`, general, "error-other"], { code, ...plain(params) });
}

/** Only texts and numbers can stand in a sentence. */
function plain(params: Record<string, unknown> = {}): Args {
  const usable = Object.entries(params).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return Object.fromEntries(usable);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll("_", "-");
}
