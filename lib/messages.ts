import type * as v from 'valibot';
import type { FailureKind } from './crm.ts';
import { type CatalogChangesOutputs, catalogChangesInputs } from './messages/catalog-changes.ts';
import { type ContactWorkOutputs, contactWorkInputs } from './messages/contact-work.ts';
import { type ConversationOutputs, conversationInputs } from './messages/conversations.ts';
import { type KeyOutputs, keyInputs } from './messages/key.ts';
import { type LookingUpOutputs, lookingUpInputs } from './messages/looking-up.ts';
import { type ReadingOutputs, readingInputs } from './messages/reading.ts';
import { type RecordChangesOutputs, recordChangesInputs } from './messages/record-changes.ts';
import { type SavingOutputs, savingInputs } from './messages/saving.ts';
import { type WorkspaceOutputs, workspaceInputs } from './messages/workspace.ts';

/**
 * Every message between the extension's pages and its service worker: what it is for, what goes in, what
 * comes out; a file an area. All are sent by our own pages (popup, side panel, options) and answered by the
 * worker, which checks sender and input; nothing is taken from a tab or from another extension.
 */

export const inputs = {
  ...catalogChangesInputs,
  ...contactWorkInputs,
  ...conversationInputs,
  ...keyInputs,
  ...lookingUpInputs,
  ...readingInputs,
  ...recordChangesInputs,
  ...savingInputs,
  ...workspaceInputs,
} as const;

export interface Outputs
  extends CatalogChangesOutputs,
    ContactWorkOutputs,
    ConversationOutputs,
    KeyOutputs,
    LookingUpOutputs,
    ReadingOutputs,
    RecordChangesOutputs,
    SavingOutputs,
    WorkspaceOutputs {}

export type MessageName = keyof typeof inputs;
export type Input<N extends MessageName> = v.InferOutput<(typeof inputs)[N]>;
export type Output<N extends MessageName> = Outputs[N];

/** Plain data both ways: of an `Error`, only its text would survive the crossing. */
export type Reply<N extends MessageName> =
  | { ok: true; value: Output<N> }
  | { ok: false; kind: FailureKind; message: string };

/** Those that change nothing, so that they may be given up when nobody waits for their answer any more. */
export type ReadName = Extract<
  MessageName,
  `${'count' | 'find' | 'get' | 'list' | 'lookUp' | 'name' | 'take'}${string}` | 'readEmail'
>;

/** `left` aborts when whoever asked is gone; what changes something goes on. */
export type Handler<N extends MessageName> = (input: Input<N>, left?: AbortSignal) => Promise<Output<N>>;
export type Handlers = { [N in MessageName]: Handler<N> };
/** Those of one area: `HandlersOf<typeof savingInputs>`. */
export type HandlersOf<Inputs> = Pick<Handlers, keyof Inputs & MessageName>;
