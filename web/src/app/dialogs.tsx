import { Questions } from "../parts/questions.tsx";
import { SessionDialogs } from "./session-dialogs.tsx";
import { ShortcutHelp } from "./shortcut-help.tsx";

/** Every dialog that may stand over any view. None is there at first, so they come after the first view. */
export default function Dialogs() {
  return (
    <>
      <Questions />
      <SessionDialogs />
      <ShortcutHelp />
    </>
  );
}
