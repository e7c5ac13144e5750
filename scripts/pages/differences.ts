import { rateMember, rateRequired, type Aspect, type Finding } from './finding.js';
import { rankOf } from './contract.js';
import { safe, type Fact } from './model.js';

/** A member of a part that page and contract state differently, with the page's value. */
export interface Difference extends Pick<Finding, 'level' | 'text'> {
  readonly aspect: Aspect;
  readonly value: unknown;
}

interface Origin {
  /** The fact that the page stated when it was last read. */
  readonly before: Fact | undefined;
  /** True if the page is among the sources of the contract's fact. */
  readonly isFrom: boolean;
}

/** Returns what a page and the contract say differently of one part. What the page does not state is no difference. */
export function differences(fact: Fact, known: Fact, origin: Origin): Difference[] {
  if (fact.level === 'sample') return sampleDifference(fact, known);
  if (fact.level !== 'table') return [];
  const type = typeDifference(fact, known);
  if (type.length > 0) return [...type, ...flagDifferences(fact, known)];
  return [
    ...flagDifferences(fact, known),
    ...formatDifference(fact, known, origin),
    ...valueDifference(fact, known, origin),
    ...limitDifferences(fact, known, origin),
    ...restDifferences(fact, known),
  ];
}

function difference(
  fact: Fact,
  aspect: Difference['aspect'],
  property: string,
  before: unknown,
  after: unknown,
): Difference {
  return { ...rateMember(fact.place, property, before, after), aspect, value: after };
}

/** A sample shows less than a table: it is held against what was read off samples only, and never tells integer from number. */
function sampleDifference(fact: Fact, known: Fact): Difference[] {
  const isSample = rankOf(known.marks?.evidence ?? 'documented') > 0;
  return isSample && !covers(known.type, fact.type)
    ? [difference(fact, 'type', 'type', listOf(known.type), listOf(fact.type))]
    : [];
}

function typeDifference(fact: Fact, known: Fact): Difference[] {
  if (fact.type === undefined || known.type === undefined || covers(known.type, fact.type)) return [];
  return [difference(fact, 'type', 'type', listOf(known.type), listOf(fact.type))];
}

/** Returns true if each type of the page is one of the contract, where an integer is a number. */
function covers(known: string | undefined, stated: string | undefined): boolean {
  if (known === undefined || stated === undefined) return true;
  const types = listOf(known);
  const isCovered = listOf(stated).every(
    (type) => types.includes(type) || (type === 'integer' && types.includes('number')),
  );
  return isCovered && (types.length === listOf(stated).length || stated === known);
}

function flagDifferences(fact: Fact, known: Fact): Difference[] {
  const found: Difference[] = [];
  if (fact.nullable !== undefined && fact.nullable !== (known.nullable ?? false)) {
    const types = listOf(known.type);
    const [before, after] = known.nullable === true ? [[...types, 'null'], types] : [types, [...types, 'null']];
    found.push({ ...difference(fact, 'nullable', 'type', before, after), value: fact.nullable });
  }
  if (fact.required !== undefined && fact.required !== (known.required ?? false))
    found.push(requiredDifference(fact, fact.required));
  return found;
}

const requiredDifference = ({ place }: Fact, required: boolean): Difference => ({
  ...rateRequired(place, required),
  aspect: 'required',
  value: required,
});

/** What a page lacks is a change only if the contract has it from this page. */
function formatDifference(fact: Fact, known: Fact, { isFrom }: Origin): Difference[] {
  if (fact.format === known.format || (fact.format === undefined && !isFrom)) return [];
  const text = `has another format: ${known.format ?? 'none'}, now ${safe(fact.format ?? 'none')}`;
  return [{ ...difference(fact, 'format', 'format', known.format, fact.format), text }];
}

function valueDifference(fact: Fact, known: Fact, { isFrom }: Origin): Difference[] {
  const { values, glued } = fact;
  if (glued !== undefined && values === undefined) return gluedDifference(fact, known);
  if (fact.isUnseparated === true) return [];
  if (values === undefined)
    return known.values && isFrom
      ? [{ ...difference(fact, 'values', 'enum', known.values, undefined), value: [] }]
      : [];
  const isSame = known.values?.length === values.length && values.every((value) => known.values?.includes(value));
  return isSame ? [] : [difference(fact, 'values', 'enum', known.values?.map(safe), values.map(safe))];
}

/** Values that the text glues together can be read if the contract has them; a rest is a guess. */
function gluedDifference(fact: Fact, known: Fact): Difference[] {
  const before = known.values ?? [];
  const guesses = fact.guesses ?? [];
  const lost = before.filter((value) => !fact.cut?.includes(value));
  if (guesses.length === 0 && lost.length === 0 && fact.isAmbiguous !== true) return [];
  const { level } = rateMember(fact.place, 'enum', known.values, [...(fact.cut ?? []), ...guesses]);
  const parts = [
    ...(guesses.length > 0
      ? [`has new values, perhaps ${guesses.map(safe).join(', ')}: the text does not separate them`]
      : []),
    ...(lost.length > 0 ? [`has lost values: ${lost.join(', ')}`] : []),
    ...(fact.isAmbiguous === true ? ['has values that can be read in two ways'] : []),
  ];
  return [{ level, text: parts.join(', and '), aspect: 'other', value: undefined }];
}

/** A limit of the page is compared; one that the page lacks is gone only if the page had it. Its value is not shown. */
function limitDifferences(fact: Fact, known: Fact, { before }: Origin): Difference[] {
  const names = new Set([...Object.keys(fact.limits ?? {}), ...Object.keys(before?.limits ?? {})]);
  return [...names].flatMap((name) => {
    const [now, then] = [fact.limits?.[name], known.limits?.[name]];
    if (now === then || now === '') return [];
    const text = `has another ${safe(name)}`; // its value is the page's
    return [{ ...difference(fact, 'other', name, then, now), text, value: undefined }];
  });
}

function restDifferences(fact: Fact, known: Fact): Difference[] {
  const found: Difference[] = [];
  if (fact.combination !== undefined && known.combination !== undefined && fact.combination !== known.combination) {
    found.push({
      level: 'patch',
      text: `has alternatives as ${fact.combination}, not ${known.combination}`,
      aspect: 'combination',
      value: fact.combination,
    });
  }
  const media = fact.media ?? [];
  if (media.length > 0 && known.media !== undefined && !media.every((type) => known.media?.includes(type))) {
    found.push({
      level: 'major',
      text: `has another media type: ${known.media.join(', ')}, now ${media.map(safe).join(', ')}`,
      aspect: 'other',
      value: media,
    });
  }
  return found;
}

const listOf = (type: string | undefined): string[] => type?.split('|') ?? [];
