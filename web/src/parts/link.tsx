import type { ComponentProps } from "preact";
import { go } from "../navigation/location.ts";

type Props = Omit<ComponentProps<"a">, "href"> & {
  href: string;
  /** Called before leaving, for a click that stays in this tab. */
  onLeave?: () => void;
};

/** A link within the page. With a modifier key or another button it is the browser's own, as anywhere. */
export function Link({ href, onLeave, ...rest }: Props) {
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onLeave?.();
    void go(href);
  };
  return <a {...rest} href={href} onClick={onClick} />;
}
