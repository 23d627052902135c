/**
 * The reserved place, which the page's stylesheet has held until now, and what is generated in it. All lies in one cell of the host's grid, with
 * the fallback. The label's row is 24 px high, with the text at twice its size too.
 */
export const styles = `
  :host {
    position: relative;
  }

  :host::before,
  [hidden] {
    display: none !important;
  }

  :host(:state(collapsed)) {
    display: none !important;
  }

  .reserve,
  .ad,
  .end {
    grid-area: 1 / 1;
  }

  .reserve {
    --_block: var(--_small, -24px);

    min-block-size: max(var(--_hold, 0px), var(--galley-ad-block-size, var(--_block)) + 24px);
    pointer-events: none;
  }

  .reserve.none {
    min-block-size: var(--_hold, 0px);
  }

  @container (min-width: 728px) {
    .reserve {
      --_block: var(--_medium, var(--_small, -24px));
    }
  }

  @container (min-width: 970px) {
    .reserve {
      --_block: var(--_large, var(--_medium, var(--_small, -24px)));
    }
  }

  .ad {
    position: relative;
    display: grid;
    grid-template: auto 1fr / 100%;
    place-items: center;
    /* What is in it may be wider than the page. */
    min-inline-size: 0;
    font: 0.75rem/1 var(--galley-font-label, inherit);
  }

  .ad.waiting {
    position: absolute;
    inset: 0;
    overflow: hidden;
    visibility: hidden;
  }

  .bar {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.25rem;
    inline-size: 100%;
    min-block-size: 24px;
  }

  .label {
    overflow-x: clip;
    min-inline-size: 0;
    color: var(--galley-quiet, inherit);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .frame {
    display: grid;
    overflow: hidden;
    max-inline-size: 100%;
    contain: strict;
  }

  .frame > *,
  ::slotted([slot='galley-ad']) {
    grid-area: 1 / 1;
  }

  iframe {
    display: block;
    border: 0;
  }

  .skip,
  .end {
    z-index: 1;
    box-sizing: border-box;
    margin: 0;
    padding: 0.25rem 0.5rem;
    border: 1px solid;
    background: var(--galley-paper, Canvas);
    color: var(--galley-ink, CanvasText);
    font: 0.75rem/1.25 var(--galley-font-label, inherit);
  }

  .skip {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
  }

  .end {
    place-self: end start;
  }

  .skip:not(:focus),
  .end:not(:focus) {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    border: 0;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
