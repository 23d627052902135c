import { GVL, TCModel, TCString } from '@iabtcf/core';

const numbered = (count) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      i + 1,
      { id: i + 1, name: '', description: '', illustrations: [] },
    ]),
  );

/** The newspaper's list of vendors: one, made up as the newspaper is. A real one is the IAB's, and is fetched. */
const list = {
  gvlSpecificationVersion: 3,
  vendorListVersion: 1,
  tcfPolicyVersion: 5,
  lastUpdated: '2026-11-01T00:00:00Z',
  purposes: numbered(11),
  specialPurposes: numbered(3),
  features: numbered(3),
  specialFeatures: numbered(2),
  stacks: {},
  dataCategories: {},
  vendors: {
    1: {
      id: 1,
      name: 'Ostrey Exchange',
      purposes: [1, 2],
      legIntPurposes: [],
      flexiblePurposes: [],
      specialPurposes: [],
      features: [],
      specialFeatures: [],
    },
  },
};

/**
 * A TC string of the IAB's framework.
 * @param {number[]} purposes What the reader consents to, by the framework's numbers: 1 is storage, 2 basic advertising.
 */
export function consentString(purposes) {
  const model = new TCModel(new GVL(list));
  Object.assign(model, { cmpId: 31, cmpVersion: 1, isServiceSpecific: true });
  model.purposeConsents.set(purposes);
  if (purposes.length) model.vendorConsents.set(1);
  return TCString.encode(model);
}
