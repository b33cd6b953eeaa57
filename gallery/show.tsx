import { render } from 'preact';
import '../components/styles/tokens.css';
import '../components/styles/page.css';
import '../components/styles/base.css';
// Screens that load behind are here at once, so that a scene is whole as soon as it is drawn.
import '../components/Outcome.tsx';
import '../components/known/known-tabs.ts';
import '../components/list/ListScreen.tsx';
import '../components/outbox-screens.ts';
import { applyLanguage } from '../lib/i18n.ts';
import { sceneName, scenes } from './scene.ts';

/** Shows one scene, alone and in the styles of its page: the one that the address names, or one after another. */

const root = document.getElementById('root');
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

async function show(name: string | null): Promise<void> {
  const scene = scenes.find((each) => sceneName(each) === name);
  if (!root || !scene) throw new Error(`There is no scene named ${name}.`);
  if (scene.page === 'options') await import('../components/styles/options.css');
  else {
    await import('../components/styles/panel-frame.css');
    await import('../components/styles/panel.css');
  }
  document.title = sceneName(scene);
  document.body.className = scene.page === 'panel' ? 'page-sidepanel' : 'page-options';
  document.documentElement.dataset['density'] = scene.density ?? 'comfortable';
  render(null, root);
  await scene.prepare?.();
  const heading = scene.isPart && (
    <header class="visually-hidden">
      <h1>{document.title}</h1>
    </header>
  );
  render([heading, scene.show()], root);
  // What a screen asks for is answered at once here; each answer may lead to another question.
  for (let round = 0; round < 3; round++) await drawn();
  if (!scene.act) return;
  await scene.act(root, drawn);
  for (let round = 0; round < 3; round++) await drawn();
}

applyLanguage(document);
Object.assign(window, { showScene: show });
const named = new URLSearchParams(location.search).get('scene');
if (named !== null) void show(named);
