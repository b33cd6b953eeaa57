import { defineConfig } from 'wxt';
import { chromium, firefox } from './manifest.ts';
import {
  noIssueTexts,
  noRawHtml,
  plainScripts,
  readersCompiledAtOnce,
  screensAfterFirstFrame,
  smallScripts,
  smallStyleLoader,
  stylesInPage,
} from './vite-plugins.ts';

/** Pages that are opened now and then. */
const rare: readonly string[] = ['help', 'try', 'options'];

export default defineConfig({
  imports: false,
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  manifestVersion: 3,
  vite: () => ({
    plugins: [
      noRawHtml,
      noIssueTexts,
      plainScripts,
      readersCompiledAtOnce,
      smallStyleLoader,
      smallScripts,
      stylesInPage,
      screensAfterFirstFrame,
    ],
    // Every browser that the manifest allows knows `modulepreload`.
    build: {
      rolldownOptions: {
        output: {
          // All that popup and panel load first, with what it stands on, in one file: it is there sooner than
          // several, and packs better. WXT's own empty module is among it, which would be a file to wait for.
          codeSplitting: {
            groups: [{ name: 'panel-page', test: /(wxt-html-plugins|panel[\\/]start\.tsx|density\.ts)$/ }],
          },
        },
      },
      modulePreload: {
        polyfill: false,
        // Of a part that is loaded later, the scripts are there already, or come from the disk with it.
        resolveDependencies: (_file, needed, { hostType }) =>
          hostType === 'js' ? needed.filter((name) => name.endsWith('.css')) : needed,
      },
    },
  }),
  manifest: ({ browser }) => (browser === 'firefox' ? firefox : chromium),
  hooks: {
    // Built with the others, they would have the popup's code cut into small files, by what they share with
    // it; many small files compress less well and load later than a few.
    'entrypoints:grouped'(_, groups) {
      for (const [index, group] of groups.entries()) {
        if (!Array.isArray(group)) continue;
        const apart = group.filter(({ name }) => rare.includes(name));
        if (apart.length === 0 || apart.length === group.length) continue;
        groups[index] = group.filter((entrypoint) => !apart.includes(entrypoint));
        groups.push(apart);
        return;
      }
    },
  },
});
