import type { Messages } from '../messages.ts';

export default {
  enlarge: '{number}. görseli büyüt',
  picture: 'Büyütülmüş görsel',
  close: 'Kapat',
  previous: 'Önceki görsel',
  next: 'Sonraki görsel',
  zoomIn: 'Yakınlaştır',
  zoomOut: 'Uzaklaştır',
  position: '{number}. görsel, toplam {count}',
  loadFailed: 'Görsel yüklenemedi',
  tryAgain: 'Tekrar dene',
  showAll: {
    one: 'Gizlenen görseli göster',
    other: 'Gizlenen {count} görselin tümünü göster',
  },
} satisfies Messages;
