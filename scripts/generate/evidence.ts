import { answerEvidence, type Contract, type ContractOperation, type Evidence } from '../lib/contract.js';

const MEANING: Readonly<Record<Evidence, string>> = {
  documented: 'a page states it',
  observed: 'seen in a live response',
  example: 'seen only in a sample',
  inferred: 'no page shows it',
  unknown: 'it has a name, and no more is known',
};

/** A part of the contract, as far as its description is concerned. */
interface Part {
  readonly $ref?: string;
  readonly operationId?: string;
  readonly description?: string;
  readonly externalDocs?: { readonly description: string };
  readonly 'x-evidence'?: Evidence;
  readonly 'x-evidence-note'?: string;
  readonly 'x-meaning'?: 'inferred';
  readonly 'x-required-evidence'?: Evidence;
  readonly 'x-source'?: readonly { readonly page: string }[];
  readonly 'x-status'?: string;
}

/**
 * Returns a copy of the bundle that states its evidence in descriptions, so that Redoc, Swagger UI, Postman and, through
 * the types, editors show it. A field without a mark has the evidence of its schema.
 */
export function withEvidence(contract: Contract): Contract {
  return annotate(contract, contract) as Contract;
}

function annotate(part: unknown, contract: Contract): unknown {
  if (Array.isArray(part)) return part.map((item) => annotate(item, contract));
  if (!isObject(part)) return part;
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(part)) {
    if (name === 'example' || name === 'examples') copy[name] = value;
    else if (name === 'properties')
      copy[name] = annotateFields(value as Readonly<Record<string, Part>>, part, contract);
    else copy[name] = annotate(value, contract);
  }
  // Objects without a description, such as an OAuth flow, may not have one.
  return isDescribed(part) ? { ...copy, description: describe(part, contract) } : copy;
}

const isDescribed = ({ description, 'x-evidence': evidence, 'x-meaning': meaning }: Part): boolean =>
  description !== undefined && (evidence ?? meaning) !== undefined;

function annotateFields(fields: Readonly<Record<string, Part>>, schema: Part, contract: Contract) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const { 'x-evidence': evidence = schema['x-evidence'], ...rest } = field;
      const { 'x-evidence': own, ...copy } = annotate(field, contract) as Part;
      const marked = { ...rest, description: field.description ?? describedIn(field, contract) };
      const description = evidence && describe({ ...marked, 'x-evidence': evidence }, contract);
      return [name, { ...copy, ...(description && { description }), ...(own && { 'x-evidence': own }) }];
    }),
  );
}

/** Returns the description of the schema that a field refers to: one beside `$ref` hides it. */
function describedIn({ $ref }: Part, contract: Contract): string {
  return contract.components.schemas[$ref?.split('/').at(-1) ?? '']?.description ?? '';
}

/** Returns the description of a part, and below it the documentation's title and label, and the evidence. */
function describe(part: Part, contract: Contract): string {
  return [part.description, titleLine(part), evidenceLine(part, contract)]
    .flatMap((text) => text?.trim() || [])
    .join('\n\n');
}

function titleLine({ externalDocs, 'x-status': label }: Part): string | undefined {
  if (externalDocs === undefined) return undefined;
  return `Kobble's title: "${externalDocs.description}".${label ? ` The page has the label "${label}".` : ''}`;
}

function evidenceLine(part: Part, contract: Contract): string | undefined {
  const {
    'x-evidence': evidence,
    'x-evidence-note': note,
    'x-required-evidence': required,
    'x-meaning': meaning,
  } = part;
  if (evidence === undefined && meaning === undefined) return undefined;
  const pages = part['x-source']?.map(({ page }) => page).join(', ');
  return [
    evidence && `Evidence: ${evidence} (${MEANING[evidence]}).`,
    meaning && 'The meaning is inferred.',
    isOperation(part) && `Response: ${answerEvidence(contract, part)}.`,
    required && `Required flags: ${required}.`,
    note?.trim(),
    pages && `Source: ${pages}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function isOperation(part: Part): part is Part & ContractOperation {
  return part.operationId !== undefined && 'x-retry' in part;
}

function isObject(part: unknown): part is Part {
  return typeof part === 'object' && part !== null;
}
