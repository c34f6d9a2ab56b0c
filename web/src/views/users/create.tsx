import { useRef } from "preact/hooks";
import type { User } from "../../api/types.ts";
import { createUser } from "../../api/users.ts";
import { View } from "../../app/view.tsx";
import { ErrorSummary } from "../../forms/summary.tsx";
import { useForm } from "../../forms/use-form.ts";
import { addresses } from "../../navigation/addresses.ts";
import { returnTo } from "../../navigation/return-point.ts";
import { notify } from "../../notices/notices.ts";
import { me } from "../../session/session.ts";
import { t } from "../../texts/text.tsx";
import { BackToList } from "./form/back-to-list.tsx";
import { UserFieldset } from "./form/user-fields.tsx";
import { linkTo } from "./form/link-to.tsx";
import { checkValues, emptyValues, trimmed, type UserValues } from "./form/values.ts";
import { useGroups } from "./use-groups.ts";

/** Add New User: one at a time, or one after the other. */
export default function CreateUser() {
  const groups = useGroups();
  const another = useRef(false);
  const top = useRef<HTMLFormElement>(null);
  const form = useForm({
    initial: emptyValues(me.value.language),
    check: (values) => checkValues(values, true),
    send: (values: UserValues, key) => createUser({ ...trimmed(values), password: values.password }, key),
    done: async (user) => {
      if (another.current) {
        form.reset(emptyValues(me.value.language));
        top.current?.querySelector("input")?.focus();
      } else {
        await returnTo(addresses.users);
      }
      sayCreated(user);
    },
    refused: (problem) => {
      if (problem.errors.some(({ code }) => code === "unknown_group")) groups.reload();
      return false;
    },
  });
  const submit = (event: SubmitEvent) => {
    // What the first press asked for holds, whatever is pressed while it is on its way.
    if (!form.busy) another.current = event.submitter?.getAttribute("value") === "another";
    void form.submit(event);
  };
  return (
    <View title={t("add-new-user")} refused={form.isRefused} class="alone">
      <ErrorSummary form={form} />
      <form ref={top} class="sheet" noValidate onSubmit={submit}>
        <UserFieldset form={form} user={null} choice={groups} />
        <div class="buttons">
          <button type="submit" class="button primary" aria-busy={form.busy}>
            {t("create")}
          </button>
          <button type="submit" class="button" value="another" aria-busy={form.busy}>
            {t("create-another")}
          </button>
          <BackToList />
        </div>
      </form>
    </View>
  );
}

function sayCreated(user: User): void {
  notify({ kind: "success", message: { id: "user-created" }, slots: linkTo(user) });
}
