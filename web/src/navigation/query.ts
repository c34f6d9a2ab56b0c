import { address, go } from "./location.ts";

/** Reads one value of the address; undefined for a value that is unknown, which is then dropped. */
type Read<Value> = (text: string) => Value | undefined;

export interface Param<Value> {
  read: Read<Value>;
  /** What holds when the address says nothing; it is not written into the address either. */
  fallback: Value;
}

export type Schema<Values> = { [Name in keyof Values]: Param<Values[Name]> };

/** Where in a list the person is. Any other change of the query leads back to the first page. */
const PLACE: readonly string[] = ["cursor", "page"];

export const text = (fallback = "", longest = 200): Param<string> => ({
  read: (value) => (value.length <= longest ? value : undefined),
  fallback,
});

export const oneOf = <Value extends string>(values: readonly Value[], fallback: Value): Param<Value> => ({
  read: (value) => values.find((known) => known === value),
  fallback,
});

export const positive = (fallback: number): Param<number> => ({
  read: (value) => (/^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined),
  fallback,
});

/** Reads the values of a schema; those of a part of the view are written as `part.name`. */
export function readQuery<Values extends object>(schema: Schema<Values>, search: string, part = ""): Values {
  const given = new URLSearchParams(search);
  const values = {} as Values;
  for (const name of names(schema)) {
    const value = given.get(part + name);
    const param = schema[name];
    values[name] = (value === null ? undefined : param.read(value)) ?? param.fallback;
  }
  return values;
}

/**
 * The query of an address, question mark included; empty when everything is at its fallback. Of what stood in the
 * address `before`, only the values of other parts stay.
 */
export function writeQuery<Values extends object>(schema: Schema<Values>, values: Values, part = "", before = ""): string {
  const query = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(before)) {
    if (partOf(name) !== part) query.append(name, value);
  }
  for (const name of names(schema)) {
    if (values[name] !== schema[name].fallback) query.set(part + name, String(values[name]));
  }
  const written = query.toString();
  return written === "" ? "" : `?${written}`;
}

export interface Query<Values> {
  values: Values;
  /** Changes values as one step that Back undoes. */
  set(change: Partial<Values>): void;
  /** Changes values while the person types: the step replaces the one before. */
  type(change: Partial<Values>): void;
}

/**
 * The query of the current address as state; what the schema does not know leaves the address. A view with more than
 * one list gives each further one a part of the query: `"assigned."`, with its full stop.
 */
export function useQuery<Values extends object>(schema: Schema<Values>, part = ""): Query<Values> {
  const { path, search } = address.value;
  const values = readQuery(schema, search, part);
  const move = (change: Partial<Values>, replace: boolean) => {
    const before = address.peek().search;
    const next = { ...readQuery(schema, before, part), ...change };
    if (Object.keys(change).some((name) => !PLACE.includes(name))) firstPage(schema, next);
    const written = writeQuery(schema, next, part, before);
    if (written !== address.peek().search) void go(path + written, { replace });
  };
  return { values, set: (change) => move(change, false), type: (change) => move(change, true) };
}

function firstPage<Values extends object>(schema: Schema<Values>, values: Values): void {
  for (const name of names(schema)) {
    if (PLACE.includes(name)) values[name] = schema[name].fallback;
  }
}

function partOf(name: string): string {
  return name.slice(0, name.indexOf(".") + 1);
}

function names<Values extends object>(schema: Schema<Values>): (keyof Values & string)[] {
  return Object.keys(schema) as (keyof Values & string)[];
}
