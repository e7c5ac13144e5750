// Written by `npm run generate` from openapi/. Do not edit.

import type * as wire from './schema.js';

/** An OAuth 2.0 client credentials request, form-encoded. */
export interface TokenRequest extends wire.TokenRequest {}

/** An access token. There is no refresh token; a new one is requested once this one expires. */
export interface TokenResponse extends wire.TokenResponse {}

/**
 * The body of an error. Any JSON; no page shows one.
 *
 * Evidence: unknown (it has a name, and no more is known). The guides list the statuses and say nothing about the body of any of them.
 */
export type ErrorBody = wire.ErrorBody;

/**
 * A bank payee that money can be sent to. Its fields are unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema; no page that shows it was readable.
 */
export interface Beneficiary extends wire.Beneficiary {}

/** A bank account to pay to. The page may list more fields than could be read. */
export interface BeneficiaryCreate extends wire.BeneficiaryCreate {}

/** What may be changed on a beneficiary. */
export interface BeneficiaryUpdate extends wire.BeneficiaryUpdate {}

/** A prepaid card, virtual or physical, that spends from one wallet. */
export interface Card extends wire.Card {}

/** What is needed to issue a card. */
export interface CardCreate extends wire.CardCreate {}

/**
 * The answer of a request that created something. What it holds is unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema beside those of cards; its page was not readable.
 */
export interface Created extends wire.Created {}

/**
 * The answer of a request that was accepted. What it holds is unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema beside those of cards; its page was not readable.
 */
export interface Accepted extends wire.Accepted {}

/** The status that a card is to have. */
export interface CardStatusUpdate extends wire.CardStatusUpdate {}

/** Why a card is replaced or renewed, and until when the next one is valid. */
export interface CardRenewReplace extends wire.CardRenewReplace {}

/** Why a card secret is asked for. */
export interface CardSecretCreate extends wire.CardSecretCreate {}

/** A secret for one card that is valid for a time. How long is unknown. */
export interface CardSecret extends wire.CardSecret {}

/**
 * Nothing. The documented request is an empty object.
 *
 * Evidence: example (seen only in a sample).
 */
export interface CardWidgetSessionCreate extends wire.CardWidgetSessionCreate {}

/**
 * What a page needs to show one card in the MeaWallet widget. The address of the iframe is `{widgetUrl}?cardId={cardId}&totp={totp}`, with both values percent-encoded.
 *
 * Evidence: example (seen only in a sample). The fields are read off a sample. The three required ones are those that the page says the iframe's address is built from.
 */
export interface CardWidgetSession extends wire.CardWidgetSession {}

/**
 * Metadata of a KOBBLE_DEBIT_1 card program. The guide calls only `group_id` optional, but not for which calls, so nothing is required here.
 *
 * Evidence: inferred (no page shows it). The card creation guide names the three fields without their types. That they are the metadata of a program follows from the schema's name and its place in the menu.
 */
export interface MetadataKobbleDebit1 extends wire.MetadataKobbleDebit1 {}

/** A card program, the product that cards are issued under. */
export interface Program extends wire.Program {}

/** What is needed to create a card program. */
export interface ProgramCreate extends wire.ProgramCreate {}

/**
 * The owner of endusers, wallets, cards and programs. Its fields are unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema; no page that shows it was readable.
 */
export interface Client extends wire.Client {}

/**
 * What is needed to create a client. Its fields are unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the endpoint; its page was not readable.
 */
export interface ClientCreate extends wire.ClientCreate {}

/**
 * A natural person. A card can be made only for a person whose first name, last name, email and phone number are all there. In answers it may have an id as well; no sample that settles it was seen.
 *
 * Evidence: example (seen only in a sample).
 */
export interface Person extends wire.Person {}

/**
 * A company.
 *
 * Evidence: example (seen only in a sample).
 */
export interface Company extends wire.Company {}

/** Any JSON object. It is stored and returned as sent, and never interpreted. */
export interface Metadata extends wire.Metadata {}

/** A person or a company that holds wallets. */
export interface Enduser extends wire.Enduser {}

/**
 * A new enduser who is a person. The older reference page requires `metadata` and allows a `company` beside the person; the newer guide, followed here, does neither.
 */
export interface EnduserCreatePerson extends wire.EnduserCreatePerson {}

/** A new enduser that is a company. Left out, `metadata` is stored as an empty object. */
export interface EnduserCreateCompany extends wire.EnduserCreateCompany {}

/** A new enduser, in one of two forms. */
export type EnduserCreate = EnduserCreatePerson | EnduserCreateCompany;

/**
 * A movement of money between wallets. Its fields are unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema; no page that shows it was readable.
 */
export interface Transaction extends wire.Transaction {}

/** A movement of money from one wallet to another. The page has further samples that could not be read. */
export interface TransactionCreate extends wire.TransactionCreate {}

/**
 * A credit to one wallet. Which fields are required is unknown.
 *
 * Evidence: example (seen only in a sample).
 */
export interface TransactionCreateManualCredit extends wire.TransactionCreateManualCredit {}

/**
 * A debit from one wallet. Which fields are required is unknown.
 *
 * Evidence: example (seen only in a sample).
 */
export interface TransactionCreateManualDebit extends wire.TransactionCreateManualDebit {}

/** A balance in one asset, held by an enduser. */
export interface Wallet extends wire.Wallet {}

/** What is needed to create a wallet. */
export interface WalletCreate extends wire.WalletCreate {}

/**
 * What may be changed on a wallet. The page says that it updates the status; no field could be read.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema, and the endpoint's page shows no body.
 */
export interface WalletUpdate extends wire.WalletUpdate {}

/** Where card authorisations are to be sent. What is sent there, and expected back, is unknown. */
export interface RelayCreate extends wire.RelayCreate {}

/**
 * A subscription that sends card authorisations to a URL. Its fields are unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema; no page that shows it was readable.
 */
export interface Relay extends wire.Relay {}

/**
 * A subscription to events. Its fields are unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema; no page that shows it was readable.
 */
export interface Webhook extends wire.Webhook {}

/** Where events are to be sent. No choice of events is shown. */
export interface WebhookCreate extends wire.WebhookCreate {}

/** An event. It names the entity it is about; the receiver fetches that entity. */
export interface WebhookEvent extends wire.WebhookEvent {}

/** A message that carries one event. */
export interface SnsNotification extends wire.SnsNotification {}

/**
 * The first message after a subscription is created. A GET to its SubscribeURL confirms the subscription; no event arrives before that.
 */
export interface SnsSubscriptionConfirmation extends wire.SnsSubscriptionConfirmation {}

/** The message about the end of a subscription. */
export interface SnsUnsubscribeConfirmation extends wire.SnsUnsubscribeConfirmation {}

/** A message that Amazon SNS posts for Kobble. Verify its signature before use. */
export type SnsMessage = SnsNotification | SnsSubscriptionConfirmation | SnsUnsubscribeConfirmation;

/** Query of `listCards` (List cards). */
export interface CardListQuery extends NonNullable<wire.operations['listCards']['parameters']['query']> {}

/** Query of `listTransactions` (List transactions). */
export interface TransactionListQuery extends NonNullable<wire.operations['listTransactions']['parameters']['query']> {}
