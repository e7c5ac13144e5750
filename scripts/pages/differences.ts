import { rankOf, pageSays, type Subject } from './contract.js';
import { rateMember, rateRequired, type Aspect, type Finding } from './finding.js';
import { safe, type Fact, type Page } from './model.js';
import { template } from './place.js';

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

/**
 * Returns what a page and the contract say differently of one part. What the page does not state is no difference. A sample
 * shows less than a table: it is held against what was read off samples only, and never tells integer from number.
 */
export function differences(fact: Fact, known: Fact, origin: Origin): Difference[] {
  if (fact.level === 'folded') return [];
  const [before, after] = [listOf(known.type), listOf(fact.type)];
  const type = covers(before, after) ? [] : [rated(fact, 'type', 'type', before, after)];
  if (fact.level === 'sample') return rankOf(known.marks?.evidence ?? 'documented') > 0 ? type : [];
  if (type.length > 0) return [...type, ...flagDifferences(fact, known)];
  return [
    ...flagDifferences(fact, known),
    ...formatDifference(fact, known, origin),
    ...valueDifference(fact, known, origin),
    ...limitDifferences(fact, known, origin),
    ...restDifferences(fact, known),
  ];
}

const rated = ({ place }: Fact, aspect: Aspect, key: string, before: unknown, after: unknown): Difference => ({
  ...rateMember(place, key, before, after),
  aspect,
  value: after,
});

/** Returns true if each type of the page is one of the contract, where an integer is a number. */
function covers(known: readonly string[], stated: readonly string[]): boolean {
  const isNumber = (type: string) => type === 'integer' && known.includes('number');
  const isCovered = stated.every((type) => known.includes(type) || isNumber(type));
  return known.length === 0 || stated.length === 0 || (isCovered && known.length === stated.length);
}

function flagDifferences(fact: Fact, known: Fact): Difference[] {
  const { place, nullable, required } = fact;
  const types = listOf(known.type);
  const forms = [types, [...types, 'null']];
  const [before, after] = known.nullable === true ? forms.toReversed() : forms;
  const isOther = (one: boolean | undefined, other = false) => one !== undefined && one !== other;
  return [
    ...(isOther(nullable, known.nullable)
      ? [{ ...rated(fact, 'nullable', 'type', before, after), value: nullable }]
      : []),
    ...(required !== undefined && isOther(required, known.required)
      ? [{ ...rateRequired(place, required), aspect: 'required' as const, value: required }]
      : []),
  ];
}

/** What a page lacks is a change only if the contract has it from this page. */
function formatDifference(fact: Fact, known: Fact, { isFrom }: Origin): Difference[] {
  if (fact.format === known.format || (fact.format === undefined && !isFrom)) return [];
  const text = `has another format: ${known.format ?? 'none'}, now ${safe(fact.format ?? 'none')}`;
  return [{ ...rated(fact, 'format', 'format', known.format, fact.format), text }];
}

function valueDifference(fact: Fact, known: Fact, { isFrom }: Origin): Difference[] {
  const { values, glued, isUnseparated } = fact;
  if (glued !== undefined && values === undefined) return gluedDifference(fact, known);
  if (isUnseparated === true) return [];
  if (values === undefined)
    return known.values && isFrom ? [{ ...rated(fact, 'values', 'enum', known.values, undefined), value: [] }] : [];
  const isSame = known.values?.length === values.length && values.every((value) => known.values?.includes(value));
  return isSame ? [] : [rated(fact, 'values', 'enum', known.values?.map(safe), values.map(safe))];
}

