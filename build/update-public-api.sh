#!/usr/bin/env bash
# Rewrites src/*/PublicAPI.Unshipped.txt from what the libraries show now. Look at the difference before you commit it: it is the change
# that users will see. On a release the lines move to PublicAPI.Shipped.txt.
set -euo pipefail
cd "$(dirname "$0")/.."

# With an empty baseline the analyzer names every public member, written as the file wants it.
for file in src/*/PublicAPI.Unshipped.txt; do
  echo '#nullable enable' >"$file"
done

for file in src/*/PublicAPI.Unshipped.txt; do
  project=$(echo "$(dirname "$file")"/*.csproj)
  log=$(dotnet build "$project" --no-incremental -p:CheckPublicApi=true -p:TreatWarningsAsErrors=false -v:quiet 2>&1) || { echo "$log"; exit 1; }
  sed -nE "s/.*warning RS0016: Symbol '(.*)' is not part of the declared public API.*$(basename "$project")\]$/\1/p" <<<"$log" | LC_ALL=C sort -u >>"$file"
  echo "$file: $(($(wc -l <"$file") - 1)) lines"
done
