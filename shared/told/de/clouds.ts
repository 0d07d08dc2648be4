import type { ToldEntries } from '../told.ts';

/** Why a login at a cloud does not work. */
export const TOLD_CLOUDS: ToldEntries = [
  [
    'The AWS profile "{0}" gives no valid credentials: its login has expired, or it is not set up on this ' +
      'machine. Run: aws sso login --profile {1}',
    'Das AWS-Profil „{0}“ liefert keine gültigen Anmeldedaten: Die Anmeldung ist abgelaufen oder auf diesem ' +
      'Rechner nicht eingerichtet. Führe aus: `aws sso login --profile {1}`',
  ],
  [
    'The stored AWS key could not sign this request.',
    'Mit dem gespeicherten AWS-Schlüssel ließ sich diese Anfrage nicht signieren.',
  ],
  ['Remove the provider and add it again.', 'Entferne den Anbieter und füge ihn neu hinzu.'],
  [
    'No AWS credentials were found on this machine, or their login has expired. Run aws sso login, or add the ' +
      'provider with a key or --profile NAME.',
    'Auf diesem Rechner wurden keine AWS-Anmeldedaten gefunden, oder ihre Anmeldung ist abgelaufen. Führe `aws ' +
      'sso login` aus, oder füge den Anbieter mit einem Schlüssel oder `--profile NAME` hinzu.',
  ],
  [
    'Google gave no token for the stored service account: it was deleted or disabled, or Google cannot be ' +
      'reached. If it was replaced, remove the provider and add it again with its new file.',
    'Google hat für das gespeicherte Dienstkonto kein Token ausgestellt: Es wurde gelöscht oder deaktiviert, ' +
      'oder Google ist nicht erreichbar. Falls es ersetzt wurde, entferne den Anbieter und füge ihn mit der neuen ' +
      'Datei hinzu.',
  ],
  [
    'No Google credentials were found on this machine, or their login has expired. Run gcloud auth ' +
      'application-default login, or add the provider with the file of a service account: --key-file FILE.',
    'Auf diesem Rechner wurden keine Google-Anmeldedaten gefunden, oder ihre Anmeldung ist abgelaufen. Führe ' +
      '`gcloud auth application-default login` aus, oder füge den Anbieter mit der Datei eines Dienstkontos hinzu: ' +
      '`--key-file FILE`.',
  ],
  [
    'The stored AWS key has no form that Purser knows. Remove the provider and add it again: a Bedrock API key, ' +
      'ACCESS_KEY_ID:SECRET_ACCESS_KEY, or --profile NAME.',
    'Der gespeicherte AWS-Schlüssel hat keine Form, die Purser kennt. Entferne den Anbieter und füge ihn neu ' +
      'hinzu: mit einem Bedrock-API-Schlüssel, ACCESS_KEY_ID:SECRET_ACCESS_KEY oder `--profile NAME`.',
  ],
];
