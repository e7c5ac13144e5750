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
