import type { BrakeFact, NoticeFact } from '../../../shared/contract/notice-facts.ts';
import type { NoticeView } from '../../../shared/contract/views.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { numberText } from '../../state/time-and-money/number-text.ts';
import { say } from '../../strings/say.ts';
import { capFullText, capShareText } from './cap-fact-text.ts';

/** A notice in the person's words, clock and money. Of a gateway that sent no values it is the gateway's sentence. */
export function noticeText({ about, text }: NoticeView, now: number, timeZone: string): string {
  return about === undefined ? say.told(text) : factSentence(about, now, timeZone);
}

/** The same of the values alone. @param now what the moments in it are told from */
export function factSentence(fact: NoticeFact, now: number, timeZone: string): string {
  const { notices } = say;
  switch (fact.code) {
    case 'cap-share':
      return capShareText(fact.cap);
    case 'cap-full':
      return capFullText(fact.cap, now, timeZone);
    case 'brake':
      return brakeText(fact);
    case 'rotated':
      return notices.rotated(fact.agent);
    case 'rotation-due':
      return notices.rotationDue(fact.agent, fact.hint, fact.subKeyId);
    case 'usage-impossible':
      return notices.usageImpossible(fact.provider, fact.model);
    case 'usage-above-bound':
      return notices.usageAboveBound(fact.provider, fact.model);
    case 'stops-unknown':
      return notices.stopsUnknown(fact.provider);
    case 'went-on':
      return notices.wentOn(fact.provider, moneyText(fact.billed), moneyText(fact.counted));
    case 'mcp-tool-changed':
      return notices.toolChanged(fact.server, fact.tool);
    case 'bill-unread':
      return notices.billUnread(fact.title, fact.provider);
    case 'price-check':
      return notices.priceCheck;
    case 'record-broken':
      return notices.recordBroken[fact.why](numberText(fact.sealed), numberText(fact.found));
    case 'ledger-replaced':
      return notices.ledgerReplaced(fact.dataFolder);
  }
}

function brakeText({ agent, paused, why }: Extract<NoticeFact, { code: 'brake' }>): string {
  const { notices } = say;
  if (paused) return notices.brakePaused(agent, reasonText(why));
  return why.seen === 'repeats' ? notices.stuck(agent, reasonText(why)) : notices.racing(agent, reasonText(why));
}

function reasonText(why: BrakeFact): string {
  return why.seen === 'repeats'
    ? say.notices.repeats(why.times, why.minutes)
    : say.notices.haste(moneyText(why.perMinute), moneyText(why.usual));
}
