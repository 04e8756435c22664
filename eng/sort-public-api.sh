#!/usr/bin/env bash
# Puts the public API files in order after `dotnet format analyzers <project> --diagnostics RS0016 --severity info` has added to them.
set -euo pipefail
cd "$(dirname "$0")/.."
for file in src/*/PublicAPI/PublicAPI.Unshipped.txt; do
  { echo '#nullable enable'; grep -av '#nullable enable' "$file" | sed '1s/^\xef\xbb\xbf//' | { grep -v '^$' || true; } | LC_ALL=C sort -u; } > "$file.sorted"
  mv "$file.sorted" "$file"
done
