/** A dark room, whatever the page. Icons are strokes in the text's colour, so forced colours keep them. Nothing moves by itself. */
export const styles = `
  dialog {
    box-sizing: border-box;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    border: 0;
    padding: 0;
    overflow: hidden;
    overscroll-behavior: contain;
    background: var(--galley-zoom-ground, #141210);
    color: var(--galley-zoom-ink, #ece7de);
    color-scheme: dark;
    font: 400 1rem/1.45 var(--galley-font-label, system-ui, sans-serif);
    text-align: start;
    touch-action: none;
  }

  dialog[open] {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / auto minmax(0, 1fr) auto;
  }

  dialog::backdrop {
    background: var(--galley-zoom-ground, #141210);
  }

  .bar {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 0.25rem;
    padding: 0.5rem;
  }

  [role='status'] {
    margin: 0 auto 0 0;
    margin-inline: 0 auto;
    padding-inline-start: 0.5rem;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }

  dialog button {
    all: unset;
    box-sizing: border-box;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    color: inherit;
    cursor: pointer;
  }

  dialog button[hidden] {
    display: none;
  }

  dialog button[aria-disabled='true'] {
    opacity: 0.35;
    cursor: default;
  }

  dialog :focus-visible {
    outline: 2px solid;
    outline-offset: -4px;
  }

  dialog svg {
    display: block;
    margin: auto;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }

  :dir(rtl) > .walk svg {
    scale: -1 1;
  }

  .walk {
    grid-column: 1;
    align-self: center;
  }

  .next {
    grid-column: 3;
  }

  .stage {
    display: grid;
    grid-column: 2;
    overflow: hidden;
    cursor: zoom-in;
    user-select: none;
  }

  .stage.magnified {
    cursor: grab;
  }

  .stage > * {
    grid-area: 1 / 1;
    min-block-size: 0;
    min-inline-size: 0;
  }

  .stage img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
    -webkit-user-drag: none;
  }

  .caption {
    grid-column: 1 / -1;
    box-sizing: border-box;
    max-block-size: 35vb;
    max-inline-size: 48rem;
    inline-size: 100%;
    margin-inline: auto;
    padding: 0.5rem 1rem 1rem;
    overflow: auto;
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
    font-size: 0.875rem;
    text-wrap: pretty;
    touch-action: pan-y;
  }

  .caption a {
    color: inherit;
  }

  .caption :is([data-part='credit'], [data-part='licence'], [data-part='ai-disclosure']) {
    font-size: 0.8125rem;
    opacity: 0.85;
  }

  /* On a small screen the picture has the whole width, and the buttons lie on it. */
  @media (width < 40rem) {
    .stage {
      grid-column: 1 / -1;
      grid-row: 2;
    }

    .walk {
      z-index: 1;
      grid-row: 2;
      background: var(--galley-zoom-ground, #141210);
    }
  }

  @media print {
    dialog {
      display: none !important;
    }
  }
`;
