import type { FailureKind } from './crm.ts';

/** A fault with a kind that a screen has words for; `kind` survives messaging where the class does not. */
export class Failure extends Error {
  override readonly name: string = 'Failure';

  constructor(
    readonly kind: FailureKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
