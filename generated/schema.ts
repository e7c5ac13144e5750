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
     * @description Exchanges client credentials for an access token. Request a new one once it expires; there is no refresh token.
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
     * @description All beneficiaries. No paging is known.
     *
     * Evidence: inferred (no page shows it). The menu names the endpoint; its path is that of Create beneficiary.
     */
    get: operations['listBeneficiaries'];
    put?: never;
    /**
     * Create a beneficiary
     * @description Adds a bank account that can be paid to.
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
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /**
     * Get a beneficiary
     * @description One beneficiary by its id.
     *
     * Evidence: inferred (no page shows it). The menu names the endpoint; its path is that of Update beneficiary.
     */
    get: operations['getBeneficiary'];
    /**
     * Update a beneficiary
     * @description Changes the status or the metadata of a beneficiary.
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
     * @description One page of cards. The headers of the answer tell the total.
     */
    get: operations['listCards'];
    put?: never;
    /**
     * Create a card
     * @description Issues a card on a wallet. The wallet is ACTIVE, its external_id null, and its holder a person whose first name, last name, email and phone number are known. A wallet that already has an external_id is refused with the text `Invalid wallet with existing entity association`; the status of that answer is unknown.
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
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /**
     * Get a card
     * @description One card by its id.
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
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
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
     * @description Sets the status of a card, for example to suspend it.
     */
    patch: operations['updateCardStatus'];
    trace?: never;
  };
  '/customers/v1/cards/{id}/{action}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
        /**
         * @description What is to happen to the card.
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
     * @description Issues the successor of a card. The action in the path says which of the two it is.
     */
    post: operations['replaceOrRenewCard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/v1/cards/{id}/secrets': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a card secret
     * @description Makes a time-based secret for a card.
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
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a widget session
     * @description Answers a short-lived password and the address of the MeaWallet widget that shows card number, security code and expiry. The card has to be one of the caller. The page marks the endpoint as being in testing.
     */
    post: operations['createCardWidgetSession'];
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
     * @description All card programs. No paging is known.
     */
    get: operations['listCardPrograms'];
    put?: never;
    /**
     * Create a card program
     * @description Adds a program that cards can be issued under.
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
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /**
     * Get a card program
     * @description One card program by its id.
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
     * @description All clients. No paging is known.
     */
    get: operations['listClients'];
    put?: never;
    /**
     * Create a client
     * @description Adds a client. Whether it takes an idempotency key is unknown.
     *
     * Evidence: inferred (no page shows it). The menu names the endpoint; its path is that of Get all clients.
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
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /**
     * Get a client
     * @description One client by its id.
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
     * @description All endusers. No paging is known.
     *
     * Evidence: inferred (no page shows it). The metadata guide names it under another prefix; its path is that of Create a new enduser.
     */
    get: operations['listEndusers'];
    put?: never;
    /**
     * Create an enduser
     * @description Adds a person or a company that can hold wallets.
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
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /**
     * Get an enduser
     * @description One enduser by its id.
     *
     * Evidence: inferred (no page shows it). The metadata guide names it under another prefix; its path is that of Create a new enduser, with the id.
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
     * @description One page of transactions, of one wallet or of all.
     */
    get: operations['listTransactions'];
    put?: never;
    /**
     * Create a transaction
     * @description Moves money from one wallet to another.
     */
    post: operations['createTransaction'];
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
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /**
     * Get a transaction
     * @description One transaction by its id.
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
     * @description Credits a wallet by hand.
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
     * @description Debits a wallet by hand.
     */
    post: operations['createManualDebit'];
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
     * @description All wallets. No paging is known.
     */
    get: operations['listWallets'];
    put?: never;
    /**
     * Create a wallet
     * @description Adds a wallet for an enduser. It starts INACTIVE in the sample; how it becomes ACTIVE is not stated.
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
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /**
     * Get a wallet
     * @description One wallet by its id, with its balance.
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
     * @description Has card authorisations sent to a URL. What is sent, and what is expected back, is unknown.
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
     * @description All webhooks. No paging is known. The page marks the Authorization header optional; its guide says that it is required.
     */
    get: operations['listWebhooks'];
    put?: never;
    /**
     * Create a webhook
     * @description Subscribes a URL to events. A confirmation request is sent to it first, and events arrive once that is confirmed.
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
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete a webhook
     * @description Ends a subscription to events.
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
     * @description Amazon SNS posts events about transactions, wallets and tokenization to the URL of a webhook. The first message asks to confirm the subscription. Verify the signature of each message before its use. SNS sends JSON under the media type `text/plain; charset=UTF-8`.
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
    /** @description An OAuth 2.0 client credentials request, form-encoded. */
    TokenRequest: {
      /**
       * @description The OAuth 2.0 grant. Only client credentials are supported.
       * @enum {string}
       */
      grant_type: 'client_credentials';
      /** @description Identifies the caller. */
      client_id: string;
      /** @description The caller's secret. Never log it. */
      client_secret: string;
      /** @description The scopes asked for, separated by spaces as OAuth 2.0 has it. Which endpoint needs which scope is unknown. */
      scope: string;
    };
    /** @description An access token. There is no refresh token; a new one is requested once this one expires. */
    TokenResponse: {
      /** @description A JWT, sent as bearer token with every other call. Never log it. */
      access_token: string;
      /** @description Life of the token, in seconds. */
      expires_in: number;
    };
    /**
     * @description The body of an error. Any JSON; no page shows one.
     *
     * Evidence: unknown (it has a name, and no more is known). The guides list the statuses and say nothing about the body of any of them.
     */
    ErrorBody: unknown;
    /**
     * @description A bank payee that money can be sent to. Its fields are unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema; no page that shows it was readable.
     */
    Beneficiary: {
      [key: string]: unknown;
    };
    /** @description A bank account to pay to. The page may list more fields than could be read. */
    BeneficiaryCreate: {
      /** @description Name of the bank. */
      bank_name: string;
      /** @description Country of the bank, as ISO 3166-1 alpha-3. */
      bank_country: string;
      /**
       * @description Scheme that `bank_code` belongs to.
       * @enum {string}
       */
      bank_code_type: 'BSB' | 'BPAY' | 'ROUTING_NUMBER' | 'SORT_CODE';
      /** @description Code of the bank in the scheme that `bank_code_type` names. */
      bank_code: string;
      /** @description Number of the account that is paid to. */
      account_number: string;
      /**
       * @description The payee as a person. Its fields, and whether it is required, are unknown.
       *
       * Evidence: unknown (it has a name, and no more is known). The page names the object, but neither its fields nor its required flag could be read.
       */
      person?: {
        [key: string]: unknown;
      };
    };
    /** @description What may be changed on a beneficiary. */
    BeneficiaryUpdate: {
      /**
       * @description State of the beneficiary.
       * @enum {string}
       */
      status?: 'ACTIVE' | 'INACTIVE';
      /** @description An object. What may be in it is not stated. */
      metadata?: {
        [key: string]: unknown;
      };
    };
    /** @description A prepaid card, virtual or physical, that spends from one wallet. */
    Card: {
      /**
       * Format: uuid
       * @description Identifies the card.
       */
      id: string;
      /**
       * @description Whether the card exists in plastic.
       * @enum {string}
       */
      type: 'VIRTUAL' | 'PHYSICAL';
      /**
       * Format: uuid
       * @description The wallet that the card spends from.
       */
      wallet_id: string;
      /**
       * Format: date-time
       * @description When the card was created.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When the card was last changed.
       */
      updated_at: string;
      /**
       * @description State of the card. Which state may follow which is unknown.
       * @enum {string}
       */
      status: 'ACTIVE' | 'INACTIVE' | 'SUSPENDED' | 'STOLEN' | 'PENDING';
      /** @description The card's identifier in another system. */
      external_id: string;
      /** @description Last four digits of the card number. */
      last_four_digit: string;
      /**
       * Format: date-time
       * @description When the card expires.
       */
      expiry: string;
      /**
       * Format: uuid
       * @description The card program that the card was issued under.
       */
      program_id: string;
      /** @description The card number with its middle digits masked. */
      m_pan: string;
    };
    /** @description What is needed to issue a card. */
    CardCreate: {
      /** @description An ACTIVE wallet whose external_id is still null. The samples are UUIDs. */
      wallet_id: string;
      /** @description An ACTIVE card program that fits the card. The samples are UUIDs. */
      program_id: string;
    };
    /**
     * @description The answer of a request that created something. What it holds is unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema beside those of cards; its page was not readable.
     */
    Created: {
      [key: string]: unknown;
    };
    /**
     * @description The answer of a request that was accepted. What it holds is unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema beside those of cards; its page was not readable.
     */
    Accepted: {
      [key: string]: unknown;
    };
    /** @description The status that a card is to have. */
    CardStatusUpdate: {
      /** @description The new status. The page gives ACTIVE, SUSPENDED and STOLEN as examples; whether others are accepted, and which status may follow which, is unknown. */
      status: string;
    };
    /** @description Why a card is replaced or renewed, and until when the next one is valid. */
    CardRenewReplace: {
      /** @description Why the card is replaced or renewed. */
      reason: string;
      /** @description Expiry of the next card. The page does not state the format. */
      expiry: string;
    };
    /** @description Why a card secret is asked for. */
    CardSecretCreate: {
      /**
       * @description A remark that is kept with the request.
       *
       * Evidence: inferred (no page shows it). Name, type and required flag are on the page; what the remark is for follows from its name alone.
       */
      remarks: string;
    };
    /** @description A secret for one card that is valid for a time. How long is unknown. */
    CardSecret: {
      /** @description The time-based secret. Never log or store it. */
      secret: string;
    };
    /**
     * @description Nothing. The documented request is an empty object.
     *
     * Evidence: example (seen only in a sample).
     */
    CardWidgetSessionCreate: {
      [key: string]: unknown;
    };
    /**
     * @description What a page needs to show one card in the MeaWallet widget. The address of the iframe is `{widgetUrl}?cardId={cardId}&totp={totp}`, with both values percent-encoded.
     *
     * Evidence: example (seen only in a sample). The fields are read off a sample. The three required ones are those that the page says the iframe's address is built from.
     */
    CardWidgetSession: {
      /** @description The card that the widget shows. */
      cardId: string;
      /** @description Time-based password that opens the widget, for a short time. It may hold a `#`. Never log or store it. */
      totp: string;
      /** @description Address of the widget, without its query. */
      widgetUrl: string;
      /** @description How long the password is valid. Unit unknown; seconds is the convention. */
      expiresIn?: number;
      /** @description Environment that the session belongs to. Only `test` was seen. */
      environment?: string;
    };
    /**
     * @description Metadata of a KOBBLE_DEBIT_1 card program. The guide calls only `group_id` optional, but not for which calls, so nothing is required here.
     *
     * Evidence: inferred (no page shows it). The card creation guide names the three fields without their types. That they are the metadata of a program follows from the schema's name and its place in the menu.
     */
    MetadataKobbleDebit1: {
      /** @description The parent account. Type unknown. */
      parent_account_id?: unknown;
      /** @description The product. Type unknown. */
      product_id?: unknown;
      /** @description The group, if there is one. Type unknown. */
      group_id?: unknown;
    };
    /** @description A card program, the product that cards are issued under. */
    Program: {
      /**
       * Format: uuid
       * @description Identifies the program.
       */
      id: string;
      /**
       * @description Kind of card that the program issues.
       * @enum {string}
       */
      type: 'VIRTUAL' | 'PHYSICAL';
      /**
       * Format: date-time
       * @description When the program was created.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When the program was last changed.
       */
      updated_at: string;
      /**
       * @description Whether cards can be issued under the program.
       * @enum {string}
       */
      status: 'ACTIVE' | 'INACTIVE';
      /**
       * @description The partner's product behind the program. One value is allowed.
       * @enum {string}
       */
      partner_product: 'KOBBLE_DEBIT_1';
      metadata: components['schemas']['MetadataKobbleDebit1'];
    };
    /** @description What is needed to create a card program. */
    ProgramCreate: {
      /** @description Kind of card that the program issues, for example `VIRTUAL`. */
      type: string;
      /** @description The partner's product behind the program. The sample's value starts with `KOBBLE`. */
      partner_product: string;
      metadata: components['schemas']['MetadataKobbleDebit1'];
    };
    /**
     * @description The owner of endusers, wallets, cards and programs. Its fields are unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema; no page that shows it was readable.
     */
    Client: {
      [key: string]: unknown;
    };
    /**
     * @description What is needed to create a client. Its fields are unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the endpoint; its page was not readable.
     */
    ClientCreate: {
      [key: string]: unknown;
    };
    /**
     * @description A natural person. A card can be made only for a person whose first name, last name, email and phone number are all there. In answers it may have an id as well; no sample that settles it was seen.
     *
     * Evidence: example (seen only in a sample).
     */
    Person: {
      /** @description Given name. */
      first_name?: string;
      /** @description Family name. */
      last_name?: string;
      /** @description Email address. */
      email?: string;
      /** @description Date of birth, written `1970-01-01`. The newer guide leaves it out. */
      birthday?: string;
      /** @description Phone number with its country code, written `+61400000000`. */
      phone_number?: string;
    };
    /**
     * @description A company.
     *
     * Evidence: example (seen only in a sample).
     */
    Company: {
      /** @description Identifies the company. Seen in answers only. */
      id?: string;
      /** @description Name of the company. */
      name?: string;
    };
    /** @description Any JSON object. It is stored and returned as sent, and never interpreted. */
    Metadata: {
      [key: string]: unknown;
    };
    /** @description A person or a company that holds wallets. */
    Enduser: {
      /**
       * Format: uuid
       * @description Identifies the enduser.
       */
      id: string;
      /** @description The person, or null where the enduser is a company. */
      person?: components['schemas']['Person'] | null;
      /**
       * Format: uuid
       * @description Identifies the person, or null where the enduser is a company.
       */
      person_id: string | null;
      /** @description The company, or null where the enduser is a person. */
      company?: components['schemas']['Company'] | null;
      /**
       * Format: uuid
       * @description Identifies the company, or null where the enduser is a person.
       */
      company_id: string | null;
      metadata: components['schemas']['Metadata'];
    };
    /** @description A new enduser who is a person. The older reference page requires `metadata` and allows a `company` beside the person; the newer guide, followed here, does neither. */
    EnduserCreatePerson: {
      person: components['schemas']['Person'];
      metadata?: components['schemas']['Metadata'];
    };
    /** @description A new enduser that is a company. Left out, `metadata` is stored as an empty object. */
    EnduserCreateCompany: {
      company: components['schemas']['Company'];
      metadata?: components['schemas']['Metadata'];
    };
    /** @description A new enduser, in one of two forms. */
    EnduserCreate: components['schemas']['EnduserCreatePerson'] | components['schemas']['EnduserCreateCompany'];
    /**
     * @description A movement of money between wallets. Its fields are unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema; no page that shows it was readable.
     */
    Transaction: {
      [key: string]: unknown;
    };
    /** @description A movement of money from one wallet to another. The page has further samples that could not be read. */
    TransactionCreate: {
      /** @description How much is moved. Unit unknown. */
      amount: number;
      /** @description Text that goes with the transaction. Whether it is required is unknown. */
      reference?: string;
      /**
       * @description An object. What may be in it is not stated.
       *
       * Evidence: example (seen only in a sample).
       */
      metadata?: {
        [key: string]: unknown;
      };
      /**
       * Format: uuid
       * @description The wallet that is debited.
       *
       * Evidence: inferred (no page shows it). The sample holds a UUID; that it is a wallet's follows from what a transaction is.
       */
      from?: string;
      /**
       * Format: uuid
       * @description The wallet that is credited.
       *
       * Evidence: inferred (no page shows it). The sample holds a UUID; that it is a wallet's follows from what a transaction is.
       */
      to?: string;
    };
    /**
     * @description A credit to one wallet. Which fields are required is unknown.
     *
     * Evidence: example (seen only in a sample).
     */
    TransactionCreateManualCredit: {
      /** @description How much is credited. Unit unknown. */
      amount?: number;
      /** @description Text that goes with the transaction. */
      reference?: string;
      /** @description An object. What may be in it is not stated. */
      metadata?: {
        [key: string]: unknown;
      };
      /**
       * Format: uuid
       * @description The wallet that is credited.
       *
       * Evidence: inferred (no page shows it). The sample holds a UUID; that it is a wallet's follows from what a transaction is.
       */
      to?: string;
    };
    /**
     * @description A debit from one wallet. Which fields are required is unknown.
     *
     * Evidence: example (seen only in a sample).
     */
    TransactionCreateManualDebit: {
      /** @description How much is debited. Unit unknown. */
      amount?: number;
      /** @description Text that goes with the transaction. It may be empty. */
      reference?: string;
      /** @description An object. What may be in it is not stated. */
      metadata?: {
        [key: string]: unknown;
      };
      /**
       * Format: uuid
       * @description The wallet that is debited.
       *
       * Evidence: inferred (no page shows it). The sample holds a UUID; that it is a wallet's follows from what a transaction is.
       */
      from?: string;
    };
    /** @description A balance in one asset, held by an enduser. */
    Wallet: {
      /**
       * Format: uuid
       * @description Identifies the wallet.
       */
      id: string;
      /** @description The wallet's identifier in another system. It must be null before a card is made on the wallet. */
      external_id: string | null;
      /**
       * Format: date-time
       * @description When the wallet was created.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When the wallet was last changed.
       */
      updated_at: string;
      /**
       * Format: uuid
       * @description The enduser who holds the wallet.
       */
      holder_id: string;
      /**
       * @description What the wallet is denominated in.
       * @enum {string}
       */
      asset: 'AUD';
      /**
       * @description Class of the asset.
       * @enum {string}
       */
      asset_class: 'CURRENCY';
      /**
       * @description State of the wallet. It must be ACTIVE before a card is made on it.
       * @enum {string}
       */
      status: 'ACTIVE' | 'INACTIVE' | 'SUSPENDED';
      /**
       * @description The partner's product behind the wallet.
       * @enum {string}
       */
      partner_product: 'KOBBLE_AUD_1';
      /**
       * Format: float
       * @description Total balance. Unit unknown, and so is whether it is `amount` plus `reserved_amount`.
       */
      total_amount: number;
      /**
       * Format: float
       * @description Balance. Unit unknown.
       */
      amount: number;
      /**
       * Format: float
       * @description Reserved part of the balance. Unit unknown.
       */
      reserved_amount: number;
    };
    /** @description What is needed to create a wallet. */
    WalletCreate: {
      /** @description The enduser who will hold the wallet. */
      holder_id: string;
      /** @description Class of the asset, for example `CURRENCY`. */
      asset_class: string;
      /** @description What the wallet is denominated in, for example `AUD`. */
      asset: string;
      /** @description The partner's product behind the wallet, for example `KOBBLE_AUD_1`. */
      partner_product: string;
    };
    /**
     * @description What may be changed on a wallet. The page says that it updates the status; no field could be read.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema, and the endpoint's page shows no body.
     */
    WalletUpdate: {
      /**
       * @description The new status.
       *
       * Evidence: inferred (no page shows it). The page says that it updates the status; name and values are those of the wallet's own.
       * @enum {string}
       */
      status?: 'ACTIVE' | 'INACTIVE' | 'SUSPENDED';
    };
    /** @description Where card authorisations are to be sent. What is sent there, and expected back, is unknown. */
    RelayCreate: {
      /** @description The URL that authorisations are sent to. */
      url: string;
    };
    /**
     * @description A subscription that sends card authorisations to a URL. Its fields are unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema; no page that shows it was readable.
     */
    Relay: {
      [key: string]: unknown;
    };
    /**
     * @description A subscription to events. Its fields are unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The menu names the schema; no page that shows it was readable.
     */
    Webhook: {
      [key: string]: unknown;
    };
    /** @description Where events are to be sent. No choice of events is shown. */
    WebhookCreate: {
      /** @description The URL that events are posted to. It has to answer the confirmation request first. */
      url: string;
    };
    /** @description An event. It names the entity it is about; the receiver fetches that entity. */
    WebhookEvent: {
      /**
       * Format: uuid
       * @description Identifies the event.
       */
      id?: string;
      /** @description What happened. The one value seen is `transaction-create`. */
      type?: string;
      /** @description The entity that the event is about. */
      entity_id?: string;
      /** @description The client that owns the entity. */
      client_id?: string;
      /**
       * Format: date-time
       * @description When the event happened.
       */
      created_at?: string;
    };
    /** @description A message that carries one event. */
    SnsNotification: {
      /**
       * @description Kind of message. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      Type: 'Notification';
      /** @description Identifies the message. A repeated delivery keeps it. */
      MessageId: string;
      /** @description The SNS topic. Refuse one that is not expected. */
      TopicArn: string;
      /** @description Subject of the message; null in Kobble's sample. */
      Subject?: string | null;
      /** @description The event, as a string that holds JSON. */
      Message: string;
      /** @description When the message was published. */
      Timestamp: string;
      /**
       * @description How the message is signed. `1` is RSA with SHA-1, `2` is RSA with SHA-256.
       * @enum {string}
       */
      SignatureVersion: '1' | '2';
      /** @description The signature, in base64. */
      Signature: string;
      /** @description Address of the certificate that the signature is checked with. */
      SigningCertURL: string;
      /** @description Address for ending the subscription. */
      UnsubscribeURL?: string;
    };
    /** @description The first message after a subscription is created. A GET to its SubscribeURL confirms the subscription; no event arrives before that. */
    SnsSubscriptionConfirmation: {
      /**
       * @description Kind of message. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      Type: 'SubscriptionConfirmation';
      /** @description Identifies the message. A repeated delivery keeps it. */
      MessageId: string;
      /** @description The SNS topic. Refuse one that is not expected. */
      TopicArn: string;
      /**
       * @description Text for a human reader.
       *
       * Evidence: inferred (no page shows it). Kobble's page lists the field for every message; what it holds here follows from SNS's use of it.
       */
      Message: string;
      /** @description When the message was published. */
      Timestamp: string;
      /**
       * @description How the message is signed. `1` is RSA with SHA-1, `2` is RSA with SHA-256.
       * @enum {string}
       */
      SignatureVersion: '1' | '2';
      /** @description The signature, in base64. */
      Signature: string;
      /** @description Address of the certificate that the signature is checked with. */
      SigningCertURL: string;
      /** @description Address that confirms the subscription when it is visited. It carries the token. Never log it. */
      SubscribeURL: string;
      /** @description Confirms the subscription. Never log it. */
      Token: string;
    };
    /** @description The message about the end of a subscription. */
    SnsUnsubscribeConfirmation: {
      /**
       * @description Kind of message. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      Type: 'UnsubscribeConfirmation';
      /** @description Identifies the message. A repeated delivery keeps it. */
      MessageId: string;
      /** @description The SNS topic. Refuse one that is not expected. */
      TopicArn: string;
      /**
       * @description Text for a human reader.
       *
       * Evidence: inferred (no page shows it). Kobble's page lists the field for every message; what it holds here follows from SNS's use of it.
       */
      Message: string;
      /** @description When the message was published. */
      Timestamp: string;
      /**
       * @description How the message is signed. `1` is RSA with SHA-1, `2` is RSA with SHA-256.
       * @enum {string}
       */
      SignatureVersion: '1' | '2';
      /** @description The signature, in base64. */
      Signature: string;
      /** @description Address of the certificate that the signature is checked with. */
      SigningCertURL: string;
      /** @description Address that belongs to the token. What a visit does is on none of the pages read. Never log it. */
      SubscribeURL: string;
      /** @description Token of the confirmation. Never log it. */
      Token: string;
    };
    /** @description A message that Amazon SNS posts for Kobble. Verify its signature before use. */
    SnsMessage:
      | components['schemas']['SnsNotification']
      | components['schemas']['SnsSubscriptionConfirmation']
      | components['schemas']['SnsUnsubscribeConfirmation'];
  };
  responses: {
    /** @description Parameters are invalid or data is missing. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The credentials or the token are not valid. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The client is not allowed to do this. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description Too many requests, or access is restricted for a while.
     *
     * Evidence: inferred (no page shows it). The guide on rate limits says that access may be restricted, without a status; 429 is HTTP's own status for it.
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
    /** @description The server failed. */
    ServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description There is no such resource. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description Done. What the body holds is unknown.
     *
     * Evidence: unknown (it has a name, and no more is known). The pages of the operations that use it show no response.
     */
    UnknownResult: {
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
     * @description Identifies the resource.
     * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
     */
    Id: string;
    /**
     * @description Start of the period asked for.
     * @example 2026-01-01T00:00:00Z
     */
    From: string;
    /**
     * @description End of the period asked for.
     * @example 2026-12-31T23:59:59Z
     */
    To: string;
    /**
     * @description How many entries to skip. The default is unknown.
     * @example 0
     */
    Offset: number;
    /**
     * @description How many entries to answer at most. Default and maximum are unknown.
     * @example 10
     */
    Limit: number;
    /**
     * @description Direction of the order. What is ordered by, and the default, are unknown.
     * @example asc
     */
    Order: 'asc' | 'desc';
    /**
     * @description A UUID version 4. A repeat with the same key and data is answered from the first response and not carried out again. Use a fresh key for each distinct operation. How long a key lives, and what a key that comes back with other data gets, is unknown.
     * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
     */
    IdempotencyKey: string;
    /**
     * @description What is to happen to the card.
     * @example replace
     */
    Action: 'replace' | 'renew';
    /**
     * @description Sent in the page's sample. What it means, and whether it is required, is unknown.
     *
     * Evidence: example (seen only in a sample). The sample sends the header without a value; no table of headers could be read.
     * @example example-client
     */
    ClientId: string;
    /**
     * @description Only the transactions of the wallet with this id.
     * @example a7cdfd39-97a8-4c1c-b90b-de2cd148af34
     */
    WalletId: string;
    /**
     * @description Kind of message, as in the body's Type.
     * @example Notification
     */
    SnsMessageType: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
    /**
     * @description Identifies the message, as the body's MessageId does. A repeated delivery keeps it.
     * @example 1a2f4ba5-2d3c-4c3f-9a7b-5f6e7d8c9b0a
     */
    SnsMessageId: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description How long to wait before the next try, in seconds or as an HTTP date.
     *
     * Evidence: inferred (no page shows it). The HTTP standard's own header for this status; the guide on rate limits names no header.
     * @example 1
     */
    RetryAfter: string;
    /**
     * @description How many entries there are in all.
     * @example 1
     */
    TotalCount: number;
    /**
     * @description How many entries were skipped.
     * @example 0
     */
    Offset: number;
    /**
     * @description How many entries a page holds at most.
     * @example 10
     */
    Limit: number;
  };
  pathItems: never;
}
export type TokenRequest = components['schemas']['TokenRequest'];
export type TokenResponse = components['schemas']['TokenResponse'];
export type ErrorBody = components['schemas']['ErrorBody'];
export type Beneficiary = components['schemas']['Beneficiary'];
export type BeneficiaryCreate = components['schemas']['BeneficiaryCreate'];
export type BeneficiaryUpdate = components['schemas']['BeneficiaryUpdate'];
export type Card = components['schemas']['Card'];
export type CardCreate = components['schemas']['CardCreate'];
export type Created = components['schemas']['Created'];
export type Accepted = components['schemas']['Accepted'];
export type CardStatusUpdate = components['schemas']['CardStatusUpdate'];
export type CardRenewReplace = components['schemas']['CardRenewReplace'];
export type CardSecretCreate = components['schemas']['CardSecretCreate'];
export type CardSecret = components['schemas']['CardSecret'];
export type CardWidgetSessionCreate = components['schemas']['CardWidgetSessionCreate'];
export type CardWidgetSession = components['schemas']['CardWidgetSession'];
export type MetadataKobbleDebit1 = components['schemas']['MetadataKobbleDebit1'];
export type Program = components['schemas']['Program'];
export type ProgramCreate = components['schemas']['ProgramCreate'];
export type Client = components['schemas']['Client'];
export type ClientCreate = components['schemas']['ClientCreate'];
export type Person = components['schemas']['Person'];
export type Company = components['schemas']['Company'];
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
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseServerError = components['responses']['ServerError'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseUnknownResult = components['responses']['UnknownResult'];
export type ParameterId = components['parameters']['Id'];
export type ParameterFrom = components['parameters']['From'];
export type ParameterTo = components['parameters']['To'];
export type ParameterOffset = components['parameters']['Offset'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterOrder = components['parameters']['Order'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterAction = components['parameters']['Action'];
export type ParameterClientId = components['parameters']['ClientId'];
export type ParameterWalletId = components['parameters']['WalletId'];
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
       * Evidence: inferred (no page shows it). The page was not readable; Get all cards and Get all programs answer bare arrays.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Beneficiary'][];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
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
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet answers the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Beneficiary'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  getBeneficiary: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The beneficiary.
       *
       * Evidence: inferred (no page shows it). The page was not readable; the schema follows from its name.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Beneficiary'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  updateBeneficiary: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
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
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  listCards: {
    parameters: {
      query?: {
        /**
         * @description Start of the period asked for.
         * @example 2026-01-01T00:00:00Z
         */
        from?: components['parameters']['From'];
        /**
         * @description End of the period asked for.
         * @example 2026-12-31T23:59:59Z
         */
        to?: components['parameters']['To'];
        /**
         * @description How many entries to skip. The default is unknown.
         * @example 0
         */
        offset?: components['parameters']['Offset'];
        /**
         * @description How many entries to answer at most. Default and maximum are unknown.
         * @example 10
         */
        limit?: components['parameters']['Limit'];
        /**
         * @description Direction of the order. What is ordered by, and the default, are unknown.
         * @example asc
         */
        order?: components['parameters']['Order'];
      };
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
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  createCard: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A UUID version 4. A repeat with the same key and data is answered from the first response and not carried out again. Use a fresh key for each distinct operation. How long a key lives, and what a key that comes back with other data gets, is unknown.
         * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
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
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet answers the created object.
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
       * @description Created. What the body holds is unknown.
       *
       * Evidence: unknown (it has a name, and no more is known). The menu lists the schema 201 Created beside those of cards; which endpoint answers it is unknown.
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
       * @description Accepted. What the body holds is unknown.
       *
       * Evidence: unknown (it has a name, and no more is known). The menu lists the schema 202 Accepted beside those of cards; which endpoint answers it is unknown.
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
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  getCard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The card.
       *
       * Evidence: inferred (no page shows it). The page shows no response; the schema follows from its name and from the siblings that answer their schema.
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
    };
  };
  updateCardStatus: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CardStatusUpdate'];
      };
    };
    responses: {
      200: components['responses']['UnknownResult'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  replaceOrRenewCard: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A UUID version 4. A repeat with the same key and data is answered from the first response and not carried out again. Use a fresh key for each distinct operation. How long a key lives, and what a key that comes back with other data gets, is unknown.
         * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
        /**
         * @description What is to happen to the card.
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
    };
  };
  createCardSecret: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A UUID version 4. A repeat with the same key and data is answered from the first response and not carried out again. Use a fresh key for each distinct operation. How long a key lives, and what a key that comes back with other data gets, is unknown.
         * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
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
    };
  };
  createCardWidgetSession: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A UUID version 4. A repeat with the same key and data is answered from the first response and not carried out again. Use a fresh key for each distinct operation. How long a key lives, and what a key that comes back with other data gets, is unknown.
         * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /**
         * @description Sent in the page's sample. What it means, and whether it is required, is unknown.
         *
         * Evidence: example (seen only in a sample). The sample sends the header without a value; no table of headers could be read.
         * @example example-client
         */
        'x-client-id'?: components['parameters']['ClientId'];
      };
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /** @description Evidence: example (seen only in a sample). */
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
      /** @description Record Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
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
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
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
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet answers the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Program'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  getCardProgram: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The program.
       *
       * Evidence: inferred (no page shows it). The page shows no response; the schema follows from its name and from the siblings that answer their schema.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Program'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
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
       * Evidence: inferred (no page shows it). The page shows no response; Get all cards and Get all programs answer bare arrays.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Client'][];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  createClient: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Evidence: unknown (it has a name, and no more is known). The page was not readable. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ClientCreate'];
      };
    };
    responses: {
      /**
       * @description The new client.
       *
       * Evidence: inferred (no page shows it). The page was not readable; creating an enduser or a wallet answers the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Client'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  getClient: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The client.
       *
       * Evidence: inferred (no page shows it). The page shows no response; the schema follows from its name and from the siblings that answer their schema.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Client'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
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
       * Evidence: inferred (no page shows it). The page was not readable; Get all cards and Get all programs answer bare arrays.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Enduser'][];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
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
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  getEnduser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The enduser.
       *
       * Evidence: inferred (no page shows it). The page was not readable; the schema follows from its name.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Enduser'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  listTransactions: {
    parameters: {
      query?: {
        /**
         * @description Only the transactions of the wallet with this id.
         * @example a7cdfd39-97a8-4c1c-b90b-de2cd148af34
         */
        wallet?: components['parameters']['WalletId'];
        /**
         * @description Start of the period asked for.
         * @example 2026-01-01T00:00:00Z
         */
        from?: components['parameters']['From'];
        /**
         * @description End of the period asked for.
         * @example 2026-12-31T23:59:59Z
         */
        to?: components['parameters']['To'];
        /**
         * @description How many entries to skip. The default is unknown.
         * @example 0
         */
        offset?: components['parameters']['Offset'];
        /**
         * @description How many entries to answer at most. Default and maximum are unknown.
         * @example 10
         */
        limit?: components['parameters']['Limit'];
        /**
         * @description Direction of the order. What is ordered by, and the default, are unknown.
         * @example asc
         */
        order?: components['parameters']['Order'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description A page of transactions.
       *
       * Evidence: inferred (no page shows it). The page shows no response; Get all cards answers a bare array, and the total in headers.
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
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  createTransaction: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A UUID version 4. A repeat with the same key and data is answered from the first response and not carried out again. Use a fresh key for each distinct operation. How long a key lives, and what a key that comes back with other data gets, is unknown.
         * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
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
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet answers the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transaction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  getTransaction: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description The transaction.
       *
       * Evidence: inferred (no page shows it). The page shows no response; the schema follows from its name and from the siblings that answer their schema.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transaction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  createManualCredit: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A UUID version 4. A repeat with the same key and data is answered from the first response and not carried out again. Use a fresh key for each distinct operation. How long a key lives, and what a key that comes back with other data gets, is unknown.
         * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description Evidence: example (seen only in a sample). */
    requestBody: {
      content: {
        'application/json': components['schemas']['TransactionCreateManualCredit'];
      };
    };
    responses: {
      /**
       * @description The new transaction.
       *
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet answers the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transaction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  createManualDebit: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A UUID version 4. A repeat with the same key and data is answered from the first response and not carried out again. Use a fresh key for each distinct operation. How long a key lives, and what a key that comes back with other data gets, is unknown.
         * @example b51c6c25-c858-42d5-ac7e-25a69e7948d6
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description Evidence: example (seen only in a sample). */
    requestBody: {
      content: {
        'application/json': components['schemas']['TransactionCreateManualDebit'];
      };
    };
    responses: {
      /**
       * @description The new transaction.
       *
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet answers the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transaction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
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
       * Evidence: inferred (no page shows it). The page shows no response; Get all cards and Get all programs answer bare arrays.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Wallet'][];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
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
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  getWallet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
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
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  updateWallet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /** @description Evidence: unknown (it has a name, and no more is known). The page shows no body. */
    requestBody: {
      content: {
        'application/json': components['schemas']['WalletUpdate'];
      };
    };
    responses: {
      200: components['responses']['UnknownResult'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
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
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet answers the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Relay'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
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
       * Evidence: inferred (no page shows it). The page shows no response; Get all cards and Get all programs answer bare arrays.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'][];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
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
       * Evidence: inferred (no page shows it). The page shows no response; creating an enduser or a wallet answers the created object.
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  deleteWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifies the resource.
         * @example b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['UnknownResult'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
    };
  };
  receiveKobbleEvent: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Kind of message, as in the body's Type.
         * @example Notification
         */
        'x-amz-sns-message-type': components['parameters']['SnsMessageType'];
        /**
         * @description Identifies the message, as the body's MessageId does. A repeated delivery keeps it.
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
      /** @description Received. Any other answer has the message delivered again; how often is unknown. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
