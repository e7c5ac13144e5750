import { isObject, optionError } from '../checks.js';
import type { RecordClient, RecordDelivery, TransactionRecord, WebhookEvent } from './event.js';

/** Less than the 14 s of a callback: a call that takes longer must end before SNS delivers again. */
const DEADLINE_MS = 10_000;

/** Returns the function that fetches the record of an event. */
export const recordOf =
  (client: RecordClient, { type, entity_id }: WebhookEvent): RecordDelivery<TransactionRecord>['record'] =>
  async (options) => {
    // No page says what `entity_id` is an id of. That it is a transaction's here is inferred from the name of the type.
    const isTransaction = type === 'transaction-create' && typeof entity_id === 'string' && entity_id !== '';
    return isTransaction ? client.transactions.get(entity_id, { deadlineMs: DEADLINE_MS, ...options }) : undefined;
  };

/** Refuses what is no client. The option is not typed here: callers may write JavaScript. */
export function checkClient(client: unknown): void {
  if (client === undefined) return;
  const { transactions } = isObject(client) ? client : {};
  if (!isObject(transactions) || typeof transactions['get'] !== 'function') {
    throw optionError('client', 'must be a client of createKobbleClient');
  }
}
