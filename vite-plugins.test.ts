import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import * as v from 'valibot';
import { build } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { noIssueTexts, plainScripts, readersCompiledAtOnce, smallScripts } from './vite-plugins.ts';

type Valibot = typeof v;
const transform = noIssueTexts.transform as (code: string, id: string) => { code: string } | undefined;
const source = createRequire(import.meta.url)
  .resolve('valibot')
  .replace(/\.cjs$/, '.mjs');

async function withoutTexts(): Promise<{ small: Valibot; code: string }> {
  const { code = '' } = transform(await readFile(source, 'utf8'), source) ?? {};
  const folder = await mkdtemp(path.join(tmpdir(), 'valibot-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'index.mjs');
  await writeFile(file, code);
  return { small: await import(pathToFileURL(file).href), code };
}

const schemaOf = ({ object, string, array, picklist, pipe, number, minValue, union, fallback }: Valibot) =>
  object({
    name: string(),
    kinds: array(picklist(['person', 'company'])),
    age: pipe(number(), minValue(0)),
    id: union([string(), number()]),
    note: fallback(string(), 'none'),
  });

const good = { name: 'Ada', kinds: ['person'], age: 36, id: 7, note: 'seen' };

it.each([
  ['what fits', good],
  ['what falls back', { ...good, note: 1 }],
  ['a wrong value', { ...good, name: 7 }],
  ['a wrong value in a list', { ...good, kinds: ['person', 'dog'] }],
  ['one that is out of bounds', { ...good, age: -1 }],
  ['one that fits nothing of several', { ...good, id: true }],
  ['a missing one', { kinds: [] }],
  ['no object', null],
])('the checks of values say the same of %s without their texts', async (_, value) => {
  const { small, code } = await withoutTexts();
  const [full, less] = [v.safeParse(schemaOf(v), value), small.safeParse(schemaOf(small), value)];
  expect(less.success).toBe(full.success);
  expect(less.output).toEqual(full.output);
  expect(less.issues?.map(({ kind, type }) => ({ kind, type }))).toEqual(
    full.issues?.map(({ kind, type }) => ({ kind, type })),
  );
  expect(less.issues?.map((issue) => small.getDotPath(issue))).toEqual(
    full.issues?.map((issue) => v.getDotPath(issue)),
  );
  expect(code).not.toContain('Expected ${');
});

it('another valibot, which it does not know, does not pass unnoticed', () => {
  expect(() => transform('export const v = 1;', source)).toThrow('in another way');
});

/** The only file that Vite makes of a module. */
async function built(code: string, format: 'es' | 'iife', fileName = 'read-x.js'): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'script-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const entry = path.join(folder, 'index.js');
  await writeFile(entry, code);
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [smallScripts, readersCompiledAtOnce],
    build: {
      write: false,
      minify: true,
      lib: { entry, formats: [format], name: 'made', fileName: () => fileName },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  return chunk?.type === 'chunk' ? chunk.code : '';
}

/** The objects that the readers look into are large, and each reads some of it. */
const large = `const words = { one: 'first', two: 'second' }; export const told = (name) => name + words.one;`;

it('what a script never reads is left out, and what it gives stays', async () => {
  const code = await built(large, 'iife');
  expect(code).not.toContain('second');
  expect(new Function(`${code}; return made.told('the ')`)()).toBe('the first');
});

it('a part of a page still gives what others take of it', async () => {
  const code = await built(large, 'es');
  expect(code).toMatch(/export ?\{[^}]*\btold\b/);
  expect(code).not.toContain('second');
});

it('readers ask to be compiled at once, and no other script does', async () => {
  expect(await built(large, 'iife')).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  expect(await built(large, 'iife', 'background.js')).not.toContain('allFunctionsCalledOnLoad');
});

it.each([
  ['a value', 'globalThis.ran = true; export default globalThis.found;'],
  ['a function', 'let n = 0; for (const one of globalThis.all) n += one; export default n;'],
])('a script that is %s gives its result to who injects it, and leaves no name there', async (_, code) => {
  const made = await built(code, 'iife', 'picker.js');
  const chunk = { type: 'chunk', code: made };
  const generate = plainScripts.generateBundle as (options: { format: string }, bundle: object) => void;
  generate({ format: 'iife' }, { chunk });
  const given = () => ({ found: 7, all: [3, 4] });
  // What a browser takes for a script's result is its value.
  expect(runInNewContext(made, given())).toBeUndefined();
  expect(runInNewContext(chunk.code, given())).toBe(7);
  expect(runInNewContext(`${chunk.code}; typeof made`, given())).toBe('undefined');
  const part = { type: 'chunk', code: 'var kept=(()=>7)();export{kept as k};' };
  generate({ format: 'es' }, { part });
  expect(part.code).toContain('var kept');
});
