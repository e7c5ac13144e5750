import type { Finding } from './finding.js';
import { nameOf, parentOf, safe } from './model.js';

/**
 * Joins a part that is gone with one that is new, if they are the only ones in their object and are alike: perhaps the part
 * was renamed. Both names are to be kept until a response shows which one is sent. A parameter of the same name elsewhere moved.
 */
export function withRenames(findings: readonly Finding[]): Finding[] {
  const gone = findings.filter(({ verdict, isLoudest }) => verdict === 'gone' && isLoudest !== true);
  const pairs = gone.flatMap((old) => {
    const partner = partnerOf(old, findings);
    return partner ? [{ old, partner }] : [];
  });
  return findings.flatMap((finding) => {
    if (pairs.some(({ old }) => old === finding)) return [];
    const pair = pairs.find(({ partner }) => partner === finding);
    if (pair === undefined) return [finding];
    const isMoved = parentOf(pair.old.place) !== parentOf(finding.place);
    const text = isMoved
      ? `is sent elsewhere: it was ${pair.old.place}`
      : `was perhaps renamed from ${safe(nameOf(pair.old.place))}: keep both`;
    return [{ ...finding, verdict: 'changed' as const, text, level: 'major' as const }];
  });
}

function partnerOf(old: Finding, findings: readonly Finding[]): Finding | undefined {
  const added = findings.filter(({ verdict }) => verdict === 'new');
  const isStatus = /^\d{3}$/.test(old.place);
  const moved = added.find(
    (one) =>
      isParameter(one.place) &&
      isParameter(old.place) &&
      nameOf(one.place).toLowerCase() === nameOf(old.place).toLowerCase(),
  );
  if (moved || isStatus) return moved;
  const inSame = (verdict: Finding['verdict']) =>
    findings.filter((one) => one.verdict === verdict && parentOf(one.place) === parentOf(old.place));
  const [partner, ...others] = inSame('new');
  const isOnly = others.length === 0 && inSame('gone').length === 1;
  const isAlike =
    partner?.fact?.type === old.known?.type && (partner?.fact?.required ?? false) === (old.known?.required ?? false);
  return isOnly && isAlike ? partner : undefined;
}

const isParameter = (place: string): boolean => /^(query|header|cookie)\/[^/]+$/.test(place);
