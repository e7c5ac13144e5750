// Written by `npm run generate` from openapi/. Do not edit.
// @ts-nocheck: ajv writes JavaScript
import type { Validate } from './validators.js';

/**
 * The requests of each operation: the status of its success, the media type of its body, the types of query parameters
 * that are not text, and `public` if it needs no token.
 */
export const requests: Readonly<Record<string, string>> = {
  getAccessToken: '200 application/x-www-form-urlencoded public',
  listBeneficiaries: '200',
  createBeneficiary: '200 application/json',
  getBeneficiary: '200',
  updateBeneficiary: '200 application/json',
  listCards: '200 offset:number limit:number',
  createCard: '200 application/json',
  getCard: '200',
  updateCardStatus: '200 application/json',
  createCardSecret: '200 application/json',
  createCardWidgetSession: '200 application/json',
  replaceOrRenewCard: '200 application/json',
  listCardPrograms: '200',
  createCardProgram: '200 application/json',
  getCardProgram: '200',
  listClients: '200',
  createClient: '200 application/json',
  getClient: '200',
  listEndusers: '200',
  createEnduser: '200 application/json',
  getEnduser: '200',
  listTransactions: '200 offset:number limit:number',
  createTransaction: '200 application/json',
  createManualCredit: '200 application/json',
  createManualDebit: '200 application/json',
  getTransaction: '200',
  listWallets: '200',
  createWallet: '200 application/json',
  getWallet: '200',
  updateWallet: '200 application/json',
  createRelay: '200 application/json',
  listWebhooks: '200',
  createWebhook: '200 application/json',
  deleteWebhook: '200',
};

