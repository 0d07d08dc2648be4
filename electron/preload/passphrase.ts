import { ipcRenderer } from 'electron';
import { PASSPHRASE_CHANNEL } from '../passphrase-channel.ts';

// The page has no script of its own. Its words come with its address and become text, never markup. What is typed goes
// to main and is kept nowhere here.
window.addEventListener('DOMContentLoaded', () => {
  const given = new URLSearchParams(window.location.search);
  const theme = localStorage.getItem('purser:theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]'))
    element.textContent = given.get(element.dataset['word'] ?? '') ?? '';
  document.title = given.get('title') ?? '';
  const isNew = given.has('again');
  const alert = document.querySelector('[role="alert"]');
  const [first, again] = document.querySelectorAll('input');
  if (!first || !again || !alert) return;
  if (!isNew) document.querySelector('[data-when="new"]')?.remove();
  first.focus();

  const answer = (typed: string | null): void => {
    for (const input of [first, again]) input.value = '';
    ipcRenderer.send(PASSPHRASE_CHANNEL, typed);
  };
  window.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isNew && again.value !== first.value) {
      alert.textContent = given.get('differ') ?? '';
      again.value = '';
      again.focus();
      return;
    }
    answer(first.value);
  });
  document.querySelector('[data-word="cancel"]')?.addEventListener('click', () => answer(null));
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') answer(null);
  });
});
