# >>> purser (shell) >>>
$env:OPENAI_BASE_URL = 'http://127.0.0.1:4141/openai/v1'
$env:OPENAI_API_KEY = 'sk-purser-ISSUED-WHEN-YOU-CONNECT'
if (-not $env:NO_PROXY) { $env:NO_PROXY = $env:no_proxy }
if ($env:NO_PROXY -ne '*' -and ",$env:NO_PROXY," -notlike '*,127.0.0.1,*') { $env:NO_PROXY = (@($env:NO_PROXY, '127.0.0.1,localhost,::1') | Where-Object { $_ }) -join ',' }
if (-not $env:no_proxy) { $env:no_proxy = $env:NO_PROXY }
# <<< purser (shell) <<<
