import { signal } from "@preact/signals";
import type { Message } from "../texts/text.tsx";

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

/** The question that stands, and how to answer it. */
export const open = signal<(Question & { reply(yes: boolean): void }) | null>(null);

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
