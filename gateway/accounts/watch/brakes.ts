import type { AgentId } from '../../../shared/ids.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../../shared/policy.ts';
import type { Clock } from '../../platform/ports.ts';
import type { Directory } from '../directory.ts';
import type { Limits } from '../limits.ts';
import type { Tell } from './tell.ts';

type Brake = keyof NonNullable<Policy['brake']>;

/** What a brake has found, and in whose requests. */
interface Finding {
  readonly brake: Brake;
  readonly agentId: AgentId;
  /** The sub-key that it was found with. */
  readonly key: PolicyScope;
  /** The words after a colon: `12 identical requests in 10 minutes`. */
  readonly why: string;
}

/** What happens when an agent seems to be out of hand: nothing, a word to the person, or a pause. */
export interface Brakes {
  isOff(finding: Omit<Finding, 'why'>): boolean;
  /** @returns true when it was paused */
  act(finding: Finding): boolean;
}

interface BrakesDeps {
  readonly directory: Pick<Directory, 'agent'>;
  readonly limits: Pick<Limits, 'policyOf'>;
  readonly clock: Clock;
  readonly tell: Tell;
  /** Stops an agent and cuts what runs. */
  readonly pause: (id: AgentId, reason: string) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/**
 * So long a burst that was told of, or paused and resumed, is not told of again; by then it is part of the agent's
 * past.
 */
const ANSWERED_MS = 30 * 60_000;

/** How an agent looks, in the words before the reason. */
const LOOKS: Readonly<Record<Brake, string>> = { loop: 'may be stuck', velocity: 'spends unusually fast' };

/** @see Brakes */
export function createBrakes({ directory, limits, clock, tell, pause, onFault }: BrakesDeps): Brakes {
  /** When a burst was answered: it is told of, or paused, once, and a person who resumes it has decided. */
  const answered = new Map<string, number>();
  /** The narrowest level that says something decides; without a word the person is warned and nothing stops. */
  const modeOf = ({ brake, agentId, key }: Omit<Finding, 'why'>): 'off' | 'warn' | 'pause' =>
    [key, scopeOf('agent', agentId), EVERYTHING]
      .map((scope) => limits.policyOf(scope).brake?.[brake])
      .find((mode) => mode !== undefined) ?? 'warn';
  return {
    isOff: (finding) => modeOf(finding) === 'off',
    act(finding) {
      const { brake, agentId, why } = finding;
      const mode = modeOf(finding);
      const { name, paused } = directory.agent(agentId);
      const answer = `${agentId} ${brake} ${mode}`;
      // A clock that was put back must not let every burst pass until it is there again.
      const isAnswered = Math.abs(clock.now() - (answered.get(answer) ?? -Infinity)) < ANSWERED_MS;
      if (mode === 'off' || paused || isAnswered) return false;
      if (brake === 'velocity') answered.set(answer, clock.now());
      if (mode === 'warn') {
        const text = `${name} ${LOOKS[brake]}: ${why}. It is still running; pause it if this is not what you want.`;
        tell('brake-warning', text, agentId);
        return false;
      }
      pause(agentId, why).catch(onFault);
      tell('brake-paused', `${name} was paused: ${why}. Resume it if this is what you want.`, agentId);
      return true;
    },
  };
}
