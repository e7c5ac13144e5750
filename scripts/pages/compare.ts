import { pageSays, type Subject } from './contract.js';
import { differences } from './differences.js';
import { rateAdded, rateMember, rateRemoved, shortForm, type Aspect, type Finding } from './finding.js';
import { raisedEvidence } from './evidence-findings.js';
import { headFindings } from './head-findings.js';
import { aligned } from './align.js';
import { childrenOf, nameOf, parentOf, type Fact, type Facts, type Page, type PageSays } from './model.js';
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

/** Returns what a reader did not understand, at a line of the page. */
export const noteOf = (place: string, text: string, pageLine: number): Finding => ({
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
      ...raisedEvidence(fact, known, this.facts, this.subject),
    ];
  }

  private added(fact: Fact): Finding[] {
    const { place } = fact;
    if (fact.level === 'folded') return [];
    const around = this.known.get(parentOf(place));
    const also = [...(around?.says ?? []), ...pageSays(this.subject.part)]
      .filter((says) => this.holds(says))
      .flatMap((says) => says.also ?? []);
    if (also.includes(place) || also.includes(nameOf(place)) || this.isFree(fact, around)) return [];
    this.closed.add(place);
    if (fact.mayBeNested === true)
      return [noteOf(place, 'may be inside an earlier field: the text does not keep its level', fact.line)];
    const rating = rateAdded(fact);
    const text = STATUS.test(place)
      ? 'is a response that the contract does not have'
      : `${rating.text} on the page: ${shortForm(fact)}`;
    return [{ verdict: 'new', place, aspect: 'part', level: rating.level, text, fact, pageLine: fact.line }];
  }

  /** Returns true for what a sample shows in an object that is documented to hold anything. */
  private isFree({ level }: Fact, around: Fact | undefined): boolean {
    const isOpen = around?.type === 'object' && childrenOf(this.known, around.place).length === 0;
    return level === 'sample' && isOpen && around.inside?.evidence === 'documented';
  }

  /** Reports a part of the contract that the page states no longer. Silence is no removal. */
  private missing(known: Fact): Finding[] {
    const { place } = known;
    if (
      this.facts.has(place) ||
      this.isClosed(place) ||
      known.says?.some((says) => this.holds(says) && says.absent === true)
    )
      return [];
    if (place === KEY && !this.listsParameters('header')) return this.keyUnclear(known);
    if (!this.isStated(place) || !this.isRemovable(known)) return [];
    this.closed.add(place);
    const isKey = place === KEY;
    const rating = isKey ? rateMember(place, 'x-retry', 'keyed', 'never') : rateRemoved(place);
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
    if (this.placed.before?.get(known.place)?.level === 'table') return true;
    if (known.marks?.evidence !== 'documented') return false;
    if (known.place === KEY) return true;
    const isFromEndpoints = known.marks.sources.every((page) => /^(api-|schema-|menu$)/.test(page));
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

  private isExcused({ says = [] }: Fact, aspect: Aspect, value: unknown): boolean {
    const said = says.filter((one) => this.holds(one)).map((one) => one[aspect as keyof PageSays]); // other aspects have no mark
    const inOrder = (one: unknown) => JSON.stringify([one].flat().sort());
    return said.some((one) => one !== undefined && inOrder(one) === inOrder(value));
  }

  private holds({ page }: PageSays): boolean {
    return page === undefined || page === this.placed.id;
  }
}
