import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Failure } from './failure.ts';
import type { Handlers } from './messages.ts';
import { handleMessages } from './messaging.ts';
import { send } from './send.ts';
import { useLines } from './testing/lines.ts';
import { personSave } from './testing/saves.ts';

const ownPage = () => browser.runtime.getURL('/popup.html' as never);
type Sender = { id?: string | undefined; url?: string };
type Listener = (message: unknown, sender: Sender, reply: (reply: unknown) => void) => unknown;
let listener: Listener;

/** Only what a test needs; the others must not be called. */
function handle(some: Partial<Handlers>): void {
  const refuse = async () => {
    throw new Error('This handler is not meant.');
  };
  const handlers = new Proxy(some, { get: (target, name) => Reflect.get(target, name) ?? refuse });
  handleMessages(handlers as Handlers);
}

beforeEach(() => {
  fakeBrowser.reset();
  useLines();
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((added) => {
    listener = added as Listener;
  });
});

const us = (): Sender => ({ id: browser.runtime.id, url: ownPage() });
/** The reply, as the browser hands it on: only where the listener has said that one will come. */
const fromUs = (message: unknown) =>
  new Promise((resolve, reject) => {
    if (listener(message, us(), resolve) !== true) reject(new Error('The way back is closed.'));
  });

describe('messages from our own pages', () => {
  it('are answered with what the handler gives', async () => {
    handle({ undoSave: async () => null });
    expect(await fromUs({ name: 'undoSave', input: { entryId: 'entry-1' } })).toEqual({
      ok: true,
      value: null,
    });
  });

  it('hand over the checked input, without what does not belong there', async () => {
    const retryEntry = vi.fn(async () => null);
    handle({ retryEntry });
    await fromUs({ name: 'retryEntry', input: { entryId: 'entry-1', apiKey: 'stolen' } });
    expect(retryEntry).toHaveBeenCalledExactlyOnceWith({ entryId: 'entry-1' });
  });

  it.each([
    ['a missing field', {}],
    ['a wrong type', { entryId: 7 }],
    ['an empty id', { entryId: '' }],
    ['an endless id', { entryId: 'x'.repeat(101) }],
    ['no object at all', null],
  ])('are refused for %s, without asking the handler', async (_what, input) => {
    const undoSave = vi.fn(async () => null);
    handle({ undoSave });
    expect(await fromUs({ name: 'undoSave', input })).toMatchObject({ ok: false, kind: 'internal' });
    expect(undoSave).not.toHaveBeenCalled();
  });

  it('turn a failure into plain data, with its kind', async () => {
    handle({
      undoSave: async () => {
        throw new Failure('rejected', 'Too late.');
      },
    });
    const reply = await fromUs({ name: 'undoSave', input: { entryId: 'entry-1' } });
    expect(reply).toEqual({ ok: false, kind: 'rejected', message: 'Too late.' });
    expect(structuredClone(reply)).toEqual(reply);
  });

  it.each([
    ['an error', new TypeError('x is undefined'), 'x is undefined'],
    ['something else', 'thrown text', 'thrown text'],
  ])('name %s that was thrown as a fault of ours', async (_what, thrown, message) => {
    handle({
      forgetKey: async () => {
        throw thrown;
      },
    });
    expect(await fromUs({ name: 'forgetKey', input: {} })).toEqual({ ok: false, kind: 'internal', message });
  });
});

describe('messages from anybody else', () => {
  it.each([
    ['another extension', { id: 'other-extension', url: 'chrome-extension://other-extension/page.html' }],
    ['a web page', { id: undefined, url: 'https://www.linkedin.com/in/ada-example' }],
    ['our own script in a tab', { id: 'ours', url: 'https://www.linkedin.com/in/ada-example' }],
    [
      'an address that only begins like ours',
      { id: 'ours', url: 'https://evil.example/?chrome-extension://' },
    ],
    ['nobody at all', { id: 'ours' }],
  ])('get no answer: %s', async (_who, sender) => {
    const forgetKey = vi.fn(async () => null);
    const id = sender.id === 'ours' ? browser.runtime.id : sender.id;
    const line = useLines({ ...sender, id }).connect();
    handle({ forgetKey });
    const reply = vi.fn();
    expect(listener({ name: 'forgetKey', input: {} }, { ...sender, id }, reply)).toBe(false);
    line.onMessage.addListener(reply);
    line.postMessage({ name: 'forgetKey', input: {} });
    await Promise.resolve();
    expect(reply).not.toHaveBeenCalled();
    expect(forgetKey).not.toHaveBeenCalled();
  });

  it.each([
    ['no message', undefined],
    ['a bare text', 'forgetKey'],
    ['an unknown name', { name: 'getKey', input: {} }],
    ['a name that every object has', { name: 'constructor', input: {} }],
  ])('get no answer: %s', (_what, message) => {
    handle({});
    const reply = vi.fn();
    expect(listener(message, us(), reply)).toBe(false);
    expect(reply).not.toHaveBeenCalled();
  });
});

