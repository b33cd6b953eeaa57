import { t } from '../lib/i18n.ts';
import type { Shortcut } from '../lib/panel/use-shortcuts.ts';
import { ShortcutRows } from './ShortcutRows.tsx';

/** What the keys do, as a list; none are set here, that is the browser's. */
export function ShortcutList({ shortcuts, onEdit }: { shortcuts: readonly Shortcut[]; onEdit: () => void }) {
  return (
    <section class="block" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{t('shortcutsTitle')}</h2>
      <ShortcutRows className="shortcuts" shortcuts={shortcuts} />
      <button type="button" class="link-button" onClick={onEdit}>
        {t('shortcutsChange')}
      </button>
    </section>
  );
}
