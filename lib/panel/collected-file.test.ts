import { expect, it, vi } from 'vitest';
import { failureWords } from '../failure-words.ts';
import type { Send } from '../send.ts';
import { importCollected } from './collected-file.ts';

it('says that a file is no table, and hands nothing over', async () => {
  const send = vi.fn() as unknown as Send;
  await expect(importCollected(send, new Blob(['page\n"never closed']))).rejects.toMatchObject({
    kind: 'rejected',
    message: failureWords.noTable,
  });
  expect(send).not.toHaveBeenCalled();
});
