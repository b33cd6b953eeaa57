import type { Catalog } from '../crm.ts';
import type { Output } from '../messages.ts';
import type { Send } from '../send.ts';

/** What the outbox's screens ask for beyond the entries, which they follow anyway. All reject with a `Failure`. */
export interface OutboxCalls {
  /** @param before ms since 1970: gives what was sent earlier than that */
  listHistory(query: string, before?: number): Promise<Output<'listHistory'>>;
  /** Hands all of it to the browser's downloads. */
  exportHistory(catalog: Catalog | undefined): Promise<void>;
  clearHistory(): Promise<void>;
  listHeld(): Promise<Output<'listHeld'>>;
  sendHeld(): Promise<Output<'sendHeld'>>;
  exportHeld(): Promise<void>;
  importHeld(file: Blob): Promise<Output<'importHeld'>>;
}

export interface OutboxCallsDeps {
  send: Send;
  saveFile: (name: string, text: string, type: string) => void;
  now: () => number;
}

const collectedFile = () => import('./collected-file.ts');

export function createOutboxCalls({ send, saveFile, now }: OutboxCallsDeps): OutboxCalls {
  const nameOf = (what: string, ending: string) =>
    `grinfi-capture-${what}-${new Date(now()).toISOString().slice(0, 10)}.${ending}`;
  return {
    listHistory: (query, before) => send('listHistory', { query, ...(before !== undefined && { before }) }),
    async exportHistory(catalog) {
      const [{ historyJson }, { saves }] = await Promise.all([
        import('./history-json.ts'),
        send('listHistory', { all: true }),
      ]);
      saveFile(nameOf('history', 'json'), historyJson(saves, catalog, now()), 'application/json');
    },
    clearHistory: async () => void (await send('clearHistory', {})),
    listHeld: () => send('listHeld', {}),
    sendHeld: () => send('sendHeld', {}),
    async exportHeld() {
      const { exportCollected } = await collectedFile();
      saveFile(nameOf('collected', 'csv'), await exportCollected(send), 'text/csv;charset=utf-8');
    },
    importHeld: async (file) => (await collectedFile()).importCollected(send, file),
  };
}
