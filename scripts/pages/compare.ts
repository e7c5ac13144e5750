import { rankOf, type Subject } from './contract.js';
import { differences } from './differences.js';
import { rated, shortForm, typeNameOf, type Finding } from './finding.js';
import { headFindings } from './head-findings.js';
import { aligned } from './align.js';
import { nameOf, parentOf, safe, type Fact, type Facts, type Page, type PageSays } from './model.js';
import { withRenames } from './renames.js';

const KEY = 'header/idempotency-key';
const PARAMETER = /^(path|query|header|cookie)\//;
const STATUS = /^\d{3}(\+\d+)?$/;

/** A page with its id, and the facts that it stated when it was last read. */
export interface PlacedPage {
  readonly page: Page;
  readonly id: string | undefined;
  readonly before?: Facts | undefined;
}

/**
 * Compares what a page states with the contract. Pure: it reads nothing. The findings are in the order of the page, an
 * Idempotency-Key that is gone first.
 */
export function compare(placed: PlacedPage, subject: Subject): Finding[] {
  const facts = aligned(placed.page, subject);
  const one = new Comparison({ ...placed, page: { ...placed.page, facts } }, subject);
  const findings = withRenames(one.findings());
  return findings.toSorted((a, b) => Number(b.isLoudest ?? false) - Number(a.isLoudest ?? false));
}

/** Returns what a page says of itself: where its samples contradict its tables, and what a reader did not understand. */
export function notesOf(page: Page, subject?: Subject): Finding[] {
  const isExcused = (place: string) => subject?.facts.get(place)?.says !== undefined;
  const contradictions = page.contradictions.filter(({ place }) => !isExcused(place));
  return [
    ...contradictions.map((note) => ({
      ...noteOf(note.place, note.text, note.line),
      verdict: 'contradicts itself' as const,
    })),
    ...page.problems.map((note) => noteOf(note.place, note.text, note.line)),
  ];
}

const noteOf = (place: string, text: string, pageLine: number): Finding => ({
  verdict: 'not understood',
  place,
  text,
  pageLine,
  aspect: 'other',
  level: 'none',
});

class Comparison {
  private readonly facts: Facts;
  private readonly known: Facts;
  /** Places whose inside is not compared: they are new, or of another type now. */
  private readonly closed = new Set<string>();
  private readonly placed: PlacedPage;
  private readonly subject: Subject;

  constructor(placed: PlacedPage, subject: Subject) {
    this.placed = placed;
    this.subject = subject;
    this.facts = placed.page.facts;
    this.known = subject.facts;
  }

  findings(): Finding[] {
    return [
      ...headFindings(this.placed.page, this.subject, this.placed.id),
      ...[...this.facts.values()].flatMap((fact) => this.onPage(fact)),
      ...[...this.known.values()].flatMap((known) => this.missing(known)),
    ];
  }

  private onPage(fact: Fact): Finding[] {
    if (this.isClosed(fact.place)) return [];
    const known = this.known.get(fact.place);
    if (known === undefined) return this.added(fact);
    const found = differences(fact, known, { before: this.placed.before?.get(fact.place), isFrom: this.isFrom(known) });
    const kept = found.filter(({ aspect, value }) => !this.isExcused(known, aspect, value));
    if (kept.some(({ aspect }) => aspect === 'type')) this.closed.add(fact.place);
    return [
      ...kept.map(({ aspect, level, text }): Finding => ({
        verdict: 'changed',
        place: fact.place,
        aspect,
        level,
        text,
        fact,
        known,
        pageLine: fact.line,
      })),
      ...this.raised(fact, known),
    ];
  }

  private added(fact: Fact): Finding[] {
    const { place } = fact;
    if (fact.level === 'folded' || fact.level === 'menu') return [];
    const around = this.known.get(parentOf(place));
    const also = [around?.says, this.subject.part.get('x-page-says')?.toJS() as PageSays | undefined]; // the linter checks it
    if (also.some((says) => this.holds(says) && says?.also?.some((name) => name === place || name === nameOf(place))))
      return [];
    this.closed.add(place);
    if (fact.mayBeNested === true)
      return [noteOf(place, 'may be inside an earlier field: the text does not keep its level', fact.line)];
    const rating = rated(place, typeNameOf(place), undefined, undefined, { required: fact.required });
    const text = STATUS.test(place)
      ? 'is a response that the contract does not have'
      : `${rating.text} on the page: ${shortForm(fact)}`;
    return [{ verdict: 'new', place, aspect: 'part', level: rating.level, text, fact, pageLine: fact.line }];
  }

  /** Reports evidence that the page raises, at the part that has the mark. It is never lowered. */
  private raised(fact: Fact, known: Fact): Finding[] {
    const finding = (aspect: 'evidence' | 'inside', before: string, after: string): Finding => ({
      verdict: 'surer',
      place: fact.place,
      aspect,
      level: 'patch',
      text: `is surer: ${before}, now ${after}`,
      fact,
      known,
      pageLine: fact.line,
    });
    const { own } = known.marks ?? {};
    const now = STATUS.test(fact.place) ? this.statusEvidence(fact.place) : evidenceOf(fact);
    const part = own && now && rankOf(now) < rankOf(own) ? [finding('evidence', own, now)] : [];
    return [...part, ...this.raisedInside(fact, known, finding)];
  }

