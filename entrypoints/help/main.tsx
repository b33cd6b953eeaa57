import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/page.css';
import '../../components/styles/base.css';
import '../../components/styles/options.css';
import '../../components/styles/help.css';
import { HelpPage } from '../../components/help/HelpPage.tsx';
import { applyDensity } from '../../lib/density.ts';
import { applyLanguage, t } from '../../lib/i18n.ts';
import { askedPermissions, productVersion } from '../../lib/panel/manifest-facts.ts';
import { useShortcuts } from '../../lib/panel/use-shortcuts.ts';

function Help() {
  const { shortcuts, onEditShortcuts } = useShortcuts();
  return (
    <HelpPage
      shortcuts={shortcuts}
      permissions={askedPermissions()}
      version={productVersion()}
      onEditShortcuts={onEditShortcuts}
    />
  );
}

applyLanguage(document);
applyDensity();
document.title = `${t('extensionName')} – ${t('help')}`;
const root = document.getElementById('root');
if (root) render(<Help />, root);
