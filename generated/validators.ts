// Written by `npm run generate` from openapi/. Do not edit.
// @ts-nocheck: ajv writes JavaScript

/** One way in which a body violates a schema. It contains no value of the body, but may contain a name of a field. */
export interface SchemaError {
  readonly instancePath: string;
  /** Begins with the name of the schema. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Returns true if a body conforms to a schema. Otherwise `errors` says why not, until the next check. */
export interface Validate {
  (body: unknown, context?: { readonly instancePath: string }): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

/** The responses of each operation: status, schema of the body (`[…]`: a list) and headers with their types. */
export const responses: Readonly<Record<string, string>> = {
  getAccessToken: '200 TokenResponse, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  listBeneficiaries: '200 [Beneficiary], 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createBeneficiary: '200 Beneficiary, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  getBeneficiary:
    '200 Beneficiary, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  updateBeneficiary: '200, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  listCards:
    '200 [Card] x-total-count:integer x-offset:integer x-limit:integer, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createCard:
    '200 Card, 201 Created, 202 Accepted, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  getCard: '200 Card, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  updateCardStatus: '200, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createCardSecret:
    '200 CardSecret, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createCardWidgetSession:
    '200 CardWidgetSession, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  replaceOrRenewCard:
    '200 Card, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  listCardPrograms: '200 [Program], 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createCardProgram: '200 Program, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  getCardProgram:
    '200 Program, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  listClients: '200 [Client], 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createClient: '200 Client, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  getClient: '200 Client, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  listEndusers: '200 [Enduser], 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createEnduser: '200 Enduser, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  getEnduser: '200 Enduser, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  listTransactions:
    '200 [Transaction] x-total-count:integer x-offset:integer x-limit:integer, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createTransaction: '200 Transaction, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createManualCredit: '200 Transaction, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createManualDebit: '200 Transaction, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  getTransaction:
    '200 Transaction, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  listWallets: '200 [Wallet], 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createWallet: '200 Wallet, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  getWallet: '200 Wallet, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  updateWallet: '200, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createRelay: '200 Relay, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  listWebhooks: '200 [Webhook], 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  createWebhook: '200 Webhook, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 429 ErrorBody, 500 ErrorBody',
  deleteWebhook: '200, 400 ErrorBody, 401 ErrorBody, 403 ErrorBody, 404 ErrorBody, 429 ErrorBody, 500 ErrorBody',
};

/** Schemas whose fields no page shows. */
export const unknownSchemas: ReadonlySet<string> = new Set([
  'ErrorBody',
  'Beneficiary',
  'Created',
  'Accepted',
  'Client',
  'Transaction',
  'Relay',
  'Webhook',
]);

/** Schemas whose objects are free maps: callers choose the names in them. */
export const freeMaps: ReadonlySet<string> = new Set(['MetadataKobbleDebit1', 'Metadata']);

/** All names of fields that the contract has. */
export const fieldNames: ReadonlySet<string> = new Set([
  'Message',
  'MessageId',
  'Signature',
  'SignatureVersion',
  'SigningCertURL',
  'Subject',
  'SubscribeURL',
  'Timestamp',
  'Token',
  'TopicArn',
  'Type',
  'UnsubscribeURL',
  'access_token',
  'account_number',
  'amount',
  'asset',
  'asset_class',
  'bank_code',
  'bank_code_type',
  'bank_country',
  'bank_name',
  'birthday',
  'cardId',
  'client_id',
  'client_secret',
  'company',
  'company_id',
  'created_at',
  'email',
  'entity_id',
  'environment',
  'expiresIn',
  'expires_in',
  'expiry',
  'external_id',
  'first_name',
  'from',
  'grant_type',
  'group_id',
  'holder_id',
  'id',
  'last_four_digit',
  'last_name',
  'm_pan',
  'metadata',
  'name',
  'parent_account_id',
  'partner_product',
  'person',
  'person_id',
  'phone_number',
  'product_id',
  'program_id',
  'reason',
  'reference',
  'remarks',
  'reserved_amount',
  'scope',
  'secret',
  'status',
  'to',
  'total_amount',
  'totp',
  'type',
  'updated_at',
  'url',
  'wallet_id',
  'widgetUrl',
]);

/** Checks by schema: fields that the contract does not have are errors. A schema without a check allows anything. */
export const validators: Readonly<Record<string, Validate>> = {
  TokenResponse: validate21,
  Beneficiary: validate22,
  Card: validate23,
  CardSecret: validate24,
  CardWidgetSession: validate25,
  MetadataKobbleDebit1: validate26,
  Program: validate27,
  Client: validate29,
  Person: validate30,
  Company: validate31,
  Metadata: validate32,
  Enduser: validate33,
  Transaction: validate37,
  Wallet: validate38,
  Relay: validate39,
  Webhook: validate40,
};
const func0 = Object.prototype.hasOwnProperty;
function validate21(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.access_token === undefined || !func0.call(data, 'access_token')) {
      const err0 = {
        instancePath,
        schemaPath: 'TokenResponse#/required',
        keyword: 'required',
        params: { missingProperty: 'access_token' },
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.expires_in === undefined || !func0.call(data, 'expires_in')) {
      const err1 = {
        instancePath,
        schemaPath: 'TokenResponse#/required',
        keyword: 'required',
        params: { missingProperty: 'expires_in' },
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'access_token' || key0 === 'expires_in')) {
        const err2 = {
          instancePath,
          schemaPath: 'TokenResponse#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.access_token !== undefined && func0.call(data, 'access_token')) {
      if (typeof data.access_token !== 'string') {
        const err3 = {
          instancePath: instancePath + '/access_token',
          schemaPath: 'TokenResponse#/properties/access_token/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.expires_in !== undefined && func0.call(data, 'expires_in')) {
      let data1 = data.expires_in;
      if (!(typeof data1 == 'number' && isFinite(data1))) {
        const err4 = {
          instancePath: instancePath + '/expires_in',
          schemaPath: 'TokenResponse#/properties/expires_in/type',
          keyword: 'type',
          params: { type: 'number' },
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: 'TokenResponse#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
function validate22(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
  } else {
    const err0 = { instancePath, schemaPath: 'Beneficiary#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
const schema8 = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'type',
    'wallet_id',
    'created_at',
    'updated_at',
    'status',
    'external_id',
    'last_four_digit',
    'expiry',
    'program_id',
    'm_pan',
  ],
  properties: {
    id: { type: 'string' },
    type: { type: 'string', enum: ['VIRTUAL', 'PHYSICAL'] },
    wallet_id: { type: 'string' },
    created_at: { type: 'string' },
    updated_at: { type: 'string' },
    status: { type: 'string', enum: ['ACTIVE', 'INACTIVE', 'SUSPENDED', 'STOLEN', 'PENDING'] },
    external_id: { type: 'string' },
    last_four_digit: { type: 'string' },
    expiry: { type: 'string' },
    program_id: { type: 'string' },
    m_pan: { type: 'string' },
  },
};
function validate23(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === undefined || !func0.call(data, 'id')) {
      const err0 = {
        instancePath,
        schemaPath: 'Card#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type === undefined || !func0.call(data, 'type')) {
      const err1 = {
        instancePath,
        schemaPath: 'Card#/required',
        keyword: 'required',
        params: { missingProperty: 'type' },
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.wallet_id === undefined || !func0.call(data, 'wallet_id')) {
      const err2 = {
        instancePath,
        schemaPath: 'Card#/required',
        keyword: 'required',
        params: { missingProperty: 'wallet_id' },
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.created_at === undefined || !func0.call(data, 'created_at')) {
      const err3 = {
        instancePath,
        schemaPath: 'Card#/required',
        keyword: 'required',
        params: { missingProperty: 'created_at' },
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.updated_at === undefined || !func0.call(data, 'updated_at')) {
      const err4 = {
        instancePath,
        schemaPath: 'Card#/required',
        keyword: 'required',
        params: { missingProperty: 'updated_at' },
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.status === undefined || !func0.call(data, 'status')) {
      const err5 = {
        instancePath,
        schemaPath: 'Card#/required',
        keyword: 'required',
        params: { missingProperty: 'status' },
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.external_id === undefined || !func0.call(data, 'external_id')) {
      const err6 = {
        instancePath,
        schemaPath: 'Card#/required',
        keyword: 'required',
        params: { missingProperty: 'external_id' },
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.last_four_digit === undefined || !func0.call(data, 'last_four_digit')) {
      const err7 = {
        instancePath,
        schemaPath: 'Card#/required',
        keyword: 'required',
        params: { missingProperty: 'last_four_digit' },
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.expiry === undefined || !func0.call(data, 'expiry')) {
      const err8 = {
        instancePath,
        schemaPath: 'Card#/required',
        keyword: 'required',
        params: { missingProperty: 'expiry' },
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.program_id === undefined || !func0.call(data, 'program_id')) {
      const err9 = {
        instancePath,
        schemaPath: 'Card#/required',
        keyword: 'required',
        params: { missingProperty: 'program_id' },
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.m_pan === undefined || !func0.call(data, 'm_pan')) {
      const err10 = {
        instancePath,
        schemaPath: 'Card#/required',
        keyword: 'required',
        params: { missingProperty: 'm_pan' },
      };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema8.properties, key0)) {
        const err11 = {
          instancePath,
          schemaPath: 'Card#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.id !== undefined && func0.call(data, 'id')) {
      if (typeof data.id !== 'string') {
        const err12 = {
          instancePath: instancePath + '/id',
          schemaPath: 'Card#/properties/id/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.type !== undefined && func0.call(data, 'type')) {
      let data1 = data.type;
      if (typeof data1 !== 'string') {
        const err13 = {
          instancePath: instancePath + '/type',
          schemaPath: 'Card#/properties/type/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (!(data1 === 'VIRTUAL' || data1 === 'PHYSICAL')) {
        const err14 = {
          instancePath: instancePath + '/type',
          schemaPath: 'Card#/properties/type/enum',
          keyword: 'enum',
          params: { allowedValues: schema8.properties.type.enum },
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.wallet_id !== undefined && func0.call(data, 'wallet_id')) {
      if (typeof data.wallet_id !== 'string') {
        const err15 = {
          instancePath: instancePath + '/wallet_id',
          schemaPath: 'Card#/properties/wallet_id/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.created_at !== undefined && func0.call(data, 'created_at')) {
      if (typeof data.created_at !== 'string') {
        const err16 = {
          instancePath: instancePath + '/created_at',
          schemaPath: 'Card#/properties/created_at/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.updated_at !== undefined && func0.call(data, 'updated_at')) {
      if (typeof data.updated_at !== 'string') {
        const err17 = {
          instancePath: instancePath + '/updated_at',
          schemaPath: 'Card#/properties/updated_at/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.status !== undefined && func0.call(data, 'status')) {
      let data5 = data.status;
      if (typeof data5 !== 'string') {
        const err18 = {
          instancePath: instancePath + '/status',
          schemaPath: 'Card#/properties/status/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (!(
        data5 === 'ACTIVE' ||
        data5 === 'INACTIVE' ||
        data5 === 'SUSPENDED' ||
        data5 === 'STOLEN' ||
        data5 === 'PENDING'
      )) {
        const err19 = {
          instancePath: instancePath + '/status',
          schemaPath: 'Card#/properties/status/enum',
          keyword: 'enum',
          params: { allowedValues: schema8.properties.status.enum },
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.external_id !== undefined && func0.call(data, 'external_id')) {
      if (typeof data.external_id !== 'string') {
        const err20 = {
          instancePath: instancePath + '/external_id',
          schemaPath: 'Card#/properties/external_id/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.last_four_digit !== undefined && func0.call(data, 'last_four_digit')) {
      if (typeof data.last_four_digit !== 'string') {
        const err21 = {
          instancePath: instancePath + '/last_four_digit',
          schemaPath: 'Card#/properties/last_four_digit/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.expiry !== undefined && func0.call(data, 'expiry')) {
      if (typeof data.expiry !== 'string') {
        const err22 = {
          instancePath: instancePath + '/expiry',
          schemaPath: 'Card#/properties/expiry/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.program_id !== undefined && func0.call(data, 'program_id')) {
      if (typeof data.program_id !== 'string') {
        const err23 = {
          instancePath: instancePath + '/program_id',
          schemaPath: 'Card#/properties/program_id/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.m_pan !== undefined && func0.call(data, 'm_pan')) {
      if (typeof data.m_pan !== 'string') {
        const err24 = {
          instancePath: instancePath + '/m_pan',
          schemaPath: 'Card#/properties/m_pan/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
  } else {
    const err25 = { instancePath, schemaPath: 'Card#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err25];
    } else {
      vErrors.push(err25);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
function validate24(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.secret === undefined || !func0.call(data, 'secret')) {
      const err0 = {
        instancePath,
        schemaPath: 'CardSecret#/required',
        keyword: 'required',
        params: { missingProperty: 'secret' },
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'secret')) {
        const err1 = {
          instancePath,
          schemaPath: 'CardSecret#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.secret !== undefined && func0.call(data, 'secret')) {
      if (typeof data.secret !== 'string') {
        const err2 = {
          instancePath: instancePath + '/secret',
          schemaPath: 'CardSecret#/properties/secret/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: 'CardSecret#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
function validate25(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.cardId === undefined || !func0.call(data, 'cardId')) {
      const err0 = {
        instancePath,
        schemaPath: 'CardWidgetSession#/required',
        keyword: 'required',
        params: { missingProperty: 'cardId' },
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.totp === undefined || !func0.call(data, 'totp')) {
      const err1 = {
        instancePath,
        schemaPath: 'CardWidgetSession#/required',
        keyword: 'required',
        params: { missingProperty: 'totp' },
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.widgetUrl === undefined || !func0.call(data, 'widgetUrl')) {
      const err2 = {
        instancePath,
        schemaPath: 'CardWidgetSession#/required',
        keyword: 'required',
        params: { missingProperty: 'widgetUrl' },
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(
        key0 === 'cardId' ||
        key0 === 'totp' ||
        key0 === 'widgetUrl' ||
        key0 === 'expiresIn' ||
        key0 === 'environment'
      )) {
        const err3 = {
          instancePath,
          schemaPath: 'CardWidgetSession#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.cardId !== undefined && func0.call(data, 'cardId')) {
      if (typeof data.cardId !== 'string') {
        const err4 = {
          instancePath: instancePath + '/cardId',
          schemaPath: 'CardWidgetSession#/properties/cardId/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.totp !== undefined && func0.call(data, 'totp')) {
      if (typeof data.totp !== 'string') {
        const err5 = {
          instancePath: instancePath + '/totp',
          schemaPath: 'CardWidgetSession#/properties/totp/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.widgetUrl !== undefined && func0.call(data, 'widgetUrl')) {
      if (typeof data.widgetUrl !== 'string') {
        const err6 = {
          instancePath: instancePath + '/widgetUrl',
          schemaPath: 'CardWidgetSession#/properties/widgetUrl/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.expiresIn !== undefined && func0.call(data, 'expiresIn')) {
      let data3 = data.expiresIn;
      if (!(typeof data3 == 'number' && isFinite(data3))) {
        const err7 = {
          instancePath: instancePath + '/expiresIn',
          schemaPath: 'CardWidgetSession#/properties/expiresIn/type',
          keyword: 'type',
          params: { type: 'number' },
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.environment !== undefined && func0.call(data, 'environment')) {
      if (typeof data.environment !== 'string') {
        const err8 = {
          instancePath: instancePath + '/environment',
          schemaPath: 'CardWidgetSession#/properties/environment/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: 'CardWidgetSession#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
function validate26(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'parent_account_id' || key0 === 'product_id' || key0 === 'group_id')) {
        const err0 = {
          instancePath,
          schemaPath: 'MetadataKobbleDebit1#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: 'MetadataKobbleDebit1#/type',
      keyword: 'type',
      params: { type: 'object' },
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
const schema12 = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'type', 'created_at', 'updated_at', 'status', 'partner_product', 'metadata'],
  properties: {
    id: { type: 'string' },
    type: { type: 'string', enum: ['VIRTUAL', 'PHYSICAL'] },
    created_at: { type: 'string' },
    updated_at: { type: 'string' },
    status: { type: 'string', enum: ['ACTIVE', 'INACTIVE'] },
    partner_product: { type: 'string', enum: ['KOBBLE_DEBIT_1'] },
    metadata: { $ref: 'MetadataKobbleDebit1' },
  },
};
function validate27(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === undefined || !func0.call(data, 'id')) {
      const err0 = {
        instancePath,
        schemaPath: 'Program#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type === undefined || !func0.call(data, 'type')) {
      const err1 = {
        instancePath,
        schemaPath: 'Program#/required',
        keyword: 'required',
        params: { missingProperty: 'type' },
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.created_at === undefined || !func0.call(data, 'created_at')) {
      const err2 = {
        instancePath,
        schemaPath: 'Program#/required',
        keyword: 'required',
        params: { missingProperty: 'created_at' },
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.updated_at === undefined || !func0.call(data, 'updated_at')) {
      const err3 = {
        instancePath,
        schemaPath: 'Program#/required',
        keyword: 'required',
        params: { missingProperty: 'updated_at' },
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.status === undefined || !func0.call(data, 'status')) {
      const err4 = {
        instancePath,
        schemaPath: 'Program#/required',
        keyword: 'required',
        params: { missingProperty: 'status' },
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.partner_product === undefined || !func0.call(data, 'partner_product')) {
      const err5 = {
        instancePath,
        schemaPath: 'Program#/required',
        keyword: 'required',
        params: { missingProperty: 'partner_product' },
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.metadata === undefined || !func0.call(data, 'metadata')) {
      const err6 = {
        instancePath,
        schemaPath: 'Program#/required',
        keyword: 'required',
        params: { missingProperty: 'metadata' },
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(
        key0 === 'id' ||
        key0 === 'type' ||
        key0 === 'created_at' ||
        key0 === 'updated_at' ||
        key0 === 'status' ||
        key0 === 'partner_product' ||
        key0 === 'metadata'
      )) {
        const err7 = {
          instancePath,
          schemaPath: 'Program#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.id !== undefined && func0.call(data, 'id')) {
      if (typeof data.id !== 'string') {
        const err8 = {
          instancePath: instancePath + '/id',
          schemaPath: 'Program#/properties/id/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.type !== undefined && func0.call(data, 'type')) {
      let data1 = data.type;
      if (typeof data1 !== 'string') {
        const err9 = {
          instancePath: instancePath + '/type',
          schemaPath: 'Program#/properties/type/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (!(data1 === 'VIRTUAL' || data1 === 'PHYSICAL')) {
        const err10 = {
          instancePath: instancePath + '/type',
          schemaPath: 'Program#/properties/type/enum',
          keyword: 'enum',
          params: { allowedValues: schema12.properties.type.enum },
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.created_at !== undefined && func0.call(data, 'created_at')) {
      if (typeof data.created_at !== 'string') {
        const err11 = {
          instancePath: instancePath + '/created_at',
          schemaPath: 'Program#/properties/created_at/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.updated_at !== undefined && func0.call(data, 'updated_at')) {
      if (typeof data.updated_at !== 'string') {
        const err12 = {
          instancePath: instancePath + '/updated_at',
          schemaPath: 'Program#/properties/updated_at/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.status !== undefined && func0.call(data, 'status')) {
      let data4 = data.status;
      if (typeof data4 !== 'string') {
        const err13 = {
          instancePath: instancePath + '/status',
          schemaPath: 'Program#/properties/status/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (!(data4 === 'ACTIVE' || data4 === 'INACTIVE')) {
        const err14 = {
          instancePath: instancePath + '/status',
          schemaPath: 'Program#/properties/status/enum',
          keyword: 'enum',
          params: { allowedValues: schema12.properties.status.enum },
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.partner_product !== undefined && func0.call(data, 'partner_product')) {
      let data5 = data.partner_product;
      if (typeof data5 !== 'string') {
        const err15 = {
          instancePath: instancePath + '/partner_product',
          schemaPath: 'Program#/properties/partner_product/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (!(data5 === 'KOBBLE_DEBIT_1')) {
        const err16 = {
          instancePath: instancePath + '/partner_product',
          schemaPath: 'Program#/properties/partner_product/enum',
          keyword: 'enum',
          params: { allowedValues: schema12.properties.partner_product.enum },
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.metadata !== undefined && func0.call(data, 'metadata')) {
      if (
        !validate26(data.metadata, {
          instancePath: instancePath + '/metadata',
          parentData: data,
          parentDataProperty: 'metadata',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: 'Program#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
function validate29(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
  } else {
    const err0 = { instancePath, schemaPath: 'Client#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
function validate30(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(
        key0 === 'first_name' ||
        key0 === 'last_name' ||
        key0 === 'email' ||
        key0 === 'birthday' ||
        key0 === 'phone_number'
      )) {
        const err0 = {
          instancePath,
          schemaPath: 'Person#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.first_name !== undefined && func0.call(data, 'first_name')) {
      if (typeof data.first_name !== 'string') {
        const err1 = {
          instancePath: instancePath + '/first_name',
          schemaPath: 'Person#/properties/first_name/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.last_name !== undefined && func0.call(data, 'last_name')) {
      if (typeof data.last_name !== 'string') {
        const err2 = {
          instancePath: instancePath + '/last_name',
          schemaPath: 'Person#/properties/last_name/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.email !== undefined && func0.call(data, 'email')) {
      if (typeof data.email !== 'string') {
        const err3 = {
          instancePath: instancePath + '/email',
          schemaPath: 'Person#/properties/email/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.birthday !== undefined && func0.call(data, 'birthday')) {
      if (typeof data.birthday !== 'string') {
        const err4 = {
          instancePath: instancePath + '/birthday',
          schemaPath: 'Person#/properties/birthday/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.phone_number !== undefined && func0.call(data, 'phone_number')) {
      if (typeof data.phone_number !== 'string') {
        const err5 = {
          instancePath: instancePath + '/phone_number',
          schemaPath: 'Person#/properties/phone_number/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: 'Person#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
function validate31(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'id' || key0 === 'name')) {
        const err0 = {
          instancePath,
          schemaPath: 'Company#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.id !== undefined && func0.call(data, 'id')) {
      if (typeof data.id !== 'string') {
        const err1 = {
          instancePath: instancePath + '/id',
          schemaPath: 'Company#/properties/id/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== undefined && func0.call(data, 'name')) {
      if (typeof data.name !== 'string') {
        const err2 = {
          instancePath: instancePath + '/name',
          schemaPath: 'Company#/properties/name/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: 'Company#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
function validate32(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
  } else {
    const err0 = { instancePath, schemaPath: 'Metadata#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate32.errors = vErrors;
  return errors === 0;
}
const schema17 = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'company_id', 'metadata'],
  properties: {
    id: { type: 'string' },
    person: { if: { type: 'null' }, else: { $ref: 'Person' } },
    person_id: { type: ['string', 'null'] },
    company: { if: { type: 'null' }, else: { $ref: 'Company' } },
    company_id: { type: ['string', 'null'] },
    metadata: { $ref: 'Metadata' },
  },
};
function validate33(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === undefined || !func0.call(data, 'id')) {
      const err0 = {
        instancePath,
        schemaPath: 'Enduser#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.company_id === undefined || !func0.call(data, 'company_id')) {
      const err1 = {
        instancePath,
        schemaPath: 'Enduser#/required',
        keyword: 'required',
        params: { missingProperty: 'company_id' },
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === undefined || !func0.call(data, 'metadata')) {
      const err2 = {
        instancePath,
        schemaPath: 'Enduser#/required',
        keyword: 'required',
        params: { missingProperty: 'metadata' },
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(
        key0 === 'id' ||
        key0 === 'person' ||
        key0 === 'person_id' ||
        key0 === 'company' ||
        key0 === 'company_id' ||
        key0 === 'metadata'
      )) {
        const err3 = {
          instancePath,
          schemaPath: 'Enduser#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.id !== undefined && func0.call(data, 'id')) {
      if (typeof data.id !== 'string') {
        const err4 = {
          instancePath: instancePath + '/id',
          schemaPath: 'Enduser#/properties/id/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.person !== undefined && func0.call(data, 'person')) {
      let data1 = data.person;
      const _errs5 = errors;
      let valid1 = true;
      const _errs6 = errors;
      if (data1 !== null) {
        const err5 = {};
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      errors = _errs5;
      if (vErrors !== null) {
        if (_errs5) {
          vErrors.length = _errs5;
        } else {
          vErrors = null;
        }
      }
      if (!_valid0) {
        const _errs8 = errors;
        if (
          !validate30(data1, {
            instancePath: instancePath + '/person',
            parentData: data,
            parentDataProperty: 'person',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
          errors = vErrors.length;
        }
        var _valid0 = _errs8 === errors;
        valid1 = _valid0;
      }
      if (!valid1) {
        const err6 = {
          instancePath: instancePath + '/person',
          schemaPath: 'Enduser#/properties/person/if',
          keyword: 'if',
          params: { failingKeyword: 'else' },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.person_id !== undefined && func0.call(data, 'person_id')) {
      let data2 = data.person_id;
      if (typeof data2 !== 'string' && data2 !== null) {
        const err7 = {
          instancePath: instancePath + '/person_id',
          schemaPath: 'Enduser#/properties/person_id/type',
          keyword: 'type',
          params: { type: schema17.properties.person_id.type },
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.company !== undefined && func0.call(data, 'company')) {
      let data3 = data.company;
      const _errs12 = errors;
      let valid2 = true;
      const _errs13 = errors;
      if (data3 !== null) {
        const err8 = {};
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid1 = _errs13 === errors;
      errors = _errs12;
      if (vErrors !== null) {
        if (_errs12) {
          vErrors.length = _errs12;
        } else {
          vErrors = null;
        }
      }
      if (!_valid1) {
        const _errs15 = errors;
        if (
          !validate31(data3, {
            instancePath: instancePath + '/company',
            parentData: data,
            parentDataProperty: 'company',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
          errors = vErrors.length;
        }
        var _valid1 = _errs15 === errors;
        valid2 = _valid1;
      }
      if (!valid2) {
        const err9 = {
          instancePath: instancePath + '/company',
          schemaPath: 'Enduser#/properties/company/if',
          keyword: 'if',
          params: { failingKeyword: 'else' },
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.company_id !== undefined && func0.call(data, 'company_id')) {
      let data4 = data.company_id;
      if (typeof data4 !== 'string' && data4 !== null) {
        const err10 = {
          instancePath: instancePath + '/company_id',
          schemaPath: 'Enduser#/properties/company_id/type',
          keyword: 'type',
          params: { type: schema17.properties.company_id.type },
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.metadata !== undefined && func0.call(data, 'metadata')) {
      if (
        !validate32(data.metadata, {
          instancePath: instancePath + '/metadata',
          parentData: data,
          parentDataProperty: 'metadata',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: 'Enduser#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
function validate37(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
  } else {
    const err0 = { instancePath, schemaPath: 'Transaction#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
const schema19 = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'external_id',
    'created_at',
    'updated_at',
    'holder_id',
    'asset',
    'asset_class',
    'status',
    'partner_product',
    'total_amount',
    'amount',
    'reserved_amount',
  ],
  properties: {
    id: { type: 'string' },
    external_id: { type: ['string', 'null'] },
    created_at: { type: 'string' },
    updated_at: { type: 'string' },
    holder_id: { type: 'string' },
    asset: { type: 'string', enum: ['AUD'] },
    asset_class: { type: 'string', enum: ['CURRENCY'] },
    status: { type: 'string', enum: ['ACTIVE', 'INACTIVE', 'SUSPENDED'] },
    partner_product: { type: 'string', enum: ['KOBBLE_AUD_1'] },
    total_amount: { type: 'number' },
    amount: { type: 'number' },
    reserved_amount: { type: 'number' },
  },
};
function validate38(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === undefined || !func0.call(data, 'id')) {
      const err0 = {
        instancePath,
        schemaPath: 'Wallet#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.external_id === undefined || !func0.call(data, 'external_id')) {
      const err1 = {
        instancePath,
        schemaPath: 'Wallet#/required',
        keyword: 'required',
        params: { missingProperty: 'external_id' },
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.created_at === undefined || !func0.call(data, 'created_at')) {
      const err2 = {
        instancePath,
        schemaPath: 'Wallet#/required',
        keyword: 'required',
        params: { missingProperty: 'created_at' },
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.updated_at === undefined || !func0.call(data, 'updated_at')) {
      const err3 = {
        instancePath,
        schemaPath: 'Wallet#/required',
        keyword: 'required',
        params: { missingProperty: 'updated_at' },
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.holder_id === undefined || !func0.call(data, 'holder_id')) {
      const err4 = {
        instancePath,
        schemaPath: 'Wallet#/required',
        keyword: 'required',
        params: { missingProperty: 'holder_id' },
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.asset === undefined || !func0.call(data, 'asset')) {
      const err5 = {
        instancePath,
        schemaPath: 'Wallet#/required',
        keyword: 'required',
        params: { missingProperty: 'asset' },
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.asset_class === undefined || !func0.call(data, 'asset_class')) {
      const err6 = {
        instancePath,
        schemaPath: 'Wallet#/required',
        keyword: 'required',
        params: { missingProperty: 'asset_class' },
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.status === undefined || !func0.call(data, 'status')) {
      const err7 = {
        instancePath,
        schemaPath: 'Wallet#/required',
        keyword: 'required',
        params: { missingProperty: 'status' },
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.partner_product === undefined || !func0.call(data, 'partner_product')) {
      const err8 = {
        instancePath,
        schemaPath: 'Wallet#/required',
        keyword: 'required',
        params: { missingProperty: 'partner_product' },
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.total_amount === undefined || !func0.call(data, 'total_amount')) {
      const err9 = {
        instancePath,
        schemaPath: 'Wallet#/required',
        keyword: 'required',
        params: { missingProperty: 'total_amount' },
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.amount === undefined || !func0.call(data, 'amount')) {
      const err10 = {
        instancePath,
        schemaPath: 'Wallet#/required',
        keyword: 'required',
        params: { missingProperty: 'amount' },
      };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.reserved_amount === undefined || !func0.call(data, 'reserved_amount')) {
      const err11 = {
        instancePath,
        schemaPath: 'Wallet#/required',
        keyword: 'required',
        params: { missingProperty: 'reserved_amount' },
      };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema19.properties, key0)) {
        const err12 = {
          instancePath,
          schemaPath: 'Wallet#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.id !== undefined && func0.call(data, 'id')) {
      if (typeof data.id !== 'string') {
        const err13 = {
          instancePath: instancePath + '/id',
          schemaPath: 'Wallet#/properties/id/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.external_id !== undefined && func0.call(data, 'external_id')) {
      let data1 = data.external_id;
      if (typeof data1 !== 'string' && data1 !== null) {
        const err14 = {
          instancePath: instancePath + '/external_id',
          schemaPath: 'Wallet#/properties/external_id/type',
          keyword: 'type',
          params: { type: schema19.properties.external_id.type },
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.created_at !== undefined && func0.call(data, 'created_at')) {
      if (typeof data.created_at !== 'string') {
        const err15 = {
          instancePath: instancePath + '/created_at',
          schemaPath: 'Wallet#/properties/created_at/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.updated_at !== undefined && func0.call(data, 'updated_at')) {
      if (typeof data.updated_at !== 'string') {
        const err16 = {
          instancePath: instancePath + '/updated_at',
          schemaPath: 'Wallet#/properties/updated_at/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.holder_id !== undefined && func0.call(data, 'holder_id')) {
      if (typeof data.holder_id !== 'string') {
        const err17 = {
          instancePath: instancePath + '/holder_id',
          schemaPath: 'Wallet#/properties/holder_id/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.asset !== undefined && func0.call(data, 'asset')) {
      let data5 = data.asset;
      if (typeof data5 !== 'string') {
        const err18 = {
          instancePath: instancePath + '/asset',
          schemaPath: 'Wallet#/properties/asset/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (!(data5 === 'AUD')) {
        const err19 = {
          instancePath: instancePath + '/asset',
          schemaPath: 'Wallet#/properties/asset/enum',
          keyword: 'enum',
          params: { allowedValues: schema19.properties.asset.enum },
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.asset_class !== undefined && func0.call(data, 'asset_class')) {
      let data6 = data.asset_class;
      if (typeof data6 !== 'string') {
        const err20 = {
          instancePath: instancePath + '/asset_class',
          schemaPath: 'Wallet#/properties/asset_class/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (!(data6 === 'CURRENCY')) {
        const err21 = {
          instancePath: instancePath + '/asset_class',
          schemaPath: 'Wallet#/properties/asset_class/enum',
          keyword: 'enum',
          params: { allowedValues: schema19.properties.asset_class.enum },
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.status !== undefined && func0.call(data, 'status')) {
      let data7 = data.status;
      if (typeof data7 !== 'string') {
        const err22 = {
          instancePath: instancePath + '/status',
          schemaPath: 'Wallet#/properties/status/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
      if (!(data7 === 'ACTIVE' || data7 === 'INACTIVE' || data7 === 'SUSPENDED')) {
        const err23 = {
          instancePath: instancePath + '/status',
          schemaPath: 'Wallet#/properties/status/enum',
          keyword: 'enum',
          params: { allowedValues: schema19.properties.status.enum },
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.partner_product !== undefined && func0.call(data, 'partner_product')) {
      let data8 = data.partner_product;
      if (typeof data8 !== 'string') {
        const err24 = {
          instancePath: instancePath + '/partner_product',
          schemaPath: 'Wallet#/properties/partner_product/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
      if (!(data8 === 'KOBBLE_AUD_1')) {
        const err25 = {
          instancePath: instancePath + '/partner_product',
          schemaPath: 'Wallet#/properties/partner_product/enum',
          keyword: 'enum',
          params: { allowedValues: schema19.properties.partner_product.enum },
        };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.total_amount !== undefined && func0.call(data, 'total_amount')) {
      let data9 = data.total_amount;
      if (!(typeof data9 == 'number' && isFinite(data9))) {
        const err26 = {
          instancePath: instancePath + '/total_amount',
          schemaPath: 'Wallet#/properties/total_amount/type',
          keyword: 'type',
          params: { type: 'number' },
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.amount !== undefined && func0.call(data, 'amount')) {
      let data10 = data.amount;
      if (!(typeof data10 == 'number' && isFinite(data10))) {
        const err27 = {
          instancePath: instancePath + '/amount',
          schemaPath: 'Wallet#/properties/amount/type',
          keyword: 'type',
          params: { type: 'number' },
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.reserved_amount !== undefined && func0.call(data, 'reserved_amount')) {
      let data11 = data.reserved_amount;
      if (!(typeof data11 == 'number' && isFinite(data11))) {
        const err28 = {
          instancePath: instancePath + '/reserved_amount',
          schemaPath: 'Wallet#/properties/reserved_amount/type',
          keyword: 'type',
          params: { type: 'number' },
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
  } else {
    const err29 = { instancePath, schemaPath: 'Wallet#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err29];
    } else {
      vErrors.push(err29);
    }
    errors++;
  }
  validate38.errors = vErrors;
  return errors === 0;
}
function validate39(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
  } else {
    const err0 = { instancePath, schemaPath: 'Relay#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}
function validate40(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
  } else {
    const err0 = { instancePath, schemaPath: 'Webhook#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate40.errors = vErrors;
  return errors === 0;
}
