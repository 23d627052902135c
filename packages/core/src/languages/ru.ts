import type { Messages } from '../messages.ts';

export default {
  enlarge: 'Увеличить изображение {number}',
  picture: 'Увеличенное изображение',
  close: 'Закрыть',
  previous: 'Предыдущее изображение',
  next: 'Следующее изображение',
  zoomIn: 'Увеличить',
  zoomOut: 'Уменьшить',
  position: '{number} из {count}',
  loadFailed: 'Не удалось загрузить изображение',
  tryAgain: 'Повторить попытку',
  showAll: {
    one: 'Показать {count} скрытое изображение',
    few: 'Показать все {count} скрытых изображения',
    many: 'Показать все {count} скрытых изображений',
    other: 'Показать {count} скрытого изображения',
  },
} satisfies Messages;
