import type { OperationId } from '../../contract/operations.js';
import type { BodyOf, Card, Enduser, PathValuesOf, Program, QueryOf, Wallet } from '../../contract/types.js';
import type { WebhookEvent } from '../../webhooks/event.js';
import type { Behaviour } from '../options.js';
import { Refusal } from '../wire.js';

/** An entity whose fields no page shows: what was sent, with an id. */
export interface OpenEntity {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** All that is stored, by id, in order of creation. */
export interface Entities {
  readonly beneficiaries: Map<string, OpenEntity>;
  readonly cards: Map<string, Card>;
  readonly clients: Map<string, OpenEntity>;
  readonly endusers: Map<string, Enduser>;
  readonly programs: Map<string, Program>;
  readonly relays: Map<string, OpenEntity>;
  readonly transactions: Map<string, OpenEntity>;
  readonly wallets: Map<string, Wallet>;
  readonly webhooks: Map<string, OpenEntity>;
}

/** What operations tell of, for webhooks. */
export interface Publisher {
  publish(event: WebhookEvent): unknown;
  webhookCreated(id: string, url: string): void;
  webhookDeleted(id: string): void;
}

/** The fake as its operations see it. */
export interface Surroundings {
  readonly entities: Entities;
  readonly behaviour: Behaviour;
  readonly publisher: Publisher;
  /** Milliseconds since 1970, by the clock of the fake. */
  readonly now: number;
  /** Returns a new token that lives for so many seconds; without a number, until it is revoked. */
  readonly issueToken: (lifeSeconds: number | undefined) => string;
}

/** A request as its operation sees it. It was checked against the contract. */
export interface Context<Id extends OperationId> extends Surroundings {
  readonly path: PathValuesOf<Id>;
  readonly query: Readonly<QueryOf<Id>>;
  readonly body: BodyOf<Id>;
}

/** The result of an operation. */
export interface Reply {
  /** Default: the status of a success, by the contract. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The entity that was made or changed. */
  readonly entityId?: string;
}

/** The operations of a resource. Each is carried out, or throws a `Refusal` before it has changed anything. */
export type Operations<Ids extends OperationId> = { readonly [Id in Ids]: (context: Context<Id>) => Reply };

/** Returns the entity with this id. The text of the 404 is the one on the page of the widget session. */
export function find<T>(entities: ReadonlyMap<string, T>, { id }: { readonly id: string }): T {
  const entity = entities.get(id);
  if (entity === undefined) throw new Refusal(404, 'Record Not Found');
  return entity;
}

/** Replies with one entity. */
export const get = (entities: ReadonlyMap<string, unknown>, path: { readonly id: string }): Reply => ({
  body: find(entities, path),
});

/** Replies with all entities, for a list without paging. */
export const list = (entities: ReadonlyMap<string, unknown>): Reply => ({ body: [...entities.values()] });

/** The result of an operation that stored an entity. */
export type Stored<T> = Reply & { readonly body: T; readonly entityId: string };

/** Stores a new entity, or a new version of one, and replies with it. */
export function store<T extends { readonly id: string }>(entities: Map<string, T>, entity: T): Stored<T> {
  entities.set(entity.id, entity);
  return { body: entity, entityId: entity.id };
}

/** Stores what was sent under a new id, and replies with it: no page shows the response of these operations. */
export const storeOpen = (entities: Map<string, OpenEntity>, body: object): Stored<OpenEntity> =>
  store(entities, { ...body, id: crypto.randomUUID() });

/** Returns the text of a time. */
export const isoDate = (time: number): string => new Date(time).toISOString();

/** Returns the fields that every new entity has. */
export const newEntity = (now: number) => ({
  id: crypto.randomUUID(),
  created_at: isoDate(now),
  updated_at: isoDate(now),
});

/**
 * Replies with one page and the documented headers. Assumptions: entities are in order of creation, ascending by
 * default; `from` and `to` are times of creation, and the period includes both.
 */
export function page(
  entities: Iterable<Card | OpenEntity>,
  { query, behaviour }: Pick<Context<'listCards' | 'listTransactions'>, 'query' | 'behaviour'>,
): Reply {
  const from = timeOf('from', query.from);
  const to = timeOf('to', query.to);
  const found = [...entities].filter(({ created_at }) => {
    const created = Date.parse(String(created_at));
    return !(created < from) && !(created > to); // a comparison with NaN, for a missing limit, is false
  });
  if (query.order === 'desc') found.reverse();
  const offset = count(query.offset ?? 0);
  const limit = Math.min(count(query.limit ?? behaviour.pageLimit), behaviour.maxPageLimit);
  return {
    body: found.slice(offset, offset + limit),
    headers: { 'x-total-count': `${found.length}`, 'x-offset': `${offset}`, 'x-limit': `${limit}` },
  };
}

/** Returns the time of a query parameter, or NaN if it is not given. */
function timeOf(name: string, text: string | undefined): number {
  const time = Date.parse(text ?? '');
  if (text !== undefined && Number.isNaN(time)) throw new Refusal(400, `${name} must be a date-time`);
  return time;
}

const count = (value: number): number => Math.max(0, Math.trunc(value));
