import { aligned } from './align.js';
import { pageSays, type Subject } from './contract.js';
import { differences, headFindings } from './differences.js';
import { raisedEvidence } from './evidence-findings.js';
import {
  isParameter,
  rateAdded,
  rateMember,
  rateRemoved,
  shortForm,
  STATUS,
  type Aspect,
  type Finding,
} from './finding.js';
import { childrenOf, nameOf, parentOf, safe, type Fact, type Facts, type Page, type PageSays } from './model.js';

const KEY = 'header/idempotency-key';

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
  const findings = withRenames(new Comparison(placed, subject).findings());
  return findings.toSorted((a, b) => Number(b.isLoudest ?? false) - Number(a.isLoudest ?? false));
}

/** Returns what a page says of itself: where its samples contradict its tables, and what a reader did not understand. */
export function notesOf({ contradictions, problems }: Page, subject?: Subject): Finding[] {
  const open = contradictions.filter(({ place }) => subject?.facts.get(place)?.says === undefined);
  return [
    ...open.map(({ place, text, line }) => ({ ...noteOf(place, text, line), verdict: 'contradicts itself' as const })),
    ...problems.map(({ place, text, line }) => noteOf(place, text, line)),
  ];
}

/** Returns what a reader did not understand, at a line of the page. */
export const noteOf = (place: string, text: string, pageLine: number): Finding => ({
  ...{ verdict: 'not understood', aspect: 'other', level: 'none' },
  ...{ place, text, pageLine },
});

class Comparison {
  readonly #facts: Facts;
  readonly #known: Facts;
  /** Places whose inside is not compared: they are new, or of another type now. */
  readonly #closed = new Set<string>();
  readonly #placed: PlacedPage;
  readonly #subject: Subject;

  constructor(placed: PlacedPage, subject: Subject) {
    this.#placed = placed;
    this.#subject = subject;
    this.#facts = aligned(placed.page, subject);
    this.#known = subject.facts;
  }

