import { environments, operations, sensitiveFields } from '../generated/operations.js';
import type * as wire from '../generated/schema.js';
import type { operations as Operations, paths } from '../generated/schema.js';
import { withoutIds } from './path.js';

export { environments, sensitiveFields };

/** A documented host of Kobble. */
export type Environment = keyof typeof environments;

/** The contract's name of an operation. */
export type OperationId = (typeof operations)[number]['id'];

/** The verbs that the contract uses. */
export const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Verb = (typeof VERBS)[number];

/** `safe` may be repeated as it is, `keyed` with its idempotency key, `never` only where it cannot have been carried out. */
export type RetryClass = 'safe' | 'keyed' | 'never';

/** What the runtime knows of an operation. */
export interface Operation {
  /** Absent for a path that the contract does not know. */
  readonly id?: OperationId;
  readonly method: Verb;
  /** The template, never filled in. */
  readonly path: string;
  readonly retry: RetryClass;
  /** True where nobody has seen a success: it may be empty. */
  readonly open?: boolean;
}

const byVerb: Readonly<Record<Verb, Map<string, Operation>>> = {
  GET: new Map(),
  POST: new Map(),
  PUT: new Map(),
  PATCH: new Map(),
  DELETE: new Map(),
};
for (const operation of operations) byVerb[operation.method].set(operation.path, operation);

/** The contract's operation there, or what HTTP itself says of the verb (RFC 9110 §9.2.2). */
export function operationAt(method: Verb, path: string): Operation {
  return (
    byVerb[method].get(path) ?? {
      method,
      path: withoutIds(path),
      retry: method === 'POST' || method === 'PATCH' ? 'never' : 'safe',
      open: true,
    }
  );
}

/** The contract's operation at a verb and path. */
type At<V extends Verb, P extends keyof paths> = paths[P][Lowercase<V>];

/** The paths that take a verb. */
export type PathOf<V extends Verb> = { [P in keyof paths]: At<V, P> extends undefined ? never : P }[keyof paths];

/** What an operation is called with. */
export type InputOf<V extends Verb, P extends keyof paths> = PathValues<At<V, P>> &
  QueryValues<At<V, P>> &
  Body<At<V, P>>;

type PathValues<O> = O extends { parameters: { path: infer Values } } ? { path: Values } : { path?: never };
type QueryValues<O> = O extends { parameters: { query?: infer Values } } ? { query?: Values | undefined } : unknown;
type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? { body: B } : { body?: never };

/** What the contract's 200 holds. */
export type DataOf<V extends Verb, P extends keyof paths> =
  At<V, P> extends { responses: { 200: { content: { 'application/json': infer D } } } } ? D : unknown;

// The contract's schemas by name: interfaces, so that editors and compiler errors show the name. What they hold, and how
// sure it is, is in the contract.

export interface Beneficiary extends wire.Beneficiary {}
export interface BeneficiaryCreate extends wire.BeneficiaryCreate {}
export interface BeneficiaryUpdate extends wire.BeneficiaryUpdate {}
export interface Card extends wire.Card {}
export interface CardCreate extends wire.CardCreate {}
export interface CardRenewReplace extends wire.CardRenewReplace {}
export interface CardSecret extends wire.CardSecret {}
export interface CardSecretCreate extends wire.CardSecretCreate {}
export interface CardStatusUpdate extends wire.CardStatusUpdate {}
export interface CardWidgetSession extends wire.CardWidgetSession {}
export interface Client extends wire.Client {}
export interface ClientCreate extends wire.ClientCreate {}
export interface Company extends wire.Company {}
export interface Enduser extends wire.Enduser {}
export interface EnduserCreatePerson extends wire.EnduserCreatePerson {}
export interface EnduserCreateCompany extends wire.EnduserCreateCompany {}
export interface Metadata extends wire.Metadata {}
export interface MetadataKobbleDebit1 extends wire.MetadataKobbleDebit1 {}
export interface Person extends wire.Person {}
export interface Program extends wire.Program {}
export interface ProgramCreate extends wire.ProgramCreate {}
export interface Relay extends wire.Relay {}
export interface RelayCreate extends wire.RelayCreate {}
export interface Transaction extends wire.Transaction {}
export interface TransactionCreate extends wire.TransactionCreate {}
export interface TransactionCreateManualCredit extends wire.TransactionCreateManualCredit {}
export interface TransactionCreateManualDebit extends wire.TransactionCreateManualDebit {}
export interface Wallet extends wire.Wallet {}
export interface WalletCreate extends wire.WalletCreate {}
export interface WalletUpdate extends wire.WalletUpdate {}
export interface Webhook extends wire.Webhook {}
export interface WebhookCreate extends wire.WebhookCreate {}
export interface WebhookEvent extends wire.WebhookEvent {}
export interface SnsNotification extends wire.SnsNotification {}
export interface SnsSubscriptionConfirmation extends wire.SnsSubscriptionConfirmation {}
export interface SnsUnsubscribeConfirmation extends wire.SnsUnsubscribeConfirmation {}
export type EnduserCreate = EnduserCreatePerson | EnduserCreateCompany;
export type SnsMessage = SnsNotification | SnsSubscriptionConfirmation | SnsUnsubscribeConfirmation;

type Query<Id extends keyof Operations> = NonNullable<Operations[Id]['parameters']['query']>;

export interface CardListQuery extends Query<'listCards'> {}
export interface TransactionListQuery extends Query<'listTransactions'> {}
