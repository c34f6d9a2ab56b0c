import type { FieldError } from "./field-errors.ts";

/** A check looks at one value and names what is wrong, with the API's own codes. */
type Check<Value> = (value: Value) => FieldError | undefined;

/** The first complaint of several checks. */
export function check<Value>(value: Value, ...checks: Check<Value>[]): FieldError | undefined {
  for (const judge of checks) {
    const error = judge(value);
    if (error) return error;
  }
  return undefined;
}

/** Keeps only what is wrong, as a form's `check` answers it. */
export function wrong<Errors extends Record<string, FieldError | undefined>>(errors: Errors) {
  return Object.fromEntries(Object.entries(errors).filter(([, error]) => error)) as {
    [Name in keyof Errors]?: FieldError;
  };
}

export const filled: Check<string> = (value) => (value.trim() === "" ? { code: "required" } : undefined);

/** For passwords, where spaces count. */
export const entered: Check<string> = (value) => (value === "" ? { code: "required" } : undefined);

/** Counts characters as people do, not the units of the encoding: an emoji is one. */
export const atMost =
  (max: number): Check<string> =>
  (value) =>
    [...value.trim()].length > max ? { code: "too_long", params: { max } } : undefined;

export const atLeast =
  (min: number): Check<string> =>
  (value) =>
    [...value.normalize("NFC")].length < min ? { code: "too_short", params: { min } } : undefined;

/** Only the shape that every address has; whether it exists nobody can tell by looking. */
export const emailShaped: Check<string> = (value) =>
  /^[^\s@]+@[^\s@]+$/.test(value.trim()) ? undefined : { code: "malformed" };

export const someOf: Check<readonly unknown[]> = (value) =>
  value.length === 0 ? { code: "too_few", params: { min: 1 } } : undefined;

export const noMoreThan =
  (max: number): Check<readonly unknown[]> =>
  (value) =>
    value.length > max ? { code: "too_many", params: { max } } : undefined;
