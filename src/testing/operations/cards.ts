import type { Card, Enduser, Program, Wallet } from '../../contract/types.js';
import { newCard } from '../entities.js';
import { Refusal } from '../refusal.js';
import { put } from '../state.js';
import { named, text, type Context, type Operations } from './context.js';
import { page } from './paging.js';

/** What a card's person must have, by the guide doc-1946732. */
const CARDHOLDER_FIELDS = ['first_name', 'last_name', 'email', 'phone_number'] as const;

export const cards: Operations<
  | 'listCards'
  | 'createCard'
  | 'getCard'
  | 'updateCardStatus'
  | 'replaceOrRenewCard'
  | 'createCardSecret'
  | 'createCardWidgetSession'
> = {
  listCards: (context) => page(context.state.cards.values(), context),
  createCard: (context) => {
    const { state, behaviour, now } = context;
    const { wallet, program } = readyForCard(context);
    if (behaviour.cardSetsExternalId) put(state.wallets, { ...wallet, external_id: crypto.randomUUID() });
    return { status: behaviour.cardCreatedStatus, body: put(state.cards, newCard(wallet, program, now)) };
  },
  getCard: (context) => ({ body: named(context.state.cards, context) }),
  // Assumptions: any status may follow any, and the answer is the card.
  updateCardStatus: (context) => {
    const card = named(context.state.cards, context);
    const status = text(context, 'status') as Card['status'];
    return { body: put(context.state.cards, { ...card, status, updated_at: dated(context) }) };
  },
  // Assumptions: the answer is a new card, and the old one stays as it is.
  replaceOrRenewCard: (context) => {
    const { state, now } = context;
    const card = named(state.cards, context);
    const successor = newCard({ id: card.wallet_id }, { id: card.program_id, type: card.type }, now);
    const expiry = new Date(text(context, 'expiry') ?? '');
    if (!Number.isNaN(expiry.getTime())) successor.expiry = expiry.toISOString();
    return { body: put(state.cards, successor) };
  },
  createCardSecret: (context) => ({
    entityId: named(context.state.cards, context).id,
    body: { secret: oneTimePassword() },
  }),
  createCardWidgetSession: (context) => ({
    entityId: named(context.state.cards, context).id,
    body: {
      cardId: context.path['id'],
      totp: oneTimePassword(),
      widgetUrl: context.behaviour.widgetUrl,
      expiresIn: 60,
      environment: 'test',
    },
  }),
};

const dated = ({ now }: Context): string => new Date(now).toISOString();

/** With a `#`, which has to be percent-encoded in an address. */
const oneTimePassword = (): string => `k1#${String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0')}`;

/** The wallet and the program of a new card, held against the guide. All texts but the first are assumptions. */
function readyForCard(context: Context): { wallet: Wallet; program: Program } {
  const { state, behaviour } = context;
  const refuse = (message: string) => new Refusal(behaviour.cardRefusedStatus, message);
  const wallet = state.wallets.get(text(context, 'wallet_id') ?? '');
  const program = state.programs.get(text(context, 'program_id') ?? '');
  if (wallet !== undefined && wallet.external_id !== null)
    throw refuse('Invalid wallet with existing entity association');
  if (wallet?.status !== 'ACTIVE') throw refuse('Invalid wallet: it is not ACTIVE');
  if (program?.status !== 'ACTIVE') throw refuse('Invalid program: it is not ACTIVE');
  if (!canHoldCard(state.endusers.get(wallet.holder_id))) {
    throw refuse(`Invalid enduser: a person with ${CARDHOLDER_FIELDS.join(', ')} is needed`);
  }
  return { wallet, program };
}

const canHoldCard = (holder: Enduser | undefined): boolean =>
  CARDHOLDER_FIELDS.every((field) => holder?.person?.[field]);