/** Checks by operation of `{ path, query, header, body }`: what the contract does not have is an error. */
export const requestValidators: Readonly<Record<string, Validate>> = {
  getAccessToken: validate21,
  listBeneficiaries: validate26,
  createBeneficiary: validate28,
  getBeneficiary: validate32,
  updateBeneficiary: validate36,
  listCards: validate41,
  createCard: validate44,
  getCard: validate50,
  updateCardStatus: validate53,
  createCardSecret: validate58,
  createCardWidgetSession: validate64,
  replaceOrRenewCard: validate71,
  listCardPrograms: validate78,
  createCardProgram: validate80,
  getCardProgram: validate86,
  listClients: validate89,
  createClient: validate91,
  getClient: validate95,
  listEndusers: validate98,
  createEnduser: validate100,
  getEnduser: validate111,
  listTransactions: validate114,
  createTransaction: validate117,
  createManualCredit: validate122,
  createManualDebit: validate127,
  getTransaction: validate132,
  listWallets: validate135,
  createWallet: validate137,
  getWallet: validate141,
  updateWallet: validate144,
  createRelay: validate149,
  listWebhooks: validate153,
  createWebhook: validate155,
  deleteWebhook: validate159,
};
const func0 = Object.prototype.hasOwnProperty;
function validate22(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      const err0 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
const schema8 = {
  type: 'object',
  additionalProperties: false,
  required: ['grant_type', 'client_id', 'client_secret', 'scope'],
  properties: {
    grant_type: { type: 'string', enum: ['client_credentials'] },
    client_id: { type: 'string' },
    client_secret: { type: 'string' },
    scope: { type: 'string' },
  },
};
function validate24(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.grant_type === undefined || !func0.call(data, 'grant_type')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'grant_type' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.client_id === undefined || !func0.call(data, 'client_id')) {
      const err1 = { instancePath, keyword: 'required', params: { missingProperty: 'client_id' } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.client_secret === undefined || !func0.call(data, 'client_secret')) {
      const err2 = { instancePath, keyword: 'required', params: { missingProperty: 'client_secret' } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.scope === undefined || !func0.call(data, 'scope')) {
      const err3 = { instancePath, keyword: 'required', params: { missingProperty: 'scope' } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'grant_type' || key0 === 'client_id' || key0 === 'client_secret' || key0 === 'scope')) {
        const err4 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.grant_type !== undefined && func0.call(data, 'grant_type')) {
      let data0 = data.grant_type;
      if (typeof data0 !== 'string') {
        const err5 = { instancePath: instancePath + '/grant_type', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (!(data0 === 'client_credentials')) {
        const err6 = {
          instancePath: instancePath + '/grant_type',
          keyword: 'enum',
          params: { allowedValues: schema8.properties.grant_type.enum },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.client_id !== undefined && func0.call(data, 'client_id')) {
      if (typeof data.client_id !== 'string') {
        const err7 = { instancePath: instancePath + '/client_id', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.client_secret !== undefined && func0.call(data, 'client_secret')) {
      if (typeof data.client_secret !== 'string') {
        const err8 = { instancePath: instancePath + '/client_secret', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.scope !== undefined && func0.call(data, 'scope')) {
      if (typeof data.scope !== 'string') {
        const err9 = { instancePath: instancePath + '/scope', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
function validate21(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate24(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
function validate26(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
const schema11 = {
  type: 'object',
  additionalProperties: false,
  required: ['bank_name', 'bank_country', 'bank_code_type', 'bank_code', 'account_number'],
  properties: {
    bank_name: { type: 'string' },
    bank_country: { type: 'string', minLength: 3, maxLength: 3, pattern: '^[A-Z]{3}$' },
    bank_code_type: { type: 'string', enum: ['BSB', 'BPAY', 'ROUTING_NUMBER', 'SORT_CODE'] },
    bank_code: { type: 'string' },
    account_number: { type: 'string' },
    person: { type: 'object', additionalProperties: true },
  },
};
const pattern0 = new RegExp('^[A-Z]{3}$', 'u');
function validate30(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.bank_name === undefined || !func0.call(data, 'bank_name')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'bank_name' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.bank_country === undefined || !func0.call(data, 'bank_country')) {
      const err1 = { instancePath, keyword: 'required', params: { missingProperty: 'bank_country' } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.bank_code_type === undefined || !func0.call(data, 'bank_code_type')) {
      const err2 = { instancePath, keyword: 'required', params: { missingProperty: 'bank_code_type' } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.bank_code === undefined || !func0.call(data, 'bank_code')) {
      const err3 = { instancePath, keyword: 'required', params: { missingProperty: 'bank_code' } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.account_number === undefined || !func0.call(data, 'account_number')) {
      const err4 = { instancePath, keyword: 'required', params: { missingProperty: 'account_number' } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(
        key0 === 'bank_name' ||
        key0 === 'bank_country' ||
        key0 === 'bank_code_type' ||
        key0 === 'bank_code' ||
        key0 === 'account_number' ||
        key0 === 'person'
      )) {
        const err5 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.bank_name !== undefined && func0.call(data, 'bank_name')) {
      if (typeof data.bank_name !== 'string') {
        const err6 = { instancePath: instancePath + '/bank_name', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.bank_country !== undefined && func0.call(data, 'bank_country')) {
      let data1 = data.bank_country;
      if (typeof data1 === 'string') {
        if (data1.length > 3) {
          const err7 = { instancePath: instancePath + '/bank_country', keyword: 'maxLength', params: { limit: 3 } };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data1.length < 3) {
          const err8 = { instancePath: instancePath + '/bank_country', keyword: 'minLength', params: { limit: 3 } };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (!pattern0.test(data1)) {
          const err9 = {
            instancePath: instancePath + '/bank_country',
            keyword: 'pattern',
            params: { pattern: '^[A-Z]{3}$' },
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + '/bank_country', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.bank_code_type !== undefined && func0.call(data, 'bank_code_type')) {
      let data2 = data.bank_code_type;
      if (typeof data2 !== 'string') {
        const err11 = { instancePath: instancePath + '/bank_code_type', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (!(data2 === 'BSB' || data2 === 'BPAY' || data2 === 'ROUTING_NUMBER' || data2 === 'SORT_CODE')) {
        const err12 = {
          instancePath: instancePath + '/bank_code_type',
          keyword: 'enum',
          params: { allowedValues: schema11.properties.bank_code_type.enum },
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.bank_code !== undefined && func0.call(data, 'bank_code')) {
      if (typeof data.bank_code !== 'string') {
        const err13 = { instancePath: instancePath + '/bank_code', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.account_number !== undefined && func0.call(data, 'account_number')) {
      if (typeof data.account_number !== 'string') {
        const err14 = { instancePath: instancePath + '/account_number', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.person !== undefined && func0.call(data, 'person')) {
      let data5 = data.person;
      if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
      } else {
        const err15 = { instancePath: instancePath + '/person', keyword: 'type', params: { type: 'object' } };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
function validate28(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate30(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
function validate33(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === undefined || !func0.call(data, 'id')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'id' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'id')) {
        const err1 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.id !== undefined && func0.call(data, 'id')) {
      let data0 = data.id;
      if (typeof data0 === 'string') {
        if (data0.length < 1) {
          const err2 = { instancePath: instancePath + '/id', keyword: 'minLength', params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + '/id', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
function validate32(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
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
const schema15 = {
  type: 'object',
  additionalProperties: false,
  properties: {
    status: { type: 'string', enum: ['ACTIVE', 'INACTIVE'] },
    metadata: { type: 'object', additionalProperties: true },
  },
};
function validate39(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'status' || key0 === 'metadata')) {
        const err0 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.status !== undefined && func0.call(data, 'status')) {
      let data0 = data.status;
      if (typeof data0 !== 'string') {
        const err1 = { instancePath: instancePath + '/status', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (!(data0 === 'ACTIVE' || data0 === 'INACTIVE')) {
        const err2 = {
          instancePath: instancePath + '/status',
          keyword: 'enum',
          params: { allowedValues: schema15.properties.status.enum },
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.metadata !== undefined && func0.call(data, 'metadata')) {
      let data1 = data.metadata;
      if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
      } else {
        const err3 = { instancePath: instancePath + '/metadata', keyword: 'type', params: { type: 'object' } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}
function validate36(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate39(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate36.errors = vErrors;
  return errors === 0;
}
const schema17 = {
  type: 'object',
  properties: {
    from: { type: 'string' },
    to: { type: 'string' },
    offset: { type: 'number' },
    limit: { type: 'number' },
    order: { type: 'string', enum: ['asc', 'desc'] },
  },
  required: [],
  additionalProperties: false,
};
function validate42(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'from' || key0 === 'to' || key0 === 'offset' || key0 === 'limit' || key0 === 'order')) {
        const err0 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.from !== undefined && func0.call(data, 'from')) {
      if (typeof data.from !== 'string') {
        const err1 = { instancePath: instancePath + '/from', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.to !== undefined && func0.call(data, 'to')) {
      if (typeof data.to !== 'string') {
        const err2 = { instancePath: instancePath + '/to', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.offset !== undefined && func0.call(data, 'offset')) {
      let data2 = data.offset;
      if (!(typeof data2 == 'number' && isFinite(data2))) {
        const err3 = { instancePath: instancePath + '/offset', keyword: 'type', params: { type: 'number' } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.limit !== undefined && func0.call(data, 'limit')) {
      let data3 = data.limit;
      if (!(typeof data3 == 'number' && isFinite(data3))) {
        const err4 = { instancePath: instancePath + '/limit', keyword: 'type', params: { type: 'number' } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.order !== undefined && func0.call(data, 'order')) {
      let data4 = data.order;
      if (typeof data4 !== 'string') {
        const err5 = { instancePath: instancePath + '/order', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (!(data4 === 'asc' || data4 === 'desc')) {
        const err6 = {
          instancePath: instancePath + '/order',
          keyword: 'enum',
          params: { allowedValues: schema17.properties.order.enum },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate42.errors = vErrors;
  return errors === 0;
}
function validate41(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate42(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate41.errors = vErrors;
  return errors === 0;
}
const pattern1 = new RegExp(
  '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$',
  'u',
);
function validate46(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data['idempotency-key'] === undefined || !func0.call(data, 'idempotency-key')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'idempotency-key' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data['idempotency-key'] !== undefined && func0.call(data, 'idempotency-key')) {
      let data0 = data['idempotency-key'];
      if (typeof data0 === 'string') {
        if (!pattern1.test(data0)) {
          const err1 = {
            instancePath: instancePath + '/idempotency-key',
            keyword: 'pattern',
            params: {
              pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$',
            },
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + '/idempotency-key', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate46.errors = vErrors;
  return errors === 0;
}
function validate48(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.wallet_id === undefined || !func0.call(data, 'wallet_id')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'wallet_id' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.program_id === undefined || !func0.call(data, 'program_id')) {
      const err1 = { instancePath, keyword: 'required', params: { missingProperty: 'program_id' } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'wallet_id' || key0 === 'program_id')) {
        const err2 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.wallet_id !== undefined && func0.call(data, 'wallet_id')) {
      if (typeof data.wallet_id !== 'string') {
        const err3 = { instancePath: instancePath + '/wallet_id', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.program_id !== undefined && func0.call(data, 'program_id')) {
      if (typeof data.program_id !== 'string') {
        const err4 = { instancePath: instancePath + '/program_id', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate48.errors = vErrors;
  return errors === 0;
}
function validate44(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.header !== undefined && func0.call(data, 'header')) {
      if (
        !validate46(data.header, {
          instancePath: instancePath + '/header',
          parentData: data,
          parentDataProperty: 'header',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate48(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate44.errors = vErrors;
  return errors === 0;
}
function validate50(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate50.errors = vErrors;
  return errors === 0;
}
const schema23 = {
  type: 'object',
  additionalProperties: false,
  required: ['status'],
  properties: { status: { type: 'string', knownValues: ['ACTIVE', 'SUSPENDED', 'STOLEN', 'INACTIVE', 'PENDING'] } },
};
function validate56(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.status === undefined || !func0.call(data, 'status')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'status' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'status')) {
        const err1 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.status !== undefined && func0.call(data, 'status')) {
      let data0 = data.status;
      if (typeof data0 !== 'string') {
        const err2 = { instancePath: instancePath + '/status', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (!schema23.properties.status.knownValues.includes(data0)) {
        const err3 = {
          instancePath: instancePath + '/status',
          keyword: 'knownValues',
          params: { allowedValues: schema23.properties.status.knownValues },
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate56.errors = vErrors;
  return errors === 0;
}
function validate53(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate56(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate53.errors = vErrors;
  return errors === 0;
}
function validate62(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.remarks === undefined || !func0.call(data, 'remarks')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'remarks' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'remarks')) {
        const err1 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.remarks !== undefined && func0.call(data, 'remarks')) {
      if (typeof data.remarks !== 'string') {
        const err2 = { instancePath: instancePath + '/remarks', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate62.errors = vErrors;
  return errors === 0;
}
function validate58(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.header !== undefined && func0.call(data, 'header')) {
      if (
        !validate46(data.header, {
          instancePath: instancePath + '/header',
          parentData: data,
          parentDataProperty: 'header',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate62(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate58.errors = vErrors;
  return errors === 0;
}
function validate67(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data['idempotency-key'] === undefined || !func0.call(data, 'idempotency-key')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'idempotency-key' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data['idempotency-key'] !== undefined && func0.call(data, 'idempotency-key')) {
      let data0 = data['idempotency-key'];
      if (typeof data0 === 'string') {
        if (!pattern1.test(data0)) {
          const err1 = {
            instancePath: instancePath + '/idempotency-key',
            keyword: 'pattern',
            params: {
              pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$',
            },
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + '/idempotency-key', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data['x-client-id'] !== undefined && func0.call(data, 'x-client-id')) {
      if (typeof data['x-client-id'] !== 'string') {
        const err3 = { instancePath: instancePath + '/x-client-id', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate67.errors = vErrors;
  return errors === 0;
}
function validate69(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate69.errors = vErrors;
  return errors === 0;
}
function validate64(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.header !== undefined && func0.call(data, 'header')) {
      if (
        !validate67(data.header, {
          instancePath: instancePath + '/header',
          parentData: data,
          parentDataProperty: 'header',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate69(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate64.errors = vErrors;
  return errors === 0;
}
const schema30 = {
  type: 'object',
  properties: { id: { type: 'string', minLength: 1 }, action: { type: 'string', enum: ['replace', 'renew'] } },
  required: ['id', 'action'],
  additionalProperties: false,
};
function validate72(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === undefined || !func0.call(data, 'id')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'id' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.action === undefined || !func0.call(data, 'action')) {
      const err1 = { instancePath, keyword: 'required', params: { missingProperty: 'action' } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'id' || key0 === 'action')) {
        const err2 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.id !== undefined && func0.call(data, 'id')) {
      let data0 = data.id;
      if (typeof data0 === 'string') {
        if (data0.length < 1) {
          const err3 = { instancePath: instancePath + '/id', keyword: 'minLength', params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + '/id', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.action !== undefined && func0.call(data, 'action')) {
      let data1 = data.action;
      if (typeof data1 !== 'string') {
        const err5 = { instancePath: instancePath + '/action', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (!(data1 === 'replace' || data1 === 'renew')) {
        const err6 = {
          instancePath: instancePath + '/action',
          keyword: 'enum',
          params: { allowedValues: schema30.properties.action.enum },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate72.errors = vErrors;
  return errors === 0;
}
function validate76(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.reason === undefined || !func0.call(data, 'reason')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'reason' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.expiry === undefined || !func0.call(data, 'expiry')) {
      const err1 = { instancePath, keyword: 'required', params: { missingProperty: 'expiry' } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'reason' || key0 === 'expiry')) {
        const err2 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.reason !== undefined && func0.call(data, 'reason')) {
      if (typeof data.reason !== 'string') {
        const err3 = { instancePath: instancePath + '/reason', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.expiry !== undefined && func0.call(data, 'expiry')) {
      if (typeof data.expiry !== 'string') {
        const err4 = { instancePath: instancePath + '/expiry', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate76.errors = vErrors;
  return errors === 0;
}
function validate71(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate72(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.header !== undefined && func0.call(data, 'header')) {
      if (
        !validate46(data.header, {
          instancePath: instancePath + '/header',
          parentData: data,
          parentDataProperty: 'header',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate76(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate71.errors = vErrors;
  return errors === 0;
}
function validate78(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate78.errors = vErrors;
  return errors === 0;
}
const schema34 = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'partner_product', 'metadata'],
  properties: {
    type: { type: 'string', knownValues: ['VIRTUAL', 'PHYSICAL'] },
    partner_product: { type: 'string' },
    metadata: { $ref: 'MetadataKobbleDebit1' },
  },
};
function validate83(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate83.errors = vErrors;
  return errors === 0;
}
function validate82(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.type === undefined || !func0.call(data, 'type')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'type' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.partner_product === undefined || !func0.call(data, 'partner_product')) {
      const err1 = { instancePath, keyword: 'required', params: { missingProperty: 'partner_product' } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === undefined || !func0.call(data, 'metadata')) {
      const err2 = { instancePath, keyword: 'required', params: { missingProperty: 'metadata' } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'type' || key0 === 'partner_product' || key0 === 'metadata')) {
        const err3 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.type !== undefined && func0.call(data, 'type')) {
      let data0 = data.type;
      if (typeof data0 !== 'string') {
        const err4 = { instancePath: instancePath + '/type', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (!schema34.properties.type.knownValues.includes(data0)) {
        const err5 = {
          instancePath: instancePath + '/type',
          keyword: 'knownValues',
          params: { allowedValues: schema34.properties.type.knownValues },
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.partner_product !== undefined && func0.call(data, 'partner_product')) {
      if (typeof data.partner_product !== 'string') {
        const err6 = { instancePath: instancePath + '/partner_product', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.metadata !== undefined && func0.call(data, 'metadata')) {
      if (
        !validate83(data.metadata, {
          instancePath: instancePath + '/metadata',
          parentData: data,
          parentDataProperty: 'metadata',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err7 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate82.errors = vErrors;
  return errors === 0;
}
function validate80(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate82(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate80.errors = vErrors;
  return errors === 0;
}
function validate86(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate86.errors = vErrors;
  return errors === 0;
}
function validate89(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate89.errors = vErrors;
  return errors === 0;
}
function validate93(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate93.errors = vErrors;
  return errors === 0;
}
function validate91(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate93(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate91.errors = vErrors;
  return errors === 0;
}
function validate95(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate95.errors = vErrors;
  return errors === 0;
}
function validate98(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate98.errors = vErrors;
  return errors === 0;
}
function validate103(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate103.errors = vErrors;
  return errors === 0;
}
function validate106(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
        const err0 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
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
        const err1 = { instancePath: instancePath + '/first_name', keyword: 'type', params: { type: 'string' } };
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
        const err2 = { instancePath: instancePath + '/last_name', keyword: 'type', params: { type: 'string' } };
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
        const err3 = { instancePath: instancePath + '/email', keyword: 'type', params: { type: 'string' } };
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
        const err4 = { instancePath: instancePath + '/birthday', keyword: 'type', params: { type: 'string' } };
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
        const err5 = { instancePath: instancePath + '/phone_number', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate106.errors = vErrors;
  return errors === 0;
}
function validate108(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'id' || key0 === 'name')) {
        const err0 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
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
        const err1 = { instancePath: instancePath + '/id', keyword: 'type', params: { type: 'string' } };
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
        const err2 = { instancePath: instancePath + '/name', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate108.errors = vErrors;
  return errors === 0;
}
function validate102(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  const _errs2 = errors;
  const _errs3 = errors;
  const _errs4 = errors;
  const _errs5 = errors;
  let valid3 = false;
  const _errs6 = errors;
  if (errors === _errs6) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.person === undefined || !func0.call(data, 'person')) && (missing0 = 'person')) {
        const err0 = {};
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        if (data.metadata !== undefined && func0.call(data, 'metadata')) {
          if (
            !validate103(data.metadata, {
              instancePath: instancePath + '/metadata',
              parentData: data,
              parentDataProperty: 'metadata',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
            errors = vErrors.length;
          }
        }
      }
    } else {
      const err1 = {};
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs6 === errors;
  valid3 = valid3 || _valid0;
  if (!valid3) {
    const _errs10 = errors;
    if (errors === _errs10) {
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing1;
        if ((data.company === undefined || !func0.call(data, 'company')) && (missing1 = 'company')) {
          const err2 = {};
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        } else {
          if (data.metadata !== undefined && func0.call(data, 'metadata')) {
            if (
              !validate103(data.metadata, {
                instancePath: instancePath + '/metadata',
                parentData: data,
                parentDataProperty: 'metadata',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
              errors = vErrors.length;
            }
          }
        }
      } else {
        const err3 = {};
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    var _valid0 = _errs10 === errors;
    valid3 = valid3 || _valid0;
  }
  if (!valid3) {
    const err4 = {};
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  } else {
    errors = _errs5;
    if (vErrors !== null) {
      if (_errs5) {
        vErrors.length = _errs5;
      } else {
        vErrors = null;
      }
    }
  }
  var valid2 = _errs4 === errors;
  if (valid2) {
    const err5 = {};
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  } else {
    errors = _errs3;
    if (vErrors !== null) {
      if (_errs3) {
        vErrors.length = _errs3;
      } else {
        vErrors = null;
      }
    }
  }
  var valid1 = _errs2 === errors;
  if (valid1) {
    const err6 = { instancePath, keyword: 'not', params: {} };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'person' || key0 === 'metadata' || key0 === 'company')) {
        const err7 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.person !== undefined && func0.call(data, 'person')) {
      if (
        !validate106(data.person, {
          instancePath: instancePath + '/person',
          parentData: data,
          parentDataProperty: 'person',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
        errors = vErrors.length;
      }
    }
    if (data.company !== undefined && func0.call(data, 'company')) {
      if (
        !validate108(data.company, {
          instancePath: instancePath + '/company',
          parentData: data,
          parentDataProperty: 'company',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
        errors = vErrors.length;
      }
    }
  }
  validate102.errors = vErrors;
  return errors === 0;
}
function validate100(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate102(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate100.errors = vErrors;
  return errors === 0;
}
function validate111(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate111.errors = vErrors;
  return errors === 0;
}
const schema49 = {
  type: 'object',
  properties: {
    wallet: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    offset: { type: 'number' },
    limit: { type: 'number' },
    order: { type: 'string', enum: ['asc', 'desc'] },
  },
  required: [],
  additionalProperties: false,
};
function validate115(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(
        key0 === 'wallet' ||
        key0 === 'from' ||
        key0 === 'to' ||
        key0 === 'offset' ||
        key0 === 'limit' ||
        key0 === 'order'
      )) {
        const err0 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.wallet !== undefined && func0.call(data, 'wallet')) {
      if (typeof data.wallet !== 'string') {
        const err1 = { instancePath: instancePath + '/wallet', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.from !== undefined && func0.call(data, 'from')) {
      if (typeof data.from !== 'string') {
        const err2 = { instancePath: instancePath + '/from', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.to !== undefined && func0.call(data, 'to')) {
      if (typeof data.to !== 'string') {
        const err3 = { instancePath: instancePath + '/to', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.offset !== undefined && func0.call(data, 'offset')) {
      let data3 = data.offset;
      if (!(typeof data3 == 'number' && isFinite(data3))) {
        const err4 = { instancePath: instancePath + '/offset', keyword: 'type', params: { type: 'number' } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.limit !== undefined && func0.call(data, 'limit')) {
      let data4 = data.limit;
      if (!(typeof data4 == 'number' && isFinite(data4))) {
        const err5 = { instancePath: instancePath + '/limit', keyword: 'type', params: { type: 'number' } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.order !== undefined && func0.call(data, 'order')) {
      let data5 = data.order;
      if (typeof data5 !== 'string') {
        const err6 = { instancePath: instancePath + '/order', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (!(data5 === 'asc' || data5 === 'desc')) {
        const err7 = {
          instancePath: instancePath + '/order',
          keyword: 'enum',
          params: { allowedValues: schema49.properties.order.enum },
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate115.errors = vErrors;
  return errors === 0;
}
function validate114(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate115(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate114.errors = vErrors;
  return errors === 0;
}
function validate120(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.amount === undefined || !func0.call(data, 'amount')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'amount' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'amount' || key0 === 'reference' || key0 === 'metadata' || key0 === 'from' || key0 === 'to')) {
        const err1 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.amount !== undefined && func0.call(data, 'amount')) {
      let data0 = data.amount;
      if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        const err2 = { instancePath: instancePath + '/amount', keyword: 'type', params: { type: 'integer' } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.reference !== undefined && func0.call(data, 'reference')) {
      if (typeof data.reference !== 'string') {
        const err3 = { instancePath: instancePath + '/reference', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.metadata !== undefined && func0.call(data, 'metadata')) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
      } else {
        const err4 = { instancePath: instancePath + '/metadata', keyword: 'type', params: { type: 'object' } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.from !== undefined && func0.call(data, 'from')) {
      if (typeof data.from !== 'string') {
        const err5 = { instancePath: instancePath + '/from', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.to !== undefined && func0.call(data, 'to')) {
      if (typeof data.to !== 'string') {
        const err6 = { instancePath: instancePath + '/to', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate120.errors = vErrors;
  return errors === 0;
}
function validate117(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.header !== undefined && func0.call(data, 'header')) {
      if (
        !validate46(data.header, {
          instancePath: instancePath + '/header',
          parentData: data,
          parentDataProperty: 'header',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate120(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate120.errors : vErrors.concat(validate120.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate117.errors = vErrors;
  return errors === 0;
}
function validate125(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'amount' || key0 === 'reference' || key0 === 'metadata' || key0 === 'to')) {
        const err0 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.amount !== undefined && func0.call(data, 'amount')) {
      let data0 = data.amount;
      if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + '/amount', keyword: 'type', params: { type: 'integer' } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.reference !== undefined && func0.call(data, 'reference')) {
      if (typeof data.reference !== 'string') {
        const err2 = { instancePath: instancePath + '/reference', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.metadata !== undefined && func0.call(data, 'metadata')) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
      } else {
        const err3 = { instancePath: instancePath + '/metadata', keyword: 'type', params: { type: 'object' } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.to !== undefined && func0.call(data, 'to')) {
      if (typeof data.to !== 'string') {
        const err4 = { instancePath: instancePath + '/to', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate125.errors = vErrors;
  return errors === 0;
}
function validate122(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.header !== undefined && func0.call(data, 'header')) {
      if (
        !validate46(data.header, {
          instancePath: instancePath + '/header',
          parentData: data,
          parentDataProperty: 'header',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate125(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate122.errors = vErrors;
  return errors === 0;
}
function validate130(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'amount' || key0 === 'reference' || key0 === 'metadata' || key0 === 'from')) {
        const err0 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.amount !== undefined && func0.call(data, 'amount')) {
      let data0 = data.amount;
      if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + '/amount', keyword: 'type', params: { type: 'integer' } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.reference !== undefined && func0.call(data, 'reference')) {
      if (typeof data.reference !== 'string') {
        const err2 = { instancePath: instancePath + '/reference', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.metadata !== undefined && func0.call(data, 'metadata')) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
      } else {
        const err3 = { instancePath: instancePath + '/metadata', keyword: 'type', params: { type: 'object' } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.from !== undefined && func0.call(data, 'from')) {
      if (typeof data.from !== 'string') {
        const err4 = { instancePath: instancePath + '/from', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate130.errors = vErrors;
  return errors === 0;
}
function validate127(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.header !== undefined && func0.call(data, 'header')) {
      if (
        !validate46(data.header, {
          instancePath: instancePath + '/header',
          parentData: data,
          parentDataProperty: 'header',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate130(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate127.errors = vErrors;
  return errors === 0;
}
function validate132(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate132.errors = vErrors;
  return errors === 0;
}
function validate135(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate135.errors = vErrors;
  return errors === 0;
}
const schema59 = {
  type: 'object',
  additionalProperties: false,
  required: ['holder_id', 'asset_class', 'asset', 'partner_product'],
  properties: {
    holder_id: { type: 'string' },
    asset_class: { type: 'string', knownValues: ['CURRENCY'] },
    asset: { type: 'string', knownValues: ['AUD'] },
    partner_product: { type: 'string', knownValues: ['KOBBLE_AUD_1'] },
  },
};
function validate139(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.holder_id === undefined || !func0.call(data, 'holder_id')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'holder_id' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.asset_class === undefined || !func0.call(data, 'asset_class')) {
      const err1 = { instancePath, keyword: 'required', params: { missingProperty: 'asset_class' } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.asset === undefined || !func0.call(data, 'asset')) {
      const err2 = { instancePath, keyword: 'required', params: { missingProperty: 'asset' } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.partner_product === undefined || !func0.call(data, 'partner_product')) {
      const err3 = { instancePath, keyword: 'required', params: { missingProperty: 'partner_product' } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'holder_id' || key0 === 'asset_class' || key0 === 'asset' || key0 === 'partner_product')) {
        const err4 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.holder_id !== undefined && func0.call(data, 'holder_id')) {
      if (typeof data.holder_id !== 'string') {
        const err5 = { instancePath: instancePath + '/holder_id', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.asset_class !== undefined && func0.call(data, 'asset_class')) {
      let data1 = data.asset_class;
      if (typeof data1 !== 'string') {
        const err6 = { instancePath: instancePath + '/asset_class', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (!schema59.properties.asset_class.knownValues.includes(data1)) {
        const err7 = {
          instancePath: instancePath + '/asset_class',
          keyword: 'knownValues',
          params: { allowedValues: schema59.properties.asset_class.knownValues },
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.asset !== undefined && func0.call(data, 'asset')) {
      let data2 = data.asset;
      if (typeof data2 !== 'string') {
        const err8 = { instancePath: instancePath + '/asset', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (!schema59.properties.asset.knownValues.includes(data2)) {
        const err9 = {
          instancePath: instancePath + '/asset',
          keyword: 'knownValues',
          params: { allowedValues: schema59.properties.asset.knownValues },
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.partner_product !== undefined && func0.call(data, 'partner_product')) {
      let data3 = data.partner_product;
      if (typeof data3 !== 'string') {
        const err10 = { instancePath: instancePath + '/partner_product', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (!schema59.properties.partner_product.knownValues.includes(data3)) {
        const err11 = {
          instancePath: instancePath + '/partner_product',
          keyword: 'knownValues',
          params: { allowedValues: schema59.properties.partner_product.knownValues },
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate139.errors = vErrors;
  return errors === 0;
}
function validate137(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate139(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate137.errors = vErrors;
  return errors === 0;
}
function validate141(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate141.errors = vErrors;
  return errors === 0;
}
const schema62 = {
  type: 'object',
  additionalProperties: false,
  properties: { status: { type: 'string', knownValues: ['ACTIVE', 'INACTIVE', 'SUSPENDED'] } },
};
function validate147(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'status')) {
        const err0 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.status !== undefined && func0.call(data, 'status')) {
      let data0 = data.status;
      if (typeof data0 !== 'string') {
        const err1 = { instancePath: instancePath + '/status', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (!schema62.properties.status.knownValues.includes(data0)) {
        const err2 = {
          instancePath: instancePath + '/status',
          keyword: 'knownValues',
          params: { allowedValues: schema62.properties.status.knownValues },
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
    const err3 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate147.errors = vErrors;
  return errors === 0;
}
function validate144(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate147(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate147.errors : vErrors.concat(validate147.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate144.errors = vErrors;
  return errors === 0;
}
function validate151(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.url === undefined || !func0.call(data, 'url')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'url' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'url')) {
        const err1 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.url !== undefined && func0.call(data, 'url')) {
      if (typeof data.url !== 'string') {
        const err2 = { instancePath: instancePath + '/url', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate151.errors = vErrors;
  return errors === 0;
}
function validate149(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate151(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate151.errors : vErrors.concat(validate151.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate149.errors = vErrors;
  return errors === 0;
}
function validate153(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate153.errors = vErrors;
  return errors === 0;
}
function validate157(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.url === undefined || !func0.call(data, 'url')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'url' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'url')) {
        const err1 = { instancePath, keyword: 'additionalProperties', params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.url !== undefined && func0.call(data, 'url')) {
      if (typeof data.url !== 'string') {
        const err2 = { instancePath: instancePath + '/url', keyword: 'type', params: { type: 'string' } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate157.errors = vErrors;
  return errors === 0;
}
function validate155(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.body === undefined || !func0.call(data, 'body')) {
      const err0 = { instancePath, keyword: 'required', params: { missingProperty: 'body' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined && func0.call(data, 'body')) {
      if (
        !validate157(data.body, {
          instancePath: instancePath + '/body',
          parentData: data,
          parentDataProperty: 'body',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate155.errors = vErrors;
  return errors === 0;
}
function validate159(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.path !== undefined && func0.call(data, 'path')) {
      if (
        !validate33(data.path, {
          instancePath: instancePath + '/path',
          parentData: data,
          parentDataProperty: 'path',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== undefined && func0.call(data, 'query')) {
      if (
        !validate22(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate159.errors = vErrors;
  return errors === 0;
}
