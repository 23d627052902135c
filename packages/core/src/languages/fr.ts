import type { Messages } from '../messages.ts';

export default {
  enlarge: 'Agrandir l’image {number}',
  picture: 'Image agrandie',
  close: 'Fermer',
  previous: 'Image précédente',
  next: 'Image suivante',
  zoomIn: 'Zoom avant',
  zoomOut: 'Zoom arrière',
  position: '{number} sur {count}',
  loadFailed: 'Impossible de charger l’image',
  tryAgain: 'Réessayer',
  showAll: {
    one: 'Afficher l’image masquée',
    many: 'Afficher les {count} images masquées',
    other: 'Afficher les {count} images masquées',
  },
} satisfies Messages;
