import type { ServerResponse } from 'node:http';
import type { Ask, Call, Dialect, Operation } from '../../dialects/dialect.ts';
import { setFields } from '../../dialects/json/json-fields.ts';
import { explainUnreachable } from '../../domain/words/unreachable.ts';
import { fitFields } from '../../providers/fit-fields.ts';
import type { ProviderSpec } from '../../providers/provider-spec.ts';
import { askAfterwards } from '../settle/ask-afterwards.ts';
import { forward } from './forward.ts';
import type { Target } from './forward.ts';
import { createKeyHider } from '../relay/hide-key.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { readOn } from '../relay/read-on.ts';
import { relay } from '../relay/relay.ts';
import { refusalOfFault, sendRefusal, faultName } from '../refuse/refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { keepHolding } from '../reserve/rolling-hold.ts';
import { settleAtBound, settleUnanswered, settleUnused } from '../settle/settle-up.ts';
import type { HeldRequest } from '../reserve/held-request.ts';
import type { TrackedRequest } from '../running/track-request.ts';

interface Load {
  readonly body: Buffer;
  /** Undefined for a form: it goes on as it came. */
  readonly text: string | undefined;
  readonly call: Call;
  readonly ask: Ask;
  /** Per choice; undefined when the request's own limit stands. */
  readonly outputLimit: number | undefined;
  readonly spec: Pick<
    ProviderSpec,
    'askAfterwards' | 'kind' | 'limitField' | 'limitOmitsThinking' | 'priceFields' | 'reportsUnasked'
  >;
  readonly target: Target;
  readonly dialect: Dialect;
  readonly operation: Operation;
  readonly response: ServerResponse;
  /** How the provider is called in a sentence. */
  readonly providerName: string;
  readonly baseUrl: string;
  /** Told when a cap had no room for more of a stream that runs. @returns what its client is told */
  readonly capped: (account: Parameters<Parameters<typeof keepHolding>[1]>[0]) => Refusal;
}

/** Fields that change nothing of what the model does: usage is asked for, and taken out of the reply again. */
const UNFELT: readonly string[] = ['stream_options', 'provider'];

/** Says in the reply's headers what Purser has set in the request, because a cap or a policy needed it. */
function tellLimits(response: ServerResponse, outputLimit: number | undefined, fields: readonly string[]): void {
  if (response.headersSent) return;
  if (outputLimit !== undefined) response.setHeader('x-purser-output-limit', outputLimit);
  const felt = fields.filter((field) => !UNFELT.includes(field));
  if (felt.length > 0) response.setHeader('x-purser-set', felt.join(', '));
}

/**
 * Carries a reserved request to its provider and the reply back, metered. Whatever happens, the reservation is settled
 * before this returns.
 */
export async function forwardAndSettle(
  deps: ProxyDeps,
  load: Load,
  heldRequest: HeldRequest,
  tracked: TrackedRequest,
): Promise<void> {
  const { dialect, operation, response, target, ask } = load;
  let sent = false;
  let refusal: Refusal | undefined;
  const hold = keepHolding(heldRequest, (account) => void (refusal = load.capped(account)));
  const upstreamSignal = readOn(heldRequest, ask.stream, tracked, hold.exhausted);
  upstreamSignal.addEventListener('abort', () => heldRequest.watch.stop(performance.now()), { once: true });
  try {
    const listed = heldRequest.price.listed && load.spec.priceFields?.(load.call.body, heldRequest.price.listed);
    const fields = {
      ...fitFields(load.spec, operation.rewrite(load.call.body, ask, load.outputLimit), load.call.body, load.baseUrl),
      ...listed,
    };
    const body =
      load.text === undefined || Object.keys(fields).length === 0
        ? load.body
        : Buffer.from(setFields(load.text, fields));
    tellLimits(response, load.outputLimit, Object.keys(fields));
    // Not beside it: a provider may bill what a Purser that was killed in between has never heard of.
    await heldRequest.reservation.durable;
    const sending = (): void => {
      sent = true;
      heldRequest.watch.sent(performance.now());
    };
    const result = await forward(deps.dispatcher, { ...target, body, signal: upstreamSignal, sending });
    const work = { heldRequest, ask, operation, target };
    const asking = load.spec.askAfterwards;
    const afterwards =
      asking &&
      ((id: string) =>
        askAfterwards(deps.dispatcher, { asking, baseUrl: load.baseUrl, target, givenUp: tracked.givenUp }, id));
    if (result.answered)
      return await relay({
        response,
        upstream: result.upstream,
        hider: createKeyHider(target.key?.[1]),
        dialect,
        operation,
        ask,
        heldRequest,
        hold,
        afterwards,
        follow: (id) => deps.background.follow(id, work),
        askAgainLater: (id) => deps.background.askAgainLater(id, work),
        ...tracked,
      });
    const outcome = tracked.endedBy() ?? (hold.exhausted.aborted ? 'cut' : 'provider-error');
    const ending = { outcome, status: tracked.stopped.aborted ? null : 502 } as const;
    await (result.sent ? settleUnanswered(heldRequest, ending, ask.stream) : settleUnused(heldRequest, ending));
    sendRefusal(
      response,
      dialect,
      (hold.exhausted.aborted ? refusal : undefined) ?? {
        kind: 'provider-unreachable',
        code: result.code,
        message: explainUnreachable(result.code, load.providerName, target.url.origin, deps.hopTo(target.url)),
      },
    );
  } catch (error) {
    tracked.abort();
    deps.log.log('error', 'request-failed', { fault: faultName(error) });
    sendRefusal(response, dialect, refusalOfFault(error));
    if (!response.writableEnded) response.destroy();
    await (sent ? settleAtBound : settleUnused)(heldRequest, { outcome: 'cut', status: null }).catch(() => undefined);
  } finally {
    hold.end();
  }
}
