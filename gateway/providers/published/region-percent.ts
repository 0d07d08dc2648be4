/** The price of tokens that stay in a region, in percent: a tenth more. */
const REGIONAL = 110;
const ELSEWHERE = 100;

/** A surcharge at the hosts that a pattern matches. */
export function surchargeAt(
  hosts: RegExp,
  applies: (model: string) => boolean = () => true,
  percent = REGIONAL,
): (host: string, model: string) => number {
  return (host, model) => (hosts.test(host) && applies(model) ? percent : ELSEWHERE);
}
