import type { Messages } from '../messages.ts';

export default {
  enlarge: 'Bild {number} vergrößern',
  picture: 'Vergrößertes Bild',
  close: 'Schließen',
  previous: 'Vorheriges Bild',
  next: 'Nächstes Bild',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  position: '{number} von {count}',
  loadFailed: 'Bild konnte nicht geladen werden',
  tryAgain: 'Erneut versuchen',
  showAll: {
    one: 'Verdecktes Bild anzeigen',
    other: 'Alle {count} verdeckten Bilder anzeigen',
  },
} satisfies Messages;
