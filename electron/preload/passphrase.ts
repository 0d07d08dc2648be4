import { ipcRenderer } from 'electron';
import { PASSPHRASE_CHANNEL } from '../passphrase-channel.ts';

// The page has no script of its own. The typed text goes to main and is kept nowhere here.
window.addEventListener('submit', (event) => {
  event.preventDefault();
  const [first, again] = document.querySelectorAll('input');
  const alert = document.querySelector('[role="alert"]');
  if (!first || !alert) return;
  if (again && again.value !== first.value) {
    alert.textContent = 'The two passphrases differ. Type them once more.';
    return;
  }
  ipcRenderer.send(PASSPHRASE_CHANNEL, first.value);
});
