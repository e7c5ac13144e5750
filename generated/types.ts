// Written by `npm run generate` from openapi/. Do not edit.

import type * as wire from './schema.js';

/**
 * OAuth 2.0 client credentials request, form-encoded.
 *
 * Evidence: documented (a page states it). Source: doc-768364, api-12229608.
 */
export interface TokenRequest extends wire.TokenRequest {}

/**
 * Body of an error. Any JSON; no page shows one.
 *
 * Evidence: unknown (it has a name, and no more is known). The guides list statuses, but no body. Source:
 * doc-768966, doc-768364.
 */
export type ErrorBody = wire.ErrorBody;

/**
 * An access token. Request a new one once it expires. Further fields are unknown.
 *
 * Evidence: documented (a page states it). Source: doc-768364, api-12229608.
 */
export interface TokenResponse extends wire.TokenResponse {}

/**
 * A bank payee. Its fields are unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema. No page that could be read
 * shows its fields. Source: menu.
 */
export interface Beneficiary extends wire.Beneficiary {}

/**
 * Request to create a beneficiary from bank details. The page may list further fields that could not be read.
 *
 * Evidence: documented (a page states it). Source: api-14139509.
 */
export interface BeneficiaryCreate extends wire.BeneficiaryCreate {}

/**
 * Request to update a beneficiary.
 *
 * Evidence: documented (a page states it). Source: api-14284227.
 */
export interface BeneficiaryUpdate extends wire.BeneficiaryUpdate {}

/**
 * A virtual or physical prepaid card.
 *
 * Evidence: documented (a page states it). Source: api-10192216, api-10192220.
 */
export interface Card extends wire.Card {}

/**
 * Request to create a card.
 *
 * Evidence: documented (a page states it). Source: api-10192217.
 */
export interface CardCreate extends wire.CardCreate {}

/**
 * The documentation's schema 201 Created. Its content is unknown; any JSON is accepted.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu (G4) lists the schema beside those of cards. Its
 * page could not be read, and no page says which endpoint returns it. Source: menu.
 */
export type Created = wire.Created;

/**
 * The documentation's schema 202 Accepted. Its content is unknown; any JSON is accepted.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu (G4) lists the schema beside those of cards. Its
 * page could not be read, and no page says which endpoint returns it. Source: menu.
 */
export type Accepted = wire.Accepted;

/**
 * Request to update the status of a card.
 *
 * Evidence: documented (a page states it). Source: api-10192219.
 */
export interface CardStatusUpdate extends wire.CardStatusUpdate {}

/**
 * Request for a card secret.
 *
 * Evidence: documented (a page states it). Source: api-12255079.
 */
export interface CardSecretCreate extends wire.CardSecretCreate {}

/**
 * Time-based secret of a card. Its lifetime is unknown.
 *
 * Evidence: documented (a page states it). Source: api-12255079.
 */
export interface CardSecret extends wire.CardSecret {}

/**
 * Request for a widget session. The sample is an empty object.
 *
 * Evidence: example (seen only in a sample). Source: api-28190658.
 */
export interface CardWidgetSessionCreate extends wire.CardWidgetSessionCreate {}

/**
 * Session of the MeaWallet EasyLaunch widget, which displays PAN, CVV and expiry of a card. The URL of the iframe is
 * `{widgetUrl}?cardId={cardId}&totp={totp}`; percent-encode both values.
 *
 * Evidence: example (seen only in a sample). Required flags: inferred. All fields are read off one sample. The
 * required ones are those that the page builds the iframe URL from. Source: api-28190658.
 */
export interface CardWidgetSession extends wire.CardWidgetSession {}

/**
 * Request to replace or renew a card. The page describes neither field.
 *
 * Evidence: documented (a page states it). Source: api-10192220.
 */
export interface CardRenewReplace extends wire.CardRenewReplace {}

/**
 * Metadata of a KOBBLE_DEBIT_1 card program. The guide calls only `group_id` optional, but does not say in which
 * requests, so that no field is required here.
 *
 * Evidence: inferred (no page shows it). The card creation guide names the three fields, without types. That they
 * are the metadata of a program follows from the name of the schema and its place in the menu. Source: doc-1946732.
 */
