import { implement } from '@orpc/server';
import { keySourceCalls } from '../../../shared/key-source/source-calls.ts';
import { PurserError } from '../../../shared/errors.ts';
import { addKeySource } from '../../engine/key-source.ts';
import type { Caller } from '../caller.ts';
import { carryErrors } from '../carry-errors.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';

/** The calls about secret managers. */
export function implementKeySources(engine: FindEngine) {
  const os = implement(keySourceCalls).$context<Caller>().use(carryErrors);
  return {
    list: os.list.handler(() => [...engine().keySources.list()]),
    add: os.add.handler(async ({ input, context }) => {
      assertPerson(context, engine().gateway.simulated);
      return announce(engine, { settings: input.settings, sentence: await addKeySource(engine(), input) });
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      assertPerson(context, engine().gateway.simulated);
      await engine().keySources.remove(input.kind);
      return announce(engine, input);
    }),
  };
}

/** Whoever names the manager decides which keys are sent to providers. */
function assertPerson({ browser }: Caller, isSimulated: boolean): void {
  if (browser !== undefined)
    throw new PurserError(
      'INVALID_INPUT',
      'A browser may not say where secrets come from. In a terminal: purser provider source add vault',
    );
  if (isSimulated)
    throw new PurserError('INVALID_INPUT', 'Everything here is simulated. Set managers up in the real Purser.');
}
