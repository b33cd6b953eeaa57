import type { Scene } from '../../../gallery/scene.ts';
import { Failure } from '../../../lib/failure.ts';
import type { ConversationCalls } from '../../../lib/panel/conversation-calls.ts';
import type { TypedFile } from '../../../lib/panel/typed-files.ts';
import { conversations } from '../../../lib/testing/conversations.ts';
import { knownContact, now } from '../../../lib/testing/panel-states.ts';
import { full } from '../known.scenes.tsx';
import { Attachments, type Files } from './Attachments.tsx';
import { EmailThread } from './EmailThread.tsx';
import { TemplateDrafter } from './TemplateDrafter.tsx';
import '../../styles/known.css';
import '../../styles/talk.css';

/** What is written with a contact, apart from the LinkedIn messages, which stand among the tabs. */

const nothing = () => undefined;
const never = () => new Promise<never>(nothing);
const fails = async () => {
  throw new Failure('server', '');
};

function emails(state: string, calls: Partial<ConversationCalls>): Scene {
  return {
    group: 'E-mail',
    state,
    page: 'panel',
    isPart: true,
    show: () => (
      <div class="panel">
        <main class="panel-main">
          <EmailThread
            // Each scene asks anew: what one had is kept for the next opening of the same record.
            contact={{ ...knownContact, id: `e-mail ${state}` }}
            account={{ userId: 'u1', userName: 'Ada Example' }}
            known={full}
            onRead={nothing}
            calls={{ ...conversations.full, ...calls }}
            now={now}
          />
        </main>
      </div>
    ),
  };
}

interface Drafted {
  state: string;
  calls?: Partial<ConversationCalls>;
  senderId?: string | undefined;
  /** The template is chosen, and asked to write. */
  isWritten?: true;
}

function drafter({ state, calls = {}, senderId = 's1', isWritten }: Drafted): Scene {
  return {
    group: 'AI templates',
    state,
    page: 'panel',
    isPart: true,
    show: () => (
      <div class="panel">
        <main class="panel-main">
          <TemplateDrafter
            key={state}
            channel="linkedIn"
            contactId={knownContact.id}
            senderId={senderId || undefined}
            calls={{ ...conversations.full, ...calls }}
            onUse={nothing}
          />
        </main>
      </div>
    ),
    async act(root, drawn) {
      if (!isWritten) return;
      const select = root.querySelector('select');
      if (!select) return;
      select.selectedIndex = select.options.length - 1;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await drawn();
      root.querySelector<HTMLElement>('.drafter-foot .button')?.click();
    },
  };
}

const file = (id: string, name: string, more: Partial<TypedFile> = {}): TypedFile => ({
  id,
  name,
  type: 'application/pdf',
  sizeBytes: 1_340_000,
  ...more,
});

function attachments(state: string, files: Partial<Files>): Scene {
  return {
    group: 'Attachments',
    state,
    page: 'panel',
    isPart: true,
    show: () => (
      <main class="panel-main">
        <Attachments
          files={{
            all: [],
            attachmentIds: undefined,
            tooLarge: [],
            problems: {},
            add: nothing,
            retry: nothing,
            remove: nothing,
            ...files,
          }}
          isChecked={state === 'sent too early'}
        />
      </main>
    ),
  };
}

const whole = file('f1', 'pilot.pdf', { attachmentId: 'a1' });
const underWay = file('f2', 'figures-of-the-northern-terminals-2026-final-version-3.xlsx', {
  type: 'application/vnd.ms-excel',
});

export const scenes: Scene[] = [
  emails('full', {}),
  emails('empty', { listEmails: async () => ({ items: [] }) }),
  emails('loading', { listEmails: never, listMailboxes: never }),
  emails('broken', { listEmails: fails, listMailboxes: fails }),
  emails('no mailbox', { listMailboxes: async () => ({ items: [] }) }),
  drafter({ state: 'to choose' }),
  drafter({ state: 'written, with its facts', isWritten: true }),
  drafter({ state: 'writing', calls: { renderTemplate: never }, isWritten: true }),
  drafter({
    state: 'no credits left',
    calls: {
      async renderTemplate() {
        throw new Failure('payment', '');
      },
    },
    isWritten: true,
  }),
  drafter({ state: 'nothing came', calls: { renderTemplate: async () => ({}) }, isWritten: true }),
  drafter({ state: 'no sender yet', senderId: '', isWritten: true }),
  attachments('whole and under way', { all: [whole, underWay] }),
  attachments('failed', { all: [whole, underWay], problems: { f2: 'Grinfi has a problem on its side.' } }),
  attachments('too large', { all: [whole], tooLarge: ['recording-of-the-harbour-fair.mov'] }),
  attachments('sent too early', { all: [underWay] }),
];