export interface MetadataKobbleDebit1 extends wire.MetadataKobbleDebit1 {}

/**
 * Metadata of a KOBBLE_DEBIT_1 card program. The guide calls only `group_id` optional, but does not say in which
 * requests, so that no field is required here.
 *
 * Evidence: inferred (no page shows it). The card creation guide names the three fields, without types. That they
 * are the metadata of a program follows from the name of the schema and its place in the menu. Source: doc-1946732.
 */
export interface MetadataKobbleDebit1Input extends wire.MetadataKobbleDebit1Input {}

/**
 * A card program. Cards are created under a program.
 *
 * Evidence: documented (a page states it). Source: api-10192221.
 */
export interface Program extends wire.Program {}

/**
 * Request to create a card program.
 *
 * Evidence: documented (a page states it). Source: api-10192222.
 */
export interface ProgramCreate extends wire.ProgramCreate {}

/**
 * The owner of endusers, wallets, cards and programs. Its fields are unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema. No page that could be read
 * shows its fields. Source: menu.
 */
export interface Client extends wire.Client {}

/**
 * Request to create a client. Its fields are unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the endpoint. Its page could not be read.
 * Source: menu.
 */
export interface ClientCreate extends wire.ClientCreate {}

/**
 * A person. A card requires first name, last name, email and phone number. Responses may contain an `id`; no sample
 * that could be read settles it.
 *
 * Evidence: example (seen only in a sample). Source: api-10192225, doc-1949255.
 */
export interface Person extends wire.Person {}

/**
 * A person. A card requires first name, last name, email and phone number. Responses may contain an `id`; no sample
 * that could be read settles it.
 *
 * Evidence: example (seen only in a sample). Source: api-10192225, doc-1949255.
 */
export interface PersonInput extends wire.PersonInput {}

/**
 * A company. The pages may list further fields that could not be read.
 *
 * Evidence: example (seen only in a sample). Source: doc-1949255, api-10192225.
 */
export interface Company extends wire.Company {}

/**
 * A company. The pages may list further fields that could not be read.
 *
 * Evidence: example (seen only in a sample). Source: doc-1949255, api-10192225.
 */
export interface CompanyInput extends wire.CompanyInput {}

/**
 * Any JSON object. Kobble stores and returns it as sent, and does not interpret it.
 *
 * Evidence: documented (a page states it). Source: doc-1949255.
 */
export interface Metadata extends wire.Metadata {}

/**
 * A person or a company that holds wallets. The page's table requires `person_id`, but its own sample omits it, so
 * that it is not required here.
 *
 * Evidence: documented (a page states it). Source: api-10192225.
 */
export interface Enduser extends wire.Enduser {}

/**
 * Request to create an enduser who is a person. If `metadata` is omitted, an empty object is stored. The older
 * reference page requires `metadata` and allows a `company` beside the person; the newer guide, followed here, does
 * neither.
 *
 * Evidence: documented (a page states it). Source: doc-1949255, api-10192225.
 */
export interface EnduserCreatePerson extends wire.EnduserCreatePerson {}

/**
 * Request to create an enduser that is a company. If `metadata` is omitted, an empty object is stored.
 *
 * Evidence: documented (a page states it). Source: doc-1949255.
 */
export interface EnduserCreateCompany extends wire.EnduserCreateCompany {}

/**
 * Request to create an enduser, either a person or a company.
 *
 * Evidence: documented (a page states it). Source: doc-1949255, api-10192225.
 */
export type EnduserCreate = EnduserCreatePerson | EnduserCreateCompany;

/**
 * A movement of money between wallets. Its fields are unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema. No page that could be read
 * shows its fields. Source: menu.
 */
export interface Transaction extends wire.Transaction {}

/**
 * Request to create a transaction. The page has further samples that could not be read.
 *
 * Evidence: documented (a page states it). Source: api-10192228.
 */
export interface TransactionCreate extends wire.TransactionCreate {}

