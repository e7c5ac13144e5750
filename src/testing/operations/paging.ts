import type { Card } from '../../contract/types.js';
import type { OpenEntity } from '../state.js';
import type { Context, Reply } from './context.js';

/**
 * One page, with the documented headers. Assumptions: the order is that of creation, ascending where the query does not
 * say; `from` and `to` are about creation, and the period holds both.
 */
export function page(entities: Iterable<Card | OpenEntity>, { query, behaviour }: Context): Reply {
  const from = Date.parse(query['from'] ?? '');
  const to = Date.parse(query['to'] ?? '');
  const found = [...entities].filter(({ created_at }) => {
    const created = Date.parse(String(created_at));
    return !(created < from) && !(created > to);
  });
  if (query['order'] === 'desc') found.reverse();
  const offset = count(query['offset']) ?? 0;
  const limit = Math.min(count(query['limit']) ?? behaviour.pageLimit, behaviour.maxPageLimit);
  return {
    body: found.slice(offset, offset + limit),
    headers: { 'x-total-count': `${found.length}`, 'x-offset': `${offset}`, 'x-limit': `${limit}` },
  };
}

const count = (value: string | undefined): number | undefined =>
  value === undefined ? undefined : Math.max(0, Math.trunc(Number(value)));
