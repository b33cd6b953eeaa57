// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { applyDensity } from '../density.ts';
import { chooseDensity } from './choose-density.ts';

const shown = () => document.documentElement.dataset['density'];

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('the density', () => {
  it('is comfortable until something else is chosen, and then as chosen on every page', async () => {
    applyDensity();
    expect(shown()).toBe('comfortable');
    await chooseDensity('compact');
    expect(shown()).toBe('compact');
    // Another page of ours changes it.
    localStorage.setItem('density', 'comfortable');
    dispatchEvent(new StorageEvent('storage', { key: 'density' }));
    expect(shown()).toBe('comfortable');
  });

  it('stays as it is where it cannot be kept, and the choice fails', async () => {
    applyDensity();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(chooseDensity('compact')).rejects.toMatchObject({ kind: 'storage' });
    expect(shown()).toBe('comfortable');
  });

  it('is comfortable where the user lets no page store anything', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    applyDensity();
    expect(shown()).toBe('comfortable');
  });
});
