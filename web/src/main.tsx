import "./styles/index.css";
import { render } from "preact";
import { App } from "./app/app.tsx";
import { followKeys } from "./app/shortcuts.tsx";
import { followTheme } from "./app/theme.ts";
import { followHistory } from "./navigation/location.ts";
import { followSession, startSession } from "./session/session.ts";

followTheme();
followHistory();
followKeys();
followSession();
void startSession();

const root = document.getElementById("app");
if (root) render(<App />, root);
