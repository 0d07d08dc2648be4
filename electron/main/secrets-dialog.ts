import { dialog } from 'electron';
import type { MessageBoxOptions } from 'electron';

export type SecretsAnswer = 'try-again' | 'memory' | 'quit';

const ANSWERS: readonly { readonly answer: SecretsAnswer; readonly label: string }[] = [
  { answer: 'try-again', label: 'Try again' },
  { answer: 'memory', label: 'Keep keys in memory until I quit' },
  { answer: 'quit', label: 'Quit' },
];

const CHOICES = `Your choices:

• Unlock or start the keychain, then try again.
• Keep provider keys in memory: you type them again after every start.
• Use an encrypted vault file: quit, then start Purser with PURSER_SECRETS=vault and PURSER_PASSPHRASE_FILE set to a file that holds your passphrase.

Purser never keeps keys unencrypted on disk.`;

/** The question, as a value. `Enter` tries again; `Escape` quits, so that nothing is chosen by accident. */
export function secretsQuestion(reason: string): MessageBoxOptions {
  return {
    type: 'warning',
    title: 'Purser',
    message: 'Purser has no safe place for your provider keys',
    detail: `${reason}\n\n${CHOICES}`,
    buttons: ANSWERS.map(({ label }) => label),
    defaultId: 0,
    cancelId: ANSWERS.length - 1,
    noLink: true,
  };
}

/** Asks the person where keys may live while their store does not answer. Nothing is chosen for them. */
export async function askAboutSecrets(reason: string): Promise<SecretsAnswer> {
  const { response } = await dialog.showMessageBox(secretsQuestion(reason));
  return ANSWERS[response]?.answer ?? 'quit';
}
