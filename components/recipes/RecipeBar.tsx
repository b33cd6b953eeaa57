import '../styles/recipes.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Catalog } from '../../lib/crm.ts';
import type { Draft } from '../../lib/drafts.ts';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import type { FormModel } from '../../lib/panel/form.ts';
import { draftPartOf, previewOf, recipeFrom } from '../../lib/panel/recipe-parts.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { useRecipes } from '../../lib/panel/use-recipes.ts';
import type { Recipe } from '../../lib/recipes.ts';
import { Icon } from '../Icon.tsx';

export interface RecipeBarProps {
  form: FormModel;
  catalog: Catalog | undefined;
  /** Puts it into the form and saves. */
  onSave: (part: Partial<Draft>) => void;
}

/** Named ways to save: each button says all that it will do before it is pressed. Alt and a number presses one. */
export function RecipeBar({ form, catalog, onSave }: RecipeBarProps) {
  const { recipes, store } = useRecipes();
  const [isNaming, setIsNaming] = useState(false);
  /** The one that is pointed at or has the focus. */
  const [shownId, setShownId] = useState<string>();
  const previewId = useId();
  const press = (recipe: Recipe) => onSave(draftPartOf(recipe, form));
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

  const shown = recipes.find(({ id }) => id === shownId) ?? recipes[0];
  return (
    <section class="recipes" aria-label={t('recipes')}>
      {recipes.length > 0 && (
        <div class="recipe-buttons">
          {recipes.map((recipe, place) => (
            <button
              key={recipe.id}
              type="button"
              class="button recipe-button"
              aria-describedby={`${previewId}-${recipe.id}`}
              aria-keyshortcuts={place < 9 ? `Alt+${place + 1}` : undefined}
              onFocus={() => setShownId(recipe.id)}
              onMouseEnter={() => setShownId(recipe.id)}
              onClick={() => press(recipe)}
            >
              <bdi>{recipe.name}</bdi>
              {place < 9 && (
                <span class="recipe-key" aria-hidden="true">
                  {place + 1}
                </span>
              )}
              <span id={`${previewId}-${recipe.id}`} hidden>
                {previewOf(recipe, form.kind, catalog)}
              </span>
            </button>
          ))}
        </div>
      )}
      {shown && (
        <p class="recipe-preview muted">
          <strong>
            <bdi>{shown.name}</bdi>
          </strong>{' '}
          {previewOf(shown, form.kind, catalog)}
        </p>
      )}
      {isNaming ? (
        <NameRecipe
          onCancel={() => setIsNaming(false)}
          onStore={async (name) => {
            await store([...recipes, recipeFrom(form, { id: crypto.randomUUID(), name })]);
            setIsNaming(false);
          }}
        />
      ) : (
        <button type="button" class="link-button" onClick={() => setIsNaming(true)}>
          <Icon name="plus" size={12} /> {t('recipeSave')}
        </button>
      )}
    </section>
  );
}

function NameRecipe({
  onStore,
  onCancel,
}: {
  onStore: (name: string) => Promise<void>;
  onCancel: () => void;
}) {
  const [name, setName] = useState('');
  const { problem, run } = useAction();
  const store = () => name.trim() && run(() => onStore(name.trim()));
  return (
    <div class="recipe-name">
      <input
        ref={(input) => input?.focus()}
        class="input-box"
        type="text"
        maxLength={60}
        aria-label={t('recipeName')}
        placeholder={t('recipeName')}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // Neither the form is to be sent nor the popup closed.
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') store();
          else onCancel();
        }}
      />
      <button type="button" class="button" aria-disabled={!name.trim()} onClick={store}>
        {t('recipeKeep')}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {t('cancel')}
      </button>
      {problem && (
        <p class="status status-danger" role="alert">
          {errorText(problem.kind, problem.message)}
        </p>
      )}
    </div>
  );
}
