import { ShortcutSheet } from '../../components/keys/ShortcutSheet.tsx';
import type { CaptureState } from './capture/state.ts';
import { type ShownScreen, shortcutsOf, useShortcuts } from './use-shortcuts.ts';

interface ShortcutsPageProps {
  state: CaptureState | undefined;
  /** Not the outbox or another screen that lies over it. */
  isPageShown: boolean;
  onClose: () => void;
}

/** The sheet of shortcuts, joined to the browser. Loaded when it is opened. */
export function ShortcutsPage({ state, isPageShown, onClose }: ShortcutsPageProps) {
  const { commands, recipes, onEditShortcuts } = useShortcuts();
  const recipeNames = recipes.map(({ name }) => name);
  const screen = shownScreen(isPageShown ? state : undefined, recipeNames);
  function close() {
    onClose();
    // Where the focus came from may be gone by now.
    if (document.activeElement === document.body) sheetButton()?.focus();
  }
  return <ShortcutSheet groups={shortcutsOf(screen, commands)} onEdit={onEditShortcuts} onClose={close} />;
}

const sheetButton = () => document.querySelector<HTMLElement>('[aria-keyshortcuts="?"]');

function shownScreen(state: CaptureState | undefined, recipeNames: readonly string[]): ShownScreen {
  const page = state?.page;
  if (page?.step === 'record') {
    const { lookUp } = page;
    const known = lookUp.state === 'checking' ? lookUp.remembered : lookUp;
    const hasTabs = state?.keyState !== 'none' && known?.state === 'known';
    return { kind: 'record', hasTabs, recipeNames };
  }
  const isList = page?.step === 'outcome' && page.reading.outcome === 'list';
  return { kind: isList ? 'list' : 'other', hasTabs: false, recipeNames };
}
