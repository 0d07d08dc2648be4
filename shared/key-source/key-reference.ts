import { splitWords } from './split-words.ts';

/** Where a secret manager has a key: never the key itself. */
export type KeyReference =
  | { readonly kind: 'vault'; readonly path: string; readonly field: string }
  | { readonly kind: 'aws'; readonly name: string; readonly field?: string; readonly stage: string }
  | { readonly kind: 'gcp'; readonly version: string }
  | { readonly kind: 'azure'; readonly vault: string; readonly name: string }
  | { readonly kind: 'op'; readonly uri: string }
  | { readonly kind: 'bws'; readonly id: string }
  | { readonly kind: 'pass'; readonly name: string }
  | { readonly kind: 'cmd'; readonly command: readonly [string, ...(readonly string[])] };

export type KeyReferenceKind = KeyReference['kind'];

/** How each is written, for a person who wrote it otherwise. */
const FORMS: Readonly<Record<KeyReferenceKind, string>> = {
  vault: 'vault:PATH#FIELD, such as vault:secret/data/ai#openai',
  aws: 'aws:NAME, aws:NAME#FIELD or aws:NAME?stage=AWSPREVIOUS',
  gcp: 'gcp:projects/PROJECT/secrets/NAME, with /versions/N for one that is not the latest',
  azure: 'azure:VAULT/NAME',
  op: 'op://VAULT/ITEM/FIELD',
  bws: 'bws:ID, with the id of the secret',
  pass: 'pass:NAME, as `pass show NAME` takes it',
  cmd: 'cmd:COMMAND ARGUMENTS, with quotes around an argument that has spaces',
};

const READERS: Readonly<Record<KeyReferenceKind, (text: string) => KeyReference | undefined>> = {
  vault(text) {
    const { path, field } =
      /^(?<path>[\w.@+=~ -]+(?:\/[\w.@+=~ -]+)+)#(?<field>[^#\s]{1,200})$/.exec(text)?.groups ?? {};
    if (path === undefined || field === undefined || hasDots(path)) return undefined;
    return { kind: 'vault', path, field };
  },
  aws(text) {
    const found =
      /^(?<name>[\w/+=.@:-]{1,2048})(?:\?stage=(?<stage>[\w/+=.@-]{1,256}))?(?:#(?<field>[^#?\s]{1,200}))?$/;
    // The stage may come last, too.
    const { name, stage, field } = found.exec(text.replace(/^([^?#]*)(#[^?#]*)(\?[^?#]*)$/, '$1$3$2'))?.groups ?? {};
    if (name === undefined) return undefined;
    return { kind: 'aws', name, stage: stage ?? 'AWSCURRENT', ...(field !== undefined && { field }) };
  },
  gcp(text) {
    if (!/^projects\/[\w.:-]+(?:\/locations\/[\w-]+)?\/secrets\/[\w-]+(?:\/versions\/[\w-]+)?$/.test(text))
      return undefined;
    return { kind: 'gcp', version: text.includes('/versions/') ? text : `${text}/versions/latest` };
  },
  azure(text) {
    const { vault, name } =
      /^(?<vault>[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9])\/(?<name>[a-zA-Z0-9-]{1,127})$/.exec(text)?.groups ?? {};
    return vault === undefined || name === undefined ? undefined : { kind: 'azure', vault, name };
  },
  op: (text) => (/^\/\/[^/\s][^/]*(?:\/[^/]+){2,3}$/.test(text) ? { kind: 'op', uri: `op:${text}` } : undefined),
  bws: (text) =>
    /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/.test(text) ? { kind: 'bws', id: text } : undefined,
  pass: (text) => (/^[^-\s/][^\n]*$/.test(text) && !hasDots(text) ? { kind: 'pass', name: text } : undefined),
  cmd(text) {
    const [command, ...rest] = splitWords(text) ?? [];
    return command === undefined || command === '' ? undefined : { kind: 'cmd', command: [command, ...rest] };
  },
};

export const KEY_REFERENCE_KINDS: readonly KeyReferenceKind[] = [
  'vault',
  'aws',
  'gcp',
  'azure',
  'op',
  'bws',
  'pass',
  'cmd',
];

/**
 * Reads a reference as a person writes it.
 * @returns a sentence about what is wrong with it, where something is
 */
export function readKeyReference(text: string): KeyReference | { readonly problem: string } {
  const trimmed = text.trim();
  const scheme = trimmed.slice(0, Math.max(trimmed.indexOf(':'), 0));
  const kind = KEY_REFERENCE_KINDS.find((one) => one === scheme);
  if (kind === undefined)
    return {
      problem:
        `A reference begins with where the key is: ${KEY_REFERENCE_KINDS.map((one) => `${one}:`).join(', ')}. For ` +
        `example ${FORMS.vault}.`,
    };
  return (
    READERS[kind](trimmed.slice(kind.length + 1)) ?? {
      problem: `This reference cannot be read. Write it as ${FORMS[kind]}.`,
    }
  );
}

const PROGRAM_KINDS: readonly KeyReferenceKind[] = ['azure', 'op', 'bws', 'pass', 'cmd'];

/** Whether it is read by a program that runs with the rights of the person: `az`, `op`, `bws`, `pass`, a command. */
export function runsProgram({ kind }: Pick<KeyReference, 'kind'>): boolean {
  return PROGRAM_KINDS.some((one) => one === kind);
}

/** A reference as it may be shown. The arguments of a command stay out of it: there may be a token. */
export function shownReference(text: string): string {
  const reference = readKeyReference(text);
  if (!('kind' in reference) || reference.kind !== 'cmd') return text;
  const [command, ...rest] = reference.command;
  return `cmd:${command}${rest.length === 0 ? '' : ' ...'}`;
}

function hasDots(path: string): boolean {
  return path.split('/').some((part) => part === '.' || part === '..');
}
