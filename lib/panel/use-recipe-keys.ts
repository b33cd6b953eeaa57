import { useEffect, useRef } from 'preact/hooks';
import type { Recipe } from '../recipes.ts';

/** Alt and a number, 1 to 9, presses the recipe at that place. */
export function useRecipeKeys(recipes: readonly Recipe[], press: (recipe: Recipe) => void): void {
  const pressed = useRef(press);
  pressed.current = press;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return;
      const place = /^Digit([1-9])$/.exec(event.code)?.[1];
      const recipe = place === undefined ? undefined : recipes[Number(place) - 1];
      if (!recipe) return;
      event.preventDefault();
      pressed.current(recipe);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [recipes]);
}
