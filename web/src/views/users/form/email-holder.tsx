import { useEffect, useRef, useState } from "preact/hooks";
import type { Status, User } from "../../../api/types.ts";
import { getUser } from "../../../api/users.ts";
import { newest } from "../../../api/overlay.ts";
import type { FieldError } from "../../../forms/field-errors.ts";
import { addresses } from "../../../navigation/addresses.ts";
import { Link } from "../../../parts/link.tsx";
import { can } from "../../../session/session.ts";
import { Text, t } from "../../../texts/text.tsx";
import { fullName } from "../person.ts";
import { inFlight, restore } from "../status-actions.tsx";

/** Who has an e-mail that was refused as taken; a deleted holder can be restored without leaving the form. */
export function EmailHolder({ error }: { error: FieldError | undefined }) {
  const { userId, status } = error?.params ?? {};
  if (error?.code !== "email_taken" || typeof userId !== "string") return null;
  return <Holder key={userId} userId={userId} status={status as Status} />;
}

function Holder({ userId, status }: { userId: string; status: Status }) {
  const [read, setRead] = useState<User | null>(null);
  const [unnamed, setUnnamed] = useState(false);
  const [restored, setRestored] = useState(false);
  const link = useRef<HTMLParagraphElement>(null);
  const readable = can("users.read");
  useEffect(() => {
    if (!readable) return;
    const asked = new AbortController();
    getUser(userId, asked.signal).then(setRead, () => setUnnamed(true));
    return () => asked.abort();
  }, [userId, readable]);
  useEffect(() => {
    // The button that had the focus is gone.
    if (restored) link.current?.querySelector("a")?.focus();
  }, [restored]);
  // Nothing is missed meanwhile: the refusal itself is already on the page.
  if (readable && !read && !unnamed) return null;
  const holder = read && newest(read);
  const state = holder?.status ?? status;
  const name = holder ? fullName(holder) : t("email-holder-unnamed");
  const restoreHolder = async (user: User) => setRestored((await restore(user)) !== null);
  return (
    <div class="field-more">
      <p ref={link}>
        <Text
          id={`email-holder-${state}`}
          name={readable ? <Link href={addresses.user(userId)}><bdi>{name}</bdi></Link> : name}
        />
      </p>
      {holder && state === "deleted" && can("users.set-status") && (
        <button
          type="button"
          class="button small"
          aria-busy={inFlight.value.has(userId)}
          onClick={() => void restoreHolder(holder)}
        >
          <span>
            <Text id="restore-named" name={name} />
          </span>
        </button>
      )}
    </div>
  );
}
