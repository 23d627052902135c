import type { Messages } from '../messages.ts';

export default {
  enlarge: 'بزرگ‌نمایی تصویر {number}',
  picture: 'تصویر بزرگ‌شده',
  close: 'بستن',
  previous: 'تصویر قبلی',
  next: 'تصویر بعدی',
  zoomIn: 'بزرگ‌نمایی',
  zoomOut: 'کوچک‌نمایی',
  position: '{number} از {count}',
  loadFailed: 'تصویر بارگذاری نشد',
  tryAgain: 'تلاش دوباره',
  showAll: {
    one: 'نمایش تصویر پنهان‌شده',
    other: 'نمایش هر {count} تصویر پنهان‌شده',
  },
} satisfies Messages;
