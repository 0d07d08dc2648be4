import type { SecretsSetting } from '../../host-messages.ts';
import type { PassphraseView } from '../secrets/passphrase-view.ts';
import { words } from '../words/words.ts';
import type { GatewayStatus } from './gateway-process.ts';

export type DownStatus = Extract<GatewayStatus, { kind: 'down' }>;

export interface WhenDownParts {
  readonly passphrases: Pick<PassphraseView, 'ask'>;
  readonly startGateway: (secrets: SecretsSetting) => void;
  /** Brings the window to the front, which says what is wrong and what can be done. */
  readonly showWindow: () => void;
}

/** Asks a person what to do when the gateway cannot run: for the vault's passphrase where that is all it needs. */
export function createWhenDown({ passphrases, startGateway, showWindow }: WhenDownParts): (status: DownStatus) => void {
  let typed = false;

  function unlock(isNew: boolean, why: string): void {
    passphrases.ask(isNew, words.told(why), (passphrase) => {
      typed = true;
      startGateway({ kind: 'vault', passphrase });
    });
  }

  return ({ code, reason }) => {
    // One that was typed and did not do is asked for again, with the reason.
    const refused = typed;
    typed = false;
    if (code === 'VAULT_LOCKED' || code === 'VAULT_NEW') unlock(code === 'VAULT_NEW', refused ? reason : '');
    else if (refused && code === 'SECRETS_UNAVAILABLE') unlock(false, reason);
    else showWindow();
  };
}
