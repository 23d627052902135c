import type { Messages } from '../messages.ts';

export default {
  enlarge: '이미지 {number} 확대',
  picture: '확대된 이미지',
  close: '닫기',
  previous: '이전 이미지',
  next: '다음 이미지',
  zoomIn: '확대',
  zoomOut: '축소',
  position: '{count}개 중 {number}번째',
  loadFailed: '이미지를 불러오지 못했습니다',
  tryAgain: '다시 시도',
  showAll: {
    other: '가려진 이미지 {count}개 보기',
  },
} satisfies Messages;
