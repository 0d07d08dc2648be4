import type { SecretsSetting } from '../../host-messages.ts';
import { tellTerminal } from '../../tell-terminal.ts';
import type { ElsewhereSecrets, RememberedChoice } from './remembered-choice.ts';

export interface WhereKeysLiveParts {
  /** The environment's setting; it wins, and nothing is remembered over it. */
  readonly told: SecretsSetting | undefined;
  readonly remembered: RememberedChoice;
  readonly startGateway: (secrets: SecretsSetting) => void;
  /** Resolves when nothing runs any more. */
  readonly stopGateway: () => Promise<void>;
}

/** Where provider keys live, as the person chose it: now, and at the next start. */
export interface WhereKeysLive {
  readonly atStart: () => SecretsSetting;
  readonly choose: (elsewhere: ElsewhereSecrets) => void;
  /** True when the app itself remembers another place than the keychain. */
  readonly isElsewhere: () => boolean;
  /** Forgets the other place. Keys that are kept there stay there. @throws Error when that cannot be written down */
  readonly useKeychain: () => Promise<void>;
}

/** @see WhereKeysLive */
export function createWhereKeysLive({
  told,
  remembered,
  startGateway,
  stopGateway,
}: WhereKeysLiveParts): WhereKeysLive {
  return {
    atStart: () => told ?? settingOf(remembered.secrets()),
    choose(elsewhere) {
      startGateway({ kind: elsewhere });
      if (told !== undefined) return;
      try {
        remembered.remember(elsewhere);
      } catch (error) {
        // It holds until Purser quits; then the question comes again.
        tellTerminal('Your choice of where keys live could not be saved for the next start.', error);
      }
    },
    isElsewhere: () => told === undefined && remembered.secrets() !== undefined,
    async useKeychain() {
      remembered.remember(undefined);
      await stopGateway();
      startGateway({ kind: 'keychain' });
    },
  };
}

function settingOf(elsewhere: ElsewhereSecrets | undefined): SecretsSetting {
  return { kind: elsewhere ?? 'keychain' };
}
