import { own } from '../checks.js';
import { checkFields, either, is, oneOf, required, type Fields, type Rule } from './fields.js';

/** The steps of a plan, in order. */
export class Steps<Step extends object> {
  #steps: { readonly step: Step; left: number; hasHappened: boolean }[] = [];

  add(step: Step, times: number): void {
    this.#steps.push({ step, left: times, hasHappened: false });
  }

  /** Takes the first step that fits from the plan. */
  take(fits: (step: Step) => boolean = () => true): Step | undefined {
    const index = this.#steps.findIndex(({ step }) => fits(step));
    const found = this.#steps[index];
    if (found === undefined) return undefined;
    found.left--;
    found.hasHappened = true;
    if (found.left <= 0) this.#steps.splice(index, 1);
    return found.step;
  }

  /** Returns the steps that have not happened, or not often enough. */
  pending(): readonly (Step & { readonly times: number })[] {
    return this.#steps
      .filter(({ left, hasHappened }) => Number.isFinite(left) || !hasHappened)
      .map(({ step, left }) => ({ ...step, times: left }));
  }

  clear(): void {
    this.#steps = [];
  }
}

/** A step as one object: the name of a fault, how often it happens, and the fields of that fault. */
export type GivenStep = Readonly<Record<string, unknown>>;

/** Checks a step that is given as one object, as over HTTP. `more` are the fields of every step. */
export function readStep<Kind extends string>(
  { fault: kind, times = 1, ...rest }: GivenStep,
  faults: Readonly<Record<Kind, Fields>>,
  more: Fields = {},
): { readonly kind: Kind; readonly details: object; readonly times: number } {
  const known = own<Readonly<Record<string, Fields>>, string>(faults, String(kind));
  const fields = known ?? Object.fromEntries(Object.values<Fields>(faults).flatMap(Object.entries<Rule>));
  const every = { ...more, fault: required(oneOf(...Object.keys(faults))), times: either(is.count, oneOf('always')) };
  checkFields(
    known ? `the fault ${String(kind)}` : 'a fault',
    { ...rest, fault: kind, times },
    { ...every, ...fields },
  );
  return {
    kind: kind as Kind, // as was checked
    details: Object.fromEntries(Object.entries(rest).filter(([name]) => Object.hasOwn(fields, name))),
    times: times === 'always' ? Infinity : Number(times),
  };
}
