import { formatMoment, formatNumber } from "../../../texts/formats.ts";
import { hasText, Text, t } from "../../../texts/text.tsx";
import { DeviceWords } from "../../sessions/device-words.tsx";
import { Thing } from "../thing.tsx";
import type { Reading } from "./fields.ts";

interface Props {
  value: unknown;
  reading: Reading;
  /** The names that things had which the changes mention by id. */
  names: Record<string, string>;
}

/** One value in words. What this page cannot read is shown as it was recorded. */
export function Value({ value, reading, names }: Props) {
  if (typeof value === "boolean") return <>{t(value ? "yes" : "no")}</>;
  if (typeof value === "number") return <>{formatNumber(value)}</>;
  if (typeof value !== "string") return <bdi>{JSON.stringify(value)}</bdi>;
  switch (reading) {
    case "status":
    case "language":
    case "gender":
      return hasText(`${reading}-${value}`) ? <>{t(`${reading}-${value}`)}</> : <bdi>{value}</bdi>;
    case "moment":
      return Number.isNaN(Date.parse(value)) ? <bdi>{value}</bdi> : <time dateTime={value}>{formatMoment(new Date(value))}</time>;
    case "device":
      return <DeviceWords device={value} />;
    case "rule":
      return <Rule rule={value} />;
    case "user":
    case "customer":
    case "group":
    case "role":
      return <Thing kind={reading} id={value} name={names[value]} />;
    default:
      return <bdi>{value}</bdi>;
  }
}

/** A rule as the form of a role says it: `allow users.*`. */
function Rule({ rule }: { rule: string }) {
  const [effect, scope = ""] = rule.split(" ");
  if (effect !== "allow" && effect !== "deny") return <bdi>{rule}</bdi>;
  return <Text id={`says-${effect}`} scope={<Scope scope={scope} />} />;
}

function Scope({ scope }: { scope: string }) {
  const area = /^([\w-]+)\.\*$/.exec(scope)?.[1];
  const word = <code>{scope}</code>;
  if (scope === "*") return <span>{t("rule-everything")} {word}</span>;
  if (!area || !hasText(`area-${area}`)) return word;
  return <span>{t("rule-area", { area: t(`area-${area}`) })} {word}</span>;
}
