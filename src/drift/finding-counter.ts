import type { Deviation, DriftFinding, ResponseOrigin } from './finding.js';

/** Counts differences: the same one in another response is the same finding. */
export class FindingCounter {
  /** Number of differences that were left out, because there were too many different ones. */
  dropped = 0;
  readonly #findings = new Map<string, DriftFinding>();
  readonly #maximum: number;

  constructor(maximum: number, findings: readonly DriftFinding[] = []) {
    this.#maximum = maximum;
    for (const finding of findings) this.#findings.set(keyOf(finding, finding), finding);
  }

  /** Counts a difference. Returns the finding if it is the first of its kind. */
  add(origin: ResponseOrigin, deviation: Deviation): DriftFinding | undefined {
    const key = keyOf(origin, deviation);
    const known = this.#findings.get(key);
    if (known === undefined && this.#findings.size >= this.#maximum) {
      this.dropped++;
      return undefined;
    }
    const finding = { ...origin, ...deviation, count: (known?.count ?? 0) + 1 };
    this.#findings.set(key, finding);
    return known === undefined ? finding : undefined;
  }

  get findings(): readonly DriftFinding[] {
    return [...this.#findings.values()];
  }
}

const keyOf = ({ operationId, status }: ResponseOrigin, { kind, part, pointer, expected }: Deviation): string =>
  JSON.stringify([operationId, status, kind, part, pointer, expected]);
