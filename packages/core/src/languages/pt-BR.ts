import type { Messages } from '../messages.ts';

export default {
  enlarge: 'Ampliar imagem {number}',
  picture: 'Imagem ampliada',
  close: 'Fechar',
  previous: 'Imagem anterior',
  next: 'Próxima imagem',
  zoomIn: 'Aumentar zoom',
  zoomOut: 'Diminuir zoom',
  position: '{number} de {count}',
  loadFailed: 'Não foi possível carregar a imagem',
  tryAgain: 'Tentar novamente',
  showAll: {
    one: 'Mostrar a imagem oculta',
    many: 'Mostrar as {count} imagens ocultas',
    other: 'Mostrar as {count} imagens ocultas',
  },
} satisfies Messages;
