#!/usr/bin/env bash
# Runs the upgrade tests between this commit and another one: eng/upgrade-from.sh COMMIT.
# Builds both versions of the application of this commit's tests/Upgrade.* on the library of that commit, in a worktree that is removed
# afterwards. The old version then runs on that commit's library and the new version on this one's, and after that the reverse.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
commit=${1:?'Usage: eng/upgrade-from.sh COMMIT'}
folder=$(mktemp -d "${TMPDIR:-/tmp}/taskgen-upgrade.XXXXXX")
clean_up() {
  git worktree remove --force "$folder/tree" 2>/dev/null || true
  rm -rf "$folder"
}
trap clean_up EXIT

git worktree add --detach "$folder/tree" "$commit"
for part in Common Old New; do
  rm -rf "$folder/tree/tests/Upgrade.$part"
  git archive HEAD "tests/Upgrade.$part" | tar -x -C "$folder/tree"
done
for version in Old New; do
  dotnet build "$folder/tree/tests/Upgrade.$version" -c Release -o "$folder/$version"
done
dotnet build tests/Upgrade.Tests -c Release

printf '\n== The old version on %s, the new version on this commit\n' "$commit"
TASKGEN_UPGRADE_OLD="$folder/Old" dotnet test tests/Upgrade.Tests -c Release --no-build
printf '\n== The old version on this commit, the new version on %s\n' "$commit"
TASKGEN_UPGRADE_NEW="$folder/New" dotnet test tests/Upgrade.Tests -c Release --no-build
