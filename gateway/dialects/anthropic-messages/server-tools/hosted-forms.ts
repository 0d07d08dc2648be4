import type { Ask, JsonObject, OtherPass } from '../../dialect.ts';
import { isDeeperThan } from '../../json/nesting.ts';
import { isObject } from '../../json/read-json.ts';
import { boundTools, MOST_ROUNDS, OPEN_RESULT_TOKENS, usedByTools } from './bound-tools.ts';
import type { Base } from './bound-tools.ts';
import { compactionsOf, fallbackPasses } from '../other-passes.ts';
import type { Fallback } from '../other-passes.ts';
import { limitServerTools } from './server-tools.ts';
import type { ServerTools, ToolLimits } from './server-tools.ts';

/** A request as it is read: the other models that may work on it, and the tools. */
interface Reading {
  readonly body: JsonObject;
  readonly tools: ServerTools;
  readonly fallbacks: readonly Fallback[];
}

const DEEPEST = 200;

/** As it came, and with ever fewer and shorter calls, for when the whole does not fit. */
const FORMS: readonly ToolLimits[] = [
  { uses: Infinity },
  { uses: 8, page: 100_000, advice: 16_384 },
  { uses: 5, page: 100_000, advice: 8_192 },
  { uses: 3, page: 50_000, advice: 4_096 },
  { uses: 2, page: 25_000, advice: 2_048 },
  { uses: 1, page: 25_000, advice: 2_048 },
];

/** Bounds a request with all that may be billed beside its one pass. @param plain the request without any of that */
export function formsOf(reading: Reading, plain: Ask): Ask {
  const known = reading.fallbacks.map(({ model }) => model);
  const advisers = reading.tools.tools.filter(({ kind }) => kind === 'advisor').map(({ model }) => model);
  const models = [...new Set([...known, ...advisers])];
  const ask = { ...plain, ...(models.length > 0 ? { otherModels: models } : {}) };
  const { tools, finds } = reading.tools;
  const alone = withOthers(reading, { ...ask, ...(finds ? findRounds(ask) : {}) }, []);
  const isPlain = tools.length === 0 && !finds && alone.others === undefined;
  if (isPlain) return alone;
  // The tools that a search finds are read later on, and not counted before.
  const later = finds ? definitionBytes(reading.body) : 0;
  const withInput = (input: number): Ask =>
    formsOf(reading, { ...plain, inputBound: Math.min(input + later, plain.inputBound ?? Infinity) });
  if (tools.length === 0) return { ...alone, withInput };
  const form = { ...ask, ...(ask.stream || !isUnlimited(reading) ? {} : { wayOut: AS_A_STREAM }), withInput };
  return differing(limitsFor(reading, ask).map((limits) => withTools(reading, form, limits)));
}

const AS_A_STREAM =
  'What code or an MCP server brings to read has no limit in this request. With "stream": true Purser sees it come, ' +
  'and holds far less.';

function isUnlimited({ tools: { tools } }: Reading): boolean {
  return tools.some(({ kind }) => kind === 'code' || kind === 'server');
}

/** Only a stream shows calls that no field limits. */
function limitsFor(reading: Reading, { stream }: Ask): readonly ToolLimits[] {
  return stream && isUnlimited(reading)
    ? FORMS.map((limits, index) => (index === 0 ? limits : { ...limits, watched: true }))
    : FORMS;
}

/** A tool that finds other tools makes rounds and brings nothing that is not in the body. */
function findRounds({ inputBound: input, outputLimit: limit = 0 }: Ask): Pick<Ask, 'inputBound' | 'rounds' | 'usedBy'> {
  const usedBy: Ask['usedBy'] & {} = (calls, output) => ({
    rounds: Math.min(MOST_ROUNDS, calls + 1),
    inputBound: input === undefined ? undefined : input + (calls === 0 ? 0 : output),
  });
  return { ...usedBy(MOST_ROUNDS, limit), usedBy };
}

function definitionBytes({ tools }: JsonObject): number {
  const deferred = Array.isArray(tools) ? tools.filter((tool) => isObject(tool) && tool['defer_loading'] === true) : [];
  // A value that is too deep to be written is not measured: the whole bound stands.
  return isDeeperThan(deferred, DEEPEST) ? Infinity : Buffer.byteLength(JSON.stringify(deferred));
}

function withTools(reading: Reading, ask: Ask, limits: ToolLimits): Ask {
  const input = inputWith(reading.tools.unlisted, ask, limits);
  const base: Base = { input, output: ask.outputLimit ?? 0, tier: ask.tier };
  const bound = boundTools(reading.tools, limits, base);
  const usedBy: Ask['usedBy'] & {} = (calls, output) => usedByTools(bound, base, calls, output);
  // Calls beyond a limit bring nothing, and make rounds all the same.
  const whole = usedBy(limits.watched ? bound.calls : Math.max(bound.calls, MOST_ROUNDS - 1), base.output);
  const fields = limitServerTools(reading.body, limits);
  return withOthers(
    reading,
    {
      ...ask,
      ...whole,
      usedBy,
      ...(bound.open === undefined ? {} : { callInput: bound.open }),
      ...(limits.watched ? { watched: true as const } : {}),
      ...(Object.keys(fields).length > 0 ? { fields } : {}),
    },
    bound.advice,
  );
}

/** The tools of a server that the request does not list are read with it, and may be any number. */
function inputWith(unlisted: number, { inputBound: input }: Ask, { watched }: ToolLimits): number | undefined {
  if (unlisted === 0 || input === undefined) return input;
  return watched ? input + unlisted * OPEN_RESULT_TOKENS : undefined;
}

function withOthers({ body, fallbacks }: Reading, ask: Ask, advice: readonly OtherPass[]): Ask {
  const { model, inputBound: input, rounds = 1, outputLimit: output = 0, cacheWrites, tier } = ask;
  const own = { model, input, rounds, output, cacheWrites, tier };
  const compactions = compactionsOf(body, own);
  const others = [...compactions, ...advice, ...fallbackPasses(fallbacks, own)];
  // A summary comes whole when it is written.
  const hidden = compactions.length > 0 ? { hiddenOutput: true } : {};
  return others.length > 0 ? { ...ask, ...hidden, others } : ask;
}

/** Chains forms, the dearest first, and leaves out those that bound no less than the one before. */
function differing(forms: readonly Ask[]): Ask {
  const sizes = forms.map(({ inputBound, extras, others }) => JSON.stringify([inputBound, extras, others]));
  const kept = forms.filter((_form, index) => sizes[index] !== sizes[index - 1]);
  const [first] = kept;
  if (!first) throw new Error('a request has at least one form');
  return kept.slice(0, -1).reduceRight<Ask>((cheaper, form) => ({ ...form, cheaper }), kept.at(-1) ?? first);
}
