import type { Permission } from "../../api/types.ts";
import { spoken } from "../../texts/language.ts";
import { t } from "../../texts/text.tsx";

/** The sentence of a permission in the language of the page. */
export function sentence(permission: Permission): string {
  return permission.sentence[spoken.value?.language ?? "en"];
}

interface Props {
  all: readonly Permission[];
  /** The permissions to show, by their words. */
  words: readonly string[];
  /** What to say if there are none. */
  none: string;
}

/** Permissions in sentences, by area. */
export function PermissionList({ all, words, none }: Props) {
  const shown = all.filter(({ permission }) => words.includes(permission));
  if (shown.length === 0) return <p class="minor">{none}</p>;
  return (
    <ul class="permissions">
      {shown.map((permission) => (
        <li key={permission.permission}>
          <bdi>{sentence(permission)}</bdi> <code class="minor">{permission.permission}</code>
        </li>
      ))}
    </ul>
  );
}

/** The areas of permissions in their order. */
export function areasOf(all: readonly Permission[]): Permission["area"][] {
  return [...new Set(all.map(({ area }) => area))];
}

export function areaName(area: Permission["area"]): string {
  return t(`area-${area}`);
}
