import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/page.css';
import '../../components/styles/base.css';
import '../../components/styles/panel-frame.css';
import '../../components/styles/panel.css';
import '../../components/styles/try.css';
import { TryPage } from '../../components/try/TryPage.tsx';
import { applyDensity } from '../../lib/density.ts';
import { applyLanguage, t } from '../../lib/i18n.ts';
import { samplePage } from '../../lib/try/read-sample.ts';
import { useSample } from '../../lib/try/use-sample.ts';

function Try() {
  return <TryPage samplePage={samplePage} {...useSample()} />;
}

applyLanguage(document);
applyDensity();
document.title = `${t('extensionName')} – ${t('tryIt')}`;
const root = document.getElementById('root');
if (root) render(<Try />, root);
