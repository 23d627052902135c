import type { Messages } from '../messages.ts';

export default {
  enlarge: 'تصویر {number} بڑی کریں',
  picture: 'بڑی کی گئی تصویر',
  close: 'بند کریں',
  previous: 'پچھلی تصویر',
  next: 'اگلی تصویر',
  zoomIn: 'زوم اِن کریں',
  zoomOut: 'زوم آؤٹ کریں',
  position: '{count} میں سے {number}',
  loadFailed: 'تصویر لوڈ نہیں ہو سکی',
  tryAgain: 'دوبارہ کوشش کریں',
  showAll: {
    one: 'پوشیدہ تصویر دکھائیں',
    other: 'تمام {count} پوشیدہ تصاویر دکھائیں',
  },
} satisfies Messages;
