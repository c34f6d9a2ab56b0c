import { useState } from "preact/hooks";
import { announce } from "./announcer.tsx";
import { Icon } from "./icon.tsx";
import { t } from "../texts/text.tsx";

/** Copies a value and confirms it in words. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      announce({ id: "copied" });
      setTimeout(() => setCopied(false), 3000);
    } catch {
      announce({ id: "copy-refused" });
    }
  };
  return (
    <button type="button" class="copy" aria-label={label} title={label} onClick={() => void copy()}>
      {copied ? t("copied") : <Icon name="copy" />}
    </button>
  );
}

/** An id or address that people pass on, with its copy button. Such values read from left to right in every script. */
export function Copyable({ value, label }: { value: string; label: string }) {
  // Where a line is too short for a whole address, it breaks before the domain rather than anywhere.
  const domain = value.lastIndexOf("@");
  return (
    <span class="copyable">
      <bdi dir="ltr">
        {domain > 0 ? [value.slice(0, domain), <wbr key="break" />, value.slice(domain)] : value}
      </bdi>
      <CopyButton value={value} label={label} />
    </span>
  );
}
