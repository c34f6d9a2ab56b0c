import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { place } from "./place.ts";

/** A button that opens a small panel over the page. The browser closes it on Escape and on a click elsewhere. */
export function Disclosure({ face, class: name, children }: { face: ComponentChildren; class: string; children: ComponentChildren }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button ref={button} type="button" class={name} popovertarget={id}>
        {face}
      </button>
      <div
        id={id}
        class="panel"
        popover="auto"
        onToggle={(event) => {
          if (event.newState === "open" && button.current) place(event.currentTarget, button.current);
        }}
      >
        {children}
      </div>
    </>
  );
}
