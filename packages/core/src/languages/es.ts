import type { Messages } from '../messages.ts';

export default {
  enlarge: 'Ampliar la imagen {number}',
  picture: 'Imagen ampliada',
  close: 'Cerrar',
  previous: 'Imagen anterior',
  next: 'Imagen siguiente',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  position: '{number} de {count}',
  loadFailed: 'No se pudo cargar la imagen',
  tryAgain: 'Reintentar',
  showAll: {
    one: 'Mostrar la imagen oculta',
    many: 'Mostrar las {count} imágenes ocultas',
    other: 'Mostrar las {count} imágenes ocultas',
  },
} satisfies Messages;
