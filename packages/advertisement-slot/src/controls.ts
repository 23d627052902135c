import type { MessagesAt } from '@galley/core/messages.js';

/** What is offered over an advertisement. */
export interface Controls {
  readonly explain: (() => void) | undefined;
  readonly isPaused: boolean;
  readonly pause: ((isPaused: boolean) => void) | undefined;
  readonly hide: (() => void) | undefined;
  readonly close: (() => void) | undefined;
}

/** Of the buttons. */
export const styles = `
  button {
    flex: none;
    box-sizing: border-box;
    min-inline-size: 24px;
    block-size: 24px;
    padding: 0 0.25rem;
    border: 1px solid;
    background: var(--galley-paper, Canvas);
    color: var(--galley-ink, CanvasText);
    font: inherit;
    cursor: pointer;
  }

  button[aria-pressed='true'] {
    background: var(--galley-ink, CanvasText);
    color: var(--galley-paper, Canvas);
  }
`;

/** Makes the buttons. */
export function buttonsOf(
  messages: MessagesAt,
  { explain, isPaused, pause, hide, close }: Controls,
): HTMLButtonElement[] {
  const buttons: HTMLButtonElement[] = [];
  const add = (name: string, text: string, title: string, onclick: (() => void) | undefined) => {
    if (!onclick) return undefined;
    const button = document.createElement('button');
    button.part.add(name);
    Object.assign(button, {
      type: 'button',
      className: name,
      ariaLabel: title,
      title,
      textContent: text,
      onclick,
    });
    buttons.push(button);
    return button;
  };
  add('disclosure-button', 'i', messages.whyAdvertisement, explain);
  const toggle = add(
    'pause-button',
    'Ⅱ',
    messages.pauseAdvertisement,
    pause &&
      (() => {
        if (toggle) toggle.ariaPressed = String(toggle.ariaPressed === 'false');
        pause(toggle?.ariaPressed === 'true');
      }),
  );
  if (toggle) toggle.ariaPressed = String(isPaused);
  add('hide-button', '✕', messages.hideAdvertisement, hide);
  add('close-button', '⌄', messages.closeAdvertisement, close);
  return buttons;
}
