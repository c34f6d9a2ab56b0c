import { useState } from "preact/hooks";
import { updateAccount } from "../../api/account.ts";
import { remember } from "../../api/overlay.ts";
import type { Language, User } from "../../api/types.ts";
import { atMost, check, filled, wrong } from "../../forms/checks.ts";
import { useForm, type Form } from "../../forms/use-form.ts";
import { notify } from "../../notices/notices.ts";
import { me } from "../../session/session.ts";
import { useRebase } from "../rights/rebase.ts";
import { LONGEST_NAME } from "../users/form/values.ts";

/** What people change of themselves. */
export interface Names {
  firstName: string;
  lastName: string;
  language: Language;
}

export interface NamesDraft {
  form: Form<Names>;
  /** Somebody else's version, once the one that was edited has turned out to be an old one. */
  theirs: User | null;
}

export function namesOf({ firstName, lastName, language }: User): Names {
  return { firstName, lastName, language };
}

/** The form of one's own names and language. It follows what the menu or another window changes meanwhile. */
export function useNames(): NamesDraft {
  const person = me.value;
  const [theirs, setTheirs] = useState<User | null>(null);
  const form = useForm<Names, User>({
    initial: namesOf(person),
    check: ({ firstName, lastName }) =>
      wrong({
        firstName: check(firstName, filled, atMost(LONGEST_NAME)),
        lastName: check(lastName, filled, atMost(LONGEST_NAME)),
      }),
    send: async (values, key) => {
      const before = me.peek();
      const changes = changesOf(before, values);
      return Object.keys(changes).length === 0 ? before : updateAccount(before, changes, key);
    },
    done: (saved) => {
      const changed = saved.version !== person.version;
      setTheirs(null);
      form.reset(namesOf(saved));
      notify({ kind: changed ? "success" : "info", message: { id: changed ? "account-updated" : "account-unchanged" } });
    },
    refused: (problem) => {
      const { current } = problem.details;
      if (problem.code !== "stale_version" || !current) return false;
      setTheirs(current as User);
      remember(current as User);
      return true;
    },
  });
  useRebase(form, namesOf(person), namesOf(person), person.version);
  return { form, theirs };
}

/** What differs from what is saved; what surrounds a name means nothing. */
function changesOf(before: User, { firstName, lastName, language }: Names): Partial<Names> {
  const now: Names = { firstName: firstName.trim(), lastName: lastName.trim(), language };
  const changed = (Object.keys(now) as (keyof Names)[]).filter((name) => now[name] !== before[name]);
  return Object.fromEntries(changed.map((name) => [name, now[name]]));
}
