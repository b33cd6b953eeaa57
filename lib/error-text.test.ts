import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { errorText } from './error-text.ts';
import { failureWords } from './failure-words.ts';
import { useTexts } from './testing/fake-texts.ts';

beforeEach(() => useTexts());

describe('error text', () => {
  it.each([
    'auth',
    'offline',
    'timeout',
    'busy',
    'server',
    'payment',
    'rejected',
    'malformed',
    'storage',
    'page',
    'internal',
  ] as const)('has a sentence of its own for %s', (kind) => {
    expect(errorText(kind)).toMatch(/^[A-Z].+\.$/);
  });

  it('quotes the server where its words tell more, and only there', () => {
    expect(errorText('rejected', 'Too long.')).toContain('“Too long.”');
    expect(errorText('offline', 'fetch failed')).not.toContain('fetch failed');
  });

  it('says what we found ourselves without putting it into the server’s mouth', () => {
    expect(errorText('rejected', failureWords.keyEmpty)).toBe('Paste your API key first.');
    expect(errorText('page', failureWords.tabClosed)).toBe('The tab was closed.');
  });

  it('has words in the language file for every failure that we name', () => {
    const texts = readFileSync('public/_locales/en/messages.json', 'utf8');
    const sentences = Object.values(failureWords).map((words) => errorText('page', words));
    expect(sentences.every((sentence) => sentence !== '' && texts.includes(sentence))).toBe(true);
  });
});
