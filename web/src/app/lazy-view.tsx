import type { ComponentType, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Problem } from "../api/problem.ts";
import { learn } from "../texts/language.ts";
import { LoadError } from "../parts/load-error.tsx";
import { Loading } from "../parts/loading.tsx";

/**
 * A view in a file of its own, fetched with the texts of its areas when somebody goes there. The module's default
 * export is the view.
 */
export function lazyView<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  areas: readonly string[] = [],
  /** What stands in its place until it is there. */
  waiting: VNode | null = <Loading />,
) {
  let Loaded: ComponentType<Props> | null = null;
  return function LazyView(props: Props) {
    const [, setDone] = useState(0);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Loaded || failed) return;
      Promise.all([load(), learn(areas)]).then(
        ([module]) => {
          Loaded = module.default;
          setDone(1);
        },
        () => setFailed(true),
      );
    }, [failed]);
    if (Loaded) return <Loaded {...props} />;
    // After a new version was deployed the old file is gone; only loading the page anew helps.
    if (failed) return <LoadError problem={new Problem({ code: "page_outdated" })} retry={() => location.reload()} />;
    return waiting;
  };
}
