import { useState } from 'preact/hooks';
import type { Catalog } from '../../lib/crm.ts';
import { t } from '../../lib/i18n.ts';
import type { CatalogCalls } from '../../lib/panel/catalog-calls.ts';
import { useLoaded } from '../../lib/panel/use-loaded.ts';

interface CatalogSectionProps {
  catalog: Catalog;
  calls: CatalogCalls;
}

const loadManager = () => import('../catalog/CatalogManager.tsx');

/** The way to the lists, tags, stages and fields themselves; loaded and counted only when opened. */
export function CatalogSection({ catalog, calls }: CatalogSectionProps) {
  const [isOpen, setIsOpen] = useState(false);
  const manager = useLoaded(isOpen, loadManager);
  return (
    <section class="block" aria-labelledby="catalog-title">
      <h2 id="catalog-title">{t('catalogTitle')}</h2>
      <p class="muted">{t('catalogText')}</p>
      {manager && isOpen ? (
        <manager.CatalogManager catalog={catalog} calls={calls} />
      ) : (
        <button type="button" class="button" onClick={() => setIsOpen(true)}>
          {t('catalogOpen')}
        </button>
      )}
    </section>
  );
}
