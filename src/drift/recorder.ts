import type { OperationId } from '../contract/operations.js';
import { isFreeMap, isUnknownSchema, responsesOf } from '../contract/responses.js';
import { NOT_JSON, type ReceivedResponse } from './deviations.js';
import type { Deviation } from './finding.js';
import { mergeShapes, shapeAt, shapeOf, withoutChosenNames, type Shape } from './shape.js';

/** The fields of a schema that were seen and that the contract does not have. It contains no value. */
export interface Observation {
  /** Name of the schema. */
  readonly schema: string;
  /** True if no page shows any field of the schema. */
  readonly isUnknown: boolean;
  readonly operations: readonly OperationId[];
  /** An object with the fields that were seen. */
  readonly shape: Shape;
}

/** Collects what the contract does not have. Values are replaced by their types before anything else happens to them. */
export class Recorder {
  readonly #observations: Map<string, Observation>;

  constructor(observations: readonly Observation[] = []) {
    this.#observations = new Map(observations.map((one) => [one.schema, one]));
  }

  record(id: OperationId, { status, body }: ReceivedResponse, deviations: readonly Deviation[]): void {
    const declared = responsesOf(id).get(status);
    if (body === NOT_JSON || declared === undefined) return;
    const whole = shapeOf(body);
    const { schema, isList } = declared;
    const part = isList ? whole.entries : whole;
    if (schema !== undefined && isUnknownSchema(schema)) this.#add(id, schema, true, part && withoutChosenNames(part));
    const pointers = deviations.flatMap(({ kind, pointer, schema: owner }) =>
      kind === 'unknown-field' && owner !== undefined && !isFreeMap(owner) ? [`${owner} ${pointer}`] : [],
    );
    for (const place of new Set(pointers)) {
      const [owner = '', pointer = ''] = place.split(' ', 2);
      const field = shapeAt(whole, pointer);
      if (field !== undefined) this.#add(id, owner, false, objectWith(pointer, field));
    }
  }

  get observations(): readonly Observation[] {
    return [...this.#observations.values()];
  }

  #add(id: OperationId, schema: string, isUnknown: boolean, shape: Shape | undefined): void {
    const known = this.#observations.get(schema);
    const merged = mergeShapes([...(known ? [known.shape] : []), ...(shape ? [shape] : [])]);
    if (merged === undefined) return;
    const operations = [...new Set([...(known?.operations ?? []), id])];
    this.#observations.set(schema, { schema, isUnknown, operations, shape: merged });
  }
}

/** Returns the form of an object that has one field, whose own name is shown, as in the finding. */
function objectWith(pointer: string, field: Shape): Shape {
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  const inner = name === 'metadata' ? { ...field, fields: {}, entries: undefined } : withoutChosenNames(field);
  return { seen: field.seen, types: ['object'], formats: [], fields: { [name]: inner } };
}
