import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { remember } from "../../../api/overlay.ts";
import type { User } from "../../../api/types.ts";
import { updateUser } from "../../../api/users.ts";
import { Problem } from "../../../api/problem.ts";
import { useForm, type Form } from "../../../forms/use-form.ts";
import { checkValues, fieldsOf, valuesOf, type UserFields, type UserValues } from "../form/values.ts";
import { changesOf, decided, merge, ownValue, type Choice, type Difference } from "./merge.ts";

/** A newer version that met what was typed here. */
export interface Clash {
  /** The version that is saved now. */
  theirs: User;
  /** The status as it was known here, where it is another one now. */
  statusBefore: User["status"] | null;
  differences: Difference[];
}

export interface Draft {
  form: Form<UserValues>;
  /** The version that what was typed is based on. */
  base: User;
  clash: Clash | null;
  /** How many fields the person still has to decide about. */
  undecided: number;
  choose(difference: Difference, choice: Choice): void;
}

interface Options {
  /** After success; `base` itself when there was nothing to save. */
  done(saved: User, base: User, values: UserValues): void | Promise<void>;
  /** After a refusal that a newer version may explain. */
  reload(): void;
}

/**
 * What is being changed of a user. When a newer version turns up, by a refusal or by another action on this page, it
 * goes under what was typed: nothing typed is lost, and nothing of theirs is overwritten unseen.
 */
export function useDraft(user: User, { done, reload }: Options): Draft {
  const [base, setBase] = useState(user);
  const [clash, setClash] = useState<Clash | null>(null);
  const refused = useRef(false);
  const form = useForm<UserValues, User>({
    initial: valuesOf(user),
    check: (values) => checkValues(values, false),
    send: (values, key) => send(base, values, key),
    done: (saved, values) => done(saved, base, values),
    refused: (problem) => {
      const current = problem.code === "stale_version" && problem.details.current;
      if (problem.code === "user_deleted") reload();
      if (!current) return false;
      refused.current = true;
      remember(current as User);
      return true;
    },
  });
  const { values } = form;

  // Before drawing, so that no moment shows their version with typed text that is not based on it.
  useLayoutEffect(() => {
    const isRefused = refused.current;
    // What is being saved here comes back as a newer version too; the view is about to be left.
    if (user.version <= base.version || (form.busy && !isRefused)) return;
    refused.current = false;
    const { values: merged, differences } = merge(fieldsOf(base), values, fieldsOf(user), clash?.differences);
    setBase(user);
    form.reset(valuesOf(user), form.dirty ? { ...values, ...merged } : valuesOf(user));
    if (isRefused || (form.dirty && differences.some((difference) => !clash?.differences.includes(difference)))) {
      const statusBefore = isRefused && base.status !== user.status ? base.status : null;
      setClash({ theirs: user, statusBefore, differences });
    } else if (clash) {
      setClash(differences.length > 0 ? { ...clash, differences, statusBefore: null } : null);
    }
  }, [user.version, form.busy]);

  return {
    form,
    base,
    clash,
    undecided: clash?.differences.filter((difference) => !decided(difference, values[difference.field])).length ?? 0,
    choose(difference, choice) {
      const value = choice === "theirs" ? difference.theirs : ownValue(difference, values[difference.field]);
      const settled = clash?.differences.map((other) =>
        other.field === difference.field ? { ...other, mine: ownValue(other, values[other.field]), choice } : other,
      );
      if (clash && settled) setClash({ ...clash, differences: settled });
      form.set({ [difference.field]: value } as Partial<UserFields>);
    },
  };
}

/** Sends what differs; nothing, when nothing does. */
async function send(base: User, values: UserValues, key: string): Promise<User> {
  const changes = changesOf(base, values);
  if (Object.keys(changes).length === 0) return base;
  try {
    return await updateUser(base, changes, key);
  } catch (thrown) {
    throw atGroups(thrown);
  }
}

/** By editing, the last administrator can only be lost through the groups: the refusal belongs to that field. */
function atGroups(thrown: unknown): unknown {
  if (!(thrown instanceof Problem) || thrown.code !== "last_administrator") return thrown;
  const { code, status, requestId, details } = thrown;
  return new Problem({ code, status, requestId, details, errors: [{ pointer: "/groups", code, params: {} }] });
}
