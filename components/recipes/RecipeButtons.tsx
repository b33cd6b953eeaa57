import { useId } from 'preact/hooks';
import type { Recipe } from '../../lib/recipes.ts';

interface RecipeButtonsProps {
  recipes: readonly Recipe[];
  /** All that it will do, in one line. */
  preview: (recipe: Recipe) => string;
  onPress: (recipe: Recipe) => void;
  /** It is pointed at or has the focus. */
  onShow: (recipe: Recipe) => void;
}

/** One button for each, with the number that presses it together with Alt. */
export function RecipeButtons({ recipes, preview, onPress, onShow }: RecipeButtonsProps) {
  const previewId = useId();
  return (
    <div class="recipe-buttons">
      {recipes.map((recipe, place) => (
        <button
          key={recipe.id}
          type="button"
          class="button recipe-button"
          aria-describedby={`${previewId}-${recipe.id}`}
          aria-keyshortcuts={place < 9 ? `Alt+${place + 1}` : undefined}
          onFocus={() => onShow(recipe)}
          onMouseEnter={() => onShow(recipe)}
          onClick={() => onPress(recipe)}
        >
          <bdi>{recipe.name}</bdi>
          {place < 9 && (
            <span class="recipe-key" aria-hidden="true">
              {place + 1}
            </span>
          )}
          <span id={`${previewId}-${recipe.id}`} hidden>
            {preview(recipe)}
          </span>
        </button>
      ))}
    </div>
  );
}

/** What the recipe that is pointed at will do. */
export function RecipePreview({ recipe, text }: { recipe: Recipe; text: string }) {
  return (
    <p class="recipe-preview muted">
      <strong>
        <bdi>{recipe.name}</bdi>
      </strong>{' '}
      {text}
    </p>
  );
}
