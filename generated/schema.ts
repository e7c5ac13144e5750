// Written by `npm run generate` from openapi/. Do not edit.

export interface paths {
  '/oauth2/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get an access token
     * @description Returns an access token for client credentials. Request a new token once it expires. The pages disagree on the host: the guide puts the base URL before the path, the reference page names a Cognito host that the customer is given.
     *
     * Kobble's title: "Get access token".
     *
     * Evidence: documented (a page states it). Response: documented. Source: api-12229608, doc-768364.
     */
    post: operations['getAccessToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/beneficiaries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List beneficiaries
     * @description Returns all beneficiaries. No paging parameters are known.
     *
     * Kobble's title: "List all beneficiaries".
     *
     * Evidence: inferred (no page shows it). Response: unknown. The menu names the endpoint; its path is that of Create beneficiary. Source: menu.
     */
    get: operations['listBeneficiaries'];
    put?: never;
    /**
     * Create a beneficiary
     * @description Creates a beneficiary from bank details.
     *
     * Kobble's title: "Create beneficiary".
     *
     * Evidence: documented (a page states it). Response: unknown. Source: api-14139509.
     */
    post: operations['createBeneficiary'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/beneficiaries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Beneficiary id.
         * @example 0d6f3a52-9b1c-4e27-8a65-3c7d2f9e4b18
         */
        id: components['parameters']['BeneficiaryId'];
      };
      cookie?: never;
    };
    /**
     * Get a beneficiary
     * @description Returns one beneficiary.
     *
     * Kobble's title: "Get beneficiary by ID".
     *
     * Evidence: inferred (no page shows it). Response: unknown. The menu names the endpoint; its path is that of Update beneficiary. Source: menu.
     */
    get: operations['getBeneficiary'];
    /**
     * Update a beneficiary
     * @description Updates the status or the metadata of a beneficiary.
     *
     * Kobble's title: "Update beneficiary".
     *
     * Evidence: documented (a page states it). Response: unknown. Source: api-14284227.
     */
    put: operations['updateBeneficiary'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/cards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List cards
     * @description Returns one page of cards. The response headers X-Total-Count, X-Offset and X-Limit describe the page.
     *
     * Kobble's title: "Get all cards".
     *
     * Evidence: documented (a page states it). Response: documented. Source: api-10192216, doc-768966.
     */
    get: operations['listCards'];
    put?: never;
    /**
     * Create a card
     * @description Creates a card on a wallet. The card creation guide requires the following:
     *
     * - The wallet is ACTIVE, and its `external_id` is null. A wallet that already has one is refused with the message
     *   `Invalid wallet with existing entity association` (status unknown).
     * - The program is ACTIVE, and its metadata fits the card product.
     * - The holder of the wallet is a person with first name, last name, email and phone number, and belongs to the same
     *   client as the caller. These details are used for the card product and for 3-D Secure enrolment.
     *
     * No page shows the response: it is assumed to be the card. The status may be 200, 201 or 202: newer documentation lists the schemas 201 Created
     * and 202 Accepted beside those of cards, so that creating a card may have become asynchronous.
     *
     * Kobble's title: "Create a new card".
     *
     * Evidence: documented (a page states it). Response: unknown. Source: api-10192217, doc-1946732, doc-768966.
     */
    post: operations['createCard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/cards/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Card id.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['CardId'];
      };
      cookie?: never;
    };
    /**
     * Get a card
     * @description Returns one card.
     *
     * Kobble's title: "Get card by ID".
     *
     * Evidence: documented (a page states it). Response: inferred. Source: api-10192218, doc-768966.
     */
    get: operations['getCard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/cards/{id}/status': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Card id.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['CardId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Update the status of a card
     * @description Sets the status of a card. The page gives ACTIVE, SUSPENDED and STOLEN as examples. The allowed transitions are unknown.
     *
     * Kobble's title: "Update card status".
     *
     * Evidence: documented (a page states it). Response: unknown. Source: api-10192219, doc-768966.
     */
    patch: operations['updateCardStatus'];
    trace?: never;
  };
  '/customers/v1/cards/{id}/secrets': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Card id.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['CardId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a card secret
     * @description Generates a time-based secret for a card, which is free text that may contain `$` and `\`.
     *
     * Kobble's title: "Generate card secret".
     *
     * Evidence: documented (a page states it). Response: documented. Source: api-12255079, doc-768966.
     */
    post: operations['createCardSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/cards/{id}/widget-session': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Card id.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['CardId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a widget session
     * @description Returns a short-lived TOTP and the widget URL for embedding the MeaWallet EasyLaunch iframe, which displays card details (PAN, CVV, expiry). Open a new session for each display. The card must belong to the caller. The unit of `expiresIn` and the form of `totp` are unknown. The page's sample also sends the header `x-client-id`, empty and of unknown meaning. The URL of the iframe is `{widgetUrl}?cardId={cardId}&totp={totp}`.
     *
     * Kobble's title: "Generate MeaWallet widget session token". The page has the label "testing".
     *
     * Evidence: documented (a page states it). Response: example. Source: api-28190658.
     */
    post: operations['createCardWidgetSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/cards/{id}/{action}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Card id.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['CardId'];
        /**
         * @description Whether the card is replaced or renewed.
         * @example replace
         */
        action: components['parameters']['Action'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Replace or renew a card
     * @description The response is a card; the page does not say whether it is the existing card or a new one. The format of `expiry`, and what expires, is unknown.
     *
     * Kobble's title: "Replace or renew card".
     *
     * Evidence: documented (a page states it). Response: documented. Source: api-10192220, doc-768966.
     */
    post: operations['replaceOrRenewCard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/card-programs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List card programs
     * @description Returns all card programs. No paging parameters are known.
     *
     * Kobble's title: "Get all programs".
     *
     * Evidence: documented (a page states it). Response: documented. Source: api-10192221.
     */
    get: operations['listCardPrograms'];
    put?: never;
    /**
     * Create a card program
     * @description Creates a card program. This may not be open to customers: the card creation guide says that programs are made "via Kobble, or POST `/api/programs` if exposed".
     *
     * Kobble's title: "Create a new program".
     *
     * Evidence: documented (a page states it). Response: inferred. Source: api-10192222, doc-1946732.
     */
    post: operations['createCardProgram'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/card-programs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Card program id.
         * @example 1862a747-737b-4960-af3a-263cfb933dea
         */
        id: components['parameters']['CardProgramId'];
      };
      cookie?: never;
    };
    /**
     * Get a card program
     * @description Returns one card program.
     *
     * Kobble's title: "Get program by ID".
     *
     * Evidence: documented (a page states it). Response: inferred. The page lists the header Content-Type as required; a GET request has no body, so nothing is sent. Source: api-10192223.
     */
    get: operations['getCardProgram'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/clients': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List clients
     * @description Returns all clients. No paging parameters are known.
     *
     * Kobble's title: "Get all clients".
     *
     * Evidence: documented (a page states it). Response: unknown. Source: api-12280696.
     */
    get: operations['listClients'];
    put?: never;
    /**
     * Create a client
     * @description Creates a client. The fields of the request are unknown.
     *
     * Kobble's title: "Create a new client".
     *
     * Evidence: inferred (no page shows it). Response: unknown. The menu names the endpoint; its path is that of Get all clients. Whether it takes an idempotency key is unknown. Source: menu.
     */
    post: operations['createClient'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/clients/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Client id.
         * @example c0a1f0d2-6b0e-4c47-9d0f-2f6f3c9a7e15
         */
        id: components['parameters']['ClientId'];
      };
      cookie?: never;
    };
    /**
     * Get a client
     * @description Returns one client.
     *
     * Kobble's title: "Get client by ID".
     *
     * Evidence: documented (a page states it). Response: unknown. Source: api-12280699.
     */
    get: operations['getClient'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/endusers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List endusers
     * @description Returns all endusers. No paging parameters are known.
     *
     * Kobble's title: "Get all endusers".
     *
     * Evidence: inferred (no page shows it). Response: inferred. The metadata guide names it under another prefix; its path is that of Create a new enduser. Source: doc-1949255, menu.
     */
    get: operations['listEndusers'];
    put?: never;
    /**
     * Create an enduser
     * @description Creates a person or a company.
     *
     * Kobble's title: "Create a new enduser".
     *
     * Evidence: documented (a page states it). Response: documented. The page marks the body as a whole optional, and gives "one of" for person and company; objects are open, so that `anyOf` accepts the same bodies. Source: api-10192225, doc-1949255.
     */
    post: operations['createEnduser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/endusers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Enduser id.
         * @example 570f851d-3672-4a02-8183-31d0e0adc71c
         */
        id: components['parameters']['EnduserId'];
      };
      cookie?: never;
    };
    /**
     * Get an enduser
     * @description Returns one enduser.
     *
     * Kobble's title: "Get enduser by ID".
     *
     * Evidence: inferred (no page shows it). Response: inferred. The metadata guide names it under another prefix; its path is that of Create a new enduser, with the id. Source: doc-1949255, menu.
     */
    get: operations['getEnduser'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/transactions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List transactions
     * @description Returns one page of transactions, of one wallet or of all wallets.
     *
     * Kobble's title: "Get all transactions".
     *
     * Evidence: documented (a page states it). Response: unknown. Source: api-10192227.
     */
    get: operations['listTransactions'];
    put?: never;
    /**
     * Create a transaction
     * @description Creates a transaction, which moves money between wallets. The unit of `amount` is unknown.
     *
     * Kobble's title: "Create a transaction".
     *
     * Evidence: documented (a page states it). Response: unknown. The page has more than one sample request; only one of them could be read. Source: api-10192228.
     */
    post: operations['createTransaction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/transactions/manual-credit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a manual credit
     * @description Creates a manual credit transaction. The unit of `amount` is unknown.
     *
     * Kobble's title: "Create manual credit transaction".
     *
     * Evidence: documented (a page states it). Response: unknown. Only a sample request could be read. Source: api-10192230.
     */
    post: operations['createManualCredit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/transactions/manual-debit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a manual debit
     * @description Creates a manual debit transaction. The unit of `amount` is unknown.
     *
     * Kobble's title: "Create manual debit transaction".
     *
     * Evidence: documented (a page states it). Response: unknown. Only a sample request could be read. Source: api-10192231.
     */
    post: operations['createManualDebit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/transactions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Transaction id.
         * @example 4fe6c893-a6d5-4db3-b9b0-cad479089056
         */
        id: components['parameters']['TransactionId'];
      };
      cookie?: never;
    };
    /**
     * Get a transaction
     * @description Returns one transaction.
     *
     * Kobble's title: "Get transaction by ID".
     *
     * Evidence: documented (a page states it). Response: unknown. Source: api-10192229.
     */
    get: operations['getTransaction'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/wallets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List wallets
     * @description Returns all wallets. No paging parameters are known.
     *
     * Kobble's title: "Get all wallets".
     *
     * Evidence: documented (a page states it). Response: inferred. Source: api-10192232.
     */
    get: operations['listWallets'];
    put?: never;
    /**
     * Create a wallet
     * @description Creates a wallet for an enduser. The wallet in the sample response is INACTIVE; how a wallet becomes ACTIVE is not stated.
     *
     * Kobble's title: "Create a new wallet".
     *
     * Evidence: documented (a page states it). Response: documented. Source: api-10192233.
     */
    post: operations['createWallet'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/wallets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Wallet id.
         * @example a7cdfd39-97a8-4c1c-b90b-de2cd148af34
         */
        id: components['parameters']['WalletId'];
      };
      cookie?: never;
    };
    /**
     * Get a wallet
     * @description Returns one wallet with its balance.
     *
     * Kobble's title: "Get wallet by ID".
     *
     * Evidence: documented (a page states it). Response: documented. Source: api-10192234.
     */
    get: operations['getWallet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Update a wallet
     * @description Updates the status of a wallet. The fields of the request are unknown.
     *
     * Kobble's title: "Update wallet".
     *
     * Evidence: documented (a page states it). Response: unknown. Source: api-10192235.
     */
    patch: operations['updateWallet'];
    trace?: never;
  };
  '/customers/v1/relays': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a relay
     * @description Subscribes a URL to the rules of card use: spending limits, merchant category code (MCC) restrictions and other card-use parameters. Transactions are processed by rules that the client defines. What is sent to the URL, and which response is expected, is unknown.
     *
     * Kobble's title: "Create subscription".
     *
     * Evidence: documented (a page states it). Response: unknown. Source: api-12287941, doc-771683.
     */
    post: operations['createRelay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customer/v1/webhooks/subscriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List webhooks
     * @description Returns all webhooks. No paging parameters are known.
     *
     * Kobble's title: "Get all webhooks". The page has the label "developing".
     *
     * Evidence: documented (a page states it). Response: unknown. The page marks the Authorization header as optional; the guide requires it. The page as read (G1) has the label Developing; the label is gone in G2. Source: api-13129041.
     */
    get: operations['listWebhooks'];
    put?: never;
    /**
     * Create a webhook
     * @description Subscribes a URL to events. Kobble first sends a confirmation request to the URL (Amazon SNS); events arrive once it is confirmed.
     *
     * Kobble's title: "Create a webhook".
     *
     * Evidence: documented (a page states it). Response: unknown. In the oldest documentation (G1), the page marks the Authorization header as optional, which the guide requires, and has the label Developing, which is gone in G2. Source: api-13129088, doc-806843.
     */
    post: operations['createWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customer/v1/webhooks/subscriptions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Webhook id.
         * @example 7c2b9f14-5e3d-4a86-b0c1-8d4e6f2a9b35
         */
        id: components['parameters']['WebhookId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete a webhook
     * @description Deletes a subscription to events.
     *
     * Kobble's title: "Delete a webhook". The page has the label "developing".
     *
     * Evidence: documented (a page states it). Response: unknown. The page marks the Authorization header as optional; the guide requires it. The page as read (G1) has the label Developing; the label is gone in G2. Source: api-13129096.
     */
    delete: operations['deleteWebhook'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  kobbleEvent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive an event
     * @description Amazon SNS posts events about transactions, wallets and tokenization to the URL of a webhook. The first message asks for confirmation of the subscription. Verify the signature of each message before you use it. SNS sends JSON with the media type `text/plain; charset=UTF-8`.
     *
     * Evidence: documented (a page states it). Source: doc-806843, doc-1798440, Amazon SNS documentation.
     */
    post: operations['receiveKobbleEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    /**
     * @description OAuth 2.0 client credentials request, form-encoded.
     *
     * Evidence: documented (a page states it). Source: doc-768364, api-12229608.
     */
    TokenRequest: {
      /**
       * @description OAuth 2.0 grant type.
       *
       * Evidence: documented (a page states it).
       * @enum {string}
       */
      grant_type: 'client_credentials';
      /**
       * @description Client id.
       *
       * Evidence: documented (a page states it).
       */
      client_id: string;
      /**
       * @description Client secret. Never log it.
       *
       * Evidence: documented (a page states it).
       */
      client_secret: string;
      /**
       * @description Requested scopes. The names are client/read, client/write, administrator/read and administrator/write. No page says what a scope allows, or which endpoint requires it.
       *
       * Evidence: documented (a page states it).
       */
      scope: string;
    };
    /**
     * @description Body of an error. Any JSON; no page shows one.
     *
     * Evidence: unknown (it has a name, and no more is known). The guides list statuses, but no body. Source: doc-768966, doc-768364.
     */
    ErrorBody: unknown;
    /**
     * @description An access token. Request a new one once it expires. Further fields are unknown.
     *
     * Evidence: documented (a page states it). Source: doc-768364, api-12229608.
     */
    TokenResponse: {
      /**
       * @description A JWT, sent as bearer token with every other request. Never log it.
       *
       * Evidence: documented (a page states it).
       */
      access_token: string;
      /**
       * @description Lifetime of the token, in seconds.
       *
       * Evidence: documented (a page states it).
       */
      expires_in: number;
    };
    /**
     * @description A bank payee. Its fields are unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema. No page that could be read shows its fields. Source: menu.
     */
    Beneficiary: {
      [key: string]: unknown;
    };
    /**
     * @description Request to create a beneficiary from bank details. The page may list further fields that could not be read.
     *
     * Evidence: documented (a page states it). Source: api-14139509.
     */
    BeneficiaryCreate: {
      /**
       * @description Bank name.
       *
       * Evidence: documented (a page states it).
       */
      bank_name: string;
      /**
       * @description Bank country, an ISO 3166-1 alpha-3 code.
       *
       * Evidence: documented (a page states it).
       */
      bank_country: string;
      /**
       * @description Bank code type.
       *
       * Evidence: documented (a page states it).
       * @enum {string}
       */
      bank_code_type: 'BSB' | 'BPAY' | 'ROUTING_NUMBER' | 'SORT_CODE';
      /**
       * @description Bank code. That it is a code of `bank_code_type` follows from the names.
       *
       * Evidence: documented (a page states it).
       */
      bank_code: string;
      /**
       * @description Account number.
       *
       * Evidence: documented (a page states it).
       */
      account_number: string;
      /**
       * @description The payee as a person. Its fields, and whether it is required, are unknown.
       *
       * Evidence: unknown (it has a name, and no more is known). The page has the object; neither its fields nor its required flag could be read.
       */
      person?:
        | {
            [key: string]: unknown;
          }
        | undefined;
    };
    /**
     * @description Request to update a beneficiary.
     *
     * Evidence: documented (a page states it). Source: api-14284227.
     */
    BeneficiaryUpdate: {
      /**
       * @description New status.
       *
       * Evidence: documented (a page states it).
       * @enum {string}
       */
      status?: ('ACTIVE' | 'INACTIVE') | undefined;
      /**
       * @description A JSON object. The page does not state its content.
       *
       * Evidence: documented (a page states it).
       */
      metadata?:
        | {
            [key: string]: unknown;
          }
        | undefined;
    };
    /**
     * @description A virtual or physical prepaid card.
     *
     * Evidence: documented (a page states it). Source: api-10192216, api-10192220.
     */
    Card: {
      /**
       * Format: uuid
       * @description Card id.
       *
       * Evidence: documented (a page states it).
       */
      id: string;
      /**
       * @description Card type.
       *
       * Evidence: documented (a page states it).
       */
      type: 'VIRTUAL' | 'PHYSICAL' | (string & {});
      /**
       * Format: uuid
       * @description Id of the wallet that the card is associated with. The value in the page's sample is not an RFC 9562 UUID.
       *
       * Evidence: documented (a page states it).
       */
      wallet_id: string;
      /**
       * Format: date-time
       * @description Date and time of creation.
       *
       * Evidence: documented (a page states it).
       */
      created_at: string;
      /**
       * Format: date-time
       * @description Date and time of the last update.
       *
       * Evidence: documented (a page states it).
       */
      updated_at: string;
      /**
       * @description Status of the card. The allowed transitions are unknown.
       *
       * Evidence: documented (a page states it).
       */
      status: 'ACTIVE' | 'INACTIVE' | 'SUSPENDED' | 'STOLEN' | 'PENDING' | (string & {});
      /**
       * @description External identifier associated with the card.
       *
       * Evidence: documented (a page states it).
       */
      external_id: string;
      /**
       * @description Last four digits of the card number.
       *
       * Evidence: documented (a page states it).
       */
      last_four_digit: string;
      /**
       * Format: date-time
       * @description Expiry of the card.
       *
       * Evidence: documented (a page states it).
       */
      expiry: string;
      /**
       * Format: uuid
       * @description Id of the card program. The value in the page's sample is not an RFC 9562 UUID.
       *
       * Evidence: documented (a page states it).
       */
      program_id: string;
      /**
       * @description Masked card number (PAN).
       *
       * Evidence: documented (a page states it).
       */
      m_pan: string;
    };
    /**
     * @description Request to create a card.
     *
     * Evidence: documented (a page states it). Source: api-10192217.
     */
    CardCreate: {
      /**
       * @description Id of an ACTIVE wallet whose `external_id` is null. The samples are UUIDs.
       *
       * Evidence: documented (a page states it).
       */
      wallet_id: string;
      /**
       * @description Id of an ACTIVE card program whose metadata fits the card product. The samples are UUIDs.
       *
       * Evidence: documented (a page states it).
       */
      program_id: string;
    };
    /**
     * @description The documentation's schema 201 Created. Its content is unknown; any JSON is accepted.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu (G4) lists the schema beside those of cards. Its page could not be read, and no page says which endpoint returns it. Source: menu.
     */
    Created: unknown;
    /**
     * @description The documentation's schema 202 Accepted. Its content is unknown; any JSON is accepted.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu (G4) lists the schema beside those of cards. Its page could not be read, and no page says which endpoint returns it. Source: menu.
     */
    Accepted: unknown;
    /**
     * @description Request to update the status of a card.
     *
     * Evidence: documented (a page states it). Source: api-10192219.
     */
    CardStatusUpdate: {
      /**
       * @description New status. The page gives ACTIVE, SUSPENDED and STOLEN as examples; whether others are accepted, and which transitions are allowed, is unknown.
       *
       * Evidence: documented (a page states it).
       */
      status: 'ACTIVE' | 'SUSPENDED' | 'STOLEN' | (string & {});
    };
    /**
     * @description Request for a card secret.
     *
     * Evidence: documented (a page states it). Source: api-12255079.
     */
    CardSecretCreate: {
      /**
       * @description Remarks on the request.
       *
       * Evidence: documented (a page states it). The meaning is inferred. The page has name, type and required flag. The meaning follows from the name.
       */
      remarks: string;
    };
    /**
     * @description Time-based secret of a card. Its lifetime is unknown.
     *
     * Evidence: documented (a page states it). Source: api-12255079.
     */
    CardSecret: {
      /**
       * @description The time-based secret, free text that may contain `$` and `\`. Never log or store it.
       *
       * Evidence: documented (a page states it).
       */
      secret: string;
    };
    /**
     * @description Request for a widget session. The sample is an empty object.
     *
     * Evidence: example (seen only in a sample). Source: api-28190658.
     */
    CardWidgetSessionCreate: {
      [key: string]: unknown;
    };
    /**
     * @description Session of the MeaWallet EasyLaunch widget, which displays PAN, CVV and expiry of a card. The URL of the iframe is `{widgetUrl}?cardId={cardId}&totp={totp}`; percent-encode both values.
     *
     * Evidence: example (seen only in a sample). Required flags: inferred. All fields are read off one sample. The required ones are those that the page builds the iframe URL from. Source: api-28190658.
     */
    CardWidgetSession: {
      /**
       * @description Card id.
       *
       * Evidence: example (seen only in a sample).
       */
      cardId: string;
      /**
       * @description Short-lived TOTP. Its form is unknown. Never log or store it.
       *
       * Evidence: example (seen only in a sample).
       */
      totp: string;
      /**
       * @description URL of the widget, without the query.
       *
       * Evidence: example (seen only in a sample).
       */
      widgetUrl: string;
      /**
       * @description Lifetime of the session. The unit is unknown; seconds is the convention.
       *
       * Evidence: example (seen only in a sample).
       */
      expiresIn?: number | undefined;
      /**
       * @description Environment of the session. The only value seen is `test`.
       *
       * Evidence: example (seen only in a sample).
       */
      environment?: ('test' | (string & {})) | undefined;
    };
    /**
     * @description Request to replace or renew a card. The page describes neither field.
     *
     * Evidence: documented (a page states it). Source: api-10192220.
     */
    CardRenewReplace: {
      /**
       * @description Reason for the replacement or renewal.
       *
       * Evidence: documented (a page states it). The meaning is inferred. The page has name, type and required flag. The meaning follows from the name.
       */
      reason: string;
      /**
       * @description An expiry. The format is unknown, and so is what expires.
       *
       * Evidence: documented (a page states it). The meaning is inferred. The page has name, type and required flag, and the sample value "string".
       */
      expiry: string;
    };
    /**
     * @description Metadata of a KOBBLE_DEBIT_1 card program. The guide calls only `group_id` optional, but does not say in which requests, so that no field is required here.
     *
     * Evidence: inferred (no page shows it). The card creation guide names the three fields, without types. That they are the metadata of a program follows from the name of the schema and its place in the menu. Source: doc-1946732.
     */
    MetadataKobbleDebit1: {
      /**
       * @description Parent account id. The type is unknown.
       *
       * Evidence: inferred (no page shows it).
       */
      parent_account_id?: unknown | undefined;
      /**
       * @description Product id. The type is unknown.
       *
       * Evidence: inferred (no page shows it).
       */
      product_id?: unknown | undefined;
      /**
       * @description Group id, optional. The type is unknown.
       *
       * Evidence: inferred (no page shows it).
       */
      group_id?: unknown | undefined;
    } & {
      [key: string]: unknown;
    };
    /**
     * @description Metadata of a KOBBLE_DEBIT_1 card program. The guide calls only `group_id` optional, but does not say in which requests, so that no field is required here.
     *
     * Evidence: inferred (no page shows it). The card creation guide names the three fields, without types. That they are the metadata of a program follows from the name of the schema and its place in the menu. Source: doc-1946732.
     */
    MetadataKobbleDebit1Input: {
      /**
       * @description Parent account id. The type is unknown.
       *
       * Evidence: inferred (no page shows it).
       */
      parent_account_id?: unknown | undefined;
      /**
       * @description Product id. The type is unknown.
       *
       * Evidence: inferred (no page shows it).
       */
      product_id?: unknown | undefined;
      /**
       * @description Group id, optional. The type is unknown.
       *
       * Evidence: inferred (no page shows it).
       */
      group_id?: unknown | undefined;
    };
    /**
     * @description A card program. Cards are created under a program.
     *
     * Evidence: documented (a page states it). Source: api-10192221.
     */
    Program: {
      /**
       * Format: uuid
       * @description Program id.
       *
       * Evidence: documented (a page states it).
       */
      id: string;
      /**
       * @description Program type.
       *
       * Evidence: documented (a page states it).
       */
      type: 'VIRTUAL' | 'PHYSICAL' | (string & {});
      /**
       * Format: date-time
       * @description Date and time of creation.
       *
       * Evidence: documented (a page states it).
       */
      created_at: string;
      /**
       * Format: date-time
       * @description Date and time of the last update. One sample on the page has a malformed date (`025-01-13T…`).
       *
       * Evidence: documented (a page states it).
       */
      updated_at: string;
      /**
       * @description Status of the program. A card requires an ACTIVE program.
       *
       * Evidence: documented (a page states it).
       */
      status: 'ACTIVE' | 'INACTIVE' | (string & {});
      /**
       * @description Partner product. The page allows one value.
       *
       * Evidence: documented (a page states it).
       */
      partner_product: 'KOBBLE_DEBIT_1' | (string & {});
      /**
       * @description Metadata of a KOBBLE_DEBIT_1 card program. The guide calls only `group_id` optional, but does not say in which requests, so that no field is required here.
       *
       * Evidence: documented (a page states it).
       */
      metadata: components['schemas']['MetadataKobbleDebit1'];
    };
    /**
     * @description Request to create a card program.
     *
     * Evidence: documented (a page states it). Source: api-10192222.
     */
    ProgramCreate: {
      /**
       * @description Program type, for example `VIRTUAL`.
       *
       * Evidence: documented (a page states it).
       */
      type: 'VIRTUAL' | (string & {});
      /**
       * @description Partner product. The value of the sample starts with `KOBBLE`.
       *
       * Evidence: documented (a page states it).
       */
      partner_product: string;
      /**
       * @description Metadata of a KOBBLE_DEBIT_1 card program. The guide calls only `group_id` optional, but does not say in which requests, so that no field is required here.
       *
       * Evidence: documented (a page states it).
       */
      metadata: components['schemas']['MetadataKobbleDebit1Input'];
    };
    /**
     * @description The owner of endusers, wallets, cards and programs. Its fields are unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema. No page that could be read shows its fields. Source: menu.
     */
    Client: {
      [key: string]: unknown;
    };
    /**
     * @description Request to create a client. Its fields are unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the endpoint. Its page could not be read. Source: menu.
     */
    ClientCreate: {
      [key: string]: unknown;
    };
    /**
     * @description A person. A card requires first name, last name, email and phone number. Responses may contain an `id`; no sample that could be read settles it.
     *
     * Evidence: example (seen only in a sample). Source: api-10192225, doc-1949255.
     */
    Person: {
      /**
       * @description First name.
       *
       * Evidence: example (seen only in a sample).
       */
      first_name?: string | undefined;
      /**
       * @description Last name.
       *
       * Evidence: example (seen only in a sample).
       */
      last_name?: string | undefined;
      /**
       * @description Email address.
       *
       * Evidence: example (seen only in a sample).
       */
      email?: string | undefined;
      /**
       * @description Date of birth, for example `1970-01-01`. The newer guide omits it.
       *
       * Evidence: example (seen only in a sample).
       */
      birthday?: string | undefined;
      /**
       * @description Phone number, for example `+61400000000` or `+111111111111`.
       *
       * Evidence: example (seen only in a sample).
       */
      phone_number?: string | undefined;
    } & {
      [key: string]: unknown;
    };
    /**
     * @description A person. A card requires first name, last name, email and phone number. Responses may contain an `id`; no sample that could be read settles it.
     *
     * Evidence: example (seen only in a sample). Source: api-10192225, doc-1949255.
     */
    PersonInput: {
      /**
       * @description First name.
       *
       * Evidence: example (seen only in a sample).
       */
      first_name?: string | undefined;
      /**
       * @description Last name.
       *
       * Evidence: example (seen only in a sample).
       */
      last_name?: string | undefined;
      /**
       * @description Email address.
       *
       * Evidence: example (seen only in a sample).
       */
      email?: string | undefined;
      /**
       * @description Date of birth, for example `1970-01-01`. The newer guide omits it.
       *
       * Evidence: example (seen only in a sample).
       */
      birthday?: string | undefined;
      /**
       * @description Phone number, for example `+61400000000` or `+111111111111`.
       *
       * Evidence: example (seen only in a sample).
       */
      phone_number?: string | undefined;
    };
    /**
     * @description A company. The pages may list further fields that could not be read.
     *
     * Evidence: example (seen only in a sample). Source: doc-1949255, api-10192225.
     */
    Company: {
      /**
       * @description Company id. Seen in responses only.
       *
       * Evidence: example (seen only in a sample).
       */
      id?: string | undefined;
      /**
       * @description Company name.
       *
       * Evidence: example (seen only in a sample).
       */
      name?: string | undefined;
    } & {
      [key: string]: unknown;
    };
    /**
     * @description A company. The pages may list further fields that could not be read.
     *
     * Evidence: example (seen only in a sample). Source: doc-1949255, api-10192225.
     */
    CompanyInput: {
      /**
       * @description Company id. Seen in responses only.
       *
       * Evidence: example (seen only in a sample).
       */
      id?: string | undefined;
      /**
       * @description Company name.
       *
       * Evidence: example (seen only in a sample).
       */
      name?: string | undefined;
    };
    /**
     * @description Any JSON object. Kobble stores and returns it as sent, and does not interpret it.
     *
     * Evidence: documented (a page states it). Source: doc-1949255.
     */
    Metadata: {
      [key: string]: unknown;
    };
    /**
     * @description A person or a company that holds wallets. The page's table requires `person_id`, but its own sample omits it, so that it is not required here.
     *
     * Evidence: documented (a page states it). Source: api-10192225.
     */
    Enduser: {
      /**
       * Format: uuid
       * @description Enduser id.
       *
       * Evidence: documented (a page states it).
       */
      id: string;
      /**
       * @description The person, or null.
       *
       * Evidence: documented (a page states it).
       */
      person?: (components['schemas']['Person'] | null) | undefined;
      /**
       * Format: uuid
       * @description Person id, or null. The sample omits it.
       *
       * Evidence: documented (a page states it).
       */
      person_id?: (string | null) | undefined;
      /**
       * @description The company, or null.
       *
       * Evidence: documented (a page states it).
       */
      company?: (components['schemas']['Company'] | null) | undefined;
      /**
       * Format: uuid
       * @description Company id, or null.
       *
       * Evidence: documented (a page states it).
       */
      company_id: string | null;
      /**
       * @description Any JSON object. Kobble stores and returns it as sent, and does not interpret it.
       *
       * Evidence: documented (a page states it).
       */
      metadata: components['schemas']['Metadata'];
    };
    /**
     * @description Request to create an enduser who is a person. If `metadata` is omitted, an empty object is stored. The older reference page requires `metadata` and allows a `company` beside the person; the newer guide, followed here, does neither.
     *
     * Evidence: documented (a page states it). Source: doc-1949255, api-10192225.
     */
    EnduserCreatePerson: {
      /**
       * @description A person. A card requires first name, last name, email and phone number. Responses may contain an `id`; no sample that could be read settles it.
       *
       * Evidence: documented (a page states it).
       */
      person: components['schemas']['PersonInput'];
      /**
       * @description Any JSON object. Kobble stores and returns it as sent, and does not interpret it.
       *
       * Evidence: documented (a page states it).
       */
      metadata?: components['schemas']['Metadata'] | undefined;
    };
    /**
     * @description Request to create an enduser that is a company. If `metadata` is omitted, an empty object is stored.
     *
     * Evidence: documented (a page states it). Source: doc-1949255.
     */
    EnduserCreateCompany: {
      /**
       * @description A company. The pages may list further fields that could not be read.
       *
       * Evidence: documented (a page states it).
       */
      company: components['schemas']['CompanyInput'];
      /**
       * @description Any JSON object. Kobble stores and returns it as sent, and does not interpret it.
       *
       * Evidence: documented (a page states it).
       */
      metadata?: components['schemas']['Metadata'] | undefined;
    };
    /**
     * @description Request to create an enduser, either a person or a company.
     *
     * Evidence: documented (a page states it). Source: doc-1949255, api-10192225.
     */
    EnduserCreate: components['schemas']['EnduserCreatePerson'] | components['schemas']['EnduserCreateCompany'];
    /**
     * @description A movement of money between wallets. Its fields are unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema. No page that could be read shows its fields. Source: menu.
     */
    Transaction: {
      [key: string]: unknown;
    };
    /**
     * @description Request to create a transaction. The page has further samples that could not be read.
     *
     * Evidence: documented (a page states it). Source: api-10192228.
     */
    TransactionCreate: {
      /**
       * @description Amount. The unit is unknown.
       *
       * Evidence: documented (a page states it).
       */
      amount: number;
      /**
       * @description Reference text. Whether it is required is unknown.
       *
       * Evidence: documented (a page states it).
       */
      reference?: string | undefined;
      /**
       * @description A JSON object. The page does not state its content.
       *
       * Evidence: example (seen only in a sample).
       */
      metadata?:
        | {
            [key: string]: unknown;
          }
        | undefined;
      /**
       * Format: uuid
       * @description Id of the wallet that is debited.
       *
       * Evidence: example (seen only in a sample). The meaning is inferred. The sample contains a UUID. That it is the id of a wallet follows from what a transaction is.
       */
      from?: string | undefined;
      /**
       * Format: uuid
       * @description Id of the wallet that is credited.
       *
       * Evidence: example (seen only in a sample). The meaning is inferred. The sample contains a UUID. That it is the id of a wallet follows from what a transaction is.
       */
      to?: string | undefined;
    };
    /**
     * @description Request to create a manual credit transaction. Which fields are required is unknown.
     *
     * Evidence: example (seen only in a sample). Source: api-10192230.
     */
    TransactionCreateManualCredit: {
      /**
       * @description Amount. The unit is unknown.
       *
       * Evidence: example (seen only in a sample).
       */
      amount?: number | undefined;
      /**
       * @description Reference text.
       *
       * Evidence: example (seen only in a sample).
       */
      reference?: string | undefined;
      /**
       * @description A JSON object. The page does not state its content.
       *
       * Evidence: example (seen only in a sample).
       */
      metadata?:
        | {
            [key: string]: unknown;
          }
        | undefined;
      /**
       * Format: uuid
       * @description Id of the wallet that is credited.
       *
       * Evidence: example (seen only in a sample). The meaning is inferred. The sample contains a UUID. That it is the id of a wallet follows from what a transaction is.
       */
      to?: string | undefined;
    };
    /**
     * @description Request to create a manual debit transaction. Which fields are required is unknown.
     *
     * Evidence: example (seen only in a sample). Source: api-10192231.
     */
    TransactionCreateManualDebit: {
      /**
       * @description Amount. The unit is unknown.
       *
       * Evidence: example (seen only in a sample).
       */
      amount?: number | undefined;
      /**
       * @description Reference text. It may be empty.
       *
       * Evidence: example (seen only in a sample).
       */
      reference?: string | undefined;
      /**
       * @description A JSON object. The page does not state its content.
       *
       * Evidence: example (seen only in a sample).
       */
      metadata?:
        | {
            [key: string]: unknown;
          }
        | undefined;
      /**
       * Format: uuid
       * @description Id of the wallet that is debited.
       *
       * Evidence: example (seen only in a sample). The meaning is inferred. The sample contains a UUID. That it is the id of a wallet follows from what a transaction is.
       */
      from?: string | undefined;
    };
    /**
     * @description A balance in one asset, held by an enduser.
     *
     * Evidence: documented (a page states it). Source: api-10192233, api-10192234.
     */
    Wallet: {
      /**
       * Format: uuid
       * @description Wallet id.
       *
       * Evidence: documented (a page states it).
       */
      id: string;
      /**
       * @description External identifier, or null. A card requires a wallet whose `external_id` is null.
       *
       * Evidence: documented (a page states it).
       */
      external_id: string | null;
      /**
       * Format: date-time
       * @description Date and time of creation.
       *
       * Evidence: documented (a page states it).
       */
      created_at: string;
      /**
       * Format: date-time
       * @description Date and time of the last update.
       *
       * Evidence: documented (a page states it).
       */
      updated_at: string;
      /**
       * Format: uuid
       * @description Id of the enduser who holds the wallet.
       *
       * Evidence: documented (a page states it).
       */
      holder_id: string;
      /**
       * @description Asset.
       *
       * Evidence: documented (a page states it).
       */
      asset: 'AUD' | (string & {});
      /**
       * @description Asset class.
       *
       * Evidence: documented (a page states it).
       */
      asset_class: 'CURRENCY' | (string & {});
      /**
       * @description Status of the wallet. A card requires an ACTIVE wallet.
       *
       * Evidence: documented (a page states it).
       */
      status: 'ACTIVE' | 'INACTIVE' | 'SUSPENDED' | (string & {});
      /**
       * @description Partner product.
       *
       * Evidence: documented (a page states it).
       */
      partner_product: 'KOBBLE_AUD_1' | (string & {});
      /**
       * Format: float
       * @description Total amount. The unit is unknown, and so is whether it is `amount` plus `reserved_amount`.
       *
       * Evidence: documented (a page states it).
       */
      total_amount: number;
      /**
       * Format: float
       * @description Amount. The unit is unknown.
       *
       * Evidence: documented (a page states it).
       */
      amount: number;
      /**
       * Format: float
       * @description Reserved amount. The unit is unknown.
       *
       * Evidence: documented (a page states it).
       */
      reserved_amount: number;
    };
    /**
     * @description Request to create a wallet.
     *
     * Evidence: documented (a page states it). Source: api-10192233.
     */
    WalletCreate: {
      /**
       * @description Id of the enduser who will hold the wallet. The sample is a UUID.
       *
       * Evidence: documented (a page states it).
       */
      holder_id: string;
      /**
       * @description Asset class, for example `CURRENCY`.
       *
       * Evidence: documented (a page states it).
       */
      asset_class: 'CURRENCY' | (string & {});
      /**
       * @description Asset, for example `AUD`.
       *
       * Evidence: documented (a page states it).
       */
      asset: 'AUD' | (string & {});
      /**
       * @description Partner product, for example `KOBBLE_AUD_1`.
       *
       * Evidence: documented (a page states it).
       */
      partner_product: 'KOBBLE_AUD_1' | (string & {});
    };
    /**
     * @description Request to update a wallet. The page says that it updates the status; its fields could not be read.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema, and the page of the endpoint shows no body. Source: api-10192235.
     */
    WalletUpdate: {
      /**
       * @description New status.
       *
       * Evidence: inferred (no page shows it). The page says that it updates the status. Name and values are those of Wallet.
       */
      status?: ('ACTIVE' | 'INACTIVE' | 'SUSPENDED' | (string & {})) | undefined;
    };
    /**
     * @description Request to create a relay. What is sent to the URL, and which response is expected, is unknown.
     *
     * Evidence: documented (a page states it). Source: api-12287941, doc-771683.
     */
    RelayCreate: {
      /**
       * @description URL of the relay.
       *
       * Evidence: documented (a page states it).
       */
      url: string;
    };
    /**
     * @description A subscription of a URL to the rules of card use. Its fields are unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema. No page that could be read shows its fields. Source: menu.
     */
    Relay: {
      [key: string]: unknown;
    };
    /**
     * @description A subscription to events. Its fields are unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema. No page that could be read shows its fields. Source: menu.
     */
    Webhook: {
      [key: string]: unknown;
    };
    /**
     * @description Request to create a webhook. The page shows no way to select events.
     *
     * Evidence: documented (a page states it). Source: api-13129088.
     */
    WebhookCreate: {
      /**
       * @description URL that events are sent to. It must confirm the subscription first.
       *
       * Evidence: documented (a page states it).
       */
      url: string;
    };
    /**
     * @description An event. It names the entity it is about; the receiver requests that entity.
     *
     * Evidence: example (seen only in a sample). One sample was seen. In it the values of `entity_id` and `client_id` are elided, so that their types are unknown. Source: doc-806843, doc-1798440.
     */
    WebhookEvent: {
      /**
       * Format: uuid
       * @description Event id.
       *
       * Evidence: example (seen only in a sample).
       */
      id?: string | undefined;
      /**
       * @description Event type. The only value seen is `transaction-create`.
       *
       * Evidence: example (seen only in a sample).
       */
      type?: ('transaction-create' | (string & {})) | undefined;
      /**
       * @description Id of the entity that the event is about. The type is unknown; a string is likely.
       *
       * Evidence: example (seen only in a sample).
       */
      entity_id?: unknown | undefined;
      /**
       * @description Client id. The type is unknown; a string is likely.
       *
       * Evidence: example (seen only in a sample).
       */
      client_id?: unknown | undefined;
      /**
       * Format: date-time
       * @description Date and time of creation.
       *
       * Evidence: example (seen only in a sample).
       */
      created_at?: string | undefined;
    };
    /**
     * @description A message that contains one event.
     *
     * Evidence: documented (a page states it). Required flags: inferred. Kobble's guides list the fields. That they are always present is from the AWS documentation. Source: doc-806843, doc-1798440, Amazon SNS documentation.
     */
    SnsNotification: {
      /**
       * @description Message type.
       *
       * Evidence: documented (a page states it). (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      Type: 'Notification';
      /**
       * @description Message id. A repeated delivery keeps it.
       *
       * Evidence: documented (a page states it).
       */
      MessageId: string;
      /**
       * @description ARN of the SNS topic. Reject a topic that you do not expect.
       *
       * Evidence: documented (a page states it).
       */
      TopicArn: string;
      /**
       * @description Subject; null in Kobble's sample.
       *
       * Evidence: documented (a page states it).
       */
      Subject?: (string | null) | undefined;
      /**
       * @description The event, as a string that contains JSON.
       *
       * Evidence: documented (a page states it).
       */
      Message: string;
      /**
       * @description Time of publication.
       *
       * Evidence: documented (a page states it).
       */
      Timestamp: string;
      /**
       * @description Signature version. `1` is RSA with SHA-1, `2` is RSA with SHA-256.
       *
       * Evidence: documented (a page states it).
       * @enum {string}
       */
      SignatureVersion: '1' | '2';
      /**
       * @description Signature, in base64.
       *
       * Evidence: documented (a page states it).
       */
      Signature: string;
      /**
       * @description URL of the signing certificate.
       *
       * Evidence: documented (a page states it).
       */
      SigningCertURL: string;
      /**
       * @description URL that ends the subscription.
       *
       * Evidence: documented (a page states it).
       */
      UnsubscribeURL?: string | undefined;
    };
    /**
     * @description The first message after a subscription is created. Send a GET request to `SubscribeURL` to confirm the subscription, and respond with 200; no event arrives before that.
     *
     * Evidence: documented (a page states it). Required flags: inferred. Kobble's guides list the fields. That they are always present is from the AWS documentation. Source: doc-806843, doc-1798440, Amazon SNS documentation.
     */
    SnsSubscriptionConfirmation: {
      /**
       * @description Message type.
       *
       * Evidence: documented (a page states it). (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      Type: 'SubscriptionConfirmation';
      /**
       * @description Message id. A repeated delivery keeps it.
       *
       * Evidence: documented (a page states it).
       */
      MessageId: string;
      /**
       * @description ARN of the SNS topic. Reject a topic that you do not expect.
       *
       * Evidence: documented (a page states it).
       */
      TopicArn: string;
      /**
       * @description Text for a human reader.
       *
       * Evidence: inferred (no page shows it). Kobble's guide lists the field. Its content here is from the AWS documentation.
       */
      Message: string;
      /**
       * @description Time of publication.
       *
       * Evidence: documented (a page states it).
       */
      Timestamp: string;
      /**
       * @description Signature version. `1` is RSA with SHA-1, `2` is RSA with SHA-256.
       *
       * Evidence: documented (a page states it).
       * @enum {string}
       */
      SignatureVersion: '1' | '2';
      /**
       * @description Signature, in base64.
       *
       * Evidence: documented (a page states it).
       */
      Signature: string;
      /**
       * @description URL of the signing certificate.
       *
       * Evidence: documented (a page states it).
       */
      SigningCertURL: string;
      /**
       * @description URL that confirms the subscription. It contains the token. Never log it.
       *
       * Evidence: documented (a page states it).
       */
      SubscribeURL: string;
      /**
       * @description Token of the confirmation. Never log it.
       *
       * Evidence: inferred (no page shows it). The field is from the AWS documentation.
       */
      Token: string;
    };
    /**
     * @description The message after a subscription has ended.
     *
     * Evidence: inferred (no page shows it). Kobble's guides name the message type. The fields are from the AWS documentation. Source: doc-806843, doc-1798440, Amazon SNS documentation.
     */
    SnsUnsubscribeConfirmation: {
      /**
       * @description Message type.
       *
       * Evidence: inferred (no page shows it). (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      Type: 'UnsubscribeConfirmation';
      /**
       * @description Message id. A repeated delivery keeps it.
       *
       * Evidence: inferred (no page shows it).
       */
      MessageId: string;
      /**
       * @description ARN of the SNS topic. Reject a topic that you do not expect.
       *
       * Evidence: inferred (no page shows it).
       */
      TopicArn: string;
      /**
       * @description Text for a human reader.
       *
       * Evidence: inferred (no page shows it).
       */
      Message: string;
      /**
       * @description Time of publication.
       *
       * Evidence: inferred (no page shows it).
       */
      Timestamp: string;
      /**
       * @description Signature version. `1` is RSA with SHA-1, `2` is RSA with SHA-256.
       *
       * Evidence: inferred (no page shows it).
       * @enum {string}
       */
      SignatureVersion: '1' | '2';
      /**
       * @description Signature, in base64.
       *
       * Evidence: inferred (no page shows it).
       */
      Signature: string;
      /**
       * @description URL of the signing certificate.
       *
       * Evidence: inferred (no page shows it).
       */
      SigningCertURL: string;
      /**
       * @description URL that contains the token. Never log it.
       *
       * Evidence: inferred (no page shows it).
       */
      SubscribeURL: string;
      /**
       * @description Token of the confirmation. Never log it.
       *
       * Evidence: inferred (no page shows it).
       */
      Token: string;
    };
    /**
     * @description A message from Amazon SNS. Verify its signature before use.
     *
     * Evidence: documented (a page states it). Source: doc-806843, doc-1798440.
     */
    SnsMessage:
      | components['schemas']['SnsNotification']
      | components['schemas']['SnsSubscriptionConfirmation']
      | components['schemas']['SnsUnsubscribeConfirmation'];
  };
  responses: {
    /**
     * @description Any other status. The body is unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). No page lists further statuses.
     */
    AnyOther: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description Invalid parameters or missing data.
     *
     * Evidence: documented (a page states it). Source: doc-768966, doc-768364.
     */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description Invalid credentials or token.
     *
     * Evidence: documented (a page states it). Source: doc-768966, doc-768364.
     */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description The client may not access the resource.
     *
     * Evidence: documented (a page states it). Source: doc-768966, doc-768364.
     */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description Too many requests. The guide states no limit: requests are accepted and monitored, and access may be restricted for a while above a reasonable threshold. Announce planned bursts (bulk imports, campaigns, period-end runs, mass onboarding, retry storms) to the account manager 48 hours ahead, with volume, duration, window with time zone, and endpoints.
     *
     * Evidence: inferred (no page shows it). The guide on rate limits says that access may be restricted, but not with which status; 429 is the status that HTTP has for it. Source: doc-1820637.
     */
    TooManyRequests: {
      headers: {
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description Server error.
     *
     * Evidence: documented (a page states it). Source: doc-768966, doc-768364.
     */
    ServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description Invalid parameters or missing data.
     *
     * Evidence: inferred (no page shows it). The guides list the status for the card endpoints and the token endpoint only. Source: doc-768966, doc-768364.
     */
    BadRequestInferred: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description Invalid credentials or token.
     *
     * Evidence: inferred (no page shows it). The guides list the status for the card endpoints and the token endpoint only. Source: doc-768966, doc-768364.
     */
    UnauthorizedInferred: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description The client may not access the resource.
     *
     * Evidence: inferred (no page shows it). The guides list the status for the card endpoints and the token endpoint only. Source: doc-768966, doc-768364.
     */
    ForbiddenInferred: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description Server error.
     *
     * Evidence: inferred (no page shows it). The guides list the status for the card endpoints and the token endpoint only. Source: doc-768966, doc-768364.
     */
    ServerErrorInferred: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description The resource was not found.
     *
     * Evidence: inferred (no page shows it). The Cards API guide lists the status for the card endpoints only. Source: doc-768966.
     */
    NotFoundInferred: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description Success. The body is unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The pages show no response. The status follows from other endpoints.
     */
    UnknownResult: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': unknown;
      };
    };
    /**
     * @description The resource was not found.
     *
     * Evidence: documented (a page states it). Source: doc-768966.
     */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description Success. The body is unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The Cards API guide lists the status. No page shows the body.
     */
    UnknownCardResult: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': unknown;
      };
    };
  };
  parameters: {
    /**
     * @description Beneficiary id.
     * @example 0d6f3a52-9b1c-4e27-8a65-3c7d2f9e4b18
     */
    BeneficiaryId: string;
    /**
     * @description Start of the period.
     *
     * The meaning is inferred. The page has the name and the type. The meaning follows from the name; which date is compared is unknown.
     * @example 2026-01-01T00:00:00Z
     */
    From: string;
    /**
     * @description End of the period.
     *
     * The meaning is inferred. The page has the name and the type. The meaning follows from the name; which date is compared is unknown.
     * @example 2026-12-31T23:59:59Z
     */
    To: string;
    /**
     * @description Number of entries to skip. The default is unknown.
     *
     * The meaning is inferred. The page has the name, the type and a sample. The meaning follows from the name.
     * @example 0
     */
    Offset: number;
    /**
     * @description Maximum number of entries to return. The default and the largest allowed value are unknown.
     *
     * The meaning is inferred. The page has the name, the type and a sample. The meaning follows from the name.
     * @example 10
     */
    Limit: number;
    /**
     * @description Sort direction. The sort key and the default are unknown.
     * @example asc
     */
    Order: 'asc' | 'desc';
    /**
     * @description A UUID version 4, required by every POST that supports it. The first request is carried out and its response cached; a repeat with the same key, to the same endpoint and with the same data, gets the cached response and is not carried out again. Use a new key for each distinct operation, and the same key only for an exact retry of it. The lifetime of a key, and the response to a key that is reused with other data, are unknown.
     *
     * Evidence: documented (a page states it). Source: doc-1820627.
     * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
     */
    IdempotencyKey: string;
    /**
     * @description Card id.
     * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
     */
    CardId: string;
    /**
     * @description Header of the page's sample request, which sends it empty. Its meaning, and whether it is required, is unknown. An empty value is accepted here too.
     *
     * Evidence: example (seen only in a sample).
     * @example
     */
    XClientId: string;
    /**
     * @description Whether the card is replaced or renewed.
     * @example replace
     */
    Action: 'replace' | 'renew';
    /**
     * @description Card program id.
     * @example 1862a747-737b-4960-af3a-263cfb933dea
     */
    CardProgramId: string;
    /**
     * @description Client id.
     * @example c0a1f0d2-6b0e-4c47-9d0f-2f6f3c9a7e15
     */
    ClientId: string;
    /**
     * @description Enduser id.
     * @example 570f851d-3672-4a02-8183-31d0e0adc71c
     */
    EnduserId: string;
    /**
     * @description Wallet id. Returns only the transactions of this wallet.
     * @example a7cdfd39-97a8-4c1c-b90b-de2cd148af34
     */
    WalletFilter: string;
    /**
     * @description Transaction id.
     * @example 4fe6c893-a6d5-4db3-b9b0-cad479089056
     */
    TransactionId: string;
    /**
     * @description Wallet id.
     * @example a7cdfd39-97a8-4c1c-b90b-de2cd148af34
     */
    WalletId: string;
    /**
     * @description Webhook id.
     * @example 7c2b9f14-5e3d-4a86-b0c1-8d4e6f2a9b35
     */
    WebhookId: string;
    /**
     * @description Message type, the same as `Type` in the body.
     * @example Notification
     */
    SnsMessageType: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
    /**
     * @description Message id, the same as `MessageId` in the body. A repeated delivery keeps it.
     * @example 1a2f4ba5-2d3c-4c3f-9a7b-5f6e7d8c9b0a
     */
    SnsMessageId: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description Time to wait before the next attempt, in seconds or as an HTTP date.
     *
     * Evidence: inferred (no page shows it). The HTTP standard defines the header for this status; the guide on rate limits names no header.
     * @example 1
     */
    RetryAfter: string;
    /**
     * @description Number of entries on all pages.
     *
     * Evidence: inferred (no page shows it). The page has the name and a sample (10). That all pages are counted follows from the name.
     * @example 1
     */
    TotalCount: number;
    /**
     * @description Number of entries before the page.
     *
     * Evidence: inferred (no page shows it). The page has the name and a sample (10). That entries are counted follows from the name.
     * @example 0
     */
    Offset: number;
    /**
     * @description Maximum number of entries on the page.
     *
     * Evidence: inferred (no page shows it). The page has the name and a sample (10). The meaning follows from the name.
     * @example 10
     */
    Limit: number;
  };
  pathItems: never;
}
export type TokenRequest = components['schemas']['TokenRequest'];
export type ErrorBody = components['schemas']['ErrorBody'];
export type TokenResponse = components['schemas']['TokenResponse'];
export type Beneficiary = components['schemas']['Beneficiary'];
export type BeneficiaryCreate = components['schemas']['BeneficiaryCreate'];
export type BeneficiaryUpdate = components['schemas']['BeneficiaryUpdate'];
export type Card = components['schemas']['Card'];
export type CardCreate = components['schemas']['CardCreate'];
export type Created = components['schemas']['Created'];
export type Accepted = components['schemas']['Accepted'];
export type CardStatusUpdate = components['schemas']['CardStatusUpdate'];
export type CardSecretCreate = components['schemas']['CardSecretCreate'];
export type CardSecret = components['schemas']['CardSecret'];
export type CardWidgetSessionCreate = components['schemas']['CardWidgetSessionCreate'];
export type CardWidgetSession = components['schemas']['CardWidgetSession'];
export type CardRenewReplace = components['schemas']['CardRenewReplace'];
export type MetadataKobbleDebit1 = components['schemas']['MetadataKobbleDebit1'];
export type MetadataKobbleDebit1Input = components['schemas']['MetadataKobbleDebit1Input'];
export type Program = components['schemas']['Program'];
export type ProgramCreate = components['schemas']['ProgramCreate'];
export type Client = components['schemas']['Client'];
export type ClientCreate = components['schemas']['ClientCreate'];
export type Person = components['schemas']['Person'];
export type PersonInput = components['schemas']['PersonInput'];
export type Company = components['schemas']['Company'];
export type CompanyInput = components['schemas']['CompanyInput'];
export type Metadata = components['schemas']['Metadata'];
export type Enduser = components['schemas']['Enduser'];
export type EnduserCreatePerson = components['schemas']['EnduserCreatePerson'];
export type EnduserCreateCompany = components['schemas']['EnduserCreateCompany'];
export type EnduserCreate = components['schemas']['EnduserCreate'];
export type Transaction = components['schemas']['Transaction'];
export type TransactionCreate = components['schemas']['TransactionCreate'];
export type TransactionCreateManualCredit = components['schemas']['TransactionCreateManualCredit'];
export type TransactionCreateManualDebit = components['schemas']['TransactionCreateManualDebit'];
export type Wallet = components['schemas']['Wallet'];
export type WalletCreate = components['schemas']['WalletCreate'];
export type WalletUpdate = components['schemas']['WalletUpdate'];
export type RelayCreate = components['schemas']['RelayCreate'];
export type Relay = components['schemas']['Relay'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookCreate = components['schemas']['WebhookCreate'];
export type WebhookEvent = components['schemas']['WebhookEvent'];
export type SnsNotification = components['schemas']['SnsNotification'];
export type SnsSubscriptionConfirmation = components['schemas']['SnsSubscriptionConfirmation'];
export type SnsUnsubscribeConfirmation = components['schemas']['SnsUnsubscribeConfirmation'];
export type SnsMessage = components['schemas']['SnsMessage'];
export type ResponseAnyOther = components['responses']['AnyOther'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseServerError = components['responses']['ServerError'];
export type ResponseBadRequestInferred = components['responses']['BadRequestInferred'];
export type ResponseUnauthorizedInferred = components['responses']['UnauthorizedInferred'];
export type ResponseForbiddenInferred = components['responses']['ForbiddenInferred'];
export type ResponseServerErrorInferred = components['responses']['ServerErrorInferred'];
export type ResponseNotFoundInferred = components['responses']['NotFoundInferred'];
export type ResponseUnknownResult = components['responses']['UnknownResult'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseUnknownCardResult = components['responses']['UnknownCardResult'];
export type ParameterBeneficiaryId = components['parameters']['BeneficiaryId'];
export type ParameterFrom = components['parameters']['From'];
export type ParameterTo = components['parameters']['To'];
export type ParameterOffset = components['parameters']['Offset'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterOrder = components['parameters']['Order'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterCardId = components['parameters']['CardId'];
export type ParameterXClientId = components['parameters']['XClientId'];
export type ParameterAction = components['parameters']['Action'];
export type ParameterCardProgramId = components['parameters']['CardProgramId'];
export type ParameterClientId = components['parameters']['ClientId'];
export type ParameterEnduserId = components['parameters']['EnduserId'];
export type ParameterWalletFilter = components['parameters']['WalletFilter'];
export type ParameterTransactionId = components['parameters']['TransactionId'];
export type ParameterWalletId = components['parameters']['WalletId'];
export type ParameterWebhookId = components['parameters']['WebhookId'];
export type ParameterSnsMessageType = components['parameters']['SnsMessageType'];
export type ParameterSnsMessageId = components['parameters']['SnsMessageId'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type HeaderTotalCount = components['headers']['TotalCount'];
export type HeaderOffset = components['headers']['Offset'];
export type HeaderLimit = components['headers']['Limit'];
export type $defs = Record<string, never>;
export interface operations {
  getAccessToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['TokenRequest'];
      };
    };
    responses: {
      /** @description An access token. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenResponse'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      default: components['responses']['AnyOther'];
    };
  };
  listBeneficiaries: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The beneficiaries.
       *
       * Evidence: inferred (no page shows it). The page could not be read; Get all cards and Get all programs return bare arrays.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Beneficiary'][];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  createBeneficiary: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BeneficiaryCreate'];
      };
    };
    responses: {
      /**
       * @description The new beneficiary.
       *
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet returns the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Beneficiary'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  getBeneficiary: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Beneficiary id.
         * @example 0d6f3a52-9b1c-4e27-8a65-3c7d2f9e4b18
         */
        id: components['parameters']['BeneficiaryId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The beneficiary.
       *
       * Evidence: inferred (no page shows it). The page could not be read; the schema follows from its name.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Beneficiary'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      404: components['responses']['NotFoundInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  updateBeneficiary: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Beneficiary id.
         * @example 0d6f3a52-9b1c-4e27-8a65-3c7d2f9e4b18
         */
        id: components['parameters']['BeneficiaryId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BeneficiaryUpdate'];
      };
    };
    responses: {
      200: components['responses']['UnknownResult'];
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      404: components['responses']['NotFoundInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  listCards: {
    parameters: {
      query?:
        | {
            /**
             * @description Start of the period.
             *
             * The meaning is inferred. The page has the name and the type. The meaning follows from the name; which date is compared is unknown.
             * @example 2026-01-01T00:00:00Z
             */
            from?: components['parameters']['From'] | undefined;
            /**
             * @description End of the period.
             *
             * The meaning is inferred. The page has the name and the type. The meaning follows from the name; which date is compared is unknown.
             * @example 2026-12-31T23:59:59Z
             */
            to?: components['parameters']['To'] | undefined;
            /**
             * @description Number of entries to skip. The default is unknown.
             *
             * The meaning is inferred. The page has the name, the type and a sample. The meaning follows from the name.
             * @example 0
             */
            offset?: components['parameters']['Offset'] | undefined;
            /**
             * @description Maximum number of entries to return. The default and the largest allowed value are unknown.
             *
             * The meaning is inferred. The page has the name, the type and a sample. The meaning follows from the name.
             * @example 10
             */
            limit?: components['parameters']['Limit'] | undefined;
            /**
             * @description Sort direction. The sort key and the default are unknown.
             * @example asc
             */
            order?: components['parameters']['Order'] | undefined;
          }
        | undefined;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of cards. */
      200: {
        headers: {
          'X-Total-Count': components['headers']['TotalCount'];
          'X-Offset': components['headers']['Offset'];
          'X-Limit': components['headers']['Limit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Card'][];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      default: components['responses']['AnyOther'];
    };
  };
  createCard: {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description A UUID version 4, required by every POST that supports it. The first request is carried out and its response cached; a repeat with the same key, to the same endpoint and with the same data, gets the cached response and is not carried out again. Use a new key for each distinct operation, and the same key only for an exact retry of it. The lifetime of a key, and the response to a key that is reused with other data, are unknown.
             *
             * Evidence: documented (a page states it). Source: doc-1820627.
             * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
             */
            'Idempotency-Key'?: components['parameters']['IdempotencyKey'] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CardCreate'];
      };
    };
    responses: {
      /**
       * @description The new card.
       *
       * Evidence: inferred (no page shows it). The Cards API guide lists the status. No page shows the body; creating an enduser or a wallet returns the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Card'];
        };
      };
      /**
       * @description A response of unknown form.
       *
       * Evidence: unknown (it has a name, and no more is known). The menu (G4) lists the schema 201 Created beside those of cards; which endpoint returns it is unknown.
       */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Created'];
        };
      };
      /**
       * @description A response of unknown form.
       *
       * Evidence: unknown (it has a name, and no more is known). The menu (G4) lists the schema 202 Accepted beside those of cards; which endpoint returns it is unknown.
       */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      default: components['responses']['AnyOther'];
    };
  };
  getCard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Card id.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['CardId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The card.
       *
       * Evidence: inferred (no page shows it). The Cards API guide lists the status. No page shows the body; Get all cards and Replace or renew card return a Card.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Card'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      default: components['responses']['AnyOther'];
    };
  };
  updateCardStatus: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Card id.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['CardId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CardStatusUpdate'];
      };
    };
    responses: {
      200: components['responses']['UnknownCardResult'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      default: components['responses']['AnyOther'];
    };
  };
  createCardSecret: {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description A UUID version 4, required by every POST that supports it. The first request is carried out and its response cached; a repeat with the same key, to the same endpoint and with the same data, gets the cached response and is not carried out again. Use a new key for each distinct operation, and the same key only for an exact retry of it. The lifetime of a key, and the response to a key that is reused with other data, are unknown.
             *
             * Evidence: documented (a page states it). Source: doc-1820627.
             * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
             */
            'Idempotency-Key'?: components['parameters']['IdempotencyKey'] | undefined;
          }
        | undefined;
      path: {
        /**
         * @description Card id.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['CardId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CardSecretCreate'];
      };
    };
    responses: {
      /** @description The secret. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CardSecret'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      default: components['responses']['AnyOther'];
    };
  };
  createCardWidgetSession: {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description A UUID version 4, required by every POST that supports it. The first request is carried out and its response cached; a repeat with the same key, to the same endpoint and with the same data, gets the cached response and is not carried out again. Use a new key for each distinct operation, and the same key only for an exact retry of it. The lifetime of a key, and the response to a key that is reused with other data, are unknown.
             *
             * Evidence: documented (a page states it). Source: doc-1820627.
             * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
             */
            'Idempotency-Key'?: components['parameters']['IdempotencyKey'] | undefined;
            /**
             * @description Header of the page's sample request, which sends it empty. Its meaning, and whether it is required, is unknown. An empty value is accepted here too.
             *
             * Evidence: example (seen only in a sample).
             * @example
             */
            'x-client-id'?: components['parameters']['XClientId'] | undefined;
          }
        | undefined;
      path: {
        /**
         * @description Card id.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['CardId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CardWidgetSessionCreate'];
      };
    };
    responses: {
      /**
       * @description The widget session.
       *
       * Evidence: example (seen only in a sample).
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CardWidgetSession'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      default: components['responses']['AnyOther'];
    };
  };
  replaceOrRenewCard: {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description A UUID version 4, required by every POST that supports it. The first request is carried out and its response cached; a repeat with the same key, to the same endpoint and with the same data, gets the cached response and is not carried out again. Use a new key for each distinct operation, and the same key only for an exact retry of it. The lifetime of a key, and the response to a key that is reused with other data, are unknown.
             *
             * Evidence: documented (a page states it). Source: doc-1820627.
             * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
             */
            'Idempotency-Key'?: components['parameters']['IdempotencyKey'] | undefined;
          }
        | undefined;
      path: {
        /**
         * @description Card id.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['CardId'];
        /**
         * @description Whether the card is replaced or renewed.
         * @example replace
         */
        action: components['parameters']['Action'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CardRenewReplace'];
      };
    };
    responses: {
      /** @description The card. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Card'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      default: components['responses']['AnyOther'];
    };
  };
  listCardPrograms: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The programs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Program'][];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  createCardProgram: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProgramCreate'];
      };
    };
    responses: {
      /**
       * @description The new program.
       *
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet returns the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Program'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  getCardProgram: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Card program id.
         * @example 1862a747-737b-4960-af3a-263cfb933dea
         */
        id: components['parameters']['CardProgramId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The program.
       *
       * Evidence: inferred (no page shows it). The page shows no response; the schema follows from its name, and from other endpoints that return theirs.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Program'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      404: components['responses']['NotFoundInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  listClients: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The clients.
       *
       * Evidence: inferred (no page shows it). The page shows no response; Get all cards and Get all programs return bare arrays.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Client'][];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  createClient: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ClientCreate'];
      };
    };
    responses: {
      /**
       * @description The new client.
       *
       * Evidence: inferred (no page shows it). The page could not be read; creating an enduser or a wallet returns the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Client'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  getClient: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Client id.
         * @example c0a1f0d2-6b0e-4c47-9d0f-2f6f3c9a7e15
         */
        id: components['parameters']['ClientId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The client.
       *
       * Evidence: inferred (no page shows it). The page shows no response; the schema follows from its name, and from other endpoints that return theirs.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Client'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      404: components['responses']['NotFoundInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  listEndusers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The endusers.
       *
       * Evidence: inferred (no page shows it). The page could not be read; Get all cards and Get all programs return bare arrays.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Enduser'][];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  createEnduser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EnduserCreate'];
      };
    };
    responses: {
      /** @description The new enduser. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Enduser'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  getEnduser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Enduser id.
         * @example 570f851d-3672-4a02-8183-31d0e0adc71c
         */
        id: components['parameters']['EnduserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The enduser.
       *
       * Evidence: inferred (no page shows it). The page could not be read; the schema follows from its name.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Enduser'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      404: components['responses']['NotFoundInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  listTransactions: {
    parameters: {
      query?:
        | {
            /**
             * @description Wallet id. Returns only the transactions of this wallet.
             * @example a7cdfd39-97a8-4c1c-b90b-de2cd148af34
             */
            wallet?: components['parameters']['WalletFilter'] | undefined;
            /**
             * @description Start of the period.
             *
             * The meaning is inferred. The page has the name and the type. The meaning follows from the name; which date is compared is unknown.
             * @example 2026-01-01T00:00:00Z
             */
            from?: components['parameters']['From'] | undefined;
            /**
             * @description End of the period.
             *
             * The meaning is inferred. The page has the name and the type. The meaning follows from the name; which date is compared is unknown.
             * @example 2026-12-31T23:59:59Z
             */
            to?: components['parameters']['To'] | undefined;
            /**
             * @description Number of entries to skip. The default is unknown.
             *
             * The meaning is inferred. The page has the name, the type and a sample. The meaning follows from the name.
             * @example 0
             */
            offset?: components['parameters']['Offset'] | undefined;
            /**
             * @description Maximum number of entries to return. The default and the largest allowed value are unknown.
             *
             * The meaning is inferred. The page has the name, the type and a sample. The meaning follows from the name.
             * @example 10
             */
            limit?: components['parameters']['Limit'] | undefined;
            /**
             * @description Sort direction. The sort key and the default are unknown.
             * @example asc
             */
            order?: components['parameters']['Order'] | undefined;
          }
        | undefined;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description A page of transactions.
       *
       * Evidence: inferred (no page shows it). The page shows no response; Get all cards returns a bare array and the same headers.
       */
      200: {
        headers: {
          'X-Total-Count': components['headers']['TotalCount'];
          'X-Offset': components['headers']['Offset'];
          'X-Limit': components['headers']['Limit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transaction'][];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  createTransaction: {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description A UUID version 4, required by every POST that supports it. The first request is carried out and its response cached; a repeat with the same key, to the same endpoint and with the same data, gets the cached response and is not carried out again. Use a new key for each distinct operation, and the same key only for an exact retry of it. The lifetime of a key, and the response to a key that is reused with other data, are unknown.
             *
             * Evidence: documented (a page states it). Source: doc-1820627.
             * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
             */
            'Idempotency-Key'?: components['parameters']['IdempotencyKey'] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TransactionCreate'];
      };
    };
    responses: {
      /**
       * @description The new transaction.
       *
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet returns the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transaction'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  createManualCredit: {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description A UUID version 4, required by every POST that supports it. The first request is carried out and its response cached; a repeat with the same key, to the same endpoint and with the same data, gets the cached response and is not carried out again. Use a new key for each distinct operation, and the same key only for an exact retry of it. The lifetime of a key, and the response to a key that is reused with other data, are unknown.
             *
             * Evidence: documented (a page states it). Source: doc-1820627.
             * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
             */
            'Idempotency-Key'?: components['parameters']['IdempotencyKey'] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TransactionCreateManualCredit'];
      };
    };
    responses: {
      /**
       * @description The new transaction.
       *
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet returns the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transaction'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  createManualDebit: {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description A UUID version 4, required by every POST that supports it. The first request is carried out and its response cached; a repeat with the same key, to the same endpoint and with the same data, gets the cached response and is not carried out again. Use a new key for each distinct operation, and the same key only for an exact retry of it. The lifetime of a key, and the response to a key that is reused with other data, are unknown.
             *
             * Evidence: documented (a page states it). Source: doc-1820627.
             * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
             */
            'Idempotency-Key'?: components['parameters']['IdempotencyKey'] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TransactionCreateManualDebit'];
      };
    };
    responses: {
      /**
       * @description The new transaction.
       *
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet returns the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transaction'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  getTransaction: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Transaction id.
         * @example 4fe6c893-a6d5-4db3-b9b0-cad479089056
         */
        id: components['parameters']['TransactionId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The transaction.
       *
       * Evidence: inferred (no page shows it). The page shows no response; the schema follows from its name, and from other endpoints that return theirs.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transaction'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      404: components['responses']['NotFoundInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  listWallets: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The wallets.
       *
       * Evidence: inferred (no page shows it). The page shows no response; Get all cards and Get all programs return bare arrays.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Wallet'][];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  createWallet: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WalletCreate'];
      };
    };
    responses: {
      /** @description The new wallet. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Wallet'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  getWallet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Wallet id.
         * @example a7cdfd39-97a8-4c1c-b90b-de2cd148af34
         */
        id: components['parameters']['WalletId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The wallet. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Wallet'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      404: components['responses']['NotFoundInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  updateWallet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Wallet id.
         * @example a7cdfd39-97a8-4c1c-b90b-de2cd148af34
         */
        id: components['parameters']['WalletId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WalletUpdate'];
      };
    };
    responses: {
      200: components['responses']['UnknownResult'];
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      404: components['responses']['NotFoundInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  createRelay: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RelayCreate'];
      };
    };
    responses: {
      /**
       * @description The new relay.
       *
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet returns the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Relay'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  listWebhooks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The webhooks.
       *
       * Evidence: inferred (no page shows it). The page shows no response; Get all cards and Get all programs return bare arrays.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'][];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  createWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookCreate'];
      };
    };
    responses: {
      /**
       * @description The new webhook.
       *
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet returns the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  deleteWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Webhook id.
         * @example 7c2b9f14-5e3d-4a86-b0c1-8d4e6f2a9b35
         */
        id: components['parameters']['WebhookId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['UnknownResult'];
      400: components['responses']['BadRequestInferred'];
      401: components['responses']['UnauthorizedInferred'];
      403: components['responses']['ForbiddenInferred'];
      404: components['responses']['NotFoundInferred'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerErrorInferred'];
      default: components['responses']['AnyOther'];
    };
  };
  receiveKobbleEvent: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Message type, the same as `Type` in the body.
         * @example Notification
         */
        'x-amz-sns-message-type': components['parameters']['SnsMessageType'];
        /**
         * @description Message id, the same as `MessageId` in the body. A repeated delivery keeps it.
         * @example 1a2f4ba5-2d3c-4c3f-9a7b-5f6e7d8c9b0a
         */
        'x-amz-sns-message-id': components['parameters']['SnsMessageId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/plain': components['schemas']['SnsMessage'];
      };
    };
    responses: {
      /** @description Received. Without a 2xx response the message is delivered again; Kobble does not state how often. The default of Amazon SNS for HTTP(S) is up to 3 retries about 20 s apart, with 15 s for a response; the owner of the topic may change it. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
