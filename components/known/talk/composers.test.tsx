// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MailboxState, SenderProfile } from '../../../lib/outreach.ts';
import type { ConversationCalls } from '../../../lib/panel/conversation-calls.ts';
import type { RecordPart } from '../../../lib/panel/use-record-part.ts';
import { useTexts } from '../../../lib/testing/fake-texts.ts';
import { knownContact, now } from '../../../lib/testing/panel-states.ts';
import { useStorage } from '../../../lib/testing/storage.ts';
import { EmailComposer } from './EmailComposer.tsx';
import { LinkedInComposer } from './LinkedInComposer.tsx';

function part<T>(items: T[] | undefined): RecordPart<T> {
  return {
    items,
    first: items && { items },
    last: items && { items },
    isLoading: items === undefined,
    problem: undefined,
    reload: vi.fn(),
    hasEarlier: false,
    isLoadingEarlier: false,
    earlierProblem: undefined,
    showEarlier: vi.fn(),
    change: vi.fn(),
  };
}

const sender: SenderProfile = {
  id: 's1',
  name: 'Ada Example',
  status: 'enabled',
  userId: 'u1',
  linkedInBrowserId: 'b1',
  mailboxId: 'm1',
};
const mailbox: MailboxState = {
  id: 'm1',
  address: 'ada@workshop.example',
  senderProfileId: 's1',
  status: 'active',
};
const account = { userId: 'u1', userName: 'Ada Example' };

function made() {
  const sendEmail = vi.fn<ConversationCalls['sendEmail']>(async () => 'sent');
  const sendMessage = vi.fn<ConversationCalls['sendMessage']>(async () => 'sent');
  const calls = { sendEmail, sendMessage } as Partial<ConversationCalls> as ConversationCalls;
  return { calls, sendEmail, sendMessage };
}
const common = { account, now, onSent: () => undefined, onUnsure: () => undefined };

const button = () => screen.getByRole('button', { name: /^Send/ });
const write = (text: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: 'Message to Mara' }), { target: { value: text } });
const isWaiting = () => button().getAttribute('aria-disabled');

beforeEach(() => {
  useStorage();
  useTexts();
});
afterEach(cleanup);

describe('the button that sends', () => {
  it('waits, and says so, until it is known from which mailbox an e-mail goes', async () => {
    const { calls, sendEmail } = made();
    const composer = (isLoaded: boolean) => (
      <EmailComposer
        {...common}
        contact={knownContact}
        mailboxes={part(isLoaded ? [mailbox] : undefined)}
        senders={part(isLoaded ? [sender] : undefined)}
        calls={calls}
        last={undefined}
        theirAddress={undefined}
      />
    );
    const { rerender } = render(composer(false));
    fireEvent.input(screen.getByRole('textbox', { name: 'Subject' }), { target: { value: 'Boots' } });
    write('We bring boots.');
    expect(isWaiting()).toBe('true');
    fireEvent.click(button());
    rerender(composer(true));
    expect(isWaiting()).toBe('false');
    expect(sendEmail).not.toHaveBeenCalled();
    fireEvent.click(button());
    await waitFor(() => expect(sendEmail).toHaveBeenCalledTimes(1));
  });

  it('waits until it is known as whom a LinkedIn message goes', async () => {
    const { calls, sendMessage } = made();
    const composer = (isLoaded: boolean) => (
      <LinkedInComposer
        {...common}
        contactId="k1"
        theirName="Mara"
        senders={part(isLoaded ? [sender] : undefined)}
        lastSenderId={undefined}
        calls={calls}
      />
    );
    const { rerender } = render(composer(false));
    write('Which berth is yours?');
    expect(isWaiting()).toBe('true');
    fireEvent.click(button());
    rerender(composer(true));
    expect(isWaiting()).toBe('false');
    fireEvent.click(button());
    await waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(1));
  });
});

describe('the subject', () => {
  const composer = (calls: ConversationCalls, subject?: string) => (
    <EmailComposer
      {...common}
      contact={knownContact}
      mailboxes={part([mailbox])}
      senders={part([sender])}
      calls={calls}
      last={subject === undefined ? undefined : { id: 'e1', isFromContact: true, isBounced: false, subject }}
      theirAddress={undefined}
    />
  );

  it('that is proposed late does not get between what is being typed', async () => {
    const { calls, sendEmail } = made();
    const { rerender } = render(composer(calls));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Subject' });
    fireEvent.focus(field);
    rerender(composer(calls, 'Night shifts'));
    expect(field.value).toBe('');
    fireEvent.input(field, { target: { value: 'Boots' } });
    fireEvent.blur(field);
    write('We bring boots.');
    fireEvent.click(button());
    await waitFor(() =>
      expect(sendEmail).toHaveBeenCalledWith(expect.objectContaining({ subject: 'Boots' })),
    );
  });

  it('is the one proposed, once a field that was only looked into is left', () => {
    const { calls } = made();
    const { rerender } = render(composer(calls));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Subject' });
    fireEvent.focus(field);
    rerender(composer(calls, 'Night shifts'));
    fireEvent.blur(field);
    rerender(composer(calls, 'Night shifts'));
    expect(field.value).toBe('Re: Night shifts');
  });
});
