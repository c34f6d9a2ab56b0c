import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Dialog } from "../parts/dialog.tsx";
import { read, write } from "../parts/browser-store.ts";
import { t } from "../texts/text.tsx";

interface Shortcut {
  key: string;
  /** The message that says what it does. */
  does: string;
  run(): void;
}

const known = signal<readonly Shortcut[]>([]);
const enabled = signal(read("shortcuts", "on") === "on");
const helpOpen = signal(false);

/** A key that does something while the component is on the page. Never while typing, never with a modifier. */
export function useShortcut(key: string, does: string, run: () => void, available = true): void {
  useEffect(() => {
    if (!available) return;
    const shortcut = { key, does, run };
    known.value = [...known.peek(), shortcut];
    return () => {
      known.value = known.peek().filter((other) => other !== shortcut);
    };
  }, [key, does, available]);
}

export function showShortcuts(): void {
  helpOpen.value = true;
}

export function followKeys(): void {
  addEventListener("keydown", (event) => {
    if (!enabled.peek() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open], [role=menu]")) return;
    const shortcut = known.peek().find(({ key }) => key === event.key);
    if (!shortcut && event.key !== "?") return;
    event.preventDefault();
    if (shortcut) shortcut.run();
    else showShortcuts();
  });
}

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
        <input
          type="checkbox"
          checked={enabled.value}
          onChange={(event) => {
            enabled.value = event.currentTarget.checked;
            write("shortcuts", enabled.value ? "on" : "off");
          }}
        />
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

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
