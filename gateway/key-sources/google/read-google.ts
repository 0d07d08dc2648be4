import { request } from 'undici';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { PurserError } from '../../../shared/errors.ts';
import { MACHINE_LOGIN } from '../../../shared/providers/provider-record.ts';
import { tokenOfGoogle } from '../../cloud-auth/token-of-google.ts';
import type { KeyReading, KeySource, ReferenceOf } from '../key-source.ts';
import { readReply } from '../read-reply.ts';

/** Source: cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets.versions/access, 2026-12-01. */
const accessSchema = z.object({ name: z.string(), payload: z.object({ data: z.base64() }) });

/**
 * Reads keys from Google Secret Manager, with the login that Google's own chain finds on this machine.
 * @param dispatcher the gateway's own way out
 */
export function createGoogleSource(dispatcher: Dispatcher): KeySource<ReferenceOf<'gcp'>> {
  const authorize = tokenOfGoogle(MACHINE_LOGIN, dispatcher);
  return {
    async read({ version }, signal) {
      const url = new URL(`https://${hostOf(version)}/v1/${version}:access`);
      const { headers } = await authorize({ url, method: 'GET', headers: {}, body: undefined });
      const answer = await send(url, { dispatcher, headers, signal });
      if (answer.status !== 200) throw unavailable(explain(answer.status, version));
      return readingOf(answer.body, version);
    },
  };
}

/** Secrets of one region live at its own address. Source: cloud.google.com/secret-manager/regional-secrets, 2026-12-01. */
function hostOf(version: string): string {
  const location = /\/locations\/(?<location>[\w-]+)\//.exec(version)?.groups?.['location'];
  return location === undefined ? 'secretmanager.googleapis.com' : `secretmanager.${location}.rep.googleapis.com`;
}

interface Sending {
  readonly dispatcher: Dispatcher;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

async function send(url: URL, { dispatcher, headers, signal }: Sending): Promise<{ status: number; body: unknown }> {
  try {
    const reply = await request(url, { dispatcher, method: 'GET', headers, signal });
    const body = await readReply(reply.body);
    return { status: reply.statusCode, body: reply.statusCode === 200 ? body : undefined };
  } catch (cause) {
    const why = signal.aborted ? 'did not answer in time' : 'cannot be reached';
    throw new PurserError('SECRETS_UNAVAILABLE', `Google Secret Manager ${why}.`, { cause });
  }
}

function explain(status: number, version: string): string {
  const [secret = version] = version.split('/versions/');
  switch (status) {
    case 400:
      return `This version of ${secret} is disabled or destroyed. Enable it, or add a new one.`;
    case 401:
      return 'Google takes the login of this machine no more. Run: gcloud auth application-default login';
    case 403:
      return `Google does not let Purser read ${secret}: its account needs the role Secret Manager Secret Accessor.`;
    case 404:
      return `Google has no secret ${secret} with this version. Was it deleted?`;
    case 429:
      return 'Google is asked too often for secrets. Purser tries again by itself.';
    default:
      return `Google Secret Manager could not answer (${status}). Purser tries again by itself.`;
  }
}

function readingOf(body: unknown, version: string): KeyReading {
  const found = accessSchema.safeParse(body);
  if (!found.success) throw unavailable(`Google answered something that is no secret, for ${version}.`);
  try {
    const bytes = Buffer.from(found.data.payload.data, 'base64');
    const value = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { value, version: found.data.name.slice(found.data.name.lastIndexOf('/') + 1) };
  } catch {
    throw unavailable('What Google Secret Manager has there is binary. A key is plain text.');
  }
}

function unavailable(message: string): PurserError {
  return new PurserError('SECRETS_UNAVAILABLE', message);
}
