import type { DeliveryFaultStep, FakeKobble } from '../testing/index.js';

/** The routes of events, for people. */
export const EVENTS_HELP = `  POST   /__fake/simulate     { "what": "purchase", "card": "ID", "amount": 5 }: what happens at Kobble without a call:
                              purchase, decline ("reason"), refund ("transaction", "amount"), reversal
                              ("transaction"), expiry ("card"), topUp ("wallet", "amount"), and status ("card" or
                              "wallet", "status", "eventType")
  POST   /__fake/publish      An event of your own: { "type": "…", "entity_id": "…" }
  POST   /__fake/webhooks     { "url": "…" }: subscribes an endpoint, and says whether it has confirmed
  POST   /__fake/delivery-faults
                              { "fault": "repeat", "times": 2 }: for the next messages (default 1), or "always".
                              Faults: repeat ("more"), swap, delay ("milliseconds"), lose, forge
  GET    /__fake/deliveries   All attempts to deliver a message: event, status, fault
  GET    /__fake/settled      Answers when no message is on its way`;

type Route = (body: Record<string, unknown>) => unknown;

/** Returns the routes of events. What is sent is checked by the fake itself, so that it is not typed here. */
export function eventRoutes({ simulate, webhooks }: FakeKobble): Readonly<Record<string, Route>> {
  return {
    'POST simulate': ({ what, ...more }) => {
      const names = ['purchase', 'decline', 'refund', 'reversal', 'expiry', 'topUp', 'status'] as const;
      const name = names.find((one) => one === what);
      if (name === undefined) throw new Error(`"what" must be one of ${names.join(', ')}.`);
      return simulate[name](more as never);
    },
    'POST publish': (event) => webhooks.publish(event),
    'POST webhooks': ({ url, ...options }) => webhooks.deliverTo(textOf(url), options),
    'POST delivery-faults': ({ fault, times = 1, ...details }) => {
      const { faults } = webhooks;
      const step = times === 'always' ? faults.always() : faults.next(times as number);
      const plans = plansOf(step, details);
      const plan = Object.hasOwn(plans, String(fault)) ? plans[String(fault)] : undefined;
      if (plan === undefined) throw new Error(`"fault" must be one of ${Object.keys(plans).join(', ')}.`);
      plan();
    },
    'GET deliveries': () => webhooks.deliveries,
    'GET settled': () => webhooks.settled(),
  };
}

const plansOf = (
  step: DeliveryFaultStep,
  { more, milliseconds }: Record<string, unknown>,
): Readonly<Record<string, () => void>> => ({
  repeat: () => step.repeat(more as number | undefined),
  swap: () => step.swap(),
  delay: () => step.delay(milliseconds as number),
  lose: () => step.lose(),
  forge: () => step.forge(),
});

function textOf(url: unknown): string {
  if (typeof url === 'string') return url;
  throw new Error('"url" must be a text.');
}
