import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Covered } from './calls.ts';

/** What the source says of the functions that the table names. Read as text, so that nothing has to run. */

/** `resource.ts name` for each function of `by`. */
export function functionsOf({ by }: Covered): string[] {
  return (by ?? '').split('; ').flatMap((part) => {
    const [file, ...names] = part.split(/,? +/);
    return names.map((name) => `${file} ${name}`);
  });
}

/** The means by which the resources make their calls; no calls of their own. */
const means = ['mass-action.ts', 'pages.ts', 'counts.ts'];

/** `resource.ts name` of every exported function that takes the client. */
export function exportedCalls(root: string): string[] {
  const folder = join(root, 'lib/grinfi');
  const files = readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name) && !means.includes(name));
  return files.flatMap((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    const found = source.matchAll(/^export (?:async )?function (\w+)\(\s*client: GrinfiClient/gm);
    return [...found].map(([, name]) => `${file} ${name}`);
  });
}

/** Of these functions, those that the product uses outside of `lib/grinfi`. */
export function usedCalls(root: string, functions: readonly string[]): Set<string> {
  const sources = ['lib', 'components', 'entrypoints'].flatMap((folder) => {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    const ours = names.filter((name) => /(?<!\.test)\.tsx?$/.test(name) && !/^(grinfi|testing)\//.test(name));
    return ours.map((name) => readFileSync(join(root, folder, name), 'utf8'));
  });
  const used = new Set(sources.flatMap(importedCalls));
  return new Set(functions.filter((one) => used.has(one)));
}

/** `resource.ts name` of what a source takes from `lib/grinfi`, by name or as `contacts.findContact`. */
function importedCalls(source: string): string[] {
  const imports = source.matchAll(/^import (?:\* as (\w+)|\{([^}]*)\}) from '[^']*\/grinfi\/([\w-]+\.ts)'/gm);
  return [...imports].flatMap(([, whole, names = '', file]) => {
    const byName = names.split(',').map((name) => name.trim().split(' as ')[0]);
    const ofWhole = whole ? source.matchAll(new RegExp(`\\b${whole}\\.(\\w+)`, 'g')) : [];
    return [...byName, ...[...ofWhole].map(([, name]) => name)].map((name) => `${file} ${name}`);
  });
}
