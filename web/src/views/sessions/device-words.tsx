import { Text, t } from "../../texts/text.tsx";
import { deviceOf } from "./device.ts";

/** A session's browser in words. */
export function DeviceWords({ device }: { device: string }) {
  const known = deviceOf(device);
  if (!known) return <>{t("session-device-unknown")}</>;
  if ("named" in known) return <bdi>{known.named}</bdi>;
  if (!known.system) return <bdi>{known.browser}</bdi>;
  return <Text id="session-device" browser={known.browser} system={known.system} />;
}

/** The same as plain text, for names of buttons. */
export function deviceWords(device: string): string {
  const known = deviceOf(device);
  if (!known) return t("session-device-unknown");
  if ("named" in known) return known.named;
  return known.system ? t("session-device", { browser: known.browser, system: known.system }) : known.browser;
}
