import type { Messages } from '../messages.ts';

export default {
  enlarge: 'Ingrandisci l’immagine {number}',
  picture: 'Immagine ingrandita',
  close: 'Chiudi',
  previous: 'Immagine precedente',
  next: 'Immagine successiva',
  zoomIn: 'Aumenta zoom',
  zoomOut: 'Riduci zoom',
  position: '{number} di {count}',
  loadFailed: 'Impossibile caricare l’immagine',
  tryAgain: 'Riprova',
  showAll: {
    one: 'Mostra l’immagine nascosta',
    many: 'Mostra le {count} immagini nascoste',
    other: 'Mostra le {count} immagini nascoste',
  },
} satisfies Messages;
