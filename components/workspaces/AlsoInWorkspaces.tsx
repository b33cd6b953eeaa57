import { useLoaded } from '../../lib/panel/use-loaded.ts';
import type { AlsoInProps } from './AlsoIn.tsx';

const load = () => import('./workspace-parts.ts');

/** Loaded where there is more than one workspace, which is for few. */
export function AlsoInWorkspaces(props: AlsoInProps) {
  const parts = useLoaded(true, load);
  return parts ? <parts.AlsoIn {...props} /> : null;
}
