import { describe, expect, it } from 'vitest';
import { fillIn, markFacts, mergedFacts } from './merged-facts.ts';

const template = 'Hello {{first_name}},\n\nyour work at {{ company_name }} caught my eye.';

describe('the facts in a finished template', () => {
  it('stand where the template names them', () => {
    const text = 'Hello Anna Maria,\nyour work at Acme & Sons caught my eye.';
    expect(mergedFacts(template, text)).toEqual([
      { name: 'first_name', value: 'Anna Maria' },
      { name: 'company_name', value: 'Acme & Sons' },
    ]);
  });

  it('are empty where nothing was known', () => {
    expect(mergedFacts(template, 'Hello , your work at  caught my eye.')).toEqual([
      { name: 'first_name', value: '' },
      { name: 'company_name', value: '' },
    ]);
    expect(mergedFacts('{{a}}', '')).toEqual([{ name: 'a', value: '' }]);
  });

  it('at the ends, side by side or with a word to fall back on', () => {
    expect(mergedFacts('{{a|friend}} and {{b}}', 'Ada and Bo')).toEqual([
      { name: 'a', value: 'Ada' },
      { name: 'b', value: 'Bo' },
    ]);
    expect(mergedFacts('{{a}}{{b}}!', 'AdaBo!')).toEqual([
      { name: 'a', value: '' },
      { name: 'b', value: 'AdaBo' },
    ]);
    expect(mergedFacts('No facts.', 'No facts.')).toEqual([]);
  });

  it('cannot be told from a text that is another', () => {
    expect(mergedFacts(template, 'Dear Anna, I saw your work at Acme.')).toBeUndefined();
    expect(mergedFacts('Hello {{a}}.', 'Hello Ada. And more')).toBeUndefined();
  });

  it('are marked in a text, also in one that was rewritten', () => {
    const facts = [
      { name: 'first_name', value: 'Ada' },
      { name: 'company_name', value: 'Ada Labs' },
      { name: 'hobby', value: '' },
    ];
    expect(markFacts('Ada, how is Ada Labs?', facts)).toEqual([
      { text: 'Ada', isFact: true },
      { text: ', how is ', isFact: false },
      { text: 'Ada Labs', isFact: true },
      { text: '?', isFact: false },
    ]);
    expect(markFacts('', facts)).toEqual([]);
    expect(markFacts('None.', [])).toEqual([{ text: 'None.', isFact: false }]);
  });

  it('go into the subject where all of them are known', () => {
    const facts = [{ name: 'first_name', value: 'Ada' }];
    expect(fillIn('For {{first_name}}', facts)).toBe('For Ada');
    expect(fillIn('For {{hobby}}', facts)).toBeUndefined();
  });
});
