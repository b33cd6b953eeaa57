import { describe, expect, it } from 'vitest';
import { pseudoText, pseudoTexts } from './pseudo-locale.ts';

describe('a made-up language', () => {
  it('is longer than English, in brackets, and keeps what stands for a value', () => {
    expect(pseudoText('Save', 'accented')).toBe('[Šávé~~~]');
    expect(pseudoText('Create “$1”', 'accented')).toBe('[Çŕéáţé “$1”~~~~~]');
  });

  it('is written from right to left, if so wished, with the names of products as they are', () => {
    expect(pseudoText('In Grinfi', 'rightToLeft')).toMatch(/^\[[א-ת]{2} Grinfi~+\]$/);
    expect(pseudoTexts({ a: { message: 'a' } }, 'rightToLeft').languageCode?.message).toBe('he');
  });
});
