import type { Messages } from '../messages.ts';

export default {
  enlarge: 'הגדלת תמונה {number}',
  picture: 'תמונה מוגדלת',
  close: 'סגירה',
  previous: 'התמונה הקודמת',
  next: 'התמונה הבאה',
  zoomIn: 'הגדלה',
  zoomOut: 'הקטנה',
  position: '{number} מתוך {count}',
  loadFailed: 'לא ניתן לטעון את התמונה',
  tryAgain: 'ניסיון נוסף',
  showAll: {
    one: 'הצגת התמונה המוסתרת',
    two: 'הצגת שתי התמונות המוסתרות',
    other: 'הצגת כל {count} התמונות המוסתרות',
  },
} satisfies Messages;
