import type { User } from "../../../api/types.ts";
import { CheckField, PasswordField, SelectField, TextField } from "../../../forms/fields.tsx";
import type { Form } from "../../../forms/use-form.ts";
import { addresses } from "../../../navigation/addresses.ts";
import { Link } from "../../../parts/link.tsx";
import { LANGUAGES } from "../../../texts/language.ts";
import { t } from "../../../texts/text.tsx";
import { isMe } from "../person.ts";
import type { GroupChoice } from "../use-groups.ts";
import { EmailHolder } from "./email-holder.tsx";
import { GroupsField } from "./groups-field.tsx";
import { PASSWORD, type UserValues } from "./values.ts";

interface Props {
  form: Form<UserValues>;
  /** The user as saved, or null for a new one. */
  user: User | null;
  choice: GroupChoice;
  /** Whether nobody would be left to administer without this user. */
  isLastAdministrator?: boolean;
}

/** The fields of a user, for creating and editing. */
export function UserFieldset({ form, user, choice, isLastAdministrator = false }: Props) {
  const own = user !== null && isMe(user);
  return (
    <>
      <TextField {...form.field("email")} label={t("field-email")} hint={t("email-hint")} type="email">
        <EmailHolder error={form.errors.email} />
      </TextField>
      {own ? <OwnPassword /> : <Passwords form={form} isNew={user === null} />}
      <TextField {...form.field("firstName")} label={t("field-first-name")} hint={t("first-name-hint")} />
      <TextField {...form.field("lastName")} label={t("field-last-name")} hint={t("last-name-hint")} />
      <GroupsField form={form} user={user} choice={choice} isLastAdministrator={isLastAdministrator} />
      <CheckField {...form.field("agent")} label={t("field-agent")} hint={t("agent-hint")} />
      <SelectField
        {...form.field("language")}
        label={t("field-language")}
        hint={t("language-hint")}
        options={LANGUAGES.map((language) => ({ value: language, label: t(`language-${language}`) }))}
      />
    </>
  );
}

function Passwords({ form, isNew }: { form: Form<UserValues>; isNew: boolean }) {
  return (
    <>
      <PasswordField
        {...form.field("password")}
        label={t("field-password")}
        hint={t(isNew ? "password-hint" : "password-hint-edit", { min: PASSWORD.shortest })}
        autocomplete="new-password"
      />
      <PasswordField
        {...form.field("repeat")}
        label={t("field-repeat")}
        hint={t("repeat-hint")}
        autocomplete="new-password"
      />
    </>
  );
}

/** One's own takes the current one, which this form does not ask for. */
function OwnPassword() {
  return (
    <div class="field">
      <p class="label">{t("field-password")}</p>
      <p>
        <Link href={addresses.account}>{t("password-own")}</Link>
      </p>
    </div>
  );
}
