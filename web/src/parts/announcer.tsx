import { signal } from "@preact/signals";
import { MessageText, type Message } from "../texts/text.tsx";

const said = signal<{ message: Message; time: number } | null>(null);

/** Says something to screen readers only, once. What everybody should read goes to the message strip. */
export function announce(message: Message): void {
  said.value = { message, time: Date.now() };
}

export function Announcer() {
  return (
    <div class="hidden" role="status">
      {said.value && (
        <p key={said.value.time}>
          <MessageText message={said.value.message} />
        </p>
      )}
    </div>
  );
}
