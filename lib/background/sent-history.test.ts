import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SentSave } from '../outbox/history.ts';
import { useTexts } from '../testing/fake-texts.ts';
import { catalog } from '../testing/panel-states.ts';
import { createListHistory, historyPage } from './sent-history.ts';

const sent = (place: number, change: Partial<SentSave> = {}): SentSave => ({
  entryId: `e${place}`,
  at: 10_000 - place,
  pageKey: `in/person-${place}`,
  kind: 'person',
  title: `Person ${place}`,
  outcome: 'saved',
  created: true,
  sent: { fields: { headline: `Line ${place}` }, list: { id: 'l1' } },
  ...change,
});

function listing(saves: SentSave[]) {
  const outbox = { history: async () => saves, clearHistory: vi.fn() };
  return createListHistory({ outbox, catalog: async () => catalog });
}

beforeEach(() => useTexts());

describe('the log of what was sent', () => {
  it('comes in portions that join without a gap, also where many were sent in the same moment', async () => {
    const saves = Array.from({ length: 500 }, (_, place) =>
      sent(place, { at: 10_000 - Math.floor(place / 7) }),
    );
    const list = listing(saves);
    const seen: string[] = [];
    let before: number | undefined;
    for (;;) {
      const portion = await list(before === undefined ? {} : { before });
      expect(portion.total).toBe(500);
      seen.push(...portion.saves.map(({ entryId }) => entryId));
      before = portion.saves.at(-1)?.at;
      if (!portion.hasMore) break;
      expect(portion.saves.length).toBeGreaterThanOrEqual(historyPage);
    }
    expect(seen).toEqual(saves.map(({ entryId }) => entryId));
  });

  it.each([
    ['a name', 'person 3'],
    ['a value', 'line 3'],
    ['a value without its accents', 'zurich'],
    ['the name of a field', 'custom budget'],
    ['the name of a list that Grinfi knows by an id', 'nordics'],
  ])('is searched by %s', async (_, query) => {
    const wanted = sent(3, {
      title: 'Person 3',
      sent: { fields: { headline: 'Line 3', location: 'Zürich' }, list: { id: 'l2' }, note: 'custom budget' },
    });
    const { saves, total } = await listing([sent(1), sent(2), wanted])({ query });
    expect(saves).toEqual([wanted]);
    expect(total).toBe(1);
  });

  it('is given whole for an export', async () => {
    const saves = Array.from({ length: 120 }, (_, place) => sent(place));
    expect((await listing(saves)({ all: true })).saves).toHaveLength(120);
  });
});
