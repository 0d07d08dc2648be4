import { PROVIDERS } from '../../gateway/providers/providers.ts';
import { PROVIDER_RECORDS } from '../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../shared/providers/provider-records.ts';
import type { Fields } from '../replay/dig.ts';
import { SESSION_HEADER } from '../replay/player.ts';
import { send } from '../replay/send.ts';
import type { Stage } from '../replay/stage.ts';
import type { NamedModel } from './named-models.ts';

/** The answer that a person has for a model under a cap. */
export interface Asked extends NamedModel {
  /** Undefined where it reached its provider. */
  readonly refusal: string | undefined;
}

const CAP_A_DAY_USD = 5;
/** Anthropic wants a limit: the most that its models write. Source: platform.claude.com, "Models overview". */
const MOST_OUTPUT = 128_000;

/** Asks every one for the smallest answer, without a limit where the protocol allows that, one after the other. */
export async function askModels(stage: Stage, models: readonly NamedModel[]): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const keys = new Map<ProviderKind, string>();
  for (const [index, named] of models.entries()) {
    const { kind } = named;
    const key = keys.get(kind) ?? (await settleIn(stage, kind));
    keys.set(kind, key);
    asked.push({ ...named, refusal: await ask(stage, named, key, `models-${index}`) });
  }
  return asked;
}

async function settleIn(stage: Stage, kind: ProviderKind): Promise<string> {
  const { defaultBaseUrl, baseUrlExample } = PROVIDER_RECORDS[kind];
  await stage.addHome({
    name: kind,
    kind,
    baseUrl: defaultBaseUrl === undefined ? baseUrlExample : undefined,
    suffix: '/v1',
    prefixes: [],
    library: undefined,
  });
  const [issued] = await stage.issue(CAP_A_DAY_USD);
  if (!issued) throw new Error('no sub-key was issued');
  return issued.key;
}

async function ask(stage: Stage, named: NamedModel, key: string, session: string): Promise<string | undefined> {
  let arrived = false;
  const { path, body, reply } = requestFor(named);
  stage.player.stage(session, ({ response }) => {
    arrived = true;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(reply));
  });
  const got = await send({
    url: `${stage.url}/${named.kind}/${path}`,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, [SESSION_HEADER]: session },
    body: Buffer.from(JSON.stringify(body)),
  });
  return arrived && got.status === 200 ? undefined : sentenceIn(got.body.toString('utf8'));
}

interface Request {
  readonly path: string;
  readonly body: Fields;
  readonly reply: Fields;
}

function requestFor({ kind, model, embeds }: NamedModel): Request {
  const first = PROVIDERS[kind].endpoints[0]?.dialect;
  if (first === 'anthropic-messages')
    return {
      path: 'v1/messages',
      body: { model, max_tokens: MOST_OUTPUT, messages: [{ role: 'user', content: 'Hi' }] },
      reply: {
        id: 'm',
        type: 'message',
        role: 'assistant',
        model,
        content: [{ type: 'text', text: 'Hi' }],
        stop_reason: 'end_turn',
        usage: { input_tokens: 8, output_tokens: 1 },
      },
    };
  if (first === 'gemini')
    return embeds
      ? {
          path: `v1beta/models/${model}:embedContent`,
          body: { content: { parts: [{ text: 'Hi' }] } },
          reply: { embedding: { values: [0] }, usageMetadata: { promptTokenCount: 1 } },
        }
      : {
          path: `v1beta/models/${model}:generateContent`,
          body: { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] },
          reply: {
            candidates: [{ content: { role: 'model', parts: [{ text: 'Hi' }] }, finishReason: 'STOP', index: 0 }],
            usageMetadata: { promptTokenCount: 8, candidatesTokenCount: 1, totalTokenCount: 9 },
            modelVersion: model,
          },
        };
  return embeds
    ? {
        path: 'v1/embeddings',
        body: { model, input: 'Hi' },
        reply: { object: 'list', data: [], model, usage: { prompt_tokens: 1, total_tokens: 1 } },
      }
    : {
        path: 'v1/chat/completions',
        body: { model, messages: [{ role: 'user', content: 'Hi' }] },
        reply: {
          id: 'c',
          object: 'chat.completion',
          model,
          choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
          usage: { prompt_tokens: 8, completion_tokens: 1, total_tokens: 9 },
        },
      };
}

/** The sentence of a refusal, in whatever shape its protocol has. */
function sentenceIn(body: string): string {
  return /"message":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1]?.replaceAll(String.raw`\"`, '"') ?? body.slice(0, 200);
}
