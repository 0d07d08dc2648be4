import type { KeyCheck } from '../../shared/contract/key-check-views.ts';
import { MACHINE_LOGIN } from '../../shared/providers/provider-record.ts';
import { explainIntermediary, through } from '../domain/words/unreachable.ts';
import { PATIENCE_MS } from './ask-provider.ts';
import type { Asked, ProviderAnswer } from './ask-provider.ts';

/**
 * `adding`: what is refused is not stored. `unchecked`: the person wanted it kept unasked. `kept`: it was there before.
 */
export type Occasion = 'adding' | 'unchecked' | 'kept';

/** The meaning of a provider's answer for the person whose key it is, and what to do next. */
export function describeAnswer(asked: Asked, answer: ProviderAnswer, occasion: Occasion): KeyCheck {
  const verdict = answer.verdict === 'no-login' ? 'refused' : answer.verdict;
  return { verdict, sentence: sentenceOf(asked, answer, occasion) };
}

function sentenceOf(asked: Asked, answer: ProviderAnswer, occasion: Occasion): string {
  const who = nameOf(asked);
  switch (answer.verdict) {
    case 'accepted':
      return asked.key === undefined
        ? `${who} answers on ${hostOf(asked)}${countOf(answer.models, ' and has no model yet', ', ')}.`
        : `${who} accepts ${keyName(asked)}${countOf(answer.models, ', and lists no model', '; ')}.`;
    case 'no-login':
      return `${answer.sentence}${occasion === 'adding' ? ' Nothing was stored.' : ''}`;
    case 'refused':
      return (
        `${asked.key === undefined ? `${who} needs a key` : `${who} refuses this key`} ` +
        `(${answer.status}). ${wayOut(asked, occasion)}`
      );
    case 'unclear':
      return `${who} ${meaningOf(answer.status)} ${consequenceOf(asked, occasion)}`;
    case 'silent':
      return `${silenceOf(asked, answer)} ${consequenceOf(asked, occasion)}`;
    case 'not-asked':
      return occasion === 'unchecked'
        ? 'Added without a check, as you asked.'
        : 'Added without a check: this provider has nothing free to check a key with.';
  }
}

function silenceOf(
  asked: Asked,
  { why, code = '', hop }: Extract<ProviderAnswer, { readonly verdict: 'silent' }>,
): string {
  const who = nameOf(asked);
  if (why === 'late') return `${who} did not answer within ${PATIENCE_MS / 1000} seconds${through(hop)}.`;
  const reason = explainIntermediary(code, asked.baseUrl, hop);
  return (
    `${who} cannot be reached ` +
    `on ${hostOf(asked)}${reason === undefined ? through(hop) : ''}.${reason === undefined ? '' : ` ${reason}`}`
  );
}

/** A server of one's own has no better name than its address. */
function nameOf({ spec, baseUrl }: Asked): string {
  return spec.defaultBaseUrl === undefined && spec.keyless ? `The server on ${new URL(baseUrl).host}` : spec.title;
}

function hostOf({ baseUrl }: Asked): string {
  return new URL(baseUrl).host;
}

function countOf(models: number | undefined, none: string, before: string): string {
  if (models === undefined) return '';
  return models === 0 ? none : `${before}${models} ${models === 1 ? 'model' : 'models'}`;
}

function keyName({ key }: Asked): string {
  return key === MACHINE_LOGIN ? 'the login of this machine' : 'this key';
}

function wayOut({ key }: Asked, occasion: Occasion): string {
  const missing = key === undefined;
  if (occasion === 'adding')
    return missing ? 'Add it with its key; nothing was stored.' : 'Copy it again; nothing was stored.';
  return missing ? 'Remove it, and add it with its key.' : 'Remove it, and add the right one.';
}

function meaningOf(status: number): string {
  if (status < 300) return 'answered, but not as an API does. Is the base URL right?';
  if (status < 400)
    return `sends Purser to another address (${status}), where a key must not follow. Is the base URL right?`;
  if (status === 401 || status === 403) return `knows this key but does not let it list models (${status}).`;
  if (status === 404) return 'has no list of models on this address (404).';
  return `answered with ${status}, which says nothing about the key.`;
}

function consequenceOf({ key, spec }: Asked, occasion: Occasion): string {
  if (occasion === 'kept') return 'Nothing was changed.';
  if (key === undefined)
    return spec.prices.free
      ? 'Start it; Purser keeps its address.'
      : 'Purser keeps its address; the first request will show whether it works.';
  const stored = key === MACHINE_LOGIN ? 'It is added' : 'The key is stored';
  return `${stored}; the first request will show whether it works.`;
}
