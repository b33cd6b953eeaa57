import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/panel.css';
import { applyDensity } from '../../lib/density.ts';
import { applyLanguage } from '../../lib/i18n.ts';
import { PanelPage } from '../../lib/panel/PanelPage.tsx';

applyLanguage(document);
applyDensity();
const root = document.getElementById('root');
if (root) render(<PanelPage isPopup={true} />, root);
