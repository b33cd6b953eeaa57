import { useEffect, useState } from 'preact/hooks';
import { getRecipes, type Recipe, setRecipes, watchRecipes } from '../recipes.ts';

/** The recipes of the workspace that is shown, and the way to change them. */
export function useRecipes(): {
  recipes: readonly Recipe[];
  /** @throws when the browser could not store them */
  store: (recipes: readonly Recipe[]) => Promise<void>;
} {
  const [recipes, setShown] = useState<readonly Recipe[]>([]);
  useEffect(() => {
    let isOver = false;
    void getRecipes().then((found) => isOver || setShown(found));
    const stop = watchRecipes((found) => isOver || setShown(found));
    return () => {
      isOver = true;
      stop();
    };
  }, []);
  return { recipes, store: setRecipes };
}
