import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { place } from "./place.ts";

interface MenuProps {
  /** The name of the button: "More actions for Anna Berg". */
  label: string;
  /** What the button shows; its name is `label` all the same when it shows only a picture. */
  face: ComponentChildren;
  class?: string;
  /** Called when the menu is asked for. */
  onOpen?: () => void;
  /** While there are none, the menu is still on its way. */
  children: ComponentChildren;
}

/** A button with a menu: arrows, Home, End and first letters move in it, Escape closes it and returns the focus. */
export function Menu({ label, face, class: name, onOpen, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) button.current?.focus();
  };
  const toggle = (opens: boolean) => {
    if (opens) onOpen?.();
    setOpen(opens);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={name}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => toggle(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          toggle(true);
        }}
      >
        {face}
      </button>
      {open && children && (
        <MenuList id={id} label={label} anchor={button} close={close}>
          {children}
        </MenuList>
      )}
    </>
  );
}

interface ListProps {
  id: string;
  label: string;
  anchor: { current: HTMLElement | null };
  close(refocus: boolean): void;
  children: ComponentChildren;
}

function MenuList({ id, label, anchor, close, children }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const menu = list.current;
    const button = anchor.current;
    if (!menu || !button) return;
    menu.showPopover();
    place(menu, button);
    entries(menu)[0]?.focus();
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!menu.contains(target) && !button.contains(target)) close(false);
    };
    const away = () => close(false);
    addEventListener("pointerdown", outside, true);
    addEventListener("focusin", outside);
    addEventListener("scroll", away, { once: true });
    addEventListener("resize", away, { once: true });
    return () => {
      removeEventListener("pointerdown", outside, true);
      removeEventListener("focusin", outside);
      removeEventListener("scroll", away);
      removeEventListener("resize", away);
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      close(true);
      return;
    }
    const target = list.current && nextEntry(entries(list.current), event.key);
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  return (
    <div
      ref={list}
      id={id}
      class="menu"
      role="menu"
      aria-label={label}
      popover="manual"
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const entry = (event.target as Element).closest("[role^=menuitem]");
        if (entry && entry.getAttribute("aria-disabled") !== "true") close(true);
      }}
    >
      {children}
    </div>
  );
}

interface ItemProps {
  onSelect(): void;
  /** Why it cannot be done now; the entry is then shown, explained and without effect. */
  disabled?: string | null;
  /** For one of several choices: whether it is the chosen one. */
  checked?: boolean;
  children: ComponentChildren;
}

export function MenuItem({ onSelect, disabled, checked, children }: ItemProps) {
  return (
    <button
      type="button"
      class="menu-item"
      role={checked === undefined ? "menuitem" : "menuitemradio"}
      aria-checked={checked}
      aria-disabled={disabled ? true : undefined}
      tabIndex={-1}
      onClick={() => !disabled && onSelect()}
    >
      <span>{children}</span>
      {disabled && <small>{disabled}</small>}
    </button>
  );
}

function entries(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")];
}

function nextEntry(all: HTMLElement[], key: string): HTMLElement | undefined {
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (key === "ArrowDown") return all[(at + 1) % all.length];
  if (key === "ArrowUp") return all[(at - 1 + all.length) % all.length];
  if (key === "Home") return all[0];
  if (key === "End") return all.at(-1);
  if (key.length !== 1 || key === " ") return undefined;
  const begins = (entry: HTMLElement) => entry.textContent.trim().toLowerCase().startsWith(key.toLowerCase());
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find(begins);
}
