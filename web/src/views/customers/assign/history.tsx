import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Customer } from "../../../api/types.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { Icon } from "../../../parts/icon.tsx";
import { can } from "../../../session/session.ts";
import { t } from "../../../texts/text.tsx";
import { History } from "../../audit/history.tsx";
import { fullName } from "../../users/person.ts";

/** The customer whose history is shown. */
const shown = signal<Customer | null>(null);

/** Opens what has happened to a customer, who has no page of their own. */
export function HistoryButton({ customer }: { customer: Customer }) {
  if (!can("audit.read")) return null;
  const label = t("customer-history", { name: fullName(customer) });
  return (
    <button type="button" class="copy" aria-label={label} title={label} onClick={() => (shown.value = customer)}>
      <Icon name="clock" />
    </button>
  );
}

/** Where a customer's history appears; once in the view. */
export function CustomerHistory() {
  const close = () => {
    shown.value = null;
  };
  useEffect(() => close, []);
  const customer = shown.value;
  if (!customer) return null;
  return (
    <Dialog title={t("customer-history", { name: fullName(customer) })} onClose={close}>
      <History kind="customer" id={customer.id} version={customer.version} />
      <div class="buttons">
        <button type="button" class="button" data-focus onClick={close}>
          {t("close")}
        </button>
      </div>
    </Dialog>
  );
}
