import type { OperationId } from '../../contract/operations.js';
import type { CheckedRequest } from '../contract.js';
import type { Behaviour } from '../options.js';
import { Refusal } from '../refusal.js';
import type { OpenEntity, State } from '../state.js';
import type { Tokens } from '../tokens.js';

/** What an operation works on. */
export interface Context extends CheckedRequest {
  readonly state: State;
  readonly tokens: Tokens;
  readonly behaviour: Behaviour;
  /** By the fake's clock. */
  readonly now: number;
}

/** What an operation answers. */
export interface Reply {
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What was made or changed, where the answer does not say. */
  readonly entityId?: string;
}

/** Carries one operation out; throws a `Refusal` before it has changed anything. */
export type Operation = (context: Context) => Reply;

export type Operations<Id extends OperationId> = Readonly<Record<Id, Operation>>;

/** The entity that the path's `id` names. The text of the 404 is the one that the page of the widget session shows. */
export function named<T>(entities: ReadonlyMap<string, T>, { path }: Context): T {
  const entity = entities.get(path['id'] ?? '');
  if (entity === undefined) throw new Refusal(404, 'Record Not Found');
  return entity;
}

/** A list without paging. */
export const listed = (entities: ReadonlyMap<string, unknown>): Reply => ({ body: [...entities.values()] });

/** An entity whose fields no page shows: what was sent, under a new id. */
export const openEntity = (body: Context['body']): OpenEntity => ({ ...body, id: crypto.randomUUID() });

/** A field of the request, where it is text. */
export function text({ body }: Context, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}
