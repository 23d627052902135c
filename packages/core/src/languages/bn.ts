import type { Messages } from '../messages.ts';

export default {
  enlarge: 'ছবি {number} বড় করুন',
  picture: 'বড় করা ছবি',
  close: 'বন্ধ করুন',
  previous: 'আগের ছবি',
  next: 'পরের ছবি',
  zoomIn: 'জুম বাড়ান',
  zoomOut: 'জুম কমান',
  position: '{count}টির মধ্যে {number} নম্বর',
  loadFailed: 'ছবি লোড করা যায়নি',
  tryAgain: 'আবার চেষ্টা করুন',
  showAll: {
    one: 'লুকানো ছবিটি দেখান',
    other: 'লুকানো {count}টি ছবিই দেখান',
  },
} satisfies Messages;
