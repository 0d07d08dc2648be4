import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestView } from '../../shared/contract/views.ts';
import type { SubKeyId } from '../../shared/ids.ts';
import { createSeeded } from '../seeded.ts';
import type { Seeded } from '../seeded.ts';
import { askedModel } from './bill/bill.ts';
import { findChanges } from './changes.ts';
import type { Change } from './changes.ts';
import type { Exchange } from './exchange.ts';
import { homeOf } from './homes.ts';
import type { Home } from './homes.ts';
import { inPieces } from './in-pieces.ts';
import { gatewayPath, isModelCall, ownPath, searchWithoutKey } from './place.ts';
import { SESSION_HEADER } from './player.ts';
import type { Arrival } from './player.ts';
import { send } from './send.ts';
import type { Got } from './send.ts';
import type { Issued, Stage } from './stage.ts';
import { replyAsAsked } from './reply-as-asked.ts';

/** The result of one recording. */
export interface Played {
  readonly exchange: Exchange;
  readonly home: Home;
  /** Something that a provider bills. */
  readonly modelCall: boolean;
  /** By which its row is found. */
  readonly session: string;
  readonly got: Got;
  /** The request as it arrived at the provider; undefined when it was refused. */
  readonly arrived: ArrivedRequest | undefined;
  readonly row: RequestView | undefined;
  /** The most that was seen held for it, in nano-dollars. */
  readonly held: number;
  readonly refusal: { readonly rule: string; readonly message: string } | undefined;
  readonly changes: readonly Change[];
  /** The provider's answer: the recorded reply, and what only Purser has asked for. */
  readonly served: Buffer;
}

interface ArrivedRequest {
  /** As it was recorded, the vendor's own part of it. */
  readonly placeIsRight: boolean;
  readonly body: Buffer;
}

/** A row is there before the last byte of its reply. */
const ROW_MS = 2_000;

interface PlayOptions {
  readonly seed: number;
  readonly onPlayed?: (count: number) => void;
}

/** Plays recordings one after the other through one sub-key that may spend a million dollars. */
export async function playRecordings(
  stage: Stage,
  exchanges: readonly Exchange[],
  { seed, onPlayed = () => undefined }: PlayOptions,
): Promise<readonly Played[]> {
  const [subKey] = await stage.issue(1_000_000);
  if (!subKey) throw new Error('no sub-key was issued');
  const played: Played[] = [];
  for (const [index, exchange] of exchanges.entries()) {
    played.push(
      await playOne(stage, exchange, {
        subKey,
        session: `replay-${seed}-${index}`,
        random: createSeeded(seed + index),
      }),
    );
    onPlayed(played.length);
  }
  return Promise.all(played.map((one) => readAgain(stage, one)));
}

/** A row that was a guess at first may be corrected by what came later. */
async function readAgain(stage: Stage, played: Played): Promise<Played> {
  return played.row === undefined || played.row.certainty === 'exact'
    ? played
    : { ...played, row: await stage.row(played.session, 0) };
}

interface Turn {
  readonly subKey: Issued;
  readonly session: string;
  readonly random: Seeded;
}

async function playOne(stage: Stage, exchange: Exchange, { subKey, session, random }: Turn): Promise<Played> {
  const home = homeOf(exchange.url);
  await stage.addHome(home);
  if (home.kind === 'custom-openai') await stage.setOwnPrice(home, askedModel(exchange));
  let arrived: ArrivedRequest | undefined;
  let held = 0;
  let served = exchange.reply;
  stage.player.stage(session, async (arrival) => {
    const placeIsRight = isSamePlace(home, exchange, arrival);
    // A count that Purser asks for, or a stored answer: not what was recorded here.
    if (!placeIsRight && arrived !== undefined) return answerNothing(arrival);
    arrived = { placeIsRight, body: arrival.body };
    served = replyAsAsked(exchange, arrival.body);
    held = await heldBy(stage, subKey.id);
    arrival.response.writeHead(exchange.status, exchange.replyHeaders);
    for (const piece of inPieces(served, random)) {
      arrival.response.write(piece);
      if (random.chance(0.2)) await sleep(0);
    }
    arrival.response.end();
  });
  const got = await send({
    url: `${stage.url}${gatewayPath(home, exchange.url)}`,
    method: exchange.method,
    headers: { ...exchange.requestHeaders, authorization: `Bearer ${subKey.key}`, [SESSION_HEADER]: session },
    body: exchange.request,
  });
  const modelCall = isModelCall(exchange.method, exchange.url);
  const row = arrived && modelCall ? await stage.row(session, ROW_MS) : undefined;
  const refusal = arrived ? undefined : ((await stage.keyView(subKey.id)).lastRefusal ?? undefined);
  return {
    exchange,
    home,
    modelCall,
    session,
    got,
    arrived,
    row,
    held,
    refusal,
    served,
    changes: arrived ? findChanges(exchange.request, arrived.body) : [],
  };
}

/** The method, the path below what the vendor puts before it, and the query. */
function isSamePlace(home: Home, exchange: Exchange, { method, url }: Arrival): boolean {
  return (
    method === exchange.method &&
    ownPath(home, url.pathname) === ownPath(home, exchange.url.pathname) &&
    url.search === searchWithoutKey(exchange.url)
  );
}

function answerNothing({ response }: Arrival): void {
  response.writeHead(404, { 'content-type': 'application/json' });
  response.end('{"error":{"message":"Nothing is recorded for that."}}');
}

async function heldBy(stage: Stage, id: SubKeyId): Promise<number> {
  return Math.max(0, ...(await stage.keyView(id)).caps.map(({ reserved }) => reserved));
}
