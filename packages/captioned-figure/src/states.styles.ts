import { addStyles } from './styles.ts';

const styles = `
  /* A summary lies over the picture. */
  button {
    z-index: 2;
  }

  .last {
    inset-block: auto 0.5rem;
  }

  .show-all,
  .failure button {
    inline-size: max-content;
    block-size: auto;
    min-block-size: 2.5rem;
    max-inline-size: calc(100% - 1rem);
    padding: 0.25rem 0.75rem;
    font: 700 0.875rem/1.25 var(--galley-font-label, inherit);
  }

  /* The closed summary leaves 3.5rem above its words: two lines of text, and on a telephone with text of 200% too. */
  .show-all {
    inset-block-start: 0.25rem;
    max-inline-size: calc(100% - 0.75rem);
    padding-inline: 0.5rem;
  }

  .failure {
    position: absolute;
    display: grid;
    place-content: end center;
    justify-items: center;
    gap: 0.5rem;
    box-sizing: border-box;
    padding: 0.5rem;
    pointer-events: none;
  }

  .failure button {
    position: relative;
    inset: auto;
    max-inline-size: 100%;
    pointer-events: auto;
  }

  .failure p {
    position: relative;
    margin: 0;
    padding-inline: 0.5rem;
    background: var(--galley-paper, Canvas);
    color: var(--galley-ink, CanvasText);
    font: 0.875rem/1.45 var(--galley-font-label, inherit);
  }

  /* In WebKit, over what it draws of it: all that fits in a line, or nothing. Whole lines beside the button to enlarge, above the other. */
  .failure .alternative {
    position: absolute;
    inset: 2px 2px auto;
    display: none;
    overflow: hidden;
    max-block-size: round(down, 100% - 3.75rem, 1lh);
    padding-inline-end: 3.5rem;
  }

  @supports (hanging-punctuation: first) {
    .failure .alternative {
      display: block;
    }
  }

  .failure[hidden] {
    display: none;
  }

  /* Behind the picture, which has nothing to show yet: a credit over it stays readable. */
  .placeholder {
    position: absolute;
    z-index: -1;
  }

  @media print {
    .failure,
    .placeholder {
      display: none;
    }
  }
`;

/** The shadow root, with the styles of what not every figure has. */
export const controlsOf = (host: Element): ShadowRoot => addStyles(host, styles);
