import { PROXY_BYPASS_VARIABLES } from '../../../shared/proxy-variables.ts';
import { LOOPBACK_LIST } from '../verify/loopback.ts';

/*
 * Lines that keep proxies off this machine, as each shell says it. Base URLs of ours lead to 127.0.0.1, and a program
 * that sends them to somebody's proxy gives it the sub-key in the clear. They add to what the person has there, in both
 * spellings, and only once, however many shells are started in each other. None looks like an assignment of a plain
 * value, because it is none.
 */

/** For bash, zsh, other POSIX shells and direnv. A star means everything only where it stands alone. */
export const POSIX_PROXY_BYPASS = `: "\${NO_PROXY:=\${no_proxy-}}" "\${no_proxy:=$NO_PROXY}"
case ",$NO_PROXY," in *,127.0.0.1,* | ',*,') ;; *) NO_PROXY="\${NO_PROXY:+$NO_PROXY,}${LOOPBACK_LIST}" ;; esac
case ",$no_proxy," in *,127.0.0.1,* | ',*,') ;; *) no_proxy="\${no_proxy:+$no_proxy,}${LOOPBACK_LIST}" ;; esac
export NO_PROXY no_proxy
`;

export const FISH_PROXY_BYPASS =
  `test -n "$NO_PROXY"; or set -gx NO_PROXY $no_proxy
test -n "$no_proxy"; or set -gx no_proxy $NO_PROXY
for purser_name in NO_PROXY no_proxy
  contains -- 127.0.0.1 (string split , -- "$$purser_name"); or test "$$purser_name" = '*'; or set -gx $purser_name ` +
  `(string join , -- $$purser_name ${LOOPBACK_LIST})
end
set -e purser_name
`;

export const POWERSHELL_PROXY_BYPASS =
  `if (-not $env:NO_PROXY) { $env:NO_PROXY = $env:no_proxy }
if ($env:NO_PROXY -ne '*' -and ",$env:NO_PROXY," -notlike '*,127.0.0.1,*') { $env:NO_PROXY = (@($env:NO_PROXY, ` +
  `'${LOOPBACK_LIST}') | Where-Object { $_ }) -join ',' }
if (-not $env:no_proxy) { $env:no_proxy = $env:NO_PROXY }
`;

/** For `environment.d`. Source: environment.d(5), which knows `${NAME:+TEXT}`. */
export const SYSTEMD_PROXY_BYPASS = `NO_PROXY=\${NO_PROXY:+\${NO_PROXY},}${LOOPBACK_LIST}
no_proxy=\${no_proxy:+\${no_proxy},}\${NO_PROXY}
`;

/**
 * For `terminal.integrated.env` of VS Code, which replaces `${env:NAME}`; an empty part of a list is no part. Source:
 * its docs.
 */
export const VSCODE_PROXY_BYPASS = PROXY_BYPASS_VARIABLES.map(
  (name) => [name, `\${env:NO_PROXY},\${env:no_proxy},${LOOPBACK_LIST}`] as const,
);

/** For the login item of macOS: lines of sh, without what XML would read. */
export const LAUNCHCTL_PROXY_BYPASS = PROXY_BYPASS_VARIABLES.map(
  (name) => `old=$(launchctl getenv ${name}); launchctl setenv ${name} "\${old:+$old,}${LOOPBACK_LIST}"`,
);

/** True for the text of a startup file that has lines of ours. */
export function keepsProxiesOff(text: string): boolean {
  return text.includes(POSIX_PROXY_BYPASS) || text.includes(FISH_PROXY_BYPASS);
}
