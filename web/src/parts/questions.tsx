import { MessageText, t } from "../texts/text.tsx";
import { open } from "./ask.ts";
import { Dialog } from "./dialog.tsx";

/** The place where questions appear; once in the page. */
export function Questions() {
  const question = open.value;
  if (!question) return null;
  const { title, body, confirm, cancel, danger, reply } = question;
  return (
    <Dialog title={t(title.id, title.args)} onClose={() => reply(false)}>
      {body.map((message) => (
        <p key={message.id}>
          <MessageText message={message} />
        </p>
      ))}
      <div class="buttons">
        <button type="button" class="button" data-focus onClick={() => reply(false)}>
          {t(cancel.id, cancel.args)}
        </button>
        <button type="button" class={danger ? "button danger" : "button primary"} onClick={() => reply(true)}>
          {t(confirm.id, confirm.args)}
        </button>
      </div>
    </Dialog>
  );
}