  private raisedInside(
    fact: Fact,
    { inside, place, says }: Fact,
    finding: (aspect: 'inside', before: string, after: string) => Finding,
  ): Finding[] {
    if (inside === undefined || STATUS.test(place)) return [];
    const children = childrenOf(this.facts, place);
    const isTable = children.some(({ level }) => level === 'table');
    const now = isTable ? 'documented' : children.length > 0 ? 'example' : undefined;
    const weakest = [inside.own, isTable ? inside.requiredEvidence : undefined]
      .flatMap((word) => word ?? [])
      .toSorted((a, b) => rankOf(b) - rankOf(a))[0];
    if (now === undefined || weakest === undefined || rankOf(now) >= rankOf(weakest)) return [];
    const missing = childrenOf(this.known, place).filter(
      (child) => !this.facts.has(child.place) && child.marks?.own === undefined,
    );
    if (missing.length === 0 || !isTable) return [finding('inside', weakest, now)];
    if (says?.absent === true) return [];
    const names = missing.map((child) => safe(nameOf(child.place))).join(', ');
    return [
      {
        verdict: 'changed',
        place,
        aspect: 'other',
        level: 'minor',
        text: `has a table that lacks what was not documented: ${names}`,
        fact,
        pageLine: fact.line,
      },
    ];
  }

  /** Returns how sure a page is of a response: by its body if it shows one. A status alone raises what no page listed. */
  private statusEvidence(status: string): ReturnType<typeof evidenceOf> {
    const body = this.facts.get(`${status}/body`);
    const children = childrenOf(this.facts, `${status}/body`).concat(childrenOf(this.facts, `${status}/body/[]`));
    if (children.some(({ level }) => level === 'table')) return 'documented';
    if (children.length > 0) return 'example';
    if (body?.level === 'table' && body.type !== 'object' && body.type !== undefined) return 'documented';
    return this.subject.statuses.includes(status) ? undefined : 'documented';
  }

  /** Reports a part of the contract that the page states no longer. Silence is no removal. */
  private missing(known: Fact): Finding[] {
    const { place } = known;
    if (this.facts.has(place) || this.isClosed(place) || (this.holds(known.says) && known.says?.absent === true))
      return [];
    if (place === KEY && !this.listsParameters('header')) return this.keyUnclear(known);
    if (!this.isStated(place) || !this.isRemovable(known)) return [];
    this.closed.add(place);
    const isKey = place === KEY;
    const rating = isKey
      ? rated(place, 'Operation', 'x-retry', 'keyed', 'never')
      : rated(place, typeNameOf(place), undefined, known, undefined);
    const text = isKey
      ? 'is gone from the page: a repeated call would be executed twice'
      : `${rating.text} from the page`;
    return [
      {
        verdict: 'gone',
        place,
        aspect: 'part',
        level: rating.level,
        text,
        known,
        pageLine: this.placed.page.line,
        ...(isKey && { isLoudest: true }),
      },
    ];
  }

  private keyUnclear(known: Fact): Finding[] {
    if (this.placed.page.folded.has('header')) return [];
    const text = 'is not on the page, which shows no parameters at all: look whether it is still required';
    return [{ ...noteOf(KEY, text, this.placed.page.line), known, isLoudest: true }];
  }

  /** Returns true if the page has a list that the part would stand in. */
  private isStated(place: string): boolean {
    const [group = ''] = place.split('/');
    if (PARAMETER.test(place) && parentOf(place) === group) return this.listsParameters(group);
    if (STATUS.test(place)) return [...this.facts.keys()].some((other) => STATUS.test(other));
    if (/^\d{3}[^/]*\/(body|header)/.test(place) && !/\/body\/./.test(place)) return false;
    const parent = parentOf(place);
    const siblings = childrenOf(this.facts, parent);
    return (
      !/\/(\[\]|\{\})$/.test(place) &&
      siblings.some(({ level, mayBeNested }) => level === 'table' && mayBeNested !== true)
    );
  }

  private listsParameters(group: string): boolean {
    if (this.placed.page.folded.has(group)) return false;
    const { security } = this.placed.page.head ?? {};
    const hasTable = [...this.facts.values()].some(({ place, level }) => PARAMETER.test(place) && level === 'table');
    return hasTable || (this.placed.page.listsAuthorization === true && security !== undefined);
  }

  /**
   * Returns true if the part is gone when this page lacks it: the page had it when it was last read, or the part is
   * documented by this page. What a guide states may be the guide's alone.
   */
  private isRemovable(known: Fact): boolean {
    if (this.placed.before !== undefined) return this.placed.before.get(known.place)?.level === 'table';
    if (known.marks?.evidence !== 'documented') return false;
    if (known.place === KEY) return true;
    const isFromEndpoints = known.marks.sources.every((page) => /^(api|schema)-/.test(page));
    const isOwn = known.marks.sources === this.subject.marks.sources && !STATUS.test(known.place);
    const isListed = !STATUS.test(known.place) || this.subject.statuses.includes(known.place);
    return this.isFrom(known) && isListed && (isFromEndpoints || isOwn);
  }

  private isFrom({ marks }: Fact): boolean {
    return this.placed.id !== undefined && marks?.sources.includes(this.placed.id) === true;
  }

  private isClosed(place: string): boolean {
    const steps = place.split('/');
    return steps.some((_, index) => this.closed.has(steps.slice(0, index).join('/')));
  }

  private isExcused({ says }: Fact, aspect: string, value: unknown): boolean {
    const said = says?.[aspect as keyof PageSays]; // an aspect that has no mark is not excused
    return this.holds(says) && said !== undefined && JSON.stringify([said].flat()) === JSON.stringify([value].flat());
  }

  private holds(says: PageSays | undefined): boolean {
    return says !== undefined && (says.page === undefined || says.page === this.placed.id);
  }
}

const evidenceOf = ({ level }: Fact): 'documented' | 'example' | undefined =>
  level === 'table' ? 'documented' : level === 'sample' ? 'example' : undefined;

const childrenOf = (facts: Facts, place: string): Fact[] =>
  [...facts.values()].filter((fact) => parentOf(fact.place) === place);
