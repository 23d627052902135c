// Prebid.js as a publisher builds it: core, the adapter of Prebid Server, and what reads consent.
import pbjs from 'prebid.js';
import 'prebid.js/modules/consentManagementGpp.js';
import 'prebid.js/modules/consentManagementTcf.js';
import 'prebid.js/modules/prebidServerBidAdapter.js';

pbjs.processQueue();
