import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/page.css';
import '../../components/styles/base.css';
import '../../components/styles/options.css';
import { OptionsPage } from '../../components/options/OptionsPage.tsx';
import { applyDensity } from '../../lib/density.ts';
import { apiKeyPageUrl } from '../../lib/grinfi/links.ts';
import { applyLanguage, t } from '../../lib/i18n.ts';
import { useOptions } from '../../lib/panel/use-options.ts';

function Options() {
  const { isLoaded, ...options } = useOptions();
  return isLoaded ? <OptionsPage {...options} apiKeysUrl={apiKeyPageUrl} /> : null;
}

applyLanguage(document);
applyDensity();
document.title = t('optionsTitle');
const root = document.getElementById('root');
if (root) render(<Options />, root);
