import { useState } from 'preact/hooks';
import type { CrmList } from '../../lib/crm.ts';
import { t } from '../../lib/i18n.ts';
import { useLoaded } from '../../lib/panel/use-loaded.ts';

const load = () => import('../../lib/panel/WorkspacePage.tsx');

/** The way into the workspace; nothing of it is loaded or asked for before. */
export function LazyWorkspace({ lists }: { lists: readonly CrmList[] }) {
  const [isOpen, setIsOpen] = useState(location.hash === '#workspace');
  const view = useLoaded(isOpen, load);
  return (
    <section class="block" id="workspace" aria-labelledby="workspace-title">
      <h2 id="workspace-title">{t('workspaceTitle')}</h2>
      {view ? (
        <view.WorkspacePage lists={lists} />
      ) : (
        <>
          <p class="muted">{t('workspaceText')}</p>
          <button
            type="button"
            class="link-button"
            aria-disabled={isOpen}
            onClick={() => {
              // For a bookmark, and for the way back from another page.
              history.replaceState(null, '', '#workspace');
              setIsOpen(true);
            }}
          >
            {isOpen ? t('loading') : t('workspaceOpen')}
          </button>
        </>
      )}
    </section>
  );
}
