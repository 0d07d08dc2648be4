import type { MessageBoxOptions } from 'electron';
import type { GatewayStatus } from './gateway-process.ts';
import { dialogText } from '../app/plain-text.ts';
import { words } from '../app/words.ts';

export type DownStatus = Extract<GatewayStatus, { kind: 'down' }>;
export type DownAnswer = 'try-again' | 'vault' | 'memory' | 'later' | 'quit';

export interface DownQuestion {
  readonly box: MessageBoxOptions;
  /** The meaning of each button, in their order. */
  readonly answers: readonly DownAnswer[];
}

/**
 * The question to a person when the gateway cannot run. `Escape`, or closing the window it belongs to, changes nothing.
 */
export function downQuestion(status: DownStatus): DownQuestion {
  return status.code === 'SECRETS_UNAVAILABLE'
    ? question(words.down.noSafePlace, words.down.choices(status.reason), [
        'try-again',
        'vault',
        'memory',
        'later',
        'quit',
      ])
    : question(words.down.gateway, status.reason, ['try-again', 'later', 'quit']);
}

function question(message: string, detail: string, answers: readonly DownAnswer[]): DownQuestion {
  const cancelId = answers.indexOf('later');
  const buttons = answers.map((answer) => words.down.answers[answer]);
  return {
    answers,
    box: {
      type: 'warning',
      title: words.app,
      message,
      detail: dialogText(detail),
      buttons,
      defaultId: 0,
      cancelId,
      noLink: true,
    },
  };
}
