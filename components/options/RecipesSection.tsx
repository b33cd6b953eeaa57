import { useState } from 'preact/hooks';
import type { Catalog } from '../../lib/crm.ts';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import { isWholeTask, previewOf } from '../../lib/panel/recipe-parts.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { placeholders, type Recipe } from '../../lib/recipes.ts';
import type { Choice } from '../../lib/save-request.ts';
import { AnyIcon } from '../AnyIcon.tsx';
import { ChoiceField } from '../ChoiceField.tsx';
import type { FollowUpCalls } from '../recipes/FollowUpFields.tsx';
import { FollowUpLazy } from '../recipes/FollowUpLazy.tsx';
import { TagField } from '../TagField.tsx';

interface RecipesSectionProps {
  recipes: readonly Recipe[];
  catalog: Catalog;
  /** For who does a task, and the automations to choose from. */
  calls: FollowUpCalls;
  onStore: (recipes: readonly Recipe[]) => Promise<void>;
}

/** The recipes of this workspace: made here or from the form, changed, put in another order, removed. */
export function RecipesSection({ recipes, catalog, calls, onStore }: RecipesSectionProps) {
  const { problem, run } = useAction();
  const store = (next: readonly Recipe[]) => run(() => onStore(next));
  const replace = (recipe: Recipe) => store(recipes.map((one) => (one.id === recipe.id ? recipe : one)));
  const add = () => {
    const recipe: Recipe = { id: crypto.randomUUID(), name: t('recipeNew'), tags: [], customFields: {} };
    store([...recipes, recipe]);
  };
  return (
    <section class="block" aria-labelledby="recipes-title">
      <h2 id="recipes-title">{t('recipes')}</h2>
      <p class="muted">{t('recipesText', placeholders.map((name) => `{${name}}`).join(' '))}</p>
      {recipes.map((recipe, place) => (
        <RecipeRow
          key={recipe.id}
          recipe={recipe}
          catalog={catalog}
          calls={calls}
          onChange={replace}
          onUp={place > 0 ? () => store(movedUp(recipes, place)) : undefined}
          onRemove={() => store(recipes.filter(({ id }) => id !== recipe.id))}
        />
      ))}
      {problem && (
        <p class="status status-danger" role="alert">
          {errorText(problem.kind, problem.message)}
        </p>
      )}
      <button type="button" class="button" onClick={add}>
        <AnyIcon name="plus" size={14} />
        {t('recipeAdd')}
      </button>
    </section>
  );
}

function movedUp(recipes: readonly Recipe[], place: number): Recipe[] {
  const next = [...recipes];
  const [moved] = next.splice(place, 1);
  if (moved) next.splice(place - 1, 0, moved);
  return next;
}

interface RecipeRowProps {
  recipe: Recipe;
  catalog: Catalog;
  calls: FollowUpCalls;
  onChange: (recipe: Recipe) => void;
  onUp: (() => void) | undefined;
  onRemove: () => void;
}

function RecipeRow({ recipe, catalog, calls, onChange, onUp, onRemove }: RecipeRowProps) {
  // Senders and automations are asked for when it is opened.
  const [isOpen, setIsOpen] = useState(false);
  const stage = (id: string | undefined): Choice | undefined => (id ? { id } : undefined);
  const idOf = (choice: Choice | undefined) => (choice && 'id' in choice ? choice.id : undefined);
  return (
    <details class="recipe-row" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <strong>
          <bdi>{recipe.name}</bdi>
        </strong>{' '}
        <span class="muted">{previewOf(recipe, 'person', catalog)}</span>
      </summary>
      <div class="form">
        <label class="form-field">
          <span class="form-label">{t('recipeName')}</span>
          <input
            class="input-box"
            type="text"
            maxLength={60}
            value={recipe.name}
            onChange={(event) => {
              const name = event.currentTarget.value.trim();
              if (name) onChange({ ...recipe, name });
            }}
          />
        </label>
        <ChoiceField
          label={t('list')}
          options={catalog.lists}
          value={recipe.list}
          placeholder={t('listPlaceholder')}
          onChange={(list) => onChange({ ...recipe, list })}
        />
        <TagField
          label={t('tags')}
          options={catalog.tags}
          fixed={[]}
          value={recipe.tags}
          canCreate={false}
          onChange={(tags) => onChange({ ...recipe, tags })}
        />
        <ChoiceField
          label={t('contactStage')}
          options={catalog.contactStages}
          value={stage(recipe.contactStageId)}
          placeholder={t('stagePlaceholder')}
          onChange={(choice) => onChange({ ...recipe, contactStageId: idOf(choice) })}
        />
        <ChoiceField
          label={t('companyStage')}
          options={catalog.companyStages}
          value={stage(recipe.companyStageId)}
          placeholder={t('stagePlaceholder')}
          onChange={(choice) => onChange({ ...recipe, companyStageId: idOf(choice) })}
        />
        {catalog.customFields.map(({ id, name }) => (
          <label key={id} class="form-field">
            <span class="form-label">{name}</span>
            <input
              class="input-box"
              type="text"
              value={recipe.customFields[id] ?? ''}
              onChange={(event) => {
                const { [id]: _, ...others } = recipe.customFields;
                const value = event.currentTarget.value.trim();
                onChange({ ...recipe, customFields: value ? { ...others, [id]: value } : others });
              }}
            />
          </label>
        ))}
        <label class="form-field">
          <span class="form-label">{t('note')}</span>
          <textarea
            class="input-box note"
            rows={2}
            value={recipe.note ?? ''}
            placeholder={t('notePlaceholder')}
            onChange={(event) => onChange({ ...recipe, note: event.currentTarget.value.trim() || undefined })}
          />
        </label>
        {isOpen && (
          <FollowUpLazy
            value={recipe}
            calls={calls}
            onChange={({ task, automation }) => onChange({ ...recipe, task, automation })}
          />
        )}
        {!isWholeTask(recipe.task) && <p class="muted">{t('recipeTaskMissing')}</p>}
        <div class="button-row">
          {onUp && (
            <button type="button" class="button" onClick={onUp}>
              {t('recipeUp')}
            </button>
          )}
          <button type="button" class="button" onClick={onRemove}>
            <AnyIcon name="trash" size={14} />
            {t('recipeRemove')}
          </button>
        </div>
      </div>
    </details>
  );
}
