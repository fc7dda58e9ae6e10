#!/usr/bin/env bash
# Holds what the client and the in-memory service say to each other against the service's own specification, with the validator of Azure's
# traffic (npm: oav). Needs node, npm, and the specification of version 2024-04-01 beside the repository (../shared/contract); without
# them it says so and checks nothing. The last line: exchanges, operations, unmatched requests and errors that are not allowed for.
set -euo pipefail
cd "$(dirname "$0")/.."

spec=${SPEC:-../shared/contract}
[ -f "$spec/2024-04-01/mfe.json" ] || { echo "skipped: there is no specification at $spec/2024-04-01 (set SPEC to its folder)"; exit 0; }
command -v npm >/dev/null || { echo "skipped: npm is not installed"; exit 0; }

work=$PWD/artifacts/validate-traffic
rm -rf "$work/traffic" "$work/report.json"
mkdir -p "$work/traffic"
if [ ! -x "$work/node_modules/.bin/oav" ]; then
  npm install --prefix "$work" --no-audit --no-fund --silent oav@4.0.3 || { echo "skipped: the validator cannot be installed here"; exit 0; }
fi

# The specification refers to files above it by the layout of its own repository.
root=$work/azure-rest-api-specs/specification
stable=$root/machinelearningservices/resource-manager/Microsoft.MachineLearningServices/stable/2024-04-01
mkdir -p "$stable" "$root/common-types"
cp "$spec"/2024-04-01/*.json "$stable/"
rm -f "$stable/facts.json"
cp -r "$spec/common-types/." "$root/common-types/"

corpus=$spec/../corpus
[ -d "$corpus" ] || corpus=
dotnet run --project tests/ServerlessCompute.Sdk.Conformance.Tests -- traffic "$work/traffic" ${corpus:+"$corpus"}
# The exit status of the validator says nothing; its report does.
(cd "$work" && node_modules/.bin/oav validate-traffic "$work/traffic" "$root" --jsonReport "$work/report.json" >"$work/oav.log" 2>&1) || true
[ -f "$work/report.json" ] || { tail -5 "$work/oav.log"; echo "the validator wrote no report"; exit 1; }
node tests/validate-traffic.mjs "$work/report.json" "$work/traffic" "$stable"
