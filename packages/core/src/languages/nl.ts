import type { Messages } from '../messages.ts';

export default {
  enlarge: 'Afbeelding {number} vergroten',
  picture: 'Vergrote afbeelding',
  close: 'Sluiten',
  previous: 'Vorige afbeelding',
  next: 'Volgende afbeelding',
  zoomIn: 'Inzoomen',
  zoomOut: 'Uitzoomen',
  position: '{number} van {count}',
  loadFailed: 'Kan afbeelding niet laden',
  tryAgain: 'Opnieuw proberen',
  showAll: {
    one: 'Verborgen afbeelding tonen',
    other: 'Alle {count} verborgen afbeeldingen tonen',
  },
} satisfies Messages;
