import type { Language, User } from "../../../api/types.ts";
import { atLeast, atMost, check, emailShaped, entered, filled, noMoreThan, someOf, wrong } from "../../../forms/checks.ts";
import type { FieldErrors } from "../../../forms/field-errors.ts";

/** What one person can change of a user and another can see. */
export interface UserFields {
  email: string;
  firstName: string;
  lastName: string;
  /** Ids. */
  groups: string[];
  agent: boolean;
  language: Language;
}

/** What the forms hold, in the order of their fields. */
export type UserValues = UserFields & { password: string; repeat: string };

const LONGEST_EMAIL = 254;
export const LONGEST_NAME = 100;
/** The most groups of one user. */
export const MOST_GROUPS = 10;
export const PASSWORD = { shortest: 15, longest: 128 } as const;

export function emptyValues(language: Language): UserValues {
  return { email: "", password: "", repeat: "", firstName: "", lastName: "", groups: [], agent: false, language };
}

export function fieldsOf({ email, firstName, lastName, groups, agent, language }: User): UserFields {
  return { email, firstName, lastName, groups: groups.map(({ id }) => id), agent, language };
}

export function valuesOf(user: User): UserValues {
  return { ...emptyValues(user.language), ...fieldsOf(user) };
}

/** The fields as they are sent: what surrounds a name or an e-mail means nothing. */
export function trimmed({ email, firstName, lastName, groups, agent, language }: UserFields): UserFields {
  return { email: email.trim(), firstName: firstName.trim(), lastName: lastName.trim(), groups, agent, language };
}

/** The page's own look at a form; on edit, a password is only judged when there is one. */
export function checkValues(values: UserValues, passwordNeeded: boolean): FieldErrors<UserValues> {
  const { email, password, repeat, firstName, lastName, groups } = values;
  const judged = passwordNeeded || password !== "" || repeat !== "";
  const passwordLength = [atLeast(PASSWORD.shortest), atMost(PASSWORD.longest)];
  return wrong({
    email: check(email, filled, atMost(LONGEST_EMAIL), emailShaped),
    password: judged ? check(password, entered, ...passwordLength) : undefined,
    repeat: password !== "" && repeat !== password ? { code: "differs" } : undefined,
    firstName: check(firstName, filled, atMost(LONGEST_NAME)),
    lastName: check(lastName, filled, atMost(LONGEST_NAME)),
    groups: check(groups, someOf, noMoreThan(MOST_GROUPS)),
  });
}
