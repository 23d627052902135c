// The reader's choice on advertising: a form of two buttons in each page's HTML, told to the slots and the auction by the IAB's own library. A refusal is
// one press, as consent is, and both can be taken back where they were given.
import { CmpApi } from '@iabtcf/cmpapi';
import { consentString } from './consent-string.js';

const KEY = 'courier-advertising';
const purposes = { accept: [1, 2], reject: [] };

const bar = document.querySelector('.site-consent');
if (bar) {
  const platform = new CmpApi(31, 1, true);
  const tell = (choice) => {
    platform.update(consentString(purposes[choice]));
    document.documentElement.dataset.advertising = choice;
    for (const button of bar.querySelectorAll('button')) button.ariaPressed = String(button.value === choice);
    // The auction's script is loaded for who has agreed alone.
    if (choice === 'accept') void import('./auction.js');
  };
  const stored = localStorage.getItem(KEY);
  if (stored in purposes) tell(stored);
  else platform.update('', true);
  bar.addEventListener('submit', (event) => {
    event.preventDefault();
    const choice = event.submitter.value;
    localStorage.setItem(KEY, choice);
    tell(choice);
  });
}
