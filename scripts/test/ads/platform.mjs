// A consent platform made of the IAB's own libraries, for the tests to drive: `platform.tcf()` takes the stub's place, `update` tells listeners.
import { CmpApi as Gpp } from '@iabgpp/cmpapi';
import { CmpApi } from '@iabtcf/cmpapi';
import { consentString } from '../../../apps/newsroom/src/consent-string.js';

window.platform = {
  /** A TC string that consents to the purposes. */
  consentString,
  /** The platform of TCF arrives. Nothing is told before the first update: a string, '' for no choice yet, null where the GDPR does not apply. */
  tcf: () => new CmpApi(31, 1, true),
  /** The platform of GPP arrives. */
  gpp: () => new Gpp(31, 1),
};
