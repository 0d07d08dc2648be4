# >>> purser (shell) >>>
export OPENAI_BASE_URL='http://127.0.0.1:4141/openai/v1'
export OPENAI_API_KEY='sk-purser-ISSUED-WHEN-YOU-CONNECT'
: "${NO_PROXY:=${no_proxy-}}" "${no_proxy:=$NO_PROXY}"
case ",$NO_PROXY," in *,127.0.0.1,* | ',*,') ;; *) NO_PROXY="${NO_PROXY:+$NO_PROXY,}127.0.0.1,localhost,::1" ;; esac
case ",$no_proxy," in *,127.0.0.1,* | ',*,') ;; *) no_proxy="${no_proxy:+$no_proxy,}127.0.0.1,localhost,::1" ;; esac
export NO_PROXY no_proxy
# <<< purser (shell) <<<
