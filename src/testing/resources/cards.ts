import type { Card, CardSecret, CardWidgetSession, Enduser, Program, Wallet } from '../../contract/types.js';
import { Refusal } from '../wire.js';
import { find, get, isoDate, newEntity, page, store, type Context, type Operations } from './resource.js';

type CardOperation =
  | 'listCards'
  | 'createCard'
  | 'getCard'
  | 'updateCardStatus'
  | 'replaceOrRenewCard'
  | 'createCardSecret'
  | 'createCardWidgetSession';

/** Prepaid cards. Assumption: the response is the card if no page shows it. */
export const cards: Operations<CardOperation> = {
  listCards: (context) => page(context.entities.cards.values(), context),
  createCard: (context) => {
    const { entities, behaviour, now } = context;
    const { wallet, program } = checkReadyForCard(context);
    if (behaviour.cardSetsExternalId) entities.wallets.set(wallet.id, { ...wallet, external_id: crypto.randomUUID() });
    return { status: behaviour.cardCreatedStatus, ...store(entities.cards, newCard(wallet, program, now)) };
  },
  getCard: ({ entities, path }) => get(entities.cards, path),
  // Assumption: any status may follow any.
  updateCardStatus: ({ entities, path, body, now }) =>
    store(entities.cards, { ...find(entities.cards, path), status: body.status, updated_at: isoDate(now) }),
  // Assumptions: the response is a new card, the old one stays as it is, and an `expiry` that is not a date is ignored.
  replaceOrRenewCard: ({ entities, path, body, now }) => {
    const { wallet_id, program_id, type } = find(entities.cards, path);
    const successor = newCard({ id: wallet_id }, { id: program_id, type }, now);
    const time = Date.parse(body.expiry);
    return store(entities.cards, Number.isNaN(time) ? successor : { ...successor, expiry: isoDate(time) });
  },
  createCardSecret: ({ entities, path }) => {
    const { id } = find(entities.cards, path);
    return { entityId: id, body: { secret: oneTimePassword() } satisfies CardSecret };
  },
  createCardWidgetSession: ({ entities, path, behaviour: { widgetUrl } }) => {
    const { id } = find(entities.cards, path);
    const session = { cardId: id, totp: oneTimePassword(), widgetUrl, expiresIn: 60, environment: 'test' };
    return { entityId: id, body: session satisfies CardWidgetSession };
  },
};

/** Returns a new card. Assumption: it is ACTIVE and valid for three years. */
export function newCard(wallet: Pick<Wallet, 'id'>, program: Pick<Program, 'id' | 'type'>, now: number): Card {
  const lastFour = randomDigits(4);
  const expiry = new Date(now);
  expiry.setUTCFullYear(expiry.getUTCFullYear() + 3);
  return {
    ...newEntity(now),
    type: program.type,
    wallet_id: wallet.id,
    status: 'ACTIVE',
    external_id: crypto.randomUUID(),
    last_four_digit: lastFour,
    expiry: expiry.toISOString(),
    program_id: program.id,
    m_pan: `1111***${lastFour}`,
  };
}

/** Fields that the person must have, by guide doc-1946732. */
const CARDHOLDER_FIELDS = ['first_name', 'last_name', 'email', 'phone_number'] as const;

/** Returns the wallet and the program of a new card if they fit the guide. All texts but the first are assumptions. */
function checkReadyForCard({ entities, body, behaviour }: Context<'createCard'>): { wallet: Wallet; program: Program } {
  const refuse = (message: string) => new Refusal(behaviour.cardRefusedStatus, message);
  const wallet = entities.wallets.get(body.wallet_id);
  const program = entities.programs.get(body.program_id);
  if (wallet !== undefined && wallet.external_id !== null) {
    throw refuse('Invalid wallet with existing entity association');
  }
  if (wallet?.status !== 'ACTIVE') throw refuse('Invalid wallet: it is not ACTIVE');
  if (program?.status !== 'ACTIVE') throw refuse('Invalid program: it is not ACTIVE');
  if (!canHoldCard(entities.endusers.get(wallet.holder_id))) {
    throw refuse(`Invalid enduser: a person with ${CARDHOLDER_FIELDS.join(', ')} is needed`);
  }
  return { wallet, program };
}

const canHoldCard = (holder: Enduser | undefined): boolean =>
  CARDHOLDER_FIELDS.every((field) => holder?.person?.[field]);

/** Returns a one-time password with a `#`, which must be percent-encoded in a URL. */
const oneTimePassword = (): string => `k1#${randomDigits(6)}`;

const randomDigits = (length: number): string => String(Math.floor(Math.random() * 10 ** length)).padStart(length, '0');
