import { isObject, optionError } from '../checks.js';
import type { RecordClient, RecordDelivery, TransactionRecord, WebhookEvent } from './event.js';

/** Returns the function that fetches the record of an event. */
export const recordOf =
  (client: RecordClient, { type, entity_id }: WebhookEvent): RecordDelivery<TransactionRecord>['record'] =>
  async (options) => {
    // No page says what `entity_id` is an id of. That it is a transaction's here is inferred from the name of the type.
    const isTransaction = type === 'transaction-create' && typeof entity_id === 'string' && entity_id !== '';
    return isTransaction ? client.transactions.get(entity_id, options) : undefined;
  };

/** Refuses what is no client. The option is not typed here: callers may write JavaScript. */
export function checkClient(client: unknown): void {
  if (client === undefined) return;
  const { transactions } = isObject(client) ? client : {};
  if (!isObject(transactions) || typeof transactions['get'] !== 'function') {
    throw optionError('client', 'must be a client of createKobbleClient');
  }
}
