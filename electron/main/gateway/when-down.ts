import type { SecretsSetting } from '../../host-messages.ts';
import type { DownStatus } from './down-question.ts';
import type { PassphraseWindow } from '../secrets/passphrase-window.ts';

export interface WhenDownParts {
  readonly passphrases: PassphraseWindow;
  readonly startGateway: (secrets: SecretsSetting) => void;
  /** Asks what to do about everything but a passphrase. */
  readonly askPerson: (status: DownStatus) => void;
}

/** Asks a person what to do when the gateway cannot run: for the vault's passphrase where that is all it needs. */
export function createWhenDown({ passphrases, startGateway, askPerson }: WhenDownParts): (status: DownStatus) => void {
  let typed = false;

  function unlock(isNew: boolean, why = ''): void {
    passphrases.ask(isNew, why, (passphrase) => {
      typed = true;
      startGateway({ kind: 'vault', passphrase });
    });
  }

  return (status) => {
    const wrong = typed && status.code === 'SECRETS_UNAVAILABLE';
    typed = false;
    if (status.code === 'VAULT_LOCKED' || status.code === 'VAULT_NEW') unlock(status.code === 'VAULT_NEW');
    else if (wrong) unlock(false, status.reason);
    else askPerson(status);
  };
}
