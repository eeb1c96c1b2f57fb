#!/usr/bin/env bash
# tools/web.sh OUT: builds web/ into OUT (what a browser loads), unless OUT was made from just these sources. Where npm cannot
# have its packages, as without a network, OUT stays empty, and it is told: then the program is built without its web app.
set -euo pipefail
web=$(cd "$(dirname "${BASH_SOURCE[0]}")/../web" && pwd)
out=$1
mkdir -p "$out"
exec 9>"$out.lock"
flock 9  # Two presets may be built at once.
made=$(cd "$web" && find src public ../words ../docs/api/openapi.yaml index.html package.json package-lock.json tsconfig.json \
  vite.config.ts catalogue.ts -type f ! -name schema.ts | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum)
[ -f "$out/index.html" ] && [ "$(cat "$out.made" 2>/dev/null)" = "$made" ] && exit 0
cd "$web"
# npm trusts whom the machine trusts, as behind a company's proxy.
trusted=/etc/ssl/certs/ca-certificates.crt
[ -n "${NODE_EXTRA_CA_CERTS:-}" ] || [ ! -f "$trusted" ] || export NODE_EXTRA_CA_CERTS=$trusted
packages=$(sha256sum package-lock.json)
if [ "$(cat node_modules/.made 2>/dev/null)" != "$packages" ]; then
  if ! npm ci --no-audit --no-fund --loglevel=error; then
    echo "The web app is left out: npm could not have its packages (above). Once it can: rm -r build/*/web_assets.cc, and build again." >&2
    rm -rf "$out" "$out.made"
    mkdir -p "$out"
    exit 0
  fi
  echo "$packages" >node_modules/.made
fi
rm -f "$out.made"
npm run --silent build -- --outDir "$out" --emptyOutDir --logLevel warn
echo "$made" >"$out.made"
