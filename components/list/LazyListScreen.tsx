import { useLoaded } from '../../lib/panel/use-loaded.ts';
import { CardSkeleton } from '../CardSkeleton.tsx';
import type { ListScreenProps } from './ListScreen.tsx';

const load = () => import('./ListScreen.tsx');

/** The table of people, loaded when a list is open: most pages are a person's, and open faster without it. */
export function LazyListScreen(props: ListScreenProps) {
  const screen = useLoaded(true, load);
  if (screen) return <screen.ListScreen {...props} />;
  return (
    <main class="panel-main">
      <CardSkeleton />
    </main>
  );
}
