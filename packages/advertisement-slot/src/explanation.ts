import { format, type MessagesAt } from '@galley/core/messages.js';
import type { Declared } from './disclosure.ts';

/** Of the dialog. */
export const styles = `
  dialog {
    max-inline-size: min(24rem, 100vi - 2rem);
    padding: 1rem;
    border: 1px solid;
    background: var(--galley-paper, Canvas);
    color: var(--galley-ink, CanvasText);
    font: 1rem/1.45 var(--galley-font-label, inherit);
  }

  dialog p {
    margin: 0 0 0.5rem;
    overflow-wrap: anywhere;
  }

  dialog a {
    color: inherit;
  }
`;

/** The IAB's DSA parameters that have a meaning: https://iabtechlab.com/dsa/ */
const REASONS = ['', 'reasonProfile', 'reasonContext', 'reasonPlace'] as const;

/** Opens a dialog that says who advertises, who pays, and why it is shown. It is gone when it closes. */
export function explain(root: ShadowRoot, told: Declared, messages: MessagesAt): void {
  const dialog = document.createElement('dialog');
  dialog.part.add('disclosure-panel');
  dialog.ariaLabel = messages.whyAdvertisement;
  dialog.lang = messages.language;
  const line = (text: string) => {
    const p = document.createElement('p');
    p.textContent = text;
    dialog.append(p);
    return p;
  };
  const name = told.advertiser ?? told.domains.join(', ');
  if (name) line(format(messages.advertiser, messages.language, { name }));
  if (told.payer) line(format(messages.paidBy, messages.language, { name: told.payer }));
  for (const reason of told.reasons) {
    const key = REASONS[reason];
    if (key) line(messages[key]);
  }
  if (told.notice) {
    const link = Object.assign(document.createElement('a'), {
      href: told.notice,
      target: '_blank',
      rel: 'noopener',
      textContent: messages.politicalNotice,
    });
    line('').append(link);
  }
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: messages.close,
    autofocus: true,
    onclick: () => {
      dialog.close();
    },
  });
  dialog.append(close);
  dialog.onclose = () => {
    dialog.remove();
  };
  root.append(dialog);
  dialog.showModal();
}
