import { beforeEach, describe, expect, it } from 'vitest';
import { useTexts } from '../testing/fake-texts.ts';
import { clockText, dayText } from './day-text.ts';
import { linkedParts, webAddress } from './linked-parts.ts';
import { messageKindText, messageStateText } from './message-text.ts';
import { likelySender, senderState } from './sender-text.ts';
import { byDay } from './thread.ts';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString();
const now = new Date(2026, 10, 23, 12).getTime();

beforeEach(() => useTexts());

describe('a thread', () => {
  it('is oldest first and by day, with what has no time at the end', () => {
    const days = byDay([
      { id: 'new' },
      { id: 'c', at: at(23, 9) },
      { id: 'b', at: at(22, 23) },
      { id: 'a', at: at(22, 1) },
      { id: 'odd', at: 'soon' },
    ]);
    expect(days.map(({ items }) => items.map(({ id }) => id))).toEqual([['a', 'b'], ['c'], ['odd', 'new']]);
    expect(days.map(({ day }) => day)).toEqual([
      new Date(2026, 10, 22).getTime(),
      new Date(2026, 10, 23).getTime(),
      undefined,
    ]);
  });

  it('of thousands is put in order at once', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({ id: `${index}`, at: at(1, -index) }));
    const days = byDay(many);
    expect(days.flatMap(({ items }) => items)).toHaveLength(5_000);
    expect(days[0]?.items[0]?.id).toBe('4999');
  });

  it.each([
    [23, 'Today'],
    [22, 'Yesterday'],
    [2, 'Monday, November 2'],
    [-400, 'September 26, 2025'],
  ])('names day %i as "%s"', (day, text) => {
    expect(dayText(new Date(2026, 10, day).getTime(), now)).toBe(text);
  });

  it('has no clock time for what has no time', () => {
    expect(clockText(undefined)).toBe('');
    expect(clockText('soon')).toBe('');
    expect(clockText(at(2, 14))).toMatch(/^2:00\sPM$/);
  });
});

describe('what became of a message', () => {
  it('is said in words, also where the server has a new one', () => {
    expect(messageStateText({ status: 'new' })).toBe('Waits to be sent');
    expect(messageStateText({ status: 'held_by_pigeon' })).toBe('Held by pigeon');
    expect(messageStateText({})).toBe('');
    expect(messageKindText({ kind: 'connection_note' })).toBe('With the connection request');
    expect(messageKindText({ kind: 'voice' })).toBeUndefined();
  });
});

describe('senders', () => {
  const ada = { id: 'ada', name: 'Ada', status: 'enabled', userId: 'u1', linkedInBrowserId: '1' };
  const bo = { id: 'bo', name: 'Bo', status: 'enabled', userId: 'u2', linkedInBrowserId: '2' };
  const gone = { id: 'gone', name: 'Gone', status: 'disabled', linkedInBrowserId: '3' };

  it('say what stands in their way', () => {
    expect(senderState(gone, now)).toEqual({ name: 'Gone · switched off', isOff: true });
    expect(senderState({ ...ada, heldUntil: at(27, 9) }, now)).toEqual({
      name: 'Ada · on hold until Nov 27, 2026',
      isOff: false,
      note: 'It is sent when the hold ends.',
    });
    expect(senderState({ ...ada, heldUntil: at(20, 9) }, now)).toEqual({ name: 'Ada', isOff: false });
    expect(senderState({ id: 'x', name: 'X' }, now)).toMatchObject({ name: 'X · no LinkedIn browser' });
    expect(senderState({ ...ada, hasSmartLimits: true }, now).note).toBe('Grinfi sets the daily limits.');
  });

  it('are proposed: the chosen one, who wrote last, the user’s own, the only one', () => {
    const all = [gone, ada, bo];
    expect(likelySender(all, { chosenId: 'bo', lastId: 'ada', userId: 'u1' })?.id).toBe('bo');
    expect(likelySender(all, { lastId: 'bo', userId: 'u1' })?.id).toBe('bo');
    expect(likelySender(all, { chosenId: 'gone', lastId: 'gone', userId: 'u1' })?.id).toBe('ada');
    expect(likelySender(all, { userId: 'u9' })).toBeUndefined();
    expect(likelySender([gone, bo], { userId: 'u9' })?.id).toBe('bo');
  });
});

describe('addresses in a text', () => {
  it('can be opened, without what ends the sentence', () => {
    expect(linkedParts('See (https://a.example/x?y=1), or http://b.example.')).toEqual([
      'See (',
      { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
      '), or ',
      { text: 'http://b.example', href: 'http://b.example/' },
      '.',
    ]);
  });

  it('that could run something are left as text', () => {
    expect(linkedParts('javascript:alert(1) https://')).toEqual(['javascript:alert(1) https://']);
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', '/relative', ''])
      expect(webAddress(bad)).toBeUndefined();
    expect(webAddress('mailto:ada@a.example')).toBe('mailto:ada@a.example');
  });
});
