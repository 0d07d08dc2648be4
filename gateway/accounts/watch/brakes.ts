import type { AgentId } from '../../../shared/ids.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../../shared/policy.ts';
import type { BrakeReason } from '../../domain/caps/brake-reason.ts';
import type { Clock } from '../../platform/ports.ts';
import type { Directory } from '../directory.ts';
import type { Limits } from '../limits.ts';
import type { Tell } from './tell.ts';

type Brake = keyof NonNullable<Policy['brake']>;

/** Something that a brake has found, and in whose requests. */
interface Finding {
  readonly brake: Brake;
  readonly agentId: AgentId;
  /** The sub-key of the request that showed it. */
  readonly key: PolicyScope;
  readonly why: BrakeReason;
}

/** Decides what happens when an agent seems to be out of hand: nothing, a warning to the person, or a pause. */
export interface Brakes {
  isOff(finding: Omit<Finding, 'why'>): boolean;
  /** @returns true when the agent was paused */
  act(finding: Finding): boolean;
}

interface BrakesDeps {
  readonly directory: Pick<Directory, 'agent'>;
  readonly limits: Pick<Limits, 'policyOf'>;
  readonly clock: Clock;
  readonly tell: Tell;
  /** Pauses an agent and cuts its running requests. */
  readonly pause: (id: AgentId, reason: string) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/**
 * A burst that was reported, or paused and resumed, is not reported again for this many milliseconds; by then it is
 * part of the agent's past.
 */
const ANSWERED_MS = 30 * 60_000;

/** How an agent looks, in the words before the reason. */
const LOOKS: Readonly<Record<Brake, string>> = { loop: 'may be stuck', velocity: 'spends unusually fast' };

/** @see Brakes */
export function createBrakes({ directory, limits, clock, tell, pause, onFault }: BrakesDeps): Brakes {
  /**
   * When each burst was answered: it is reported or paused only once, and a person who resumes the agent has decided.
   */
  const answered = new Map<string, number>();
  /** The narrowest level with a setting decides; without any, the person is warned and nothing stops. */
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
      const about = { code: 'brake', agent: name, paused: mode === 'pause', why: why.fact } as const;
      const answer = `${agentId} ${brake} ${mode}`;
      // A clock that was set back must not let every burst pass until it has caught up.
      const isAnswered = Math.abs(clock.now() - (answered.get(answer) ?? -Infinity)) < ANSWERED_MS;
      if (mode === 'off' || paused || isAnswered) return false;
      if (brake === 'velocity') answered.set(answer, clock.now());
      if (mode === 'warn') {
        const goesOn = 'It is still running; pause it if this is not what you want.';
        const text = `${name} ${LOOKS[brake]}: ${why.text}. ${goesOn}`;
        tell('brake-warning', { text, about }, agentId);
        return false;
      }
      pause(agentId, why.text).catch(onFault);
      const text = `${name} was paused: ${why.text}. Resume it if this is what you want.`;
      tell('brake-paused', { text, about }, agentId);
      return true;
    },
  };
}
