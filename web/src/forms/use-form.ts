import { useRef, useState } from "preact/hooks";
import { ActionKey } from "../api/action-key.ts";
import { asProblem, type FieldProblem, type Problem } from "../api/problem.ts";
import { errorText, mapProblem, type FieldErrors } from "./field-errors.ts";
import { useUnsavedGuard } from "./unsaved.ts";

interface Options<Values, Answer> {
  /** What the form begins with; the order of its members is the order of the fields. */
  initial: Values;
  /** The page's own look at what was typed; the server judges again. */
  check(values: Values): FieldErrors<Values>;
  /** Carries it out. `key` is the idempotency key of this submission. */
  send(values: Values, key: string): Promise<Answer>;
  /** After success, with nothing left to lose: say so, go on. */
  done(answer: Answer, values: Values): void | Promise<void>;
  /** A refusal that the view explains itself, such as a conflict: true when it does. */
  refused?(problem: Problem): boolean;
  /** Whether leaving asks when something was changed; unless said otherwise, it does. */
  guarded?: boolean;
}

/** What a field needs of its form: `<TextField {...form.field("email")} … />`. */
export interface FieldProps<Value> {
  id: string;
  value: Value;
  /** The sentence for what is wrong, or null. */
  error: string | null;
  onChange(value: Value): void;
}

export interface Form<Values> {
  values: Values;
  /** In the order of the fields. */
  errors: FieldErrors<Values>;
  /** What was refused as a whole, or null. */
  problem: Problem | null;
  /** Refused members that the form has no field for. */
  rest: FieldProblem[];
  /** Counts refused submissions: the summary takes the focus at each. */
  refusals: number;
  busy: boolean;
  /** Whether something is refused at the moment; the document's title says so. */
  isRefused: boolean;
  /** Whether something was really changed. */
  dirty: boolean;
  field<Name extends keyof Values & string>(name: Name): FieldProps<Values[Name]>;
  set(change: Partial<Values>): void;
  submit(event?: Event): Promise<void>;
  /** Begins anew with these values; `typed` keeps what differs from them and is not saved yet. */
  reset(values: Values, typed?: Values): void;
}

export const fieldId = (name: string): string => `field-${name}`;

/**
 * A form's state. It checks on submit, then each refused field again as it is mended; it sends once however often the
 * button is pressed; nothing typed is lost on a refusal, nor by leaving without a question.
 */
export function useForm<Values extends object, Answer>(options: Options<Values, Answer>): Form<Values> {
  const [initial, setInitial] = useState(options.initial);
  const [values, setValues] = useState(options.initial);
  const [errors, setErrors] = useState<FieldErrors<Values>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [rest, setRest] = useState<FieldProblem[]>([]);
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  // Two changes in one turn must build on each other, before the next drawing.
  const latest = useRef(values);
  const [key] = useState(() => new ActionKey());
  const dirty = differ(values, initial);
  const release = useUnsavedGuard(dirty && options.guarded !== false);

  const refuse = (found: FieldErrors<Values>, whole: Problem | null, unplaced: FieldProblem[]) => {
    setErrors(inOrder(found, initial));
    setProblem(whole);
    setRest(unplaced);
    setRefusals((count) => count + 1);
  };
  const set = (change: Partial<Values>) => {
    const next = { ...latest.current, ...change };
    latest.current = next;
    setValues(next);
    setErrors((before) => mended(before, change, options.check(next)));
  };
  const submit = async (event?: Event) => {
    event?.preventDefault();
    if (sending.current) return;
    const found = options.check(values);
    if (Object.keys(found).length > 0) return refuse(found, null, []);
    sending.current = true;
    setBusy(true);
    try {
      const answer = await key.run(values, (id) => options.send(values, id));
      refuseNothing();
      release();
      await options.done(answer, values);
    } catch (thrown) {
      const refusal = asProblem(thrown);
      if (options.refused?.(refusal)) return refuseNothing();
      const mapped = mapProblem(refusal, values);
      const placed = Object.keys(mapped.errors).length > 0;
      refuse(mapped.errors, placed || mapped.rest.length > 0 ? null : refusal, mapped.rest);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  const refuseNothing = () => {
    setErrors({});
    setProblem(null);
    setRest([]);
  };
  return {
    values,
    errors,
    problem,
    rest,
    refusals,
    busy,
    isRefused: Object.keys(errors).length > 0 || problem !== null || rest.length > 0,
    dirty,
    set,
    submit,
    field: (name) => ({
      id: fieldId(name),
      value: values[name],
      error: errors[name] ? errorText(name, errors[name]) : null,
      onChange: (value) => set({ [name]: value } as unknown as Partial<Values>),
    }),
    reset(next, typed = next) {
      latest.current = typed;
      setInitial(next);
      setValues(typed);
      refuseNothing();
    },
  };
}

/** Fields wrong before stay under review: each shows what is wrong with it now, if anything. */
function mended<Values extends object>(
  before: FieldErrors<Values>,
  change: Partial<Values>,
  now: FieldErrors<Values>,
): FieldErrors<Values> {
  const after: FieldErrors<Values> = {};
  for (const name of Object.keys(before) as (keyof Values)[]) {
    // What the server refused, the page cannot judge: it stands until that very field is changed.
    const standing = before[name]?.fromServer && !(name in change) ? before[name] : undefined;
    const error = now[name] ?? standing;
    if (error) after[name] = error;
  }
  return after;
}

function inOrder<Values extends object>(errors: FieldErrors<Values>, order: Values): FieldErrors<Values> {
  const names = Object.keys(order) as (keyof Values)[];
  return Object.fromEntries(names.filter((name) => errors[name]).map((name) => [name, errors[name]])) as FieldErrors<Values>;
}

/** Whether two sets of values differ; lists are compared as sets, since the order of ticking means nothing. */
function differ<Values extends object>(one: Values, other: Values): boolean {
  return (Object.keys(one) as (keyof Values)[]).some((name) => text(one[name]) !== text(other[name]));
}

function text(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
}
