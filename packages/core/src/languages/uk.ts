import type { Messages } from '../messages.ts';

export default {
  enlarge: 'Збільшити зображення {number}',
  picture: 'Збільшене зображення',
  close: 'Закрити',
  previous: 'Попереднє зображення',
  next: 'Наступне зображення',
  zoomIn: 'Збільшити',
  zoomOut: 'Зменшити',
  position: '{number} з {count}',
  loadFailed: 'Не вдалося завантажити зображення',
  tryAgain: 'Спробувати ще раз',
  showAll: {
    one: 'Показати {count} приховане зображення',
    few: 'Показати всі {count} приховані зображення',
    many: 'Показати всі {count} прихованих зображень',
    other: 'Показати {count} прихованого зображення',
  },
} satisfies Messages;