/**
 * Request to create a manual credit transaction. Which fields are required is unknown.
 *
 * Evidence: example (seen only in a sample). Source: api-10192230.
 */
export interface TransactionCreateManualCredit extends wire.TransactionCreateManualCredit {}

/**
 * Request to create a manual debit transaction. Which fields are required is unknown.
 *
 * Evidence: example (seen only in a sample). Source: api-10192231.
 */
export interface TransactionCreateManualDebit extends wire.TransactionCreateManualDebit {}

/**
 * A balance in one asset, held by an enduser.
 *
 * Evidence: documented (a page states it). Source: api-10192233, api-10192234.
 */
export interface Wallet extends wire.Wallet {}

/**
 * Request to create a wallet.
 *
 * Evidence: documented (a page states it). Source: api-10192233.
 */
export interface WalletCreate extends wire.WalletCreate {}

/**
 * Request to update a wallet. The page says that it updates the status; its fields could not be read.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema, and the page of the endpoint
 * shows no body. Source: api-10192235.
 */
export interface WalletUpdate extends wire.WalletUpdate {}

/**
 * Request to create a relay. What is sent to the URL, and which response is expected, is unknown.
 *
 * Evidence: documented (a page states it). Source: api-12287941, doc-771683.
 */
export interface RelayCreate extends wire.RelayCreate {}

/**
 * A subscription of a URL to the rules of card use. Its fields are unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema. No page that could be read
 * shows its fields. Source: menu.
 */
export interface Relay extends wire.Relay {}

/**
 * A subscription to events. Its fields are unknown.
 *
 * Evidence: unknown (it has a name, and no more is known). The menu names the schema. No page that could be read
 * shows its fields. Source: menu.
 */
export interface Webhook extends wire.Webhook {}

/**
 * Request to create a webhook. The page shows no way to select events.
 *
 * Evidence: documented (a page states it). Source: api-13129088.
 */
export interface WebhookCreate extends wire.WebhookCreate {}

/**
 * An event. It names the entity it is about; the receiver requests that entity.
 *
 * Evidence: example (seen only in a sample). One sample was seen. In it the values of `entity_id` and `client_id`
 * are elided, so that their types are unknown. Source: doc-806843, doc-1798440.
 */
export interface WebhookEvent extends wire.WebhookEvent {}

/**
 * A message that contains one event.
 *
 * Evidence: documented (a page states it). Required flags: inferred. Kobble's guides list the fields. That they are
 * always present is from the AWS documentation. Source: doc-806843, doc-1798440, Amazon SNS documentation.
 */
export interface SnsNotification extends wire.SnsNotification {}

/**
 * The first message after a subscription is created. Send a GET request to `SubscribeURL` to confirm the
 * subscription, and respond with 200; no event arrives before that.
 *
 * Evidence: documented (a page states it). Required flags: inferred. Kobble's guides list the fields. That they are
 * always present is from the AWS documentation. Source: doc-806843, doc-1798440, Amazon SNS documentation.
 */
export interface SnsSubscriptionConfirmation extends wire.SnsSubscriptionConfirmation {}

/**
 * The message after a subscription has ended.
 *
 * Evidence: inferred (no page shows it). Kobble's guides name the message type. The fields are from the AWS
 * documentation. Source: doc-806843, doc-1798440, Amazon SNS documentation.
 */
export interface SnsUnsubscribeConfirmation extends wire.SnsUnsubscribeConfirmation {}

/**
 * A message from Amazon SNS. Verify its signature before use.
 *
 * Evidence: documented (a page states it). Source: doc-806843, doc-1798440.
 */
export type SnsMessage = SnsNotification | SnsSubscriptionConfirmation | SnsUnsubscribeConfirmation;

/** Query of `listCards` (List cards). */
export interface CardListQuery extends NonNullable<wire.operations['listCards']['parameters']['query']> {}

/** Query of `listTransactions` (List transactions). */
export interface TransactionListQuery extends NonNullable<wire.operations['listTransactions']['parameters']['query']> {}
