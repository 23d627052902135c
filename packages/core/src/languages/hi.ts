import type { Messages } from '../messages.ts';

export default {
  enlarge: 'तस्वीर {number} बड़ी करें',
  picture: 'बड़ी की गई तस्वीर',
  close: 'बंद करें',
  previous: 'पिछली तस्वीर',
  next: 'अगली तस्वीर',
  zoomIn: 'ज़ूम इन करें',
  zoomOut: 'ज़ूम आउट करें',
  position: '{count} में से {number}',
  loadFailed: 'तस्वीर लोड नहीं हो सकी',
  tryAgain: 'फिर से कोशिश करें',
  showAll: {
    one: 'छिपी हुई तस्वीर दिखाएँ',
    other: 'सभी {count} छिपी हुई तस्वीरें दिखाएँ',
  },
} satisfies Messages;
