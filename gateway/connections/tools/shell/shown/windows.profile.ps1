# >>> purser (shell) >>>
$env:OPENAI_BASE_URL = 'http://127.0.0.1:4141/openai/v1'
$env:OPENAI_API_KEY = 'sk-purser-ISSUED-WHEN-YOU-CONNECT'
# <<< purser (shell) <<<
