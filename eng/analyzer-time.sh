#!/usr/bin/env bash
# Measures how much of a build the analyzers and the generator of TaskGen take: eng/analyzer-time.sh [RUNS]
# Compiles tests/Ported, in which all .NET analyzers run, several times from the beginning, each time in new compiler processes. Prints a
# line per run and the median, and ends with exit code 1 if the median share of the compilation is more than 10 percent.
# The time of analyzers is the sum over all threads, so the share is too high rather than too low.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-5}
limit=10
project=tests/Ported/Ported.App
folder=$(mktemp -d "${TMPDIR:-/tmp}/taskgen-analyzers.XXXXXX")
trap 'rm -rf "$folder"' EXIT
export DOTNET_CLI_UI_LANGUAGE=en
export LC_ALL=C
export MSBUILDDISABLENODEREUSE=1

# Prints the output of a build only if it fails.
build() {
  dotnet build "$project" -c Release --nologo "$@" >"$folder/console.txt" || {
    cat "$folder/console.txt"
    exit 1
  }
}

# The library is built here, so that the measured builds compile only the application.
build

# Sums the rows of TaskGen in the reports of analyzers (first table of a compilation) and of generators (second table).
read_report() {
  awk '
    /Total analyzer execution time:/ { table = "analyzers" }
    /Total generator execution time:/ { table = "generator" }
    $3 ~ /^TaskGen\./ && $4 ~ /^Version=/ && $1 ~ /^[0-9.]+$/ { seconds[table] += $1 }
    / ms +Csc +[0-9]+ calls/ { compile = $1 / 1000 }
    /^ *Time Elapsed/ { split($3, part, ":"); build = part[1] * 3600 + part[2] * 60 + part[3] }
    END {
      own = seconds["analyzers"] + seconds["generator"]
      printf "%.3f %.3f %.3f %.3f %.2f %.2f\n",
        seconds["analyzers"], seconds["generator"], compile, build, 100 * own / compile, 100 * own / build
    }' "$1"
}

printf '%4s %12s %12s %12s %10s %14s %12s\n' Run 'Analyzers s' 'Generator s' 'Compiler s' 'Build s' 'Of compiler' 'Of build'
for run in $(seq "$runs"); do
  build -m:1 "-p:PortedOutput=$folder/$run/" -p:ReportAnalyzer=true -p:UseSharedCompilation=false \
    "-flp:LogFile=$folder/$run.log;Verbosity=detailed;PerformanceSummary"
  read_report "$folder/$run.log" >>"$folder/runs.txt"
  tail -n 1 "$folder/runs.txt" | awk -v run="$run" '{ printf "%4d %12s %12s %12s %10s %13s%% %11s%%\n", run, $1, $2, $3, $4, $5, $6 }'
done

# The median of a column; of an even number of runs the lower one of the two in the middle.
median() {
  awk -v column="$1" '{ print $column }' "$folder/runs.txt" | sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

share=$(median 5)
printf 'Median: analyzers %s s, generator %s s; together %s%% of the compiler, %s%% of the build\n' "$(median 1)" "$(median 2)" "$share" "$(median 6)"
awk -v share="$share" -v limit="$limit" 'BEGIN { exit !(share <= limit) }' || {
  printf 'More than %s percent of the compiler\n' "$limit"
  exit 1
}
