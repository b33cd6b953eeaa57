import type { StoredAnchor } from '../../lib/canary/anchor-store.ts';
import type { Catalog } from '../../lib/crm.ts';
import type { Density } from '../../lib/density.ts';
import { t } from '../../lib/i18n.ts';
import type { CatalogCalls } from '../../lib/panel/catalog-calls.ts';
import type { FormPresets } from '../../lib/panel/form.ts';
import type { Shortcut } from '../../lib/panel/use-shortcuts.ts';
import type { Recipe } from '../../lib/recipes.ts';
import { BrandMark } from '../BrandMark.tsx';
import { Icon } from '../Icon.tsx';
import type { FollowUpCalls } from '../recipes/FollowUpFields.tsx';
import { ShortcutList } from '../ShortcutList.tsx';
import { LazyWorkspace } from '../workspace/LazyWorkspace.tsx';
import { AnchorsSection } from './AnchorsSection.tsx';
import { CatalogSection } from './CatalogSection.tsx';
import { CollectSection } from './CollectSection.tsx';
import { DefaultsSection } from './DefaultsSection.tsx';
import { DensitySection } from './DensitySection.tsx';
import { type KeyCheck, KeySection } from './KeySection.tsx';
import { type MinimumChoice, MinimumSection } from './MinimumSection.tsx';
import { NotifySection } from './NotifySection.tsx';
import { RecipesSection } from './RecipesSection.tsx';

type KeyProps = Parameters<typeof KeySection>[0];

interface OptionsPageProps extends KeyProps {
  check: KeyCheck;
  catalog: Catalog | undefined;
  catalogCalls: CatalogCalls;
  /** For recipes with a task or an automation. */
  followUpCalls: FollowUpCalls;
  presets: FormPresets;
  shortcuts: readonly Shortcut[];
  /** Fields that the user has pointed at. */
  anchors: readonly StoredAnchor[];
  onForgetAnchor: (anchor: StoredAnchor) => void;
  onPresets: (presets: FormPresets) => void;
  recipes: readonly Recipe[];
  onRecipes: (recipes: readonly Recipe[]) => Promise<void>;
  minimum: MinimumChoice;
  onMinimum: (choice: MinimumChoice) => void;
  isCollecting: boolean;
  onCollecting: (isOn: boolean) => void;
  density: Density;
  onDensity: (density: Density) => Promise<void>;
  isNotifying: boolean;
  onNotifying: (isOn: boolean) => void;
  onEditShortcuts: () => void;
}

/** First run and settings: what the product does and does not do, the key, the defaults, the shortcuts. */
export function OptionsPage(props: OptionsPageProps) {
  const {
    catalog,
    catalogCalls,
    followUpCalls,
    presets,
    shortcuts,
    anchors,
    onForgetAnchor,
    onPresets,
    recipes,
    onRecipes,
    minimum,
    onMinimum,
    isCollecting,
    onCollecting,
    density,
    onDensity,
    isNotifying,
    onNotifying,
    onEditShortcuts,
    ...keyProps
  } = props;
  const isConnected = props.keyState === 'ok';
  return (
    <main class="options-page">
      <header class="options-head">
        <BrandMark size={40} />
        <div>
          <h1>{t('extensionName')}</h1>
          <p class="muted">{t('optionsIntro')}</p>
        </div>
      </header>
      <ul class="promises">
        <li>
          <Icon name="check" /> {t('promiseReads')}
        </li>
        <li>
          <Icon name="check" /> {t('promiseSends')}
        </li>
        <li>
          <Icon name="close" /> {t('promiseNever')}
        </li>
      </ul>
      {!isConnected && (
        <p class="try-it">
          <a class="button" href="/try.html" target="_blank" rel="noopener">
            {t('tryIt')}
          </a>
          <span class="muted">{t('tryItText')}</span>
        </p>
      )}
      <KeySection {...keyProps} />
      {isConnected && catalog && <DefaultsSection catalog={catalog} presets={presets} onChange={onPresets} />}
      {isConnected && (
        <p class="callout callout-accent">
          <strong>{t('readyTitle')}</strong> {t('readyText')}
        </p>
      )}
      {isConnected && catalog && <CatalogSection catalog={catalog} calls={catalogCalls} />}
      {isConnected && catalog && (
        <RecipesSection recipes={recipes} catalog={catalog} calls={followUpCalls} onStore={onRecipes} />
      )}
      <MinimumSection choice={minimum} onChange={onMinimum} />
      <CollectSection isOn={isCollecting} onChange={onCollecting} />
      <NotifySection isOn={isNotifying} onChange={onNotifying} />
      <DensitySection density={density} onChange={onDensity} />
      <ShortcutList shortcuts={shortcuts} onEdit={onEditShortcuts} />
      {isConnected && <LazyWorkspace lists={catalog?.lists ?? []} />}
      {anchors.length > 0 && <AnchorsSection anchors={anchors} onForget={onForgetAnchor} />}
      <section class="block" aria-labelledby="privacy-title">
        <h2 id="privacy-title">{t('privacyTitle')}</h2>
        <ul class="privacy">
          <li>{t('privacySent')}</li>
          <li>{t('privacyKept')}</li>
          <li>{t('privacyPhotos')}</li>
          <li>{t('privacyNever')}</li>
        </ul>
        <a class="help-link" href="/help.html" target="_blank" rel="noopener">
          {t('help')} <Icon name="external" size={12} />
        </a>
      </section>
    </main>
  );
}
