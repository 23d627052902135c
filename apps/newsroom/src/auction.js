// Prebid.js, as this newspaper needs it: its core, the adapter of Prebid Server, and what reads consent.
import pbjs from 'prebid.js';
import 'prebid.js/modules/consentManagementTcf.js';
import 'prebid.js/modules/prebidServerBidAdapter.js';

pbjs.processQueue();
