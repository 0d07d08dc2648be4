import { createTold } from '../told.ts';
import type { Told } from '../told.ts';
import { TOLD_BILLS } from './bills.ts';
import { TOLD_BY_HAND } from './by-hand.ts';
import { TOLD_CLOUDS } from './clouds.ts';
import { TOLD_CONFIG_FILES } from './config-files.ts';
import { TOLD_CONNECT } from './connect.ts';
import { TOLD_DOCTOR } from './doctor.ts';
import { TOLD_FAILURES } from './failures.ts';
import { TOLD_INPUTS } from './inputs.ts';
import { TOLD_KEY_CHECKS } from './key-checks.ts';
import { TOLD_KEY_SOURCES } from './key-sources.ts';
import { TOLD_MALFORMED } from './malformed.ts';
import { TOLD_MCP_MOVES } from './mcp-moves.ts';
import { TOLD_NOT_SERVED } from './not-served.ts';
import { TOLD_NOTICES } from './notices.ts';
import { TOLD_PLAN_NOTES } from './plan-notes.ts';
import { TOLD_PRICES } from './prices.ts';
import { TOLD_RECORD } from './record.ts';
import { TOLD_SERVERS } from './servers.ts';
import { TOLD_UNBOUNDED } from './unbounded.ts';
import { TOLD_UNREACHABLE } from './unreachable.ts';
import { TOLD_WAY } from './way.ts';

/** A space that stood beside a Latin letter in the pattern, and beside none in the sentence. */
const STRAY_SPACE =
  /(?<=[\u3000-\u303f\uff00-\uffef\u4e00-\u9fff”]) (?=[\u3000-\u303f\uff00-\uffef\u4e00-\u9fff“])|(?<=[，。！？：；、（）]) | (?=[，。！？：；、（）])/g;

const tell = createTold([
  ...TOLD_MALFORMED,
  ...TOLD_UNBOUNDED,
  ...TOLD_WAY,
  ...TOLD_MCP_MOVES,
  ...TOLD_NOT_SERVED,
  ...TOLD_UNREACHABLE,
  ...TOLD_CLOUDS,
  ...TOLD_BILLS,
  ...TOLD_PRICES,
  ...TOLD_NOTICES,
  ...TOLD_DOCTOR,
  ...TOLD_CONNECT,
  ...TOLD_BY_HAND,
  ...TOLD_PLAN_NOTES,
  ...TOLD_CONFIG_FILES,
  ...TOLD_FAILURES,
  ...TOLD_KEY_CHECKS,
  ...TOLD_KEY_SOURCES,
  ...TOLD_RECORD,
  ...TOLD_INPUTS,
  ...TOLD_SERVERS,
]);

/** What the gateway tells as a sentence, in Chinese. */
export const told: Told = (english) => {
  const chinese = tell(english);
  return chinese === english ? english : chinese.replaceAll(STRAY_SPACE, '');
};
