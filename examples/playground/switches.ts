import type { FakeKobble } from 'kobble-client/testing';

const WRITES = ['createCard', 'createManualCredit'] as const;
const ANY = ['listEndusers', 'listWallets', 'getCard', 'createCardWidgetSession', ...WRITES] as const;

interface Plan {
  /** The number of faults that are pending until one of them has happened. */
  readonly count: number;
  readonly make: (fake: FakeKobble) => unknown;
}

/** Plans the fault of each switch: for each of its operations, or for the next webhook. */
const PLANS: Readonly<Record<string, Plan>> = {
  dropAnswer: { count: WRITES.length, make: ({ faults }) => faults.on(...WRITES).dropAnswer() },
  respond429: { count: WRITES.length, make: ({ faults }) => faults.on(...WRITES).respond(429, { retryAfter: 1 }) },
  respond503: { count: WRITES.length, make: ({ faults }) => faults.on(...WRITES).respond(503, { after: 'effect' }) },
  expireToken: { count: ANY.length, make: ({ faults }) => faults.on(...ANY).expireToken() },
  repeat: { count: 1, make: ({ webhooks }) => webhooks.faults.next().repeat() },
  forge: { count: 1, make: ({ webhooks }) => webhooks.faults.next().forge() },
};

/** The switches of the page: faults of the fake, each for one call or one webhook. */
export class Switches {
  readonly #fake: FakeKobble;

  constructor(fake: FakeKobble) {
    this.#fake = fake;
  }

  /**
   * Returns the names of the switches that are on. The fake counts for each operation, and a switch is for one call: once it
   * has happened to one operation, it is taken back for the others.
   */
  on(): string[] {
    const { faults, webhooks } = this.#fake;
    const pending = [...faults.pending(), ...webhooks.faults.pending()].map(({ fault }) =>
      fault.kind === 'respond' ? `respond${fault.status}` : fault.kind,
    );
    const on = Object.keys(PLANS).filter((name) => pending.filter((one) => one === name).length === PLANS[name]?.count);
    if (on.length < new Set(pending).size) this.#plan(on);
    return on;
  }

  /** Turns a switch on or off. Returns false if there is none of this name. */
  set(name: string, isOn: boolean): boolean {
    if (!Object.hasOwn(PLANS, name)) return false;
    const names = new Set(this.on());
    if (isOn) names.add(name);
    else names.delete(name);
    this.#plan(names);
    return true;
  }

  #plan(names: Iterable<string>): void {
    this.#fake.faults.clear();
    this.#fake.webhooks.faults.clear();
    for (const name of names) PLANS[name]?.make(this.#fake);
  }
}
