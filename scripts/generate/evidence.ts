import { annotated } from '../lib/annotated.js';
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
export const withEvidence = (contract: Contract): Contract =>
  annotated(contract, (part: Part, plain: Part, { owner }) => {
    // Objects without a description, such as an OAuth flow, may not have one.
    const isDescribed = part.description !== undefined && (part['x-evidence'] ?? part['x-meaning']) !== undefined;
    const copy = isDescribed ? { ...plain, description: describe(part, contract) } : plain;
    return owner === undefined ? { ...copy } : { ...describedField(part, copy, owner, contract) };
  });

function describedField(field: Part, copy: Part, owner: Part, contract: Contract): Part {
  const { 'x-evidence': own, ...rest } = copy;
  const evidence = own ?? owner['x-evidence'];
  const stated = { ...field, description: field.description ?? describedIn(field, contract) };
  const description = evidence && describe({ ...stated, 'x-evidence': evidence }, contract);
  return { ...rest, ...(description && { description }), ...(own && { 'x-evidence': own }) };
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
