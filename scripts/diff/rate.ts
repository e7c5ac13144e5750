import { rateMark } from './rate-mark.js';
import { rateSchema } from './rate-schema.js';
import type { Level, Rating, RedoclyChange } from './redocly-diff.js';
import type { Side } from './uses.js';

/**
 * Rates a difference for callers of this library. That is not what it means on the wire: enums of responses are open in
 * the types, the client sends marked parameters itself, and a response that gets wider no longer compiles. A difference
 * that no rule here knows keeps Redocly's own rating.
 */
export function rate(change: RedoclyChange, side: Side): Rating {
  const { typeName, kind, property, impact } = change;
  if (property?.startsWith('x-')) return rateMark(change, side);
  if (typeName === 'Schema') return rateSchema(change, side);
  if (property === 'key') return { level: 'major', text: `was renamed from ${String(change.base?.value)}` };
  if (property !== undefined && PROSE.has(property)) return { level: 'patch', text: `has another ${property}` };
  const rule = property === undefined ? WHOLES[typeName]?.(change) : PROPERTIES[`${typeName}.${property}`]?.(change);
  return rule ?? { level: impact, text: property === undefined ? `was ${kind}` : `has another ${property}` };
}

const PROSE = new Set(['description', 'summary', 'title', 'externalDocs', 'example', 'examples']);

type Rule = (change: RedoclyChange) => Rating | undefined;

/** Rates a change that adds or removes a node. */
const whole =
  (added: Level, removed: Level): Rule =>
  ({ kind }) =>
    kind === 'added' ? { level: added, text: 'was added' } : { level: removed, text: 'was removed' };

/** Nodes that come or go. */
const WHOLES: Readonly<Record<string, Rule>> = {
  PathItem: whole('minor', 'major'),
  Operation: whole('minor', 'major'),
  Parameter: (change) => (isDemanded(change) ? { level: 'major', text: 'was added and is required' } : more(change)),
  RequestBody: (change) => (isDemanded(change) ? { level: 'major', text: 'was added and is required' } : more(change)),
  MediaType: whole('minor', 'major'),
  Header: whole('minor', 'major'),
  Response: (change) => {
    const isSuccess = /\/2..$/.test(change.path);
    return isSuccess ? more(change) : whole('patch', 'minor')(change);
  },
  Server: whole('minor', 'major'),
  SecurityScheme: whole('minor', 'major'),
  Example: whole('patch', 'patch'),
  ExternalDocs: whole('patch', 'patch'),
  Tag: whole('patch', 'patch'),
};

const more = whole('minor', 'major');

/** Properties of nodes. Others keep Redocly's rating. */
const PROPERTIES: Readonly<Record<string, Rule>> = {
  'Parameter.required': (change) => required(change),
  'RequestBody.required': (change) => required(change),
  'Header.required': ({ revision }) =>
    revision?.value === true
      ? { level: 'minor', text: 'is now always sent' }
      : { level: 'major', text: 'may now be absent' },
  'Parameter.name': () => ({ level: 'major', text: 'has another name' }),
  'Parameter.in': () => ({ level: 'major', text: 'is sent elsewhere' }),
  'Operation.operationId': ({ base }) => ({ level: 'minor', text: `was named ${String(base?.value)}` }),
  'Operation.deprecated': () => ({ level: 'minor', text: 'has another deprecation' }),
  'Operation.tags': () => ({ level: 'minor', text: 'has another tag' }),
  'Server.url': () => ({ level: 'major', text: 'has another address' }),
  'Example.value': () => ({ level: 'patch', text: 'has another value' }),
  'Info.version': () => ({ level: 'none', text: 'has another version' }),
  'ExternalDocs.url': () => ({ level: 'patch', text: 'has another address' }),
};

const required: Rule = ({ revision }) =>
  revision?.value === true
    ? { level: 'major', text: 'is now required' }
    : { level: 'minor', text: 'is no longer required' };

/** Returns true for a new part that a caller must supply. */
function isDemanded({ kind, revision }: RedoclyChange): boolean {
  const value = revision?.value;
  if (kind !== 'added' || typeof value !== 'object' || value === null) return false;
  return 'required' in value && value.required === true && !('x-client-supplied' in value);
}
