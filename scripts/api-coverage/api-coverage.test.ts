import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '../../fake-grinfi/contract.ts';
import { calls } from './calls.ts';
import { exportedCalls, functionsOf, usedCalls } from './sources.ts';
import { documentedCalls, page } from './table.ts';

const root = join(import.meta.dirname, '../..');
const documented = documentedCalls(contract().document as { paths: Record<string, unknown> });
const named = new Set(Object.values(calls).flatMap(functionsOf));

describe('the table of API calls', () => {
  it('has every call of the document, and no other', () => {
    expect(Object.keys(calls).sort()).toEqual(documented.map(({ id }) => id).sort());
  });

  it('names every function that makes a call, and no other', () => {
    expect([...named].sort()).toEqual(exportedCalls(root).sort());
  });

  it('says of every call where it is seen, or why not', () => {
    const isTold = ({ screen, why }: { screen?: string; why?: string }) => Boolean(screen) !== Boolean(why);
    expect(Object.keys(calls).filter((id) => !isTold(calls[id] ?? {}))).toEqual([]);
    expect(Object.values(calls).filter(({ by, screen }) => screen && !by)).toEqual([]);
  });

  it('names a screen for exactly those calls that the product makes', () => {
    const used = usedCalls(root, [...named]);
    const withScreen = Object.keys(calls).filter((id) => calls[id]?.screen);
    const inUse = Object.keys(calls).filter((id) =>
      functionsOf(calls[id] ?? {}).some((one) => used.has(one)),
    );
    expect(withScreen).toEqual(inUse);
  });

  it('is written down as it is (npm run api-coverage)', () => {
    expect(readFileSync(join(root, 'docs/api-coverage.md'), 'utf8')).toBe(page(documented));
  });
});
