import { connect } from 'node:net';
import { dirname, resolve } from 'node:path';
import { assertPrivate, socketPathOf } from '../../gateway/platform/data-folder.ts';
import type { LineView } from '../../shared/contract/usage-views.ts';
import { nanodollarsOf } from '../../shared/money.ts';

/** A status line that hangs holds up a prompt. */
const PATIENCE_MS = 1_000;

/**
 * Asks the gateway of a data folder for its status line, over the private socket. It is the call `line` of the contract
 * in the few words that it takes: the client of the contract takes longer to load than the whole answer.
 * @returns undefined where no Purser answers, or one of another build
 */
export async function askLine(dataFolder: string): Promise<LineView | undefined> {
  const socketPath = socketPathOf(dataFolder);
  // As in `withGateway`: the place for long paths is one that others could have made.
  if (dirname(socketPath) !== resolve(dataFolder)) assertPrivate(dirname(socketPath));
  const text = await ask(socketPath);
  return text === undefined ? undefined : readAnswer(text);
}

/** HTTP 1.0, whose answer ends with the connection: Node's client of HTTP takes as long to load as Node itself. */
const REQUEST =
  'POST /rpc/gateway/line HTTP/1.0\r\nhost: purser\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}';
const END_OF_HEAD = '\r\n\r\n';

function ask(socketPath: string): Promise<string | undefined> {
  return new Promise((tell) => {
    const socket = connect(socketPath, () => socket.write(REQUEST));
    let text = '';
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('late')));
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => (text += piece));
    socket.on('error', () => tell(undefined));
    socket.on('close', () => tell(bodyOf(text)));
  });
}

function bodyOf(text: string): string | undefined {
  const end = text.indexOf(END_OF_HEAD);
  return end > 0 && /^HTTP\/1\.[01] 200 /.test(text) ? text.slice(end + END_OF_HEAD.length) : undefined;
}

const STATES: readonly LineView['state'][] = ['paused', 'waiting', 'used-up', 'fine'];

/** Without the schemas of the contract, which would have to be loaded: the answer is from this person's own gateway. */
function readAnswer(text: string): LineView | undefined {
  try {
    const line: unknown = Reflect.get(Object(JSON.parse(text)), 'json');
    const field = (name: string): unknown => Reflect.get(Object(line), name);
    const count = (name: string): number => nanodollarsOf(Number(field(name)));
    const state = STATES.find((known) => known === field('state'));
    if (state === undefined) return undefined;
    return {
      today: nanodollarsOf(count('today')),
      left: nanodollarsOf(count('left')),
      pace: nanodollarsOf(count('pace')),
      running: count('running'),
      waiting: count('waiting'),
      state,
    };
  } catch {
    return undefined;
  }
}
