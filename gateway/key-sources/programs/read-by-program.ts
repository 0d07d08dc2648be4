import { PurserError } from '../../../shared/errors.ts';
import type { KeyReading, KeySource, ProgramReference } from '../key-source.ts';
import { programVariables } from './program-variables.ts';
import { runProgram } from './run-program.ts';
import type { Program, Ran } from './run-program.ts';

interface ProgramDeps {
  /** The host's variables; undefined in a gateway that leaves this machine alone. */
  readonly env: Readonly<Record<string, string | undefined>> | undefined;
  /** The variables of the way out. */
  readonly network: Readonly<Record<string, string>>;
}

/** Keys that a program on this machine prints: the managers' own command lines, and any command of the person's. */
export function createProgramSource(deps: ProgramDeps): KeySource<ProgramReference> {
  return { read: (reference, signal) => readByProgram(deps, reference, signal) };
}

async function readByProgram(
  { env, network }: ProgramDeps,
  reference: ProgramReference,
  signal: AbortSignal,
): Promise<KeyReading> {
  if (!env) throw unavailable('This Purser runs no programs on this machine.');
  const command = commandOf(reference);
  const ran = await runProgram({ command, environment: programVariables(reference.kind, env, network) }, signal);
  if (ran.ended !== 'well') throw unavailable(explain(reference, command[0], ran));
  const text = decode(ran.output);
  switch (reference.kind) {
    case 'bws':
      return { value: valueOfBitwarden(text) };
    case 'pass':
      // By its convention, the first line is the password and the rest are notes.
      return { value: text.split(/\r?\n/, 1)[0] ?? '' };
    case 'azure':
    case 'op':
    case 'cmd':
      return { value: text };
  }
}

const IN_AZURE = ['keyvault', 'secret', 'show', '--query', 'value', '--output', 'tsv'] as const;

/** What is run. Source of each: the pages that program-variables.ts names. */
function commandOf(reference: ProgramReference): Program['command'] {
  switch (reference.kind) {
    case 'azure':
      return ['az', ...IN_AZURE, '--vault-name', reference.vault, '--name', reference.name];
    case 'op':
      return ['op', 'read', '--no-newline', reference.uri];
    case 'bws':
      return ['bws', 'secret', 'get', reference.id, '--output', 'json'];
    case 'pass':
      return ['pass', 'show', reference.name];
    case 'cmd':
      return reference.command;
  }
}

function decode(output: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(output);
  } catch {
    throw unavailable('What the program printed is binary: a key is plain text.');
  }
}

function valueOfBitwarden(text: string): string {
  try {
    const found: unknown = JSON.parse(text);
    const value: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'value') : undefined;
    if (typeof value === 'string') return value;
  } catch {
    // Said below, and without quoting it.
  }
  throw unavailable('bws printed something that is no secret. Is it the Bitwarden Secrets Manager CLI, 1.0 or newer?');
}

/** What a program's complaint means. The complaint itself is never shown: it may quote what it should not. */
const COMPLAINTS: Readonly<
  Record<Exclude<ProgramReference['kind'], 'cmd'>, readonly (readonly [said: RegExp, means: string])[]>
> = {
  azure: [
    [/az login|AADSTS|refresh token/i, 'you are not logged in to Azure. Run: az login'],
    [
      /SecretNotFound|VaultNotFound|not found|could not be resolved|Name or service/i,
      'there is no such vault or secret',
    ],
    [
      /Forbidden|does not have .* permission|AccessDenied/i,
      'it may not read this: it needs the role Key Vault Secrets User',
    ],
    [/SecretDisabled|disabled/i, 'the secret is disabled'],
  ],
  op: [
    [
      /not (?:currently )?signed in|session expired|authorization (?:prompt|timeout)|dismissed/i,
      'you are not signed in to it. Unlock the app, or run: op signin',
    ],
    [
      /isn't an item|isn't a vault|isn't a section|isn't a field|no item|not found|does not have a field/i,
      'it has no such vault, item or field',
    ],
    [/invalid secret reference/i, 'it takes this for no reference'],
    [/403|forbidden|permission|not authorized|unauthorized/i, 'it does not let you read this'],
  ],
  bws: [
    [/missing access token|access token/i, 'it has no access token. Start Purser with BWS_ACCESS_TOKEN set'],
    [/404|not found/i, 'it has no such secret, or its token may not read it'],
    [/401|403|unauthorized|forbidden/i, 'its token was revoked, or may not read this'],
  ],
  pass: [
    [/is not in the password store/i, 'there is no such entry'],
    [
      /decryption failed|no secret key|pinentry|inappropriate ioctl/i,
      'gpg could not decrypt it: unlock its key first, for example with: pass show NAME',
    ],
  ],
};

function explain(reference: ProgramReference, program: string, ran: Exclude<Ran, { ended: 'well' }>): string {
  switch (ran.ended) {
    case 'not-started':
      return ran.code === 'ENOENT'
        ? `There is no program "${program}" on the PATH of Purser. Install it, or start Purser where it is found.`
        : `The program "${program}" could not be started (${ran.code}).`;
    case 'too-late':
      return `${program} gave no key within 30 seconds. Does it wait for an answer? Run it in a terminal once.`;
    case 'too-much':
      return `${program} printed more than 64 KiB: that is no key.`;
    case 'badly': {
      const known =
        reference.kind === 'cmd' ? undefined : COMPLAINTS[reference.kind].find(([said]) => said.test(ran.said));
      if (known) return `${program} gave no key: ${known[1]}.`;
      const how = ran.code === null ? 'was ended' : `ended with code ${ran.code}`;
      return (
        `${program} gave no key: it ${how}. What it said is not shown, because that may quote a secret: run it in a ` +
        `terminal.`
      );
    }
  }
}

function unavailable(message: string): PurserError {
  return new PurserError('SECRETS_UNAVAILABLE', message);
}
