import { SelectField, TextField } from "../../forms/fields.tsx";
import { ErrorSummary } from "../../forms/summary.tsx";
import { LANGUAGES } from "../../texts/language.ts";
import { t } from "../../texts/text.tsx";
import { ChangedMeanwhile } from "../rights/changed-meanwhile.tsx";
import { namesOf, type NamesDraft } from "./use-names.ts";

/** One's own names and language. */
export function NamesForm({ names: { form, theirs } }: { names: NamesDraft }) {
  return (
    <section class="sheet form" aria-labelledby="names-title">
      <h2 id="names-title">{t("account-names")}</h2>
      {theirs && <Clash names={{ form, theirs }} />}
      <ErrorSummary form={form} />
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <TextField
          {...form.field("firstName")}
          label={t("field-first-name")}
          hint={t("first-name-hint")}
          autocomplete="given-name"
        />
        <TextField
          {...form.field("lastName")}
          label={t("field-last-name")}
          hint={t("last-name-hint")}
          autocomplete="family-name"
        />
        <SelectField
          {...form.field("language")}
          label={t("field-language")}
          hint={t("account-language-hint")}
          options={LANGUAGES.map((language) => ({ value: language, label: t(`language-${language}`) }))}
        />
        <div class="buttons">
          <button type="submit" class="button primary" aria-busy={form.busy}>
            {t("update")}
          </button>
        </div>
      </form>
    </section>
  );
}

const LABELS = { firstName: "field-first-name", lastName: "field-last-name", language: "field-language" } as const;

function Clash({ names: { form, theirs } }: { names: NamesDraft }) {
  if (!theirs) return null;
  const now = namesOf(theirs);
  const changes = (Object.keys(LABELS) as (keyof typeof LABELS)[])
    .filter((name) => now[name] !== form.values[name])
    .map((name) => ({ field: LABELS[name], now: name === "language" ? t(`language-${now.language}`) : now[name] }));
  return <ChangedMeanwhile theirs={theirs} changes={changes} onTake={() => form.reset(now)} />;
}
