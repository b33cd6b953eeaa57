import { minify } from '@swc/core';
import type { Plugin } from 'vite';

/**
 * Preact's way to put raw HTML into a page, which no screen of ours takes, puts text instead: what cannot happen
 * needs no sanitizing, and the stores' checks find nothing to warn of.
 */
export const noRawHtml: Plugin = {
  name: 'no-raw-html',
  transform: (code, id) =>
    /[\\/]preact[\\/]dist[\\/]/.test(id) && code.includes('.innerHTML')
      ? { code: code.replaceAll('.innerHTML', '.textContent'), map: null }
      : undefined,
};

/**
 * For each value that does not fit, valibot writes an English sentence with the value in it. Nobody is shown one:
 * users get our own words, and a value may be somebody's. Where it is and of what kind stays.
 */
export const noIssueTexts: Plugin = {
  name: 'no-issue-texts',
  transform(code, id) {
    if (!/[\\/]valibot[\\/]dist[\\/]index\.mjs$/.test(id)) return;
    const parts = code.split(addIssue);
    if (parts.length !== 2) throw new Error('valibot adds its issues in another way than it did.');
    return { code: parts.join(addIssueWithoutText).replace(onlyForTexts, ''), map: null };
  },
};

const addIssue = /^function _addIssue\([\s\S]*?^}$/m;
const addIssueWithoutText = `function _addIssue({ kind, type }, _label, dataset, _config, { path, issues } = {}) {
  if (kind === 'schema') dataset.typed = false;
  (dataset.issues ??= []).push({ kind, type, path, issues });
}`;
/** What was expected and received, and by which check. */
const onlyForTexts = /^\s*(?:expects|expected|reference): .*,$|, { received: .* }(?=\))/gm;

/**
 * What WXT puts around the scripts that are run by name or in a tab starts plugins of WXT, of which there are none,
 * and tells a console of faults, which it does not in a build. A script's fault reaches who runs it without that.
 *
 * What a script gives is the value of its only expression, and it leaves no name behind: WXT sees to that where the
 * script is a `function`; `smallScripts` makes it an arrow, or nothing but the value.
 */
export const plainScripts: Plugin = {
  name: 'plain-scripts',
  apply: 'build',
  transform(code, id) {
    if (!id.startsWith('\0virtual:wxt-unlisted-script-entrypoint?')) return;
    const [definition] = /^import definition from .*$/m.exec(code) ?? [];
    if (!definition || !code.includes('definition.main()'))
      throw new Error('WXT runs scripts in another way than it did.');
    return { code: `${definition}\nexport default definition.main();`, map: null };
  },
  generateBundle({ format }, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk' && format === 'iife') chunk.code = chunk.code.replace(nameOfResult, '');
  },
};

/** What gives a script's value a name. In front of a `function`, WXT takes it away itself. */
const nameOfResult = /^var [\w$]+ ?= ?(?=[(`'"\d])/;

/**
 * Vite's own loader of a lazy part's styles is for any site: other servers, old browsers, scripts to be fetched
 * ahead, security policies with a nonce. Ours come from the extension's own files, and every page of ours loads it
 * first: this one is a fifth of it.
 *
 * A style that does not come is no reason to keep the part back.
 */
export const smallStyleLoader: Plugin = {
  name: 'small-style-loader',
  transform: (_code, id) =>
    id === '\0vite/preload-helper.js' ? { code: styleLoader, map: null } : undefined,
};

const styleLoader = `
  const loading = {};
  function loadStyle(href) {
    if (document.querySelector('[href="' + href + '"], [data-href="' + href + '"]')) return loading[href];
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    loading[href] = new Promise((settle) => { link.onload = link.onerror = settle; });
    document.head.append(link);
    return loading[href];
  }
  export const __vitePreload = (load, styles = []) =>
    Promise.all(styles.map((name) => loadStyle('/' + name))).then(load);
`;

/**
 * The styles that popup and side panel need for their first frame stand in the pages themselves: the browser paints a
 * page's header as soon as it has parsed the page, and waits for no other file. `data-href` tells the loader above that
 * they are there.
 */
export const stylesInPage: Plugin = {
  name: 'styles-in-page',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const pages = Object.values(bundle).filter(({ fileName }) => /(popup|sidepanel).*\.html$/.test(fileName));
    const moved = new Set<string>();
    for (const page of pages) {
      if (page.type !== 'asset') continue;
      page.source = String(page.source).replace(styleLink, (link: string, name: string) => {
        const style = bundle[name];
        if (style?.type !== 'asset') return link;
        moved.add(name);
        return `<style data-href="/${name}">${String(style.source).trim()}</style>`;
      });
    }
    for (const name of moved) delete bundle[name];
  },
};

const styleLink = /<link rel="stylesheet"[^>]* href="\/([^"]+)"[^>]*>/g;

/**
 * The script of popup and side panel is run by `entrypoints/after-first-frame`, which says why. The popup's is
 * fetched meanwhile, so that it is at hand then; in the panel, that held up the frame and won nothing.
 */
export const screensAfterFirstFrame: Plugin = {
  name: 'screens-after-first-frame',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const page of Object.values(bundle))
      if (page.type === 'asset' && /(?:popup|sidepanel).*\.html$/.test(page.fileName))
        page.source = String(page.source).replace(
          moduleScript,
          page.fileName.includes('popup') ? `${waiting}\n    ${fetched}` : waiting,
        );
  },
};

const waiting = '<script defer src="/after-first-frame.js" data-module="$1"></script>';
const fetched = '<link rel="modulepreload" crossorigin href="$1">';

const moduleScript = /<script type="module"[^>]* src="([^"]+)"[^>]*><\/script>/;

/**
 * Before Vite's minifier, this one puts in place what is used once and takes apart objects that are only read. The
 * service worker, read whole each time that it wakes, becomes 5 % smaller by it, the readers 8 to 17 %. It leaves the
 * names to the later one.
 */
export const smallScripts: Plugin = {
  name: 'small-scripts',
  apply: 'build',
  async renderChunk(code, _chunk, { format }) {
    if (this.environment.config.build.minify === false) return;
    const small = await minify(code, {
      ecma: 2022,
      // What a classic script leaves at its top is what others find of it.
      module: format === 'es',
      // Arrows: nothing that is called with `new` is a function without `this`.
      compress: { ecma: 2022, passes: 6, unsafe_arrows: true, const_to_let: false },
      mangle: false,
    });
    return { code: small.code, map: null };
  },
};

/**
 * Nearly all of a reader runs each time. Told so, the browser compiles it in one go instead of skipping each function
 * first and taking it up again when it is called: to run a reader and read a profile takes a tenth to a quarter less.
 * Browsers that do not know the hint (Chrome before 136, Firefox) see a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
export const readersCompiledAtOnce: Plugin = {
  name: 'readers-compiled-at-once',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk' && /^read-[a-z-]+\.js$/.test(chunk.fileName))
        chunk.code = `${compileHint}\n${chunk.code}`;
  },
};

export const compileHint = '//# allFunctionsCalledOnLoad';
