import { useLoaded } from '../../lib/panel/use-loaded.ts';
import type { RecipeBarProps } from './RecipeBar.tsx';

const load = () => import('./RecipeBar.tsx');

/** Loaded after the form itself, which must not wait for it. */
export function RecipesLazy(props: RecipeBarProps) {
  const bar = useLoaded(true, load);
  return bar ? <bar.RecipeBar {...props} /> : null;
}
