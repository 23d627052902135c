import type { Messages } from '../messages.ts';

export default {
  enlarge: 'Enlarge picture {number}',
  picture: 'Enlarged picture',
  close: 'Close',
  previous: 'Previous picture',
  next: 'Next picture',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  position: '{number} of {count}',
  loadFailed: 'Could not load the picture',
  tryAgain: 'Try again',
  showAll: {
    one: 'Show the covered picture',
    other: 'Show all {count} covered pictures',
  },
} satisfies Messages;
