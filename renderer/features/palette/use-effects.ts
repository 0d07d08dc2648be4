import { useSession } from '../../state/live/session-context.ts';
import { sentenceOf } from '../../state/words/sentence.ts';
import { say } from '../../strings/say.ts';
import { useDialogs } from '../../ui/dialogs.ts';
import { useTheme } from '../../shell/use-theme.ts';
import { useToast } from '../../ui/toasts.ts';
import { useRaise } from '../caps/use-raise.ts';
import type { Effect } from './commands.ts';

/** Runs the effect of a command, and says at the foot of the window what came of it. */
export function useEffects(): (effect: Effect) => void {
  const session = useSession();
  const { call } = session;
  const dialogs = useDialogs();
  const toast = useToast();
  const raise = useRaise();
  const theme = useTheme();

  async function run(effect: Effect): Promise<void> {
    switch (effect.kind) {
      case 'go':
        window.location.hash = effect.href;
        return;
      case 'dialog':
        return dialogs.open(effect.dialog);
      case 'theme':
        return theme.pick(effect.theme);
      case 'everything':
        await call(({ everything }) => everything[effect.verb]());
        return toast({ text: effect.verb === 'pause' ? say.palette.pausedEverything : say.palette.resumedEverything });
      case 'agent': {
        const { id, name, verb } = effect;
        await call(({ agents }) => agents[verb]({ id }));
        return toast({ text: verb === 'pause' ? say.palette.paused(name) : say.palette.resumed(name) });
      }
      case 'simulation':
        return effect.verb === 'start' ? session.startSimulation() : session.leaveSimulation();
      case 'raise':
        return raise(effect.scope, effect.cap);
      case 'answer': {
        const { approval, answer } = effect;
        await call(({ approvals }) => approvals.answer({ id: approval.id, answer, raiseBy: approval.raiseBy }));
        return toast({ text: say.palette.answered[answer] });
      }
    }
  }

  return (effect) => void run(effect).catch((error: unknown) => toast({ text: sentenceOf(error) }));
}
