import { describe, expect, it } from 'vitest';
import { loadPage } from './fixtures/load.ts';
import { lnIdOf, snIdOf } from './fixtures/member-ids.ts';
import { profileColumns } from './fixtures/profile-cells.ts';
import { subjects } from './fixtures/subjects.ts';
import { readPage } from './registry.ts';

const { number, handle } = subjects.plain;

/** Pages of one member, to be opened under addresses that have an id in the handle's place. */
const pages = profileColumns.flatMap(({ name, cell: cellOf }) => {
  const cell = cellOf('plain');
  return 'none' in cell || !cell.url.includes('/in/') ? [] : [{ name, cell }];
});

function read(page: (typeof pages)[number], id: string) {
  const url = page.cell.url.replace(/\/in\/[^/?]+/, `/in/${id}`);
  return readPage(loadPage(page.cell.html, url), new URL(url));
}

describe.each(pages)('$name under an address with an id', (page) => {
  it.each([
    ['another member’s', lnIdOf(5)],
    ['another lead’s', snIdOf(5)],
    ['a broken', `ACoA${'x'.repeat(35)}`],
    ['a lead’s broken', `ACwA${'x'.repeat(35)}`],
  ])('is no record with %s id', (_, id) => {
    expect(read(page, id)).toMatchObject({ outcome: 'notReady', page: 'profile' });
  });

  it.each([
    ['the member’s own', lnIdOf(number)],
    ['the lead’s own', snIdOf(number)],
  ])('is of this member alone with %s id', (_, id) => {
    const reading = read(page, id);
    if (reading.outcome !== 'record' || reading.record.kind !== 'person') {
      expect(reading).toMatchObject({ outcome: 'notReady', page: 'profile' });
      return;
    }
    const { fields } = reading.record;
    expect(fields).toMatchObject({ memberId: { value: String(number), certain: true } });
    // Whose list it is, its id says; a list of jobs need not name the handle.
    if (fields.handle) expect(fields.handle.value).toBe(handle);
  });
});

describe('the member’s own id in the address', () => {
  const agreeing = (id: string) =>
    pages.filter((page) => read(page, id).outcome === 'record').map(({ name }) => name);

  it('is enough wherever the page itself has the member’s id or number', () => {
    expect(agreeing(lnIdOf(number))).toEqual(
      expect.arrayContaining([
        'profile, server-driven frontend',
        'profile, Ember',
        'all jobs, Ember',
        'public profile',
        'profile on a phone',
      ]),
    );
    expect(agreeing(snIdOf(number))).toEqual(
      expect.arrayContaining(['profile, server-driven frontend', 'public profile', 'profile on a phone']),
    );
  });
});
