import type { RequestView } from '../../../shared/contract/views.ts';
import { billOf } from '../bill/bill.ts';
import { findChanges, isFelt } from '../changes.ts';
import type { Change } from '../changes.ts';
import { homeOf } from '../homes.ts';
import { perform } from '../left/perform.ts';
import { timelineOf } from '../left/timeline.ts';
import { gatewayPath } from '../place.ts';
import { SESSION_HEADER } from '../player.ts';
import { send } from '../send.ts';
import type { Issued, Stage } from '../stage.ts';
import type { Contender } from './contenders.ts';
import { TURN } from './contenders.ts';
import { answerCount } from './count-answer.ts';

/** How many of a coding agent's requests come at once. */
const AGENTS = 12;
/** A turn of a thousand tokens takes five seconds. */
const TOKENS_PER_SECOND = 200;
const LOOK_EVERY_MS = 250;
const ROW_MS = 10_000;

/** One request of an agent. */
export interface AgentTurn {
  /** Undefined when it was refused. */
  readonly arrivedMs: number | undefined;
  readonly heldAtFirst: number;
  readonly heldAtMost: number;
  readonly changes: readonly Change[];
  readonly status: number | undefined;
  /** The stream came to its own end. */
  readonly whole: boolean;
  readonly row: RequestView | undefined;
  readonly refusal: string | undefined;
}

/** Twelve at once under one cap. */
export interface AgentsRun {
  readonly contender: Contender;
  readonly usdADay: number;
  /** How many were at the provider before the first of them ended. */
  readonly firstAtOnce: number;
  /** Most that were there at one moment, later too: a turn that ended has given back what it did not use. */
  readonly mostAtOnce: number;
  readonly turns: readonly AgentTurn[];
  /** The cost of one turn, in nano-dollars. */
  readonly bill: number;
}

/** Sends them, each with a sub-key of its own, so that what is held for it can be seen; the cap is on their agent. */
export async function runAgents(stage: Stage, contender: Contender, usdADay: number): Promise<AgentsRun> {
  const home = homeOf(contender.exchange.url);
  await stage.addHome(home);
  const keys = await stage.issue(usdADay, AGENTS);
  let running = 0;
  let mostAtOnce = 0;
  let firstAtOnce: number | undefined;
  const step = (by: number): void => {
    if (by < 0) firstAtOnce ??= running;
    running += by;
    mostAtOnce = Math.max(mostAtOnce, running);
  };
  const most = new Map<string, number>();
  const look = async (): Promise<void> => {
    for (const { id, caps } of await stage.client.keys.list())
      most.set(id, Math.max(most.get(id) ?? 0, ...caps.map(({ reserved }) => reserved)));
  };
  const looking = setInterval(() => void look(), LOOK_EVERY_MS);
  const taken = await Promise.all(keys.map((key) => takeTurn(stage, contender, key, step)));
  clearInterval(looking);
  const turns = taken.map((turn, index) => ({
    ...turn,
    heldAtMost: Math.max(turn.heldAtFirst, most.get(keys[index]?.id ?? '') ?? 0),
  }));
  const bill = billOf(contender.exchange, home, Date.now())?.nanodollars ?? 0;
  return { contender, usdADay, firstAtOnce: firstAtOnce ?? 0, mostAtOnce, turns, bill };
}

async function takeTurn(
  stage: Stage,
  { exchange }: Contender,
  key: Issued,
  step: (by: number) => void,
): Promise<Omit<AgentTurn, 'heldAtMost'>> {
  const session = `agent-${key.id}`;
  const timeline = timelineOf(exchange, { tokens: TURN.output, reasoning: 0, perSecond: TOKENS_PER_SECOND });
  const begun = performance.now();
  let arrivedMs: number | undefined;
  let changes: readonly Change[] = [];
  let heldAtFirst = 0;
  stage.player.stage(session, async (arrival) => {
    if (answerCount(arrival)) return;
    arrivedMs = performance.now() - begun;
    step(1);
    changes = findChanges(exchange.request, arrival.body).filter(isFelt);
    const ended = perform(exchange, timeline, arrival).finally(() => step(-1));
    heldAtFirst = Math.max(0, ...(await stage.keyView(key.id)).caps.map(({ reserved }) => reserved));
    await ended;
  });
  const got = await send({
    url: `${stage.url}${gatewayPath(homeOf(exchange.url), exchange.url)}`,
    method: exchange.method,
    headers: { ...exchange.requestHeaders, authorization: `Bearer ${key.key}`, [SESSION_HEADER]: session },
    body: exchange.request,
  });
  const row = arrivedMs === undefined ? undefined : await stage.row(session, ROW_MS);
  const refusal =
    arrivedMs === undefined
      ? ((await stage.keyView(key.id)).lastRefusal?.message ?? `status ${got.status ?? 'none'}`)
      : undefined;
  return {
    arrivedMs,
    heldAtFirst,
    changes,
    status: got.status,
    whole: got.whole && got.body.equals(exchange.reply),
    row,
    refusal,
  };
}
