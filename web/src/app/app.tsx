import { useEffect } from "preact/hooks";
import { Route, Router, Switch } from "wouter-preact";
import { addresses, signInAddress } from "../navigation/addresses.ts";
import { address, go, useGuardedLocation } from "../navigation/location.ts";
import { Announcer } from "../parts/announcer.tsx";
import { LoadError } from "../parts/load-error.tsx";
import { can, session, startSession } from "../session/session.ts";
import { spoken } from "../texts/language.ts";
import { lazyView } from "./lazy-view.tsx";
import { home, ROUTES } from "./routes.ts";
import { Shell } from "./shell.tsx";

const SignIn = lazyView(() => import("../views/sign-in.tsx"), ["forms"]);
const NothingHere = lazyView(() => import("../views/nothing-here.tsx"), ["users", "nothing-here"]);
// Needed when somebody has done something or the session nears its end, so not before the first view is drawn.
const Dialogs = lazyView(() => import("./dialogs.tsx"), ["dialogs"], null);
const NotFound = lazyView(() => import("../views/not-found.tsx"));

/** The whole page, by who is there. Before that is known there is nothing to show. */
export function App() {
  const state = session.value;
  if (!spoken.value || state.is === "starting") return null;
  return (
    <Router hook={useGuardedLocation}>
      {state.is === "failed" && (
        <Shell>
          <LoadError problem={state.problem} retry={() => void startSession()} />
        </Shell>
      )}
      {state.is === "signed-out" && <SignedOut />}
      {state.is === "signed-in" && <SignedIn />}
      <Announcer />
    </Router>
  );
}

function SignedOut() {
  const { path, search } = address.value;
  const isThere = path === addresses.signIn;
  useEffect(() => {
    if (!isThere) void go(signInAddress(null, path + search), { replace: true });
  }, [isThere]);
  return <Shell>{isThere && <SignIn />}</Shell>;
}

function SignedIn() {
  const atHome = address.value.path === "/";
  useEffect(() => {
    if (atHome) void go(home() + address.peek().search, { replace: true });
  }, [atHome]);
  return (
    <>
      <Shell>
        {!atHome && (
          <Switch>
            <Route path={addresses.signIn}>
              <SignIn />
            </Route>
            {ROUTES.map(({ path, permissions, view: Drawn }) => (
              <Route path={path} key={path}>
                {({ userId = "", groupId = "", roleId = "" }: Record<string, string | undefined>) =>
                  permissions.every(can) ? (
                    <Drawn key={userId + groupId + roleId} userId={userId} groupId={groupId} roleId={roleId} />
                  ) : (
                    <NothingHere />
                  )
                }
              </Route>
            ))}
            <Route>
              <NotFound />
            </Route>
          </Switch>
        )}
      </Shell>
      <Dialogs />
    </>
  );
}
