import { beforeEach, expect, it } from 'vitest';
import { useTexts } from '../testing/fake-texts.ts';
import { activityText, activityTitle } from './activity-text.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
beforeEach(() => useTexts());

it('says what happened and how long ago', () => {
  expect(activityText({ type: 'linkedin_message_replied', at: '2026-11-20T11:00:00Z' }, now)).toBe(
    'Replied 3 days ago',
  );
});

it('shows a kind it does not know in the server’s words', () => {
  expect(activityText({ type: 'voice_note_sent', at: '2026-11-22T11:00:00Z' }, now)).toBe(
    'Last activity: voice note sent, yesterday',
  );
});

it('leaves out a time that is none', () => {
  expect(activityText({ type: 'email_sent', at: 'soon' }, now)).toBe('E-mail sent');
});

it('is short under the heading of its day, in the server’s words where we have none', () => {
  expect(activityTitle({ type: 'email_opened' })).toBe('Opened an e-mail');
  expect(activityTitle({ type: 'voice_note_sent' })).toBe('Voice note sent');
  expect(activityTitle({ type: 'constructor' })).toBe('Constructor');
});

it.each(['de', 'fr', 'es', 'pt_BR', 'uk', 'ru'])('needs no time to be a whole text in %s', (locale) => {
  useTexts(locale);
  const kinds = ['linkedin_message_replied', 'linkedin_connection_request_accepted', 'email_bounced'];
  for (const type of kinds) expect(activityTitle({ type })).toMatch(/[\p{L}]$/u);
});
