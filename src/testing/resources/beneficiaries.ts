import { find, get, list, store, storeOpen, type Operations } from './resource.js';

type BeneficiaryOperation = 'listBeneficiaries' | 'createBeneficiary' | 'getBeneficiary' | 'updateBeneficiary';

/** Bank payees. Assumption: the response of a create or an update is the beneficiary. */
export const beneficiaries: Operations<BeneficiaryOperation> = {
  listBeneficiaries: ({ entities }) => list(entities.beneficiaries),
  createBeneficiary: ({ entities, body }) => storeOpen(entities.beneficiaries, body),
  getBeneficiary: ({ entities, path }) => get(entities.beneficiaries, path),
  updateBeneficiary: ({ entities, path, body }) => {
    const beneficiary = find(entities.beneficiaries, path);
    return store(entities.beneficiaries, { ...beneficiary, ...body, id: beneficiary.id });
  },
};
