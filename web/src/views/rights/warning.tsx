import { useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { go } from "../../navigation/location.ts";
import { dismissNotice, notify, notifyProblem } from "../../notices/notices.ts";
import { Link } from "../../parts/link.tsx";
import { Text, t } from "../../texts/text.tsx";

interface Props {
  name: string;
  /** Why it cannot be deleted now. */
  blocked: ComponentChildren;
  consequences: readonly string[];
  list: string;
  /** Deletes it; throws what went wrong. */
  run(): Promise<void>;
  /** The messages after it: done, failed. */
  messages: { done: string; failed: string };
  onRefused(): void;
}

/** The Warning before a group or role is deleted. */
export function WarningSheet({ name, blocked, consequences, list, run, messages, onRefused }: Props) {
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const press = async () => {
    if (sending.current || blocked) return;
    sending.current = true;
    setBusy(true);
    dismissNotice();
    try {
      await run();
      await go(list);
      notify({ kind: "success", message: { id: messages.done, args: { name } } });
    } catch (thrown) {
      sending.current = false;
      setBusy(false);
      onRefused();
      notifyProblem({ id: messages.failed, args: { name } }, thrown);
    }
  };
  return (
    <div class="sheet form">
      <h2>
        <Text id="delete-whom" name={name} />
      </h2>
      <section class="consequences" aria-labelledby="consequences-title">
        <h3 id="consequences-title">{t("consequences-title")}</h3>
        <ul>
          {consequences.map((consequence) => (
            <li key={consequence}>{t(consequence)}</li>
          ))}
        </ul>
      </section>
      {blocked && (
        <div class="notice notice-info" id="delete-not-now">
          {blocked}
        </div>
      )}
      <div class="buttons">
        <button
          type="button"
          class="button danger"
          aria-busy={busy}
          aria-disabled={blocked ? true : undefined}
          aria-describedby={blocked ? "delete-not-now" : undefined}
          onClick={() => void press()}
        >
          {t("delete")}
        </button>
        <Link class="button" href={list}>
          {t("back")}
        </Link>
      </div>
    </div>
  );
}
