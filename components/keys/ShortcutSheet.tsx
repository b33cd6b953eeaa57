import '../styles/keys.css';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { ShortcutGroup } from '../../lib/panel/use-shortcuts.ts';
import { Icon } from '../Icon.tsx';
import { ShortcutRows } from '../ShortcutRows.tsx';

interface ShortcutSheetProps {
  groups: readonly ShortcutGroup[];
  onEdit: () => void;
  onClose: () => void;
}

/** What every key of this screen does, over the screen; closing gives the focus back to where it was. */
export function ShortcutSheet({ groups, onEdit, onClose }: ShortcutSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' && event.key !== '?') return;
    // Escape would close the popup with it.
    event.preventDefault();
    event.stopPropagation();
    dialog.current?.close();
  }

  return (
    <dialog
      ref={dialog}
      class="keys-sheet"
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      // Beside the sheet there is only the dialog itself.
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      onClose={onClose}
    >
      <div class="keys-body">
        <header class="keys-head">
          <h2 id={titleId}>{t('shortcutsTitle')}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={t('shortcutsClose')}
            title={t('shortcutsClose')}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        {groups.map(({ title, shortcuts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <ShortcutRows className="keys-list" shortcuts={shortcuts} />
          </section>
        ))}
        <p class="keys-foot">
          <button type="button" class="link-button" onClick={onEdit}>
            {t('shortcutsChange')}
          </button>
          <a class="link-button" href="/help.html" target="_blank" rel="noopener">
            {t('help')} <Icon name="external" size={12} />
          </a>
        </p>
      </div>
    </dialog>
  );
}
