import type { PageKind } from './model.js';

const KINDS: Readonly<Record<string, [kind: PageKind, id: string]>> = {
  e: ['endpoint', 'api'],
  m: ['document', 'doc'],
  d: ['schema', 'schema'],
  f: ['folder', 'folder'],
};

/** Reads kind and id off the name of a file or an address: `generate-card-secret-12255079e0.md`, `api-12255079`. */
export function idInName(name: string): { kind: PageKind; id: string } | undefined {
  const [, number, letter = ''] = /(?:^|[/-])(\d+)([emdf])0(?:\.\w+)?$/.exec(name) ?? [];
  const known = KINDS[letter];
  if (known && number !== undefined) return { kind: known[0], id: `${known[1]}-${number}` };
  const [, word, digits = ''] = /(?:^|\/)(api|doc|schema|folder)-(\d+)(?:\.\w+)?$/.exec(name) ?? [];
  const kind = Object.values(KINDS).find(([, prefix]) => prefix === word)?.[0];
  return kind && { kind, id: `${word}-${digits}` };
}
