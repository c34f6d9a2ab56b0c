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

/** The parts of the back office, each for those who may read it. */
const SECTIONS = [
  { path: addresses.users, label: "navigation-users", permission: "users.read" },
  { path: addresses.groups, label: "navigation-groups", permission: "groups.read" },
  { path: addresses.roles, label: "navigation-roles", permission: "roles.read" },
  { path: addresses.audit, label: "navigation-audit", permission: "audit.read" },
] as const;

function Navigation() {
  const sections = SECTIONS.filter(({ permission }) => can(permission));
  return (
    <nav aria-label={t("navigation")}>
      {sections.map(({ path, label }) => (
        <Link
          key={path}
          href={lastAddress(path)}
          aria-current={address.value.path.startsWith(path) ? "page" : undefined}
        >
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}

/** Moves the focus without touching the address, which belongs to the router. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
