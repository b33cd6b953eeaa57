import type { readingInputs } from '../../messages/reading.ts';
import type { HandlersOf } from '../../messages.ts';
import { createMendReading } from '../mend-reading.ts';
import { createCancelPick, createPickField } from '../pick-field.ts';
import { createReadPage } from '../read-page.ts';
import { createRedactPage } from '../redact-page.ts';

interface Deps {
  now: () => number;
  onError: (error: unknown) => void;
}

/** What runs in a LinkedIn tab. */
export function createReading({ now, onError }: Deps): HandlersOf<typeof readingInputs> {
  return {
    readPage: createMendReading({ readPage: createReadPage(), onError }),
    pickField: createPickField({ now }),
    cancelPick: createCancelPick(),
    redactPage: createRedactPage({ now }),
  };
}
