import type { Messages } from '../messages.ts';

export default {
  enlarge: '画像 {number} を拡大',
  picture: '拡大画像',
  close: '閉じる',
  previous: '前の画像',
  next: '次の画像',
  zoomIn: '拡大',
  zoomOut: '縮小',
  position: '{count} 枚中 {number} 枚目',
  loadFailed: '画像を読み込めませんでした',
  tryAgain: '再試行',
  showAll: {
    other: '非表示の画像 {count} 枚を表示',
  },
} satisfies Messages;
