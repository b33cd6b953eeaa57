import type { Scene } from '../../gallery/scene.ts';
import { formOf } from '../../lib/panel/capture/state.ts';
import { type Recipe, setRecipes } from '../../lib/recipes.ts';
import { catalog, now, panelStates } from '../../lib/testing/panel-states.ts';
import { full } from '../known/known.scenes.tsx';
import { RecipeBar } from './RecipeBar.tsx';

const recipe = (id: string, name: string, more: Partial<Recipe> = {}): Recipe => ({
  id,
  name,
  list: { id: 'l1' },
  tags: [{ id: 't1' }],
  contactStageId: 's2',
  customFields: { f1: '10k' },
  note: 'Met {firstName} of {companyName} at the fair',
  ...more,
});
const nothing = () => undefined;
const two = [recipe('r1', 'Warm intro'), recipe('r2', 'Webinar, spring', { tags: [] })];
const many = Array.from({ length: 11 }, (_, place) => recipe(`r${place}`, `Fair day ${place + 1}`));

function bar(state: string, recipes: readonly Recipe[], act?: Scene['act']): Scene {
  return {
    group: 'Recipes',
    state,
    page: 'panel',
    isPart: true,
    prepare: () => setRecipes(recipes),
    show: () => {
      const form = formOf(panelStates.new);
      return (
        <main class="panel-main">
          {form && (
            <RecipeBar
              key={state}
              {...{ form, catalog, now }}
              calls={full}
              onSave={nothing}
              onEdit={nothing}
            />
          )}
        </main>
      );
    },
    ...(act ? { act } : {}),
  };
}

export const scenes: Scene[] = [
  bar('none yet', []),
  bar('two', two),
  bar('one with a task and an automation that something speaks against', [
    recipe('r1', 'Warm intro', {
      automation: { id: 'f3', name: 'Customer stories' },
      task: {
        type: 'linkedin_send_message',
        text: 'Ask {firstName} how the pilot went',
        senderProfileId: 's1',
        senderName: 'Ada Example',
        inDays: 3,
      },
    }),
  ]),
  bar('eleven, nine with a key', many),
  bar('being named', two, (root) => root.querySelector<HTMLElement>('.link-button')?.click()),
];
