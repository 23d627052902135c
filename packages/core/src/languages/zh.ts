import type { Messages } from '../messages.ts';

export default {
  enlarge: '放大第 {number} 张图片',
  picture: '大图',
  close: '关闭',
  previous: '上一张图片',
  next: '下一张图片',
  zoomIn: '放大',
  zoomOut: '缩小',
  position: '第 {number} 张，共 {count} 张',
  loadFailed: '图片加载失败',
  tryAgain: '重试',
  showAll: {
    other: '显示 {count} 张已隐藏的图片',
  },
} satisfies Messages;
