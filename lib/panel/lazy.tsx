import type { ComponentChild, ComponentType } from 'preact';
import { useLoaded } from './use-loaded.ts';

/**
 * A component whose code and styles are loaded when it is first shown.
 *
 * @param meanwhile what keeps its place until then, where it would push something aside
 */
export function lazy<Module extends object, Props extends object>(
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType<Props>,
  meanwhile: ComponentChild = null,
): ComponentType<Props> {
  let loaded: Module | undefined;
  const loadOnce = async () => {
    loaded = await load();
    return loaded;
  };
  return function Lazy(props: Props) {
    const module = useLoaded(loaded === undefined, loadOnce) ?? loaded;
    if (!module) return meanwhile;
    const Loaded = pick(module);
    return <Loaded {...props} />;
  };
}
