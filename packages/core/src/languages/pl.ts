import type { Messages } from '../messages.ts';

export default {
  enlarge: 'Powiększ zdjęcie {number}',
  picture: 'Powiększone zdjęcie',
  close: 'Zamknij',
  previous: 'Poprzednie zdjęcie',
  next: 'Następne zdjęcie',
  zoomIn: 'Powiększ',
  zoomOut: 'Pomniejsz',
  position: '{number} z {count}',
  loadFailed: 'Nie udało się wczytać zdjęcia',
  tryAgain: 'Spróbuj ponownie',
  showAll: {
    one: 'Pokaż ukryte zdjęcie',
    few: 'Pokaż wszystkie {count} ukryte zdjęcia',
    many: 'Pokaż wszystkie {count} ukrytych zdjęć',
    other: 'Pokaż {count} ukrytego zdjęcia',
  },
} satisfies Messages;
