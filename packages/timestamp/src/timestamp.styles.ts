/**
 * The generated text lies over the author's, takes no room (a width of 0 that it runs out of), and is not printed. The author's stays
 * where it is, in the accessibility tree too: it is transparent, not hidden. The generated one is on top, for its tooltip.
 */
export const styles: string =
  'span{grid-area:1/1;inline-size:0;white-space:nowrap;user-select:none;z-index:1}' +
  '@media screen{:host(:state(generated)) ::slotted(time){opacity:0}}' +
  '@media print{span{display:none}}';
