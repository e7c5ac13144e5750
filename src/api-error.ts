import { KobbleError, type ErrorFacts, type ErrorKind } from './errors.js';

/** What an {@link ApiError} says beside the facts that every error has. */
export interface ApiErrorFacts extends Omit<ErrorFacts, 'code'> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/**
 * Kobble answered, and said no. The class follows the status; a status without a class of its own (a redirect, which
 * is never followed, or a 4xx nobody documented) is a plain `ApiError`.
 */
export class ApiError extends KobbleError {
  static {
    this.prototype.name = 'ApiError';
  }
  readonly kind: Extract<ErrorKind, 'api' | 'auth'> = 'api';
  /** HTTP status; 0 where none came (a token endpoint that could not be reached). */
  declare readonly status: number;
  readonly #body: unknown;
  readonly #headers: Headers;

  constructor(message: string, { body, headers, ...facts }: ApiErrorFacts, code = 'api_error') {
    super(message, { ...facts, code });
    this.#body = body;
    this.#headers = headers;
  }

  /** The error's body: parsed where it is JSON, else its text. Never shown by a log; its form is not documented. */
  get body(): unknown {
    return this.#body;
  }

  /** The headers of the answer. Never shown by a log. */
  get headers(): Headers {
    return this.#headers;
  }
}

/** 400: parameters are invalid or missing. */
export class BadRequestError extends ApiError {
  static {
    this.prototype.name = 'BadRequestError';
  }
}

/** 401 after one replay with a new token, or no token to be had: the credentials are wrong, or Kobble's token endpoint is down. */
export class AuthenticationError extends ApiError {
  static {
    this.prototype.name = 'AuthenticationError';
  }
  override readonly kind = 'auth';
}

/** 403: the client, or its scope, is not allowed to do this. */
export class PermissionDeniedError extends ApiError {
  static {
    this.prototype.name = 'PermissionDeniedError';
  }
}

/** 404: no such record, or not yours. */
export class NotFoundError extends ApiError {
  static {
    this.prototype.name = 'NotFoundError';
  }
}

/** 409: never retried. */
export class ConflictError extends ApiError {
  static {
    this.prototype.name = 'ConflictError';
  }
}

/** 422: never retried. */
export class UnprocessableEntityError extends ApiError {
  static {
    this.prototype.name = 'UnprocessableEntityError';
  }
}

/** 429: wait for `retryAfterMs`, where Kobble said how long. */
export class RateLimitError extends ApiError {
  static {
    this.prototype.name = 'RateLimitError';
  }
}

/** 5xx, still after the retries that were allowed. */
export class ServerError extends ApiError {
  static {
    this.prototype.name = 'ServerError';
  }
}

const BY_STATUS: Record<number, [code: string, type: typeof ApiError]> = {
  400: ['bad_request', BadRequestError],
  401: ['authentication_failed', AuthenticationError],
  403: ['permission_denied', PermissionDeniedError],
  404: ['not_found', NotFoundError],
  409: ['conflict', ConflictError],
  422: ['unprocessable_entity', UnprocessableEntityError],
  429: ['rate_limited', RateLimitError],
};

/** The error for an answer that is not ok, in the class of its status. */
export function apiError(message: string, facts: ApiErrorFacts): ApiError {
  const [code, type] =
    BY_STATUS[facts.status] ??
    (facts.status >= 500 ? (['server_error', ServerError] as const) : (['api_error', ApiError] as const));
  return new type(message, facts, code);
}