/** Values that the text glues together can be read if the contract has them; a rest is a guess. */
function gluedDifference({ place, cut = [], guesses = [], isAmbiguous = false }: Fact, known: Fact): Difference[] {
  const lost = (known.values ?? []).filter((value) => !cut.includes(value));
  const rests = guesses.map(safe).join(', ');
  const parts = [
    guesses.length > 0 && `has new values, perhaps ${rests}: the text does not separate them`,
    lost.length > 0 && `has lost values: ${lost.join(', ')}`,
    isAmbiguous && 'has values that can be read in two ways',
  ].filter((part) => part !== false);
  const { level } = rateMember(place, 'enum', known.values, [...cut, ...guesses]);
  return parts.length === 0 ? [] : [{ level, text: parts.join(', and '), aspect: 'other', value: undefined }];
}

/** A limit of the page is compared; one that the page lacks is gone only if the page had it. Its value is the page's, and not shown. */
function limitDifferences(fact: Fact, known: Fact, { before }: Origin): Difference[] {
  const names = new Set([...Object.keys(fact.limits ?? {}), ...Object.keys(before?.limits ?? {})]);
  return [...names].flatMap((name) => {
    const [now, then] = [fact.limits?.[name], known.limits?.[name]];
    if (now === then || now === '') return [];
    return [{ ...rated(fact, 'other', name, then, now), text: `has another ${safe(name)}`, value: undefined }];
  });
}

function restDifferences({ combination, media = [] }: Fact, known: Fact): Difference[] {
  const found: Difference[] = [];
  if (combination !== undefined && known.combination !== undefined && combination !== known.combination) {
    const text = `has alternatives as ${combination}, not ${known.combination}`;
    found.push({ level: 'patch', text, aspect: 'combination', value: combination });
  }
  if (known.media !== undefined && !media.every((type) => known.media?.includes(type))) {
    const text = `has another media type: ${known.media.join(', ')}, now ${media.map(safe).join(', ')}`;
    found.push({ level: 'major', text, aspect: 'other', value: media });
  }
  return found;
}

const listOf = (type: string | undefined): string[] => type?.split('|') ?? [];

const isOld = (label = ''): boolean => label === 'deprecated' || label === 'obsolete';

/** Compares verb, path, label and authorization of an operation. */
export function headFindings({ head: now, line }: Page, subject: Subject, id: string | undefined): Finding[] {
  const { head, part, marks } = subject;
  if (now === undefined || head === undefined) return [];
  const label = now.label === 'released' || isOld(now.label) ? undefined : now.label;
  const isDeprecated = now.deprecated === true || isOld(now.label);
  const isStated = isDeprecated || now.deprecated !== undefined;
  const isExcused = pageSays(part).some(({ security, page = id }) => security === now.security && page === id);
  const shownLabel = `${head.label ?? 'none'}, now ${safe(label ?? 'none')}`;
  const { level } = rateMember('operation', 'x-status', head.label, label);
  const rows: readonly (readonly [isFound: boolean, text: string, level: Finding['level'], place?: string])[] = [
    [now.method !== head.method, `has another verb: ${head.method}, now ${now.method}`, 'major'],
    [template(now.path) !== template(head.path), `has another path: ${safe(now.path)}`, 'major'],
    [now.label !== undefined && label !== head.label, `has another label: ${shownLabel}`, level],
    [
      isStated && isDeprecated !== (head.deprecated ?? false),
      isDeprecated ? 'is deprecated now' : 'is no longer deprecated',
      'minor',
    ],
    [
      now.security !== undefined && now.security !== head.security && !isExcused,
      `has another authorization: ${head.security ?? 'none'}, now ${now.security ?? ''}`,
      ...(['minor', 'security'] as const),
    ],
  ];
  const found = rows.flatMap(([isFound, text, rating, place = 'operation']): Finding[] =>
    isFound ? [{ verdict: 'changed', place, text, level: rating, aspect: 'head', pageLine: line }] : [],
  );
  if (marks.own === undefined || marks.own === 'documented') return found;
  const text = `is surer: ${marks.own}, now documented`;
  return [...found, { verdict: 'surer', place: 'operation', text, level: 'patch', aspect: 'evidence', pageLine: line }];
}
