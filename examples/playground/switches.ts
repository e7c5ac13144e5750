import type { FakeKobble } from 'kobble-client/testing';

type Faults = FakeKobble['faults'];

const WRITES = ['createCard', 'createManualCredit'] as const;
const ANY = ['listEndusers', 'listWallets', 'getCard', 'createCardWidgetSession', ...WRITES] as const;

/** Plans the fault of each switch for its operations. */
const PLANS: Readonly<Record<string, { operations: readonly string[]; plan: (faults: Faults) => unknown }>> = {
  dropAnswer: { operations: WRITES, plan: (faults) => faults.on(...WRITES).dropAnswer() },
  respond429: { operations: WRITES, plan: (faults) => faults.on(...WRITES).respond(429, { retryAfter: 1 }) },
  respond503: { operations: WRITES, plan: (faults) => faults.on(...WRITES).respond(503, { after: 'effect' }) },
  expireToken: { operations: ANY, plan: (faults) => faults.on(...ANY).expireToken() },
};
const TWICE = 'twice';

/** The switches of the page: faults of the fake, and whether the next webhook is delivered twice. */
export class Switches {
  readonly #faults: Faults;
  #isTwice = false;

  constructor({ faults }: FakeKobble) {
    this.#faults = faults;
  }

  /**
   * Returns the names of the switches that are on. The fake counts for each operation, and a switch is for one call: once it
   * has happened to one operation, it is taken back for the others.
   */
  on(): string[] {
    const pending = this.#faults
      .pending()
      .map(({ fault }) => (fault.kind === 'respond' ? `respond${fault.status}` : fault.kind));
    const left = (name: string) => pending.filter((one) => one === name).length;
    const planned = Object.keys(PLANS).filter((name) => left(name) === PLANS[name]?.operations.length);
    if (planned.length < new Set(pending).size) this.#plan(planned);
    return this.#isTwice ? [...planned, TWICE] : planned;
  }

  /** Turns a switch on or off. Returns false if there is none of this name. */
  set(name: string, isOn: boolean): boolean {
    if (name === TWICE) this.#isTwice = isOn;
    else if (!Object.hasOwn(PLANS, name)) return false;
    const names = new Set(this.on());
    if (isOn) names.add(name);
    else names.delete(name);
    this.#plan(names);
    return true;
  }

  #plan(names: Iterable<string>): void {
    this.#faults.clear();
    for (const name of names) PLANS[name]?.plan(this.#faults);
  }

  /** Returns how often the next webhook is delivered, and turns its switch off. */
  takeDeliveries(): 1 | 2 {
    const deliveries = this.#isTwice ? 2 : 1;
    this.#isTwice = false;
    return deliveries;
  }
}
