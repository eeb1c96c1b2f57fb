# Sourced by ./run and ./test: installs with apt what is missing, and asks for sudo only then.
# install PACKAGE...
install() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  command -v apt-get >/dev/null || { echo "Needed, and no apt-get to install them:$missing" >&2; return 1; }
  sudo=""
  if [ "$(id -u)" != 0 ]; then
    sudo=sudo
    echo "Installing$missing (apt-get asks for your password)." >&2
  fi
  log=$(mktemp)
  if ! { DEBIAN_FRONTEND=noninteractive $sudo apt-get update -q &&
         DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends $missing; } >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# What it takes to build and to run.
build_packages="g++ cmake ninja-build pkg-config libsqlite3-dev nlohmann-json3-dev libgmime-3.0-dev
  libical-dev libphonenumber-dev libprotobuf-dev libicu-dev libarchive-dev libsodium-dev libcli11-dev libfmt-dev
  libigraph-dev libgeonames-dev libgtest-dev libgmock-dev libexpected-dev tzdata libpugixml-dev libcmark-dev libcurl4-openssl-dev libpoco-dev libssl-dev ca-certificates"
# The web app is built with node; another one than Debian's will do.
command -v npm >/dev/null || build_packages="$build_packages nodejs npm"
# What it takes to test: the tools are Python, the property tests RapidCheck, the fuzzers clang's.
test_packages="python3 librapidcheck-dev clang libclang-rt-14-dev zip
  python3-yaml python3-jsonschema openssl nginx-light chromium"
