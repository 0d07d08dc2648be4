import { implement } from '@orpc/server';
import { mcpCalls } from '../../../shared/mcp/mcp-calls.ts';
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
import { toolsOf } from './connections.ts';
import type { FindEngine } from './announce.ts';

/** The calls about MCP servers and their tools. */
export function implementMcp(engine: FindEngine) {
  const os = implement(mcpCalls).$context<Caller>().use(carryErrors);
  return {
    list: os.list.handler(() => listMcpServers(engine())),
    add: os.add.handler(async ({ input, context }) => {
      if (input.way.kind === 'command')
        assertPerson(context, engine().gateway.simulated, 'purser mcp add NAME -- COMMAND');
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
    plain: os.plain.handler(() => engine().connections?.plainServers() ?? []),
    planMove: os.planMove.handler(({ input }) => toolsOf(engine()).planMove(input)),
    move: os.move.handler(async ({ input, context }) => {
      assertPerson(context, engine().gateway.simulated, `purser mcp import ${input.tool}`);
      return announce(engine, await toolsOf(engine()).moveServers(input));
    }),
    putBack: os.putBack.handler(async ({ input, context }) => {
      assertPerson(context, engine().gateway.simulated, `purser mcp import ${input.tool} --undo`);
      return announce(engine, await toolsOf(engine()).putBackServers(input, input.dryRun));
    }),
    changes: os.changes.handler(({ input }) => listMcpChanges(engine(), input.name)),
    accept: os.accept.handler(async ({ input }) => announce(engine, await acceptMcpTool(engine(), input))),
  };
}

/** A command runs with the rights of the person: whoever could define one over HTTP could run anything. */
function assertPerson({ browser }: Caller, isSimulated: boolean, command: string): void {
  if (browser !== undefined)
    throw new PurserError(
      'INVALID_INPUT',
      `A browser may not say which command runs on this machine. Do this in the app, or in a terminal: ${command}`,
    );
  if (isSimulated)
    throw new PurserError('INVALID_INPUT', 'Everything here is simulated. Add servers in the real Purser.');
}
