set -gx OPENAI_BASE_URL 'http://127.0.0.1:4141/openai/v1'
set -gx OPENAI_API_KEY 'sk-purser-ISSUED-WHEN-YOU-CONNECT'
test -n "$NO_PROXY"; or set -gx NO_PROXY $no_proxy
test -n "$no_proxy"; or set -gx no_proxy $NO_PROXY
for purser_name in NO_PROXY no_proxy
  contains -- 127.0.0.1 (string split , -- "$$purser_name"); or test "$$purser_name" = '*'; or set -gx $purser_name (string join , -- $$purser_name 127.0.0.1,localhost,::1)
end
set -e purser_name
