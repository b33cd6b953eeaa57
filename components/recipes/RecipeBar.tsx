import '../styles/known.css';
import '../styles/recipes.css';
import { useState } from 'preact/hooks';
import type { Catalog } from '../../lib/crm.ts';
import type { Draft } from '../../lib/drafts.ts';
import { errorText } from '../../lib/error-text.ts';
import type { FollowUp } from '../../lib/follow-up.ts';
import { t } from '../../lib/i18n.ts';
import type { FormModel } from '../../lib/panel/form.ts';
import {
  draftPartOf,
  followUpLines,
  isWholeTask,
  previewOf,
  recipeFrom,
} from '../../lib/panel/recipe-parts.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { useRecipeKeys } from '../../lib/panel/use-recipe-keys.ts';
import { useRecipes } from '../../lib/panel/use-recipes.ts';
import type { Recipe } from '../../lib/recipes.ts';
import { Icon } from '../Icon.tsx';
import { type FollowUpCalls, FollowUpFields } from './FollowUpFields.tsx';
import { RecipeButtons, RecipePreview } from './RecipeButtons.tsx';
import { RecipeGuard } from './RecipeGuard.tsx';

export interface RecipeBarProps {
  form: FormModel;
  catalog: Catalog | undefined;
  /** For who does a task, and what speaks against an automation; without them neither is shown. */
  calls: FollowUpCalls | undefined;
  now: number;
  /** Puts it into the form and saves. */
  onSave: (part: Partial<Draft>) => void;
  /** Puts it into the form. */
  onEdit: (part: Partial<Draft>) => void;
}

/** Named ways to save: each button says all that it will do before it is pressed. Alt and a number presses one. */
export function RecipeBar({ form, catalog, calls, now, onSave, onEdit }: RecipeBarProps) {
  const { recipes, store } = useRecipes();
  const [isNaming, setIsNaming] = useState(false);
  /** The one that is pointed at or has the focus. */
  const [shownId, setShownId] = useState<string>();
  const press = (recipe: Recipe) => onSave(draftPartOf(recipe, form));
  useRecipeKeys(recipes, press);

  const shown = recipes.find(({ id }) => id === shownId) ?? recipes[0];
  const preview = (recipe: Recipe) => previewOf(recipe, form.kind, catalog, form);
  // What stands in the form goes out with the next press of Save as well.
  const automation = form.followUp?.automation ?? (form.kind === 'person' ? shown?.automation : undefined);
  return (
    <section class="recipes" aria-label={t('recipes')}>
      {form.followUp && <FollowUpRows followUp={form.followUp} onEdit={onEdit} />}
      {recipes.length > 0 && (
        <RecipeButtons {...{ recipes, preview }} onPress={press} onShow={(recipe) => setShownId(recipe.id)} />
      )}
      {shown && <RecipePreview recipe={shown} text={preview(shown)} />}
      {automation && calls && <RecipeGuard key={automation.id} {...{ automation, form, calls, now }} />}
      {isNaming ? (
        <NameRecipe
          calls={form.kind === 'person' ? calls : undefined}
          followUp={form.followUp}
          onCancel={() => setIsNaming(false)}
          onStore={async (name, followUp) => {
            const recipe = recipeFrom({ ...form, followUp }, { id: crypto.randomUUID(), name });
            await store([...recipes, recipe]);
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

/** What a recipe has put into the form and was not sent yet; each can be taken out again. */
function FollowUpRows({ followUp, onEdit }: { followUp: FollowUp; onEdit: RecipeBarProps['onEdit'] }) {
  const { task, automation } = followUp;
  const rows: [text: string | undefined, left: FollowUp][] = [
    [followUpLines({ task })[0], { automation }],
    [followUpLines({ automation })[0], { task }],
  ];
  return (
    <ul class="recipe-rows">
      {rows.map(
        ([text, left]) =>
          text && (
            <li key={text}>
              <span>{text}</span>
              <button
                type="button"
                class="icon-button"
                aria-label={`${t('recipeTakeOut')}: ${text}`}
                onClick={() => onEdit({ followUp: left.task || left.automation ? left : undefined })}
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          ),
      )}
    </ul>
  );
}

interface NameRecipeProps {
  calls: FollowUpCalls | undefined;
  followUp: FollowUp | undefined;
  onStore: (name: string, followUp: FollowUp | undefined) => Promise<void>;
  onCancel: () => void;
}

function NameRecipe({ calls, followUp: given, onStore, onCancel }: NameRecipeProps) {
  const [name, setName] = useState('');
  const [followUp, setFollowUp] = useState<FollowUp>(given ?? {});
  const [isOpen, setIsOpen] = useState(false);
  const { problem, run } = useAction();
  const isWhole = isWholeTask(followUp.task);
  const canStore = name.trim() !== '' && isWhole;
  const store = () =>
    canStore && run(() => onStore(name.trim(), followUp.task || followUp.automation ? followUp : undefined));
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
      <button type="button" class="button" aria-disabled={!canStore} onClick={store}>
        {t('recipeKeep')}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {t('cancel')}
      </button>
      {calls && (
        <details
          class="fold recipe-more"
          open={isOpen}
          onToggle={(event) => setIsOpen(event.currentTarget.open)}
        >
          <summary>
            {t('recipeFollowUp')}
            <Icon name="chevron" size={14} />
          </summary>
          {isOpen && (
            <div class="form">
              <FollowUpFields value={followUp} calls={calls} isEager onChange={setFollowUp} />
            </div>
          )}
        </details>
      )}
      {!isWhole && <p class="muted">{t('recipeTaskMissing')}</p>}
      {problem && (
        <p class="status status-danger" role="alert">
          {errorText(problem.kind, problem.message)}
        </p>
      )}
    </div>
  );
}
