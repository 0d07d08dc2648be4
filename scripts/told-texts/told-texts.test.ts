import { expect, it } from 'vitest';
import { describeAnswer } from '../../gateway/providers/describe-answer.ts';
import type { Asked, ProviderAnswer } from '../../gateway/providers/ask-provider.ts';
import { PROVIDERS } from '../../gateway/providers/providers.ts';
import { MACHINE_LOGIN } from '../../shared/providers/provider-record.ts';
import { TOOLS } from '../../gateway/connections/tools/tools.ts';
import { explainUnreachable } from '../../gateway/domain/words/unreachable.ts';
import { told as de } from '../../shared/told/de/told.ts';
import { told as zh } from '../../shared/told/zh/told.ts';
import { englishIn } from './find-english.ts';
import { readTexts } from './read-sentences.ts';
import { isNotTold, PLACES } from './places.ts';

/** Something that stands in a hole: no word of any language. */
const VALUE = 'X9';
const ofTools = TOOLS.flatMap(({ coverage: { evidence }, login }) => [
  evidence.replace(/^\w+:? ?/, ''),
  ...(login?.effect === 'wins' ? [login.words, login.byHand ?? ''] : []),
  login?.inShell?.words ?? '',
]);
const texts = [
  ...new Set(
    readTexts(PLACES)
      .filter((source) => !isNotTold(source))
      .map(({ text }) => text.replaceAll('{}', VALUE).trim())
      .concat(ofTools, ofNetworks(), ofChecks())
      .filter((text) => englishIn(text).length > 0),
  ),
];

it('finds the sentences of the gateway', () => {
  expect(texts.length).toBeGreaterThan(300);
  expect(texts).toContain('The request body is not a JSON object.');
});

it.each([
  ['German', de],
  ['Chinese', zh],
])('every sentence that a page may show has a %s one', (_, told) => {
  expect(texts.filter((english) => told(english) === english || englishIn(told(english)).length > 0)).toEqual([]);
});

/** Sentences that are put together from parts, as they come out. */
function ofNetworks(): readonly string[] {
  const hops = [undefined, { proxy: 'http://proxy:3128', source: 'HTTPS_PROXY' }];
  const codes = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'CERT_UNTRUSTED', 'CERT_HAS_EXPIRED', 'EPROTO'];
  const atProxy = ['407', '403', '502', 'TIMEOUT', 'HPE_INVALID', 'ENOTFOUND', 'ECONNREFUSED', 'CERT_UNTRUSTED'];
  return hops.flatMap((hop) =>
    [...codes, ...(hop ? atProxy.map((code) => `PROXY_${code}`) : [])].map((code) =>
      explainUnreachable(code, 'openai', 'https://api.openai.com', hop),
    ),
  );
}

function ofChecks(): readonly string[] {
  const of = (kind: 'openai' | 'ollama', key: string | undefined): Asked => {
    const spec = PROVIDERS[kind];
    return { spec, baseUrl: spec.defaultBaseUrl ?? 'http://127.0.0.1:11434', key };
  };
  const hop = { proxy: 'http://proxy:3128', source: 'HTTPS_PROXY' };
  const answers: readonly ProviderAnswer[] = [
    ...[undefined, 0, 1, 40].map((models) => ({ verdict: 'accepted' as const, models })),
    { verdict: 'refused', status: 401 },
    ...[200, 302, 403, 404, 500].map((status) => ({ verdict: 'unclear' as const, status })),
    ...[hop, undefined].flatMap((through) => [
      { verdict: 'silent' as const, why: 'late' as const, ...(through && { hop: through }) },
      {
        verdict: 'silent' as const,
        why: 'unreachable' as const,
        code: 'ECONNREFUSED',
        ...(through && { hop: through }),
      },
      {
        verdict: 'silent' as const,
        why: 'unreachable' as const,
        code: 'CERT_UNTRUSTED',
        ...(through && { hop: through }),
      },
    ]),
    { verdict: 'not-asked' },
  ];
  return [of('openai', 'sk-1'), of('openai', MACHINE_LOGIN), of('openai', undefined), of('ollama', undefined)].flatMap(
    (asked) =>
      answers.flatMap((answer) =>
        (['adding', 'unchecked', 'kept'] as const).map((when) => describeAnswer(asked, answer, when).sentence),
      ),
  );
}
