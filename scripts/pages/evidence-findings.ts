import { EVIDENCE, type Evidence } from '../lib/contract.js';
import { rankOf, type Subject } from './contract.js';
import { STATUS, type Finding } from './finding.js';
import { childrenOf, nameOf, safe, type Fact, type Facts } from './model.js';

const ROOT = /^(body|schema|\d{3}(\+\d+)?\/body)$/;

/** Reports evidence that a page raises, at the part that has the mark. It is never lowered. */
export function raisedEvidence(fact: Fact, known: Fact, facts: Facts, subject: Subject): Finding[] {
  const { own } = known.marks ?? {};
  const now = evidenceAt(fact, facts, subject);
  const isRaised = own !== undefined && now !== undefined && rankOf(now) < rankOf(own);
  return [
    ...(isRaised ? [surer(fact, known, 'evidence', own, now)] : []),
    ...raisedInside(fact, known, facts, subject),
  ];
}

const surer = (fact: Fact, known: Fact, aspect: 'evidence' | 'inside', before: Evidence, after: Evidence): Finding => ({
  verdict: 'surer',
  place: fact.place,
  aspect,
  level: 'patch',
  text: `is surer: ${before}, now ${after}`,
  fact,
  known,
  pageLine: fact.line,
  evidence: after,
});

/** A component has a mark of its own. It is raised if the page shows all of what the mark speaks of. */
function raisedInside(fact: Fact, known: Fact, facts: Facts, { facts: all }: Subject): Finding[] {
  const { inside, place } = known;
  if (inside === undefined || STATUS.test(place)) return [];
  const children = childrenOf(facts, place);
  const isTable = children.some(({ level }) => level === 'table');
  const now: Evidence | undefined = isTable ? 'documented' : children.length > 0 ? 'example' : undefined;
  const words = [inside.own, isTable ? inside.requiredEvidence : undefined];
  const weakest = EVIDENCE.findLast((word) => words.includes(word));
  if (now === undefined || weakest === undefined || rankOf(now) >= rankOf(weakest)) return [];
  const missing = childrenOf(all, place).filter((child) => !facts.has(child.place) && child.marks?.own === undefined);
  if (missing.length === 0 || !isTable) return [surer(fact, known, 'inside', weakest, now)];
  const names = missing.map((child) => safe(nameOf(child.place))).join(', ');
  const text = `has a table that lacks what was not documented: ${names}`;
  return [{ verdict: 'changed', place, aspect: 'other', level: 'minor', text, fact, known, pageLine: fact.line }];
}

/** Returns how sure the page is of a part: of a response or a body, by what it shows of the inside. */
function evidenceAt(fact: Fact, facts: Facts, { statuses }: Subject): Evidence | undefined {
  const { place, level } = fact;
  if (ROOT.test(place)) return bodyEvidence(place, facts);
  if (STATUS.test(place))
    return bodyEvidence(`${place}/body`, facts) ?? (statuses.includes(place) ? undefined : 'documented');
  return level === 'table' ? 'documented' : level === 'sample' ? 'example' : undefined;
}

function bodyEvidence(place: string, facts: Facts): Evidence | undefined {
  const body = facts.get(place);
  const children = [place, `${place}/[]`].flatMap((one) => childrenOf(facts, one));
  const inner = children.filter((child) => !child.place.endsWith('/[]'));
  if (inner.some(({ level }) => level === 'table')) return 'documented';
  if (inner.length > 0 || body?.level === 'sample') return 'example';
  return body?.level === 'table' && body.type !== undefined && body.type !== 'object' ? 'documented' : undefined;
}
