import type { Messages } from '../messages.ts';

export default {
  enlarge: 'تكبير الصورة {number}',
  picture: 'صورة مكبّرة',
  close: 'إغلاق',
  previous: 'الصورة السابقة',
  next: 'الصورة التالية',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  position: '{number} من {count}',
  loadFailed: 'تعذّر تحميل الصورة',
  tryAgain: 'إعادة المحاولة',
  showAll: {
    zero: 'لا توجد صور محجوبة',
    one: 'عرض الصورة المحجوبة',
    two: 'عرض الصورتين المحجوبتين',
    few: 'عرض {count} صور محجوبة',
    many: 'عرض {count} صورةً محجوبة',
    other: 'عرض {count} صورة محجوبة',
  },
} satisfies Messages;
