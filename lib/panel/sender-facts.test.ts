import { beforeEach, describe, expect, it } from 'vitest';
import type { SenderProfile } from '../outreach.ts';
import { useTexts } from '../testing/fake-texts.ts';
import { senderHindrances, senderLimits } from './sender-facts.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const sender = (more: Partial<SenderProfile> = {}): SenderProfile => ({ id: 's1', name: 'Ada', ...more });
const hours = (weekday: number, from: number, to: number) => ({
  weekday,
  fromMinute: from * 60,
  toMinute: to * 60,
});
const schedule = (all: ReturnType<typeof hours>[], usesContactTimezone = false) => ({
  timezone: 'Europe/Berlin',
  usesContactTimezone,
  hours: all,
});
beforeEach(() => useTexts('de'));

describe('what is told of a sender', () => {
  it('is nothing where nothing is in the way and nothing is known', () => {
    expect(senderHindrances(sender({ status: 'enabled' }), now)).toEqual([]);
    expect(senderHindrances(sender({ heldUntil: '2026-11-22T12:00:00Z' }), now)).toEqual([]);
    expect(senderLimits(sender())).toEqual([]);
    expect(senderLimits(sender({ schedule: schedule([]) }))).toEqual([]);
  });

  it('is that it is switched off, or on hold until a time', () => {
    useTexts();
    const both = sender({ status: 'disabled', heldUntil: '2026-11-25T12:00:00Z' });
    const [off, held] = senderHindrances(both, now);
    expect(off).toBe('Switched off: sends nothing');
    expect(held).toMatch(/^On hold: sends nothing before Nov 25, 2026, /);
  });

  it('is the hours, equal days together and the week from Monday', () => {
    const week = [...[1, 2, 3, 4, 5].map((day) => hours(day, 9, 18)), hours(0, 10, 12), hours(0, 14, 16)];
    expect(senderLimits(sender({ hasSmartLimits: true, schedule: schedule(week) }))).toEqual([
      'Grinfi regelt die Tageslimits',
      'Sendet Mo–Fr 09:00–18:00, So 10:00–12:00 + 14:00–16:00 (Europe/Berlin)',
    ]);
  });

  it('names the zone of the person where that counts', () => {
    expect(
      senderLimits(sender({ hasSmartLimits: false, schedule: schedule([hours(7, 9, 18)], true) })),
    ).toEqual(['Tageslimits von Hand gesetzt', 'Sendet So 09:00–18:00 (Zeitzone der Person)']);
  });
});
