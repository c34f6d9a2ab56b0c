import type { Group } from "../../../api/types.ts";
import { formatList } from "../../../texts/formats.ts";
import { t } from "../../../texts/text.tsx";
import type { FieldName, FieldValue } from "./merge.ts";

/** The message that names each field. */
export const FIELD_LABELS: Record<FieldName, string> = {
  email: "field-email",
  firstName: "field-first-name",
  lastName: "field-last-name",
  groups: "field-groups",
  agent: "field-agent",
  language: "field-language",
};

interface Props {
  field: FieldName;
  value: FieldValue;
  /** Where groups have their names from: those there are, and those of the user. */
  groups: readonly Pick<Group, "id" | "name">[];
}

/** The value of a field in words. */
export function FieldWords({ field, value, groups }: Props) {
  if (typeof value === "boolean") return <>{t(value ? "yes" : "no")}</>;
  if (field === "language") return <>{t(`language-${String(value)}`)}</>;
  if (typeof value === "string") return <bdi>{value}</bdi>;
  const names = value.map((id) => groups.find((group) => group.id === id)?.name ?? t("group-gone"));
  return <bdi>{names.length > 0 ? formatList(names) : t("none")}</bdi>;
}
