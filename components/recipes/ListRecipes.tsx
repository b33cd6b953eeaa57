import '../styles/recipes.css';
import { useState } from 'preact/hooks';
import type { Catalog } from '../../lib/crm.ts';
import { t } from '../../lib/i18n.ts';
import { previewOf } from '../../lib/panel/recipe-parts.ts';
import { useRecipeKeys } from '../../lib/panel/use-recipe-keys.ts';
import { useRecipes } from '../../lib/panel/use-recipes.ts';
import type { Recipe } from '../../lib/recipes.ts';
import { ManyGuard, type ManyGuardProps } from './ManyGuard.tsx';
import { RecipeButtons, RecipePreview } from './RecipeButtons.tsx';

interface ListRecipesProps extends ManyGuardProps {
  catalog: Catalog | undefined;
  onPress: (recipe: Recipe) => void;
}

/** Recipes for all people that are ticked: each gets the note and the task with their own name. */
export function ListRecipes({ catalog, onPress, ...guarded }: ListRecipesProps) {
  const { recipes } = useRecipes();
  const [shownId, setShownId] = useState<string>();
  useRecipeKeys(recipes, onPress);
  const shown = recipes.find(({ id }) => id === shownId) ?? recipes[0];
  if (!shown) return null;
  const preview = (recipe: Recipe) => previewOf(recipe, 'person', catalog);
  return (
    <section class="recipes" aria-label={t('recipes')}>
      <RecipeButtons {...{ recipes, preview, onPress }} onShow={(recipe) => setShownId(recipe.id)} />
      <RecipePreview recipe={shown} text={preview(shown)} />
      {recipes.some(({ automation }) => automation) && <ManyGuard {...guarded} />}
    </section>
  );
}
