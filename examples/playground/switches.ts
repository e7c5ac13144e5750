import type { FakeKobble } from 'kobble-client/testing';

type Faults = FakeKobble['faults'];

/** Plans the fault of each switch. It happens once, to the next call that it is for. */
const PLANS: Readonly<Record<string, (faults: Faults) => unknown>> = {
  dropAnswer: (faults) => faults.on('createCard', 'createManualCredit').dropAnswer(),
  respond429: (faults) => faults.on('createCard', 'createManualCredit').respond(429, { retryAfter: 1 }),
  respond503: (faults) => faults.on('createCard', 'createManualCredit').respond(503, { after: 'effect' }),
  expireToken: (faults) =>
    faults
      .on('listEndusers', 'listWallets', 'getCard', 'createCardWidgetSession', 'createCard', 'createManualCredit')
      .expireToken(),
};
const TWICE = 'twice';

/** The switches of the page: faults of the fake, and whether the next webhook is delivered twice. */
export class Switches {
  readonly #faults: Faults;
  #isTwice = false;

  constructor({ faults }: FakeKobble) {
    this.#faults = faults;
  }

  /** Returns the names of the switches that are on. A fault that has happened is not pending, so its switch is off. */
  on(): string[] {
    const planned = this.#faults
      .pending()
      .map(({ fault }) => (fault.kind === 'respond' ? `respond${fault.status}` : fault.kind));
    return this.#isTwice ? [...planned, TWICE] : planned;
  }

  /** Turns a switch on or off. Returns false if there is none of this name. */
  set(name: string, isOn: boolean): boolean {
    if (name === TWICE) this.#isTwice = isOn;
    else if (!Object.hasOwn(PLANS, name)) return false;
    const names = new Set(this.on());
    if (isOn) names.add(name);
    else names.delete(name);
    this.#faults.clear();
    for (const one of names) PLANS[one]?.(this.#faults);
    return true;
  }

  /** Returns how often the next webhook is delivered, and turns its switch off. */
  takeDeliveries(): 1 | 2 {
    const deliveries = this.#isTwice ? 2 : 1;
    this.#isTwice = false;
    return deliveries;
  }
}
