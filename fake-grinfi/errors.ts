/** The reasons that `openapi.yaml` names; 429, 5xx and unknown paths have no documented one. */
export type Reason =
  | 'validation_error'
  | 'bad_request'
  | 'auth_exception'
  | 'access_denied'
  | 'payment_required'
  | 'not_found'
  | 'too_many_requests'
  | 'server_error';

const byStatus: Record<number, { reason: Reason; message: string }> = {
  400: { reason: 'bad_request', message: 'Bad request.' },
  401: { reason: 'auth_exception', message: 'Unauthenticated.' },
  402: { reason: 'payment_required', message: 'Not enough credits.' },
  403: { reason: 'access_denied', message: 'Access denied.' },
  404: { reason: 'not_found', message: 'Not found.' },
  422: { reason: 'validation_error', message: 'The given data was invalid.' },
  429: { reason: 'too_many_requests', message: 'Too Many Attempts.' },
};
const serverFault = { reason: 'server_error', message: 'Server Error' } as const;

/** Field name to messages. */
export type FieldErrors = Record<string, string[]>;

/** Body of an error as the schema `error` has it. */
export function errorEnvelope(status: number, data: FieldErrors = {}, message?: string) {
  const known = byStatus[status] ?? serverFault;
  const inner = message ?? Object.values(data)[0]?.[0] ?? known.message;
  return { error: { reason: known.reason, message: inner, data }, message: known.message, code: status };
}

/** Thrown by a resource to answer with an error. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly data: FieldErrors;

  constructor(status: number, data: FieldErrors = {}, message?: string) {
    super(message ?? errorEnvelope(status, data).error.message);
    this.status = status;
    this.data = data;
  }

  static notFound(): ApiError {
    return new ApiError(404);
  }

  /** One field that the server does not take. */
  static invalid(field: string, message: string): ApiError {
    return new ApiError(422, { [field]: [message] });
  }

  /** Answers 404 with an empty body, since `openapi.yaml` documents none. */
  toResponse(): Response {
    if (this.status === 404) return new Response(null, { status: 404 });
    return Response.json(errorEnvelope(this.status, this.data, this.message), { status: this.status });
  }
}

/** What `fetch` rejects with when the connection is dropped; the same class as the browser's own. */
export class DroppedConnection extends TypeError {
  override name = 'DroppedConnection';

  constructor() {
    super('fetch failed: the connection was dropped');
  }
}
