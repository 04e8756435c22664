#!/usr/bin/env bash
# Restores, builds and runs everything that can fail, and ends with one line: "N passed, N failed".
# Needs the .NET SDK that global.json names. Installs what is missing: redis-server and PostgreSQL, of which the tests start their own and leave the system's alone, and clang and
# zlib, with which native programs are linked.
# Runs with the bash of Debian and of macOS (3.2).
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_NOLOGO=1
export DOTNET_CLI_UI_LANGUAGE=en
# A build process that stays behind keeps the pipe of whoever called this open.
export MSBUILDDISABLENODEREUSE=1

passed=0
failed=0
failures=''

results=$(mktemp -d "${TMPDIR:-/tmp}/taskgen-tests.XXXXXX")
service_policy=''
clean_up() {
  rm -rf "$results"
  allow_services
}
trap clean_up EXIT

head_line() {
  printf '\n== %s\n' "$1"
}

fail() {
  failed=$((failed + 1))
  failures="$failures  $1"$'\n'
}

finish() {
  if [ "$((passed + failed))" -eq 0 ]; then
    fail 'no test ran'
  fi
  if [ -n "$failures" ]; then
    printf '\nFailed:\n%s' "$failures"
  fi
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  if [ "$failed" -gt 0 ]; then
    exit 1
  fi
  exit 0
}

# A step without which nothing else makes sense.
must() {
  local name=$1
  shift
  head_line "$name"
  if ! "$@"; then
    fail "$name"
    finish
  fi
}

# A program that checks itself counts as one test.
program() {
  local name=$1
  shift
  head_line "$name"
  if "$@"; then
    passed=$((passed + 1))
  else
    fail "$name (exit code $?)"
  fi
}

# How many tests of one results file had this outcome, by the file's own counters.
counter() {
  awk -v name="$2" '
    /<Counters / {
      if (match($0, " " name "=\"[0-9]+\"")) {
        text = substr($0, RSTART, RLENGTH)
        gsub(/[^0-9]/, "", text)
        count += text
      }
    }
    END { print count + 0 }' "$1"
}

failing_tests() {
  awk '
    /<UnitTestResult / && / outcome="Failed"/ {
      if (match($0, / testName="[^"]*"/)) {
        name = substr($0, RSTART + 11, RLENGTH - 12)
        gsub(/&lt;/, "<", name); gsub(/&gt;/, ">", name); gsub(/&quot;/, "\"", name); gsub(/&#xD;|&#xA;/, " ", name); gsub(/&amp;/, "\\&", name)
        print name
      }
    }' "$1"
}

has() {
  command -v "$1" >/dev/null 2>&1
}

has_redis() {
  has redis-server && has redis-cli
}

# Debian and brew keep the server's programs out of PATH.
has_postgres() {
  local folder
  if has initdb && has postgres && has psql; then
    return 0
  fi
  for folder in /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && [ -x "$folder/psql" ]; then
      return 0
    fi
  done
  return 1
}

# Whether a native program can be linked. On macOS clang and zlib come with the developer tools.
has_linker() {
  if [ "$(uname)" = Darwin ]; then
    xcode-select -p >/dev/null 2>&1
  else
    has clang && printf '#include <zlib.h>\nint main(void) { return zlibVersion() == 0; }\n' | clang -x c - -lz -o "$results/linked" >/dev/null 2>&1
  fi
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# Debian's packages start a service each, unless this file forbids it. One that is there already is the machine's own, and stays.
forbid_services() {
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    service_policy=/usr/sbin/policy-rc.d
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$service_policy" >/dev/null && as_root chmod 755 "$service_policy"
  fi
}

allow_services() {
  if [ -n "$service_policy" ]; then
    as_root rm -f "$service_policy"
    service_policy=''
  fi
}

install_tools() {
  local packages='' formulas=''
  if ! has_redis; then
    packages="$packages redis-server redis-tools"
    formulas="$formulas redis"
  fi
  if ! has_postgres; then
    packages="$packages postgresql"
    formulas="$formulas postgresql@17"
  fi
  if ! has_linker; then
    packages="$packages clang zlib1g-dev"
  fi
  if [ -z "$packages" ]; then
    return 0
  fi

  # The names are split into words on purpose.
  # shellcheck disable=SC2086
  if has apt-get && { [ "$(id -u)" -eq 0 ] || has sudo; }; then
    printf 'Installing%s\n' "$packages"
    forbid_services
    # One source that does not answer is no reason to stop.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages
    allow_services
  elif has brew && [ -n "$formulas" ]; then
    printf 'Installing%s\n' "$formulas"
    brew install $formulas
  fi

  if ! has_redis || ! has_postgres || ! has_linker; then
    printf 'The tests need redis-server, redis-cli, PostgreSQL (initdb, postgres, psql), clang and zlib, of which something is missing. Install it:\n'
    printf '  Debian, Ubuntu: apt-get install%s\n  macOS: brew install%s, and xcode-select --install for clang and zlib\n' "$packages" "$formulas"
    return 1
  fi
}

must 'Tools' install_tools
must 'Restore' dotnet restore TaskGen.sln
must 'Build' dotnet build TaskGen.sln -c Release --no-restore -warnaserror

if [ -f tests/Consumer/Consumer.csproj ]; then
  program 'Consumer: a project of its own that uses the library' dotnet run --project tests/Consumer -c Release
fi

program 'Sample' dotnet run --project src/Sample -c Release

head_line 'Tests'
exit_code=0
export TASKGEN_TEST_FIGURES="$results/figures.txt"
# One project after the other, so that no two write a results file at once; a test that hangs ends its process.
dotnet test TaskGen.sln --no-build -c Release -m:1 --logger trx --results-directory "$results" \
  --blame-hang-timeout 10m --blame-hang-dump-type none || exit_code=$?

if [ -s "$TASKGEN_TEST_FIGURES" ]; then
  head_line 'Figures'
  cat "$TASKGEN_TEST_FIGURES"
fi

failed_before=$failed
files=0
while IFS= read -r file; do
  files=$((files + 1))
  file_failed=$(counter "$file" failed)
  passed=$((passed + $(counter "$file" passed)))
  failed_here=$failed
  while IFS= read -r name; do
    [ -n "$name" ] && fail "$name"
  done < <(failing_tests "$file")
  # A count without names is a count all the same.
  while [ "$((failed - failed_here))" -lt "$file_failed" ]; do
    fail "a test without a name in $(basename "$file")"
  done
  # A test process that crashed leaves a run that failed without a test that did.
  if [ "$file_failed" -eq 0 ] && ! grep -q '<ResultSummary outcome="Completed"' "$file"; then
    fail 'a test process crashed or hung: the output above says which'
  fi
done < <(find "$results" -name '*.trx' | sort)

expected=0
while IFS= read -r project; do
  project=${project//\\//}
  if [ -f "$project" ] && grep -q 'Test.targets' "$project"; then
    expected=$((expected + 1))
  fi
done < <(dotnet sln TaskGen.sln list | tr -d '\r')

if [ "$files" -ne "$expected" ]; then
  fail "$expected test project(s) in the solution, but $files results file(s)"
elif [ "$exit_code" -ne 0 ] && [ "$failed" -eq "$failed_before" ]; then
  fail "dotnet test ended with exit code $exit_code"
elif [ "$files" -eq 0 ]; then
  fail 'no test project ran'
fi

finish
