import type { Messages } from '../messages.ts';

export default {
  enlarge: 'Perbesar gambar {number}',
  picture: 'Gambar yang diperbesar',
  close: 'Tutup',
  previous: 'Gambar sebelumnya',
  next: 'Gambar berikutnya',
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  position: '{number} dari {count}',
  loadFailed: 'Gambar gagal dimuat',
  tryAgain: 'Coba lagi',
  showAll: {
    other: 'Tampilkan {count} gambar tersembunyi',
  },
} satisfies Messages;
