import type { Activity, Step, WireCall } from './timeline.js';

/** Returns how an attempt ended, in a word. */
export const outcomeOf = ({ to, status }: Step): string => (to === undefined ? '…' : String(status ?? 'no answer'));

/** Returns how an attempt is coloured. */
export function toneOf({ to, status }: Step): 'open' | 'good' | 'trouble' | 'refused' {
  if (to === undefined) return 'open';
  if (status !== undefined && status < 300) return 'good';
  return status === undefined || status === 401 || status === 429 || status >= 500 ? 'trouble' : 'refused';
}

/** Returns what happened in an attempt, if there is more to say than its status. */
export function noteOf(call: WireCall, step: Step): string {
  const attempts = call.steps.filter(({ kind }) => kind === 'attempt');
  const isRepeat = attempts.indexOf(step) > 0;
  if (step.to === undefined) return '';
  if (call.name === 'getAccessToken') return 'a new token, kept for the next calls';
  if (call.isWebhook === true) {
    if (step.status !== 200) return 'the signature does not match: refused';
    return step.isCarriedOut ? 'genuine: handed over' : 'delivered before: not handed over again';
  }
  const { outcome = 'ok' } = call;
  if (outcome !== 'ok' && step === attempts.at(-1)) return `the call ended: ${outcome}`;
  if (step.status === 401) return 'the token has expired';
  if (step.status === 429) return 'too many calls: not carried out';
  if (step.status === 503) return step.isCarriedOut ? 'carried out, which the client cannot know' : 'a gateway fails';
  if (step.status === undefined) return `${step.isCarriedOut ? 'carried out, but ' : ''}the answer was lost`;
  if (!isRepeat) return '';
  if (call.key === undefined) return 'with the new token';
  return step.isCarriedOut ? 'the same key: carried out now' : 'the same key: the first answer once more';
}

/** Returns one sentence or a few on what an activity came to. Empty while it goes on. */
export function verdictOf(activity: Activity): string {
  if (activity.durationMs === undefined) return '';
  const { calls } = activity;
  const missed = activity.missed?.map((name) => MISSED[name] ?? '') ?? [];
  return [resultOf(activity), ...calls.map(troubleOf), webhooksOf(calls), ...missed].filter(Boolean).join(' ');
}

/** Why the fault of a switch could not happen. */
const MISSED: Readonly<Record<string, string>> = {
  dropAnswer: 'No answer could be lost: the client wrote nothing. The fault is still on.',
  respond429: '429 could not be answered: the client wrote nothing. The fault is still on.',
  respond503: '503 could not be answered: the client wrote nothing. The fault is still on.',
  expireToken: 'No token could expire: no call was sent. The fault is still on.',
  repeat: 'No webhook could be repeated: none was sent. The fault is still on.',
  forge: 'No webhook could be forged: none was sent. The fault is still on.',
};

function resultOf({ kind, calls, count, said }: Activity): string {
  if (said !== undefined) return said;
  if (count === undefined) return 'It did not work, and the page says why.';
  if (kind === 'open') return 'Two reads fill the page. The token is kept for the calls to come.';
  if (kind === 'show') return 'The details go from Kobble to the frame, past the page and the service.';
  if (kind === 'topUp') return `The order was credited ${times(count)}.`;
  const has = (operation: string): boolean => calls.some(({ name }) => name === operation);
  const cards = `${count} ${count === 1 ? 'card' : 'cards'} on the wallet.`;
  if (has('createCard')) return cards;
  if (has('listCards')) return `${cards} The customer had it already, so none was issued.`;
  return `${cards} The same request was under way, so none was sent.`;
}

function webhooksOf(calls: readonly WireCall[]): string {
  const deliveries = calls.filter(({ isWebhook }) => isWebhook).flatMap(({ steps }) => steps);
  const handedOver = deliveries.filter(({ isCarriedOut }) => isCarriedOut).length;
  const isRefused = deliveries.some(({ status }) => status === 403);
  if (isRefused) return `A forged webhook was refused${handedOver > 0 ? ', the genuine one handed over' : ''}.`;
  if (deliveries.length < 2) return '';
  return `The webhook was delivered ${times(deliveries.length)}, and handed over ${times(handedOver)}.`;
}

/** Returns what went wrong in a call, and how the client got through. */
function troubleOf({ key, steps, isWebhook }: WireCall): string {
  if (isWebhook === true) return '';
  const attempts = steps.filter(({ kind }) => kind === 'attempt');
  const count = (status: number | undefined): number => attempts.filter((step) => step.status === status).length;
  const said: string[] = [];
  const lost = count(undefined);
  if (lost > 0) said.push(`the answer was lost ${times(lost)}`);
  const isDone = attempts.some(({ status, isCarriedOut }) => status === 503 && isCarriedOut);
  if (count(503) > 0) said.push(`503 was answered ${times(count(503))}${isDone ? ', after the work was done' : ''}`);
  if (count(429) > 0) said.push(`429 was answered ${times(count(429))}, and the client waited as it was told`);
  if (count(401) > 0) said.push('the token had expired, and was renewed');
  if (said.length === 0 || attempts.length < 2) return '';
  const last = ORDINALS[attempts.length - 1] ?? 'last';
  said.push(`the ${last} attempt carried the ${key === undefined ? 'new token' : 'same key'}`);
  const text = said.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
