import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/page.css';
import '../../components/styles/panel-frame.css';
import base from '../../components/styles/base.css?inline';
import panel from '../../components/styles/panel.css?inline';
import { applyDensity } from '../density.ts';
import { applyLanguage } from '../i18n.ts';
import { PanelPage } from './PanelPage.tsx';
import { startCapture } from './use-capture.ts';

/*
 * What popup and side panel run. One script for both, told apart by their pages: a script of each page's own would
 * be one more file to wait for.
 */

/** How long at most the header stands alone, where the browser does not answer. */
const patienceMs = 500;

const isPopup = document.body.classList.contains('page-popup');
/** While the user points at something of the page, a popup would keep the focus, and close at the first click. */
const onPointing = isPopup ? () => window.close() : undefined;
const capture = startCapture(fixedTabId(), onPointing);
applyLanguage(document);
applyDensity();
const root = document.getElementById('root');
addStyles(base + panel);
if (root) void drawWhenKnown(root);

/** The page itself holds the styles of its first frame alone, which is there the sooner the less it has to read. */
function addStyles(text: string): void {
  const style = document.createElement('style');
  style.textContent = text;
  document.head.append(style);
}

/**
 * The page itself holds the empty header, painted before any script is there. It stands until the state is known,
 * a few frames later: a first screen in between would hold that one up.
 */
async function drawWhenKnown(into: HTMLElement): Promise<void> {
  await Promise.race([capture.known, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  into.textContent = '';
  render(<PanelPage capture={capture} isPopup={isPopup} />, into);
}

/** `?tab=123`: the page stands in a tab or window of its own and follows that tab. */
function fixedTabId(): number | undefined {
  const id = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(id) ? id : undefined;
}
