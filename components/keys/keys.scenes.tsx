import type { Scene } from '../../gallery/scene.ts';
import { type ShownScreen, shortcutsOf } from '../../lib/panel/use-shortcuts.ts';
import { ShortcutSheet } from './ShortcutSheet.tsx';

const nothing = () => undefined;
const commands = [
  { name: 'Open the side panel', keys: 'Alt+Shift+G' },
  { name: 'Save the open profile or company', keys: '' },
];

const screens: Record<string, ShownScreen> = {
  'a known record, with recipes': {
    kind: 'record',
    hasTabs: true,
    recipeNames: ['Warm intro', 'Met at the harbour fair, wants to hear of the pilot in spring'],
  },
  'a list': { kind: 'list', hasTabs: false, recipeNames: [] },
  'another page': { kind: 'other', hasTabs: false, recipeNames: [] },
};

export const scenes: Scene[] = Object.entries(screens).map(([state, screen]) => ({
  group: 'Shortcuts',
  state,
  page: 'panel',
  isPart: true,
  show: () => <ShortcutSheet groups={shortcutsOf(screen, commands)} onEdit={nothing} onClose={nothing} />,
}));
