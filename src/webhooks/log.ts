import { redact } from '../errors/redact.js';
import { attemptTo, type Logger } from '../hooks.js';

/** The levels that webhooks log at. */
export type WebhookLogger = Pick<Logger, 'error' | 'warn' | 'info'>;

/** Returns a logger whose failures change nothing: errors that it throws or rejects with are dropped. */
export function safeLogger(logger: Partial<WebhookLogger>): WebhookLogger {
  const write =
    (level: keyof WebhookLogger) =>
    (message: string, ...details: unknown[]): void => {
      attemptTo(
        () => logger[level]?.(message, ...details),
        () => {},
      );
    };
  return { error: write('error'), warn: write('warn'), info: write('info') };
}

const MAX_LENGTH = 1_000;

/**
 * Returns the reason of a failure as one line for the message of a log line: some loggers drop further arguments (pino).
 * Never throws, whatever was thrown.
 */
export function reasonOf(thrown: unknown): string {
  try {
    const text = thrown instanceof Error ? textOf(thrown) : String(thrown);
    return String(redact(text.slice(0, MAX_LENGTH))).replace(/\p{Cc}+/gu, ' ');
  } catch {
    return 'a value without a text';
  }
}

function textOf({ name, message, cause }: Error): string {
  const text = `${name}: ${message}`;
  return cause instanceof Error ? `${text} (${cause.name}: ${cause.message})` : text;
}