describe('what is asked on a line', () => {
  it('is answered as any message, and the line is hung up', async () => {
    useLines();
    handle({ nameContact: async ({ contactId }) => ({ contact: { id: contactId, name: 'Ada' } }) });
    const { signal } = new AbortController();
    expect(await send('nameContact', { contactId: 'c1' }, { signal })).toEqual({
      contact: { id: 'c1', name: 'Ada' },
    });
    await expect(send('nameContact', { contactId: '' }, { signal })).rejects.toMatchObject({
      kind: 'internal',
    });
  });

  it('is given up by the worker when the screen does not want it any more, or closes', async () => {
    const { closeScreen } = useLines();
    const given: AbortSignal[] = [];
    handle({
      nameContact: (_, left) =>
        new Promise((_resolve, reject) => {
          if (!left) return;
          given.push(left);
          left.addEventListener('abort', () => reject(left.reason as Error));
        }),
    });
    const wanted = new AbortController();
    const { signal } = wanted;
    const asked = send('nameContact', { contactId: 'c1' }, { signal });
    const onScreen = send('nameContact', { contactId: 'c2' }, { signal: new AbortController().signal });
    onScreen.catch(() => undefined);
    await vi.waitFor(() => expect(given).toHaveLength(2));
    wanted.abort();
    await expect(asked).rejects.toBe(signal.reason);
    expect(given.map(({ aborted }) => aborted)).toEqual([true, false]);
    closeScreen();
    expect(given.map(({ aborted }) => aborted)).toEqual([true, true]);
    // Nobody is asked for what nobody wants.
    await expect(send('nameContact', { contactId: 'c3' }, { signal })).rejects.toBe(signal.reason);
    expect(given).toHaveLength(2);
  });

  it('fails as a message does where the worker is stopped by the browser, or is not there', async () => {
    useLines();
    const lines: { disconnect: () => void }[] = [];
    browser.runtime.onConnect.addListener((line) => void lines.push(line));
    const { signal } = new AbortController();
    const asked = send('nameContact', { contactId: 'c1' }, { signal });
    for (const line of lines) line.disconnect();
    await expect(asked).rejects.toMatchObject({ name: 'Failure', kind: 'internal' });
    vi.spyOn(browser.runtime, 'connect').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    await expect(send('nameContact', { contactId: 'c1' }, { signal })).rejects.toMatchObject({
      name: 'Failure',
      kind: 'internal',
    });
  });
});

describe('send', () => {
  const replying = (reply: unknown) =>
    vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(reply as never);

  it('gives the value of the answer', async () => {
    const sendMessage = replying({ ok: true, value: { entryId: 'entry-1' } });
    expect(await send('undoSave', { entryId: 'entry-1' })).toEqual({ entryId: 'entry-1' });
    expect(sendMessage).toHaveBeenCalledWith({ name: 'undoSave', input: { entryId: 'entry-1' } });
  });

  it('throws the failure that the worker named', async () => {
    replying({ ok: false, kind: 'storage', message: 'The disk is full.' });
    await expect(send('forgetKey', {})).rejects.toMatchObject({
      name: 'Failure',
      kind: 'storage',
      message: 'The disk is full.',
    });
  });

  it('throws when nobody answers, and when the worker is gone', async () => {
    replying(undefined);
    await expect(send('forgetKey', {})).rejects.toMatchObject({ kind: 'internal' });
    vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('Could not establish connection.'));
    await expect(send('forgetKey', {})).rejects.toMatchObject({ kind: 'internal' });
  });

  describe('where the worker ends before it has answered', () => {
    const isGone = new Error('The message channel closed before a response was received.');
    const endsOnce = (value: unknown) => replying({ ok: true, value }).mockRejectedValueOnce(isGone);

    it.each([
      ['saveRecord', { save: personSave() }, { entry: { id: 'entry-1' } }],
      ['saveMany', { saves: [personSave()] }, { batchId: 'batch-1' }],
    ] as const)('asks again for %s, which it may have stored', async (name, input, value) => {
      const sendMessage = endsOnce(value);
      expect(await send<'saveRecord' | 'saveMany'>(name, input as never)).toEqual(value);
      expect(sendMessage.mock.calls).toEqual([[{ name, input }], [{ name, input }]]);
    });

    it('asks once for everything else, and says that there was no answer', async () => {
      const sendMessage = endsOnce(null);
      await expect(send('undoSave', { entryId: 'entry-1' })).rejects.toMatchObject({ kind: 'internal' });
      expect(sendMessage).toHaveBeenCalledTimes(1);
    });

    it('gives up on a save after the second time', async () => {
      const sendMessage = replying(undefined).mockRejectedValue(isGone);
      await expect(send('saveRecord', { save: personSave() })).rejects.toMatchObject({ kind: 'internal' });
      expect(sendMessage).toHaveBeenCalledTimes(2);
    });
  });
});