  findings(): Finding[] {
    return [
      ...headFindings(this.#placed.page, this.#subject, this.#placed.id),
      ...[...this.#facts.values()].flatMap((fact) => this.#onPage(fact)),
      ...[...this.#known.values()].flatMap((known) => this.#missing(known)),
    ];
  }

  #onPage(fact: Fact): Finding[] {
    const { place, line: pageLine } = fact;
    const known = this.#known.get(place);
    if (this.#isClosed(place)) return [];
    if (known === undefined) return this.#added(fact);
    const origin = { before: this.#placed.before?.get(place), isFrom: this.#isFrom(known) };
    const kept = differences(fact, known, origin).filter(({ aspect, value }) => !this.#isExcused(known, aspect, value));
    if (kept.some(({ aspect }) => aspect === 'type')) this.#closed.add(place);
    return [
      ...kept.map(({ aspect, level, text }): Finding => {
        return { verdict: 'changed', place, aspect, level, text, fact, known, pageLine };
      }),
      ...raisedEvidence(fact, known, this.#facts, this.#subject),
    ];
  }

  #added(fact: Fact): Finding[] {
    const { place, line: pageLine } = fact;
    const around = this.#known.get(parentOf(place));
    const says = [...(around?.says ?? []), ...pageSays(this.#subject.part)].filter((one) => this.#holds(one));
    const also = says.flatMap((one) => one.also ?? []);
    const isExpected = also.includes(place) || also.includes(nameOf(place)) || this.#isFree(fact, around);
    if (fact.level === 'folded' || isExpected) return [];
    this.#closed.add(place);
    if (fact.mayBeNested === true)
      return [noteOf(place, 'may be inside an earlier field: the text does not keep its level', pageLine)];
    const { level, text: words } = rateAdded(fact);
    const isStatus = STATUS.test(place);
    const text = isStatus
      ? 'is a response that the contract does not have'
      : `${words} on the page: ${shortForm(fact)}`;
    return [{ verdict: 'new', place, aspect: 'part', level, text, fact, pageLine }];
  }

  /** Returns true for what a sample shows in an object that is documented to hold anything. */
  #isFree({ level }: Fact, around: Fact | undefined): boolean {
    const isOpen = around?.type === 'object' && childrenOf(this.#known, around.place).length === 0;
    return level === 'sample' && isOpen && around.inside?.evidence === 'documented';
  }

  /** Reports a part of the contract that the page states no longer. Silence is no removal. */
  #missing(known: Fact): Finding[] {
    const { place } = known;
    const { page } = this.#placed;
    const isExcused = known.says?.some((says) => says.absent === true && this.#holds(says)) ?? false;
    if (this.#facts.has(place) || this.#isClosed(place) || isExcused) return [];
    const isKey = place === KEY;
    if (isKey && !this.#listsParameters('header')) {
      const text = 'is not on the page, which shows no parameters at all: look whether it is still required';
      return page.folded.has('header') ? [] : [{ ...noteOf(KEY, text, page.line), known, isLoudest: true }];
    }
    if (!this.#isStated(place) || !this.#isRemovable(known)) return [];
    this.#closed.add(place);
    const { level, text: words } = isKey ? rateMember(place, 'x-retry', 'keyed', 'never') : rateRemoved(place);
    const text = isKey ? 'is gone from the page: a repeated call would be executed twice' : `${words} from the page`;
    const finding = { place, level, text, known, pageLine: page.line, ...(isKey && { isLoudest: true }) };
    return [{ verdict: 'gone', aspect: 'part', ...finding }];
  }

  /** Returns true if the page has a list that the part would stand in. */
  #isStated(place: string): boolean {
    const [group = ''] = place.split('/');
    if (/^(path|query|header|cookie)\/[^/]+$/.test(place)) return this.#listsParameters(group);
    if (STATUS.test(place)) return [...this.#facts.keys()].some((other) => STATUS.test(other));
    if (/^\d{3}[^/]*\/(body|header)/.test(place) && !/\/body\/./.test(place)) return false;
    const siblings = childrenOf(this.#facts, parentOf(place));
    const isListed = siblings.some(({ level, mayBeNested }) => level === 'table' && mayBeNested !== true);
    return isListed && !/\/(\[\]|\{\})$/.test(place);
  }

  #listsParameters(group: string): boolean {
    const { folded, head, listsAuthorization } = this.#placed.page;
    if (folded.has(group)) return false;
    const hasTable = [...this.#facts.values()].some(
      ({ place, level }) => /^(path|query|header|cookie)\//.test(place) && level === 'table',
    );
    return hasTable || (listsAuthorization === true && head?.security !== undefined);
  }

  /**
   * Returns true if the part is gone when this page lacks it: the page had it when it was last read, or the part is
   * documented by this page. What a guide states may be the guide's alone.
   */
  #isRemovable(known: Fact): boolean {
    const { place, marks } = known;
    if (this.#placed.before?.get(place)?.level === 'table') return true;
    if (marks?.evidence !== 'documented') return false;
    if (place === KEY) return true;
    const isStatus = STATUS.test(place);
    const isFromEndpoints = marks.sources.every((page) => /^(api-|schema-|menu$)/.test(page));
    const isOwn = marks.sources === this.#subject.marks.sources && !isStatus;
    const isListed = !isStatus || this.#subject.statuses.includes(place);
    return this.#isFrom(known) && isListed && (isFromEndpoints || isOwn);
  }

  #isFrom({ marks }: Fact): boolean {
    return this.#placed.id !== undefined && marks?.sources.includes(this.#placed.id) === true;
  }

  #isClosed(place: string): boolean {
    for (let above = parentOf(place); above !== ''; above = parentOf(above)) if (this.#closed.has(above)) return true;
    return false;
  }

  #isExcused({ says = [] }: Fact, aspect: Aspect, value: unknown): boolean {
    const said = says.filter((one) => this.#holds(one)).map((one) => one[aspect as keyof PageSays]); // other aspects have no mark
    const inOrder = (one: unknown) => JSON.stringify([one].flat().sort());
    return said.some((one) => one !== undefined && inOrder(one) === inOrder(value));
  }

  #holds({ page }: PageSays): boolean {
    return page === undefined || page === this.#placed.id;
  }
}

/**
 * Joins a part that is gone with one that is new, if they are the only ones in their object and are alike: perhaps the part
 * was renamed. Both names are to be kept until a response shows which one is sent. A parameter of the same name elsewhere moved.
 */
function withRenames(findings: readonly Finding[]): Finding[] {
  const gone = findings.filter(({ verdict, isLoudest }) => verdict === 'gone' && isLoudest !== true);
  const partners = new Map(gone.map((old) => [partnerOf(old, findings), old]));
  partners.delete(undefined);
  const joined = new Set(partners.values());
  return findings.flatMap((finding) => {
    if (joined.has(finding)) return [];
    const old = partners.get(finding);
    if (old === undefined) return [finding];
    const isMoved = parentOf(old.place) !== parentOf(finding.place);
    const renamed = `was perhaps renamed from ${safe(nameOf(old.place))}: keep both`;
    const text = isMoved ? `is sent elsewhere: it was ${old.place}` : renamed;
    return [{ ...finding, verdict: 'changed' as const, text, level: 'major' as const }];
  });
}

function partnerOf({ place, known }: Finding, findings: readonly Finding[]): Finding | undefined {
  const isSameName = (other: string) => nameOf(other).toLowerCase() === nameOf(place).toLowerCase();
  const isMoved = (other: string) => isParameter(other) && isParameter(place) && isSameName(other);
  const moved = findings.find((one) => one.verdict === 'new' && isMoved(one.place));
  if (moved || STATUS.test(place)) return moved;
  const inSame = (verdict: Finding['verdict']) =>
    findings.filter((one) => one.verdict === verdict && parentOf(one.place) === parentOf(place));
  const [partner, ...others] = inSame('new');
  const isOnly = others.length === 0 && inSame('gone').length === 1;
  const isAlike =
    partner?.fact?.type === known?.type && (partner?.fact?.required ?? false) === (known?.required ?? false);
  return isOnly && isAlike ? partner : undefined;
}
