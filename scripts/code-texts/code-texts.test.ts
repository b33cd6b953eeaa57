import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { root } from '../root.mjs';
import { textsInCode } from './find.ts';

const inProduct = (...ends: string[]) =>
  ['components', 'entrypoints', 'lib']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file.replaceAll(path.sep, '/')}`,
      ),
    )
    .filter(
      (file) => ends.some((end) => file.endsWith(end)) && !/\.test\.|\/(testing|fixtures)\//.test(file),
    );
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('a text in code', () => {
  it.each([
    ['between tags', 'const a = <p>Saved</p>;', 'Saved'],
    [
      'between tags, broken over lines',
      'const a = <p>\n  Saved in\n  Grinfi {b}\n</p>;',
      'Saved in\n  Grinfi',
    ],
    ['in a fragment', 'const a = <>Saved</>;', 'Saved'],
    ['in an expression between tags', "const a = <p>{isNew ? 'New' : t('known')}</p>;", 'New'],
    ['in a template between tags', 'const a = <p>{`$' + '{n} saved`}</p>;', 'saved'],
    ['after a condition', "const a = <p>{isNew && 'New'}</p>;", 'New'],
    ['put together', "const a = <p>{n + ' saved'}</p>;", 'saved'],
    ['in a label', 'const a = <button aria-label="Close" />;', 'Close'],
    ['in a label that depends', "const a = <button aria-label={isOpen ? 'Close' : t('open')} />;", 'Close'],
    ['in a title', 'const a = <b title="Closes the panel" />;', 'Closes the panel'],
    ['in a placeholder', "const a = <input placeholder={'Search'} />;", 'Search'],
    ['in a picture’s description', 'const a = <img alt="Photo" />;', 'Photo'],
    ['in a component’s label', 'const a = <ChoiceField label="List" />;', 'List'],
    ['in the title of the document', "document.title = 'Settings';", 'Settings'],
    ['put into an element', "mark.textContent = 'Click it';", 'Click it'],
    ['set as an attribute', "mark.setAttribute('aria-label', 'Close');", 'Close'],
    ['in a question of the browser', "if (confirm('Sure?')) go();", 'Sure?'],
    ['on the toolbar button', "browser.action.setTitle({ title: 'Saving' });", 'Saving'],
  ])('is found %s', (_, source, text) => {
    expect(textsInCode('a.tsx', source).map((one) => one.text)).toEqual([text]);
  });

  it.each([
    ['a text of the language files', "const a = <p title={t('saved')}>{plural('changes', 2)}</p>;"],
    ['signs and numbers', 'const a = <p>· 15 {n} %</p>;'],
    ['names of classes, roles and ids', 'const a = <p class="muted" role="status" id="saved" />;'],
    ['the address of a page', 'const a = <code>linkedin.com/search/…/people</code>;'],
    ['a value of an input', 'const a = <input type="radio" name="keep" value="always" />;'],
    ['what a component is told', 'const a = <Banner tone="danger" icon="key" text={words} />;'],
    ['an attribute that is not shown', "mark.setAttribute('class', 'muted');"],
  ])('is not: %s', (_, source) => {
    expect(textsInCode('a.tsx', source)).toEqual([]);
  });

  it('is told with its line', () => {
    expect(textsInCode('a.tsx', 'const a = 1;\nconst b = <p>{a}\n  <b>Saved</b></p>;')).toEqual([
      { line: 2 + 1, text: 'Saved' },
    ]);
  });
});

describe('the product', () => {
  it('has no text for people in its code', () => {
    const files = inProduct('.ts', '.tsx');
    expect(files).toContain('components/Panel.tsx');
    expect(
      files.flatMap((file) =>
        textsInCode(file, read(file)).map(({ line, text }) => `${file}:${line} ${text}`),
      ),
    ).toEqual([]);
  });

  it.each(inProduct('.html'))('%s says no more than the product’s name before its script runs', (file) => {
    const { document } = new JSDOM(read(file)).window;
    expect(document.title).toBe('Grinfi Capture');
    const holdsHeader = document.querySelector('.panel-head') !== null;
    expect(document.body.textContent?.trim()).toBe(holdsHeader ? 'Grinfi Capture' : '');
  });
});
