import type { RequestError } from '../contract/requests.js';

/** What only a strict fake refuses: the contract does not forbid it, but nothing is known to take it. */
const STRICT = ['additionalProperties', 'knownValues'];

/** Returns what is wrong in a request, each in one sentence that names the field first. */
export function violationsOf(errors: readonly RequestError[], isStrict: boolean): string[] {
  const found = errors.filter(({ keyword }) => keyword !== 'if' && (isStrict || !STRICT.includes(keyword)));
  // An alternative that does not fit says less than the field that is wrong in it.
  const named = found.filter(({ keyword }) => keyword !== 'not');
  return [...new Set((named.length > 0 ? named : found).map(sentenceOf))];
}

function sentenceOf({ instancePath, keyword, params }: RequestError): string {
  const { missingProperty, additionalProperty } = params;
  const [, place, ...steps] = [...instancePath.split('/').map(unescape), missingProperty ?? additionalProperty].filter(
    (step) => typeof step === 'string',
  );
  const field = steps.length > 0 ? steps.join('.') : `the ${place}`;
  return `${field} ${ruleOf(keyword, params)}`;
}

/** Undoes the escapes of RFC 6901 §4. */
const unescape = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

function ruleOf(keyword: string, params: RequestError['params']): string {
  const limit = String(params['limit']);
  switch (keyword) {
    case 'required':
      return 'is missing';
    case 'additionalProperties':
      return 'is not in the contract';
    case 'type':
      return `must be ${[params['type']].flat().map(withArticle).join(' or ')}`;
    case 'enum':
    case 'knownValues':
      return `must be ${(params['allowedValues'] as readonly unknown[]).join(' or ')}`;
    case 'pattern':
      return `must match ${String(params['pattern'])}`;
    case 'minLength':
      return `must have at least ${limit} characters`;
    case 'maxLength':
      return `must have at most ${limit} characters`;
    case 'not':
      return 'has none of the forms that the contract allows';
    default:
      return `must keep to \`${keyword}\` of the contract`;
  }
}

const withArticle = (type: unknown): string =>
  type === 'null' ? 'null' : `${/^[aeiou]/.test(String(type)) ? 'an' : 'a'} ${String(type)}`;
