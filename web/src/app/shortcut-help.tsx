import { Dialog } from "../parts/dialog.tsx";
import { t } from "../texts/text.tsx";
import { enable, enabled, helpOpen, known } from "./shortcuts.tsx";

/** The list of shortcuts, where they can also be turned off. */
export function ShortcutHelp() {
  if (!helpOpen.value) return null;
  const close = () => {
    helpOpen.value = false;
  };
  const all = [...known.value, { key: "?", does: "shortcut-help" }];
  return (
    <Dialog title={t("shortcuts-title")} onClose={close}>
      <dl class="shortcuts">
        {all.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={enabled.value} onChange={(event) => enable(event.currentTarget.checked)} />
        {t("shortcuts-on")}
      </label>
      <div class="buttons">
        <button type="button" class="button primary" data-focus onClick={close}>
          {t("close")}
        </button>
      </div>
    </Dialog>
  );
}
