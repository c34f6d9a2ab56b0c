import type { ComponentChildren } from "preact";
import { addresses } from "../navigation/addresses.ts";
import { address } from "../navigation/location.ts";
import { lastAddress } from "../navigation/return-point.ts";
import { Strip } from "../notices/strip.tsx";
import { Link } from "../parts/link.tsx";
import { can, session } from "../session/session.ts";
import { t } from "../texts/text.tsx";
import { PersonMenu } from "./person-menu.tsx";

/** What stands around every view: skip link, product, navigation, the person's menu, the message strip. */
export function Shell({ children }: { children: ComponentChildren }) {
  const signedIn = session.value.is === "signed-in";
  return (
    <>
      <a class="skip-link" href="#main" onClick={skip}>
        {t("skip-to-content")}
      </a>
      <header class="top">
        <div class="top-inside">
          <span class="product">
            <img src="/mark.svg" alt="" width="24" height="24" />
            {t("product")}
          </span>
          {signedIn && <Navigation />}
          {signedIn && <PersonMenu />}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Strip />
        {children}
      </main>
    </>
  );
}

function Navigation() {
  const within = address.value.path.startsWith(addresses.users);
  return (
    <nav aria-label={t("navigation")}>
      {can("users.read") && (
        <Link href={lastAddress(addresses.users)} aria-current={within ? "page" : undefined}>
          {t("navigation-users")}
        </Link>
      )}
    </nav>
  );
}

/** Moves the focus without touching the address, which belongs to the router. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
