import { signal } from "@preact/signals";
import { MessageText, t, type Message } from "../texts/text.tsx";
import { Dialog } from "./dialog.tsx";

export interface Question {
  /** Verb and object: "Deactivate yourself?" */
  title: Message;
  /** What will happen. */
  body: Message[];
  /** Repeats the verb. */
  confirm: Message;
  /** What happens instead: "Keep editing", "Back". It has the focus. */
  cancel: Message;
  /** Red, for what cannot be undone here. */
  danger?: boolean;
}

const open = signal<(Question & { reply(yes: boolean): void }) | null>(null);

/** Asks a question in a dialog. A question asked while another stands answers no to the first. */
export function ask(question: Question): Promise<boolean> {
  open.peek()?.reply(false);
  return new Promise((resolve) => {
    const reply = (yes: boolean) => {
      open.value = null;
      resolve(yes);
    };
    open.value = { ...question, reply };
  });
}

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
