import { member, type Part } from '../diff/contract-files.js';
import { readUses, type Uses } from '../diff/uses.js';
import { methodsOf, readMethods, type NamedMethod } from '../lib/methods.js';
import type { OpenapiFolder, Subject } from './contract.js';
import { shortForm, STATUS, type Finding, type Verdict } from './finding.js';
import { parentOf, safe } from './model.js';

/** A finding with its place in the contract, and what to do next. */
export interface LocatedFinding extends Pick<Finding, 'verdict' | 'place' | 'text' | 'level' | 'pageLine'> {
  readonly file: string;
  readonly line: number;
  /** What the contract has, with its evidence, and what the page has, with its level. */
  readonly contract: string;
  readonly page: string;
  /** Methods of the client that the part belongs to. */
  readonly methods: readonly string[];
  readonly next: string;
}

const NEXT: Readonly<Record<Verdict, string>> = {
  new: '--draft writes it; its description is yours',
  changed: '--draft writes types, flags and new values; the rest is by hand',
  gone: 'nothing is deleted by itself: look at its other sources, then remove it by hand',
  surer: '--draft raises the evidence',
  'contradicts itself': 'accept both, and state it with x-page-says',
  'not understood': 'look at the line of the page',
};

/** Finds the places of findings in the contract, and the methods that they touch. The client is read when first needed. */
export class Locator {
  readonly #contract: OpenapiFolder;
  #uses: Uses | undefined;
  #named: readonly NamedMethod[] | undefined;

  constructor(contract: OpenapiFolder) {
    this.#contract = contract;
  }

  locate(finding: Finding, subject: Subject | undefined): LocatedFinding {
    const { verdict, place, text, level, fact, known, pageLine } = finding;
    const part = partOf(finding, subject);
    const evidence = known?.marks ? ` (${known.marks.evidence})` : '';
    return {
      ...{ verdict, place: place.split('/').map(safe).join('/'), text, level, pageLine, next: NEXT[verdict] },
      file: part?.file ?? 'openapi/coverage.yaml',
      line: part ? this.#contract.files.lineOf(part) : 1,
      contract: known ? `${shortForm(known)}${evidence}` : 'nothing',
      page: fact ? `${shortForm(fact)} (${fact.level})` : 'nothing',
      methods: part ? this.#methods(part) : [],
    };
  }

  #methods(part: Part): string[] {
    this.#uses ??= readUses(this.#contract.files);
    const named = (this.#named ??= readMethods(this.#contract.root));
    return [...new Set(this.#uses.of(part).flatMap(({ endpoint }) => methodsOf(named, endpoint)))];
  }
}

/** Returns the part of the contract that a finding is about: of a new part, the one that it belongs to. */
function partOf({ known, place }: Finding, subject: Subject | undefined): Part | undefined {
  if (known?.part) return known.part;
  for (let above = parentOf(place); above !== ''; above = parentOf(above)) {
    const holder = subject?.facts.get(above);
    if (holder) return holder.inside?.part ?? holder.part;
  }
  return subject && STATUS.test(place) ? member(subject.part, 'responses') : subject?.part;
}
