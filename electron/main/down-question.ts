import type { MessageBoxOptions } from 'electron';
import type { GatewayStatus } from './gateway-process.ts';

export type DownStatus = Extract<GatewayStatus, { kind: 'down' }>;
export type DownAnswer = 'try-again' | 'vault' | 'memory' | 'later' | 'quit';

export interface DownQuestion {
  readonly box: MessageBoxOptions;
  /** What the buttons mean, in their order. */
  readonly answers: readonly DownAnswer[];
}

const LABELS: Readonly<Record<DownAnswer, string>> = {
  'try-again': 'Try again',
  vault: 'Use an encrypted vault…',
  memory: 'Keep keys in memory until I quit',
  later: 'Not now',
  quit: 'Quit Purser',
};

const SECRETS_CHOICES = `Your choices:

• Unlock or start the keychain, then try again.
• Use an encrypted vault: a file that your passphrase opens. Start Purser with PURSER_SECRETS=vault to be asked for it at every start.
• Keep provider keys in memory: you enter them again after every start.`;

/** What a person is asked when the gateway cannot run. `Escape`, or closing the window it belongs to, changes nothing. */
export function downQuestion(status: DownStatus): DownQuestion {
  return status.code === 'SECRETS_UNAVAILABLE'
    ? question('Purser has no safe place for your provider keys', `${status.reason}\n\n${SECRETS_CHOICES}`, ['try-again', 'vault', 'memory', 'later', 'quit'])
    : question('The gateway is down', status.reason, ['try-again', 'later', 'quit']);
}

function question(message: string, detail: string, answers: readonly DownAnswer[]): DownQuestion {
  const cancelId = answers.indexOf('later');
  const buttons = answers.map((answer) => LABELS[answer]);
  return { answers, box: { type: 'warning', title: 'Purser', message, detail, buttons, defaultId: 0, cancelId, noLink: true } };
}
