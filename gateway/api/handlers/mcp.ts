import { implement } from '@orpc/server';
import { mcpCalls } from '../../../shared/mcp/mcp-calls.ts';
import type { McpWay } from '../../../shared/mcp/mcp-views.ts';
import { PurserError } from '../../../shared/errors.ts';
import {
  acceptMcpTool,
  addMcpServer,
  listMcpChanges,
  listMcpServers,
  logInMcpServer,
  removeMcpServer,
  restartMcpServer,
  setMcpPrices,
} from '../../engine/mcp.ts';
import type { Caller } from '../caller.ts';
import { carryErrors, carryErrorsOf } from '../carry-errors.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';

/** The calls about MCP servers and their tools. */
export function implementMcp(engine: FindEngine) {
  const os = implement(mcpCalls).$context<Caller>().use(carryErrors);
  return {
    list: os.list.handler(() => listMcpServers(engine())),
    add: os.add.handler(async ({ input, context }) => {
      assertPerson(input.way.kind, context, engine().gateway.simulated);
      return announce(engine, await addMcpServer(engine(), input));
    }),
    remove: os.remove.handler(async ({ input }) => {
      await removeMcpServer(engine(), input.name);
      return announce(engine, input);
    }),
    restart: os.restart.handler(async ({ input }) => announce(engine, await restartMcpServer(engine(), input.name))),
    login: os.login.handler(({ input, signal }) => carryErrorsOf(logInMcpServer(engine(), input.name, signal))),
    setPrices: os.setPrices.handler(async ({ input }) =>
      announce(engine, await setMcpPrices(engine(), input.name, input.prices)),
    ),
    changes: os.changes.handler(({ input }) => listMcpChanges(engine(), input.name)),
    accept: os.accept.handler(async ({ input }) => announce(engine, await acceptMcpTool(engine(), input))),
  };
}

/** A command runs with the rights of the person: whoever could define one over HTTP could run anything. */
function assertPerson(kind: McpWay['kind'], { browser }: Caller, isSimulated: boolean): void {
  if (kind !== 'command') return;
  if (browser !== undefined)
    throw new PurserError(
      'INVALID_INPUT',
      'A browser may not say which command runs on this machine. Add this server in the app, or in a terminal: ' +
        'purser mcp add NAME -- COMMAND',
    );
  if (isSimulated)
    throw new PurserError('INVALID_INPUT', 'Everything here is simulated. Add servers in the real Purser.');
}
