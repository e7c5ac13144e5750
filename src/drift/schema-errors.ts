import { isFreeMap, type DeclaredResponse } from '../contract/responses.js';
import { HIDDEN_NAME, shownName, type Deviation, type DriftKind } from './finding.js';

type SchemaError = NonNullable<NonNullable<DeclaredResponse['validate']>['errors']>[number];

const KINDS: Readonly<Record<string, DriftKind>> = {
  required: 'missing',
  additionalProperties: 'unknown-field',
  type: 'type',
  enum: 'enum',
};

/** Returns what a check of a schema found, without anything that was received but names of fields. */
export function deviationsOfErrors(errors: readonly SchemaError[]): Deviation[] {
  const found = errors.filter(({ keyword }) => keyword !== 'if').map(deviationOf); // the form inside says what is wrong
  // A value of another type is not in a list of values either: that says nothing more.
  return found.filter(
    ({ kind, pointer }) => kind !== 'enum' || !found.some((one) => one.kind === 'type' && one.pointer === pointer),
  );
}

function deviationOf({ instancePath, schemaPath, keyword, params }: SchemaError): Deviation {
  const kind = KINDS[keyword] ?? 'rule';
  const { missingProperty, additionalProperty = missingProperty } = params;
  const [schema = ''] = schemaPath.split('#', 1);
  const steps = instancePath.split('/').slice(1).map(unescape);
  const name = typeof additionalProperty === 'string' ? [isFreeMap(schema) ? HIDDEN_NAME : additionalProperty] : [];
  const pointer = [...steps, ...name].map((step) => `/${/^\d+$/.test(step) ? '*' : shownName(step)}`);
  return { kind, part: 'body', pointer: pointer.join(''), expected: expectation(kind, keyword, params), schema };
}

/** Undoes the escapes of RFC 6901 §4. */
const unescape = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** Returns what the contract expects. */
function expectation(kind: DriftKind, keyword: string, params: SchemaError['params']): string {
  if (kind === 'missing') return 'present';
  if (kind === 'unknown-field') return 'absent';
  if (kind === 'type') return String(params['type']);
  if (kind === 'enum') return `one of ${(params['allowedValues'] as readonly unknown[]).join(', ')}`;
  return `what \`${keyword}\` of the contract says`;
}
