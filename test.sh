#!/usr/bin/env bash
# Restores, builds and runs everything that can fail, prints how many tests each suite has and how long it took, and ends with one line:
# "N passed, N failed".
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
table=''

results=$(mktemp -d "${TMPDIR:-/tmp}/taskgen-tests.XXXXXX")
service_policy=''
lanes=''
clean_up() {
  local lane
  for lane in $lanes; do
    kill -TERM "$lane" 2>/dev/null || true
  done
  for lane in $lanes; do
    wait "$lane" 2>/dev/null || true
  done
  rm -rf "$results"
  allow_services
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

head_line() {
  printf '\n== %s\n' "$1"
}

fail() {
  failed=$((failed + 1))
  failures="$failures  $1"$'\n'
}

# A line of the table at the end.
row() {
  table="$table$(printf '%-40s %8s %4d m %02d s' "$1" "$2" "$(($3 / 60))" "$(($3 % 60))")"$'\n'
}

finish() {
  if [ "$((passed + failed))" -eq 0 ]; then
    fail 'no test ran'
  fi
  row 'The whole run' "$((passed + failed))" "$SECONDS"
  head_line 'Times'
  printf '%-40s %8s %10s\n' 'Suite' 'Tests' 'Time'
  printf '%s' "$table"
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
  local name=$1 started=$SECONDS
  shift
  head_line "$name"
  if ! "$@"; then
    fail "$name"
    finish
  fi
  row "$name" '' "$((SECONDS - started))"
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
must 'Restore and build' dotnet build TaskGen.sln -c Release -warnaserror

# A program that checks itself counts as one test.
run_consumer() {
  $priority dotnet run --project tests/Consumer -c Release
}

run_sample() {
  $priority dotnet run --project src/Sample -c Release --no-build
}

# A test that hangs ends its process. A name that ends with @alone means the tests of the suite that have the trait Run = Alone.
run_suite() {
  local suite=${1%@alone} filter='Run!=Alone'
  if [ "$suite" != "$1" ]; then
    filter='Run=Alone'
  fi
  $priority dotnet test "tests/$suite/bin/Release/net10.0/$suite.dll" --filter "$filter" \
    --logger "trx;LogFileName=$1.trx" --results-directory "$results" \
    --blame-hang-timeout 10m --blame-hang-dump-type none
}

# Runs one step in the background of its lane, so that the lane can be told to end, and prints what it said when it is over.
# Two lanes never print at once.
step() {
  local name=$1 started=$SECONDS code=0
  if [ "$name" = Consumer ]; then
    run_consumer >"$results/$name.log" 2>&1 </dev/null &
  elif [ "$name" = Sample ]; then
    run_sample >"$results/$name.log" 2>&1 </dev/null &
  else
    run_suite "$name" >"$results/$name.log" 2>&1 </dev/null &
  fi
  child=$!
  wait "$child" || code=$?
  child=''
  printf '%d %d\n' "$code" "$((SECONDS - started))" >"$results/$name.end"
  until mkdir "$results/printing" 2>/dev/null; do
    sleep 0.2
  done
  head_line "$name"
  cat "$results/$name.log"
  rmdir "$results/printing"
}

# Runs steps one after the other, beside those of other lanes; the first argument is put before their commands.
start_lane() {
  (
    priority=$1
    shift
    trap - EXIT INT
    child=''
    trap '[ -n "$child" ] && end_tree "$child"; exit 143' TERM
    for name in "$@"; do
      step "$name"
    done
  ) &
  lanes="$lanes $!"
}

# A shell that waits for a command does not pass a signal on.
end_tree() {
  local below
  for below in $(ps -A -o pid= -o ppid= | awk -v parent="$1" '$2 == parent { print $1 }'); do
    end_tree "$below"
  done
  kill -TERM "$1" 2>/dev/null || true
}

wait_for_lanes() {
  local lane
  for lane in $lanes; do
    wait "$lane" || true
  done
  lanes=''
}

# These mostly wait: for servers, leases, and processes.
brokers='Broker.Conformance Servers.Tests'
applications='Integration.Tests Pattern.Tests Upgrade.Tests'
# Each of these tests keeps all processors busy and states limits: beside other work they would mean nothing.
alone='Reliability.Tests Broker.Conformance@alone'
# These build; one after the other, because they share folders.
builds='Package.Tests Aot.Smoke.Tests Ported.Tests'
if [ -f tests/Consumer/Consumer.csproj ]; then
  builds="Consumer $builds"
fi
# All others compute.
computing='Sample'

suites=''
while IFS= read -r project; do
  project=${project//\\//}
  if [ -f "$project" ] && grep -q 'Test.targets' "$project"; then
    suite=$(basename "$project" .csproj)
    suites="$suites $suite"
    case " $brokers $applications $builds $alone " in
      *" $suite "*) ;;
      *) computing="$computing $suite" ;;
    esac
  fi
done < <(dotnet sln TaskGen.sln list | tr -d '\r')
suites="$suites Broker.Conformance@alone"

export TASKGEN_TEST_FIGURES="$results/figures.txt"
# The lists are split into words on purpose.
# shellcheck disable=SC2086
{
  start_lane '' $brokers
  start_lane '' $applications
  # What computes gives way to what waits, so that its limits of time go on meaning something.
  start_lane 'nice -n 5' $computing
  start_lane 'nice -n 5' $builds
  wait_for_lanes
  start_lane '' $alone
  wait_for_lanes
}

if [ -s "$TASKGEN_TEST_FIGURES" ]; then
  head_line 'Figures'
  cat "$TASKGEN_TEST_FIGURES"
fi

# How a step ended: its exit code and seconds.
read_end() {
  code=1
  seconds=0
  if [ -f "$results/$1.end" ]; then
    read -r code seconds <"$results/$1.end"
  fi
}

for name in $builds $computing; do
  if [ "$name" = Consumer ] || [ "$name" = Sample ]; then
    read_end "$name"
    if [ "$code" -eq 0 ]; then
      passed=$((passed + 1))
    else
      fail "$name (exit code $code)"
    fi
    row "$name" 1 "$seconds"
  fi
done

for name in $suites; do
  read_end "$name"
  file="$results/$name.trx"
  if [ ! -f "$file" ]; then
    fail "$name has no results file (exit code $code)"
    row "$name" 0 "$seconds"
    continue
  fi
  file_passed=$(counter "$file" passed)
  file_failed=$(counter "$file" failed)
  passed=$((passed + file_passed))
  row "$name" "$((file_passed + file_failed))" "$seconds"
  failed_here=$failed
  while IFS= read -r test; do
    [ -n "$test" ] && fail "$test"
  done < <(failing_tests "$file")
  # A count without names is a count all the same.
  while [ "$((failed - failed_here))" -lt "$file_failed" ]; do
    fail "a test without a name in $name"
  done
  # A test process that crashed leaves a run that failed without a test that did.
  if [ "$file_failed" -eq 0 ]; then
    if ! grep -q '<ResultSummary outcome="Completed"' "$file"; then
      fail "$name: the test process crashed or hung: the output above says which test"
    elif [ "$code" -ne 0 ]; then
      fail "$name ended with exit code $code"
    fi
  fi
done

if [ -z "$suites" ]; then
  fail 'no test project ran'
fi

finish
