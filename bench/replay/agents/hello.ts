import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { homeOf } from '../homes.ts';
import { exchangeOf } from '../exchange.ts';
import { gemini } from '../own/gemini.ts';
import { messages } from '../own/messages.ts';
import { responses } from '../own/responses.ts';
import type { Turn } from '../own/turn.ts';
import { gatewayPath } from '../place.ts';
import { SESSION_HEADER } from '../player.ts';
import { send } from '../send.ts';
import type { Stage } from '../stage.ts';
import { table, usd } from '../table.ts';

/**
 * Models of three vendors that are current in 2026-11, flagships first. The -pro ones of OpenAI, which cost six times
 * as much, are apart.
 */
const CURRENT: readonly (readonly [vendor: string, models: readonly string[]])[] = [
  [
    'OpenAI',
    [
      'gpt-6.2-astra',
      'gpt-6.2-sol',
      'gpt-6.1-sol',
      'gpt-6.1-terra',
      'gpt-6-astra',
      'gpt-6-sol',
      'gpt-6-luna',
      'gpt-5.6-sol',
      'gpt-5.5',
      'gpt-5.4',
      'gpt-5.4-mini',
      'gpt-4.1',
      'gpt-4o',
    ],
  ],
  ['OpenAI pro', ['gpt-5.5-pro', 'gpt-5.4-pro']],
  [
    'Anthropic',
    [
      'claude-opus-5-5',
      'claude-opus-5',
      'claude-fable-5-1',
      'claude-mythos-5-1',
      'claude-sonnet-5-5',
      'claude-sonnet-5',
      'claude-haiku-5-5',
      'claude-haiku-4-5',
    ],
  ],
  [
    'Google',
    [
      'gemini-4-argon',
      'gemini-pro-latest',
      'gemini-flash-latest',
      'gemini-3.8-flash',
      'gemini-3.1-pro-preview',
      'gemini-3-flash-preview',
      'gemini-2.5-pro',
      'gemini-2.5-flash',
    ],
  ],
];

/** Anthropic wants a limit: the most that its models write. Source: platform.claude.com, "Models overview". */
const mostOutput = (model: string): number => (model.includes('haiku') ? 64_000 : 128_000);

interface Hello {
  readonly vendor: string;
  readonly model: string;
  /** In nano-dollars; a sentence where it was refused. */
  readonly stream: number | string;
  readonly plain: number | string;
}

/** Says "Hi" to every current model without a limit of its own, once as a stream and once not. */
export async function sayHello(stage: Stage): Promise<readonly Hello[]> {
  const hellos: Hello[] = [];
  for (const [vendor, models] of CURRENT) {
    for (const model of models)
      hellos.push({
        vendor,
        model,
        stream: await heldFor(stage, model, true),
        plain: await heldFor(stage, model, false),
      });
  }
  return hellos;
}

async function heldFor(stage: Stage, model: string, stream: boolean): Promise<number | string> {
  const write: Readonly<Partial<Record<ProviderKind, (turn: Turn) => ReturnType<typeof messages>>>> = {
    anthropic: messages,
    gemini,
  };
  const kind: ProviderKind = model.startsWith('claude')
    ? 'anthropic'
    : model.startsWith('gemini')
      ? 'gemini'
      : 'openai';
  const asked = kind === 'anthropic' ? { max_tokens: mostOutput(model) } : {};
  const exchange = exchangeOf(
    (write[kind] ?? responses)({
      id: 'hi',
      model,
      stream,
      asked,
      parts: [{ kind: 'text', tokens: 5 }],
      spent: { input: 8 },
    }),
  );
  const home = homeOf(exchange.url);
  await stage.addHome(home);
  const [key] = await stage.issue(1_000_000);
  if (!key) throw new Error('no sub-key was issued');
  let held: number | undefined;
  const session = `hello-${key.id}`;
  stage.player.stage(session, async ({ response }) => {
    held = Math.max(0, ...(await stage.keyView(key.id)).caps.map(({ reserved }) => reserved));
    response.writeHead(exchange.status, exchange.replyHeaders);
    response.end(exchange.reply);
  });
  await send({
    url: `${stage.url}${gatewayPath(home, exchange.url)}`,
    method: 'POST',
    headers: { ...exchange.requestHeaders, authorization: `Bearer ${key.key}`, [SESSION_HEADER]: session },
    body: exchange.request,
  });
  return held ?? (await stage.keyView(key.id)).lastRefusal?.message ?? 'refused';
}

/** The dearest of each vendor, and every one of them. */
export function reportHello(hellos: readonly Hello[]): string {
  const cell = (held: number | string): string => (typeof held === 'number' ? usd(held) : 'refused');
  const most = (vendor: string, of: (hello: Hello) => number | string): string => {
    const known = hellos
      .filter((hello) => hello.vendor === vendor)
      .flatMap((hello) => {
        const held = of(hello);
        return typeof held === 'number' ? [{ model: hello.model, held }] : [];
      });
    const worst = known.toSorted((one, other) => other.held - one.held)[0];
    return worst ? `${usd(worst.held)} (${worst.model})` : 'none is served';
  };
  return [
    ...CURRENT.map(([vendor]) => {
      const [stream, plain] = [most(vendor, (hello) => hello.stream), most(vendor, (hello) => hello.plain)];
      return `Worst of ${vendor}: ${stream} in a stream, ${plain} plain.`;
    }),
    '',
    table(
      ['"Hi", no limit', 'vendor', 'held in a stream', 'held plain'],
      hellos.map(({ vendor, model, stream, plain }) => [model, vendor, cell(stream), cell(plain)]),
    ),
  ].join('\n');
}
