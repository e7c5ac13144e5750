import { optionError } from '../checks.js';
import { checkFields, is, required, type Fields } from './fields.js';
import type { Simulate } from './simulate.js';
import type { State } from './state.js';

const [id, amount] = [required(is.text), required(is.count)];
const stored = { reference: is.text, metadata: is.object, fields: is.object };

/** The fields of each thing that can be simulated. */
export const SIMULATED: Readonly<Record<keyof Simulate, Fields>> = {
  purchase: { card: id, amount, ...stored },
  decline: { card: id, amount, reason: is.text, ...stored },
  refund: { transaction: id, amount: is.count, ...stored },
  reversal: { transaction: id, ...stored },
  expiry: { card: id },
  topUp: { wallet: id, amount, ...stored },
  status: { card: is.text, wallet: is.text, status: required(is.text), eventType: is.text },
};

/** Returns the simulation, which then refuses what none of its types allows. */
export function checkedSimulate(simulate: Simulate, state: State): Simulate {
  const names = Object.keys(SIMULATED) as (keyof Simulate)[]; // as the type of the table says
  const checked = names.map((name) => [
    name,
    (given: Readonly<Record<string, unknown>>) => {
      checkFields(`simulate.${name}()`, given, SIMULATED[name]);
      if (name === 'status') checkStatus(given, state);
      return simulate[name](given as never); // the compiler does not know that it was checked
    },
  ]);
  return Object.fromEntries(checked) as Simulate;
}

function checkStatus({ card, wallet, status }: Readonly<Record<string, unknown>>, state: State): void {
  if (card !== undefined && wallet !== undefined) throw optionError('simulate.status()', 'takes a card or a wallet');
  const entity = state.cards.get(String(card)) ?? state.wallets.get(String(wallet));
  if (entity !== undefined) state.check(card === undefined ? 'getWallet' : 'getCard', entity, { status });
}
