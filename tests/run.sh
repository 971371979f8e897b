#!/usr/bin/env bash
# Runs all tests. They need nothing but the .NET SDK; a test that cannot run where you are is skipped, and says why.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v dotnet >/dev/null; then
    echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2
    exit 1
fi

results=$(mktemp)
trap 'rm -f "$results"' EXIT
dotnet build --nologo -v quiet
code=0
dotnet test --no-build 2>&1 | tee "$results" || code=$?

# The runner's own summary is not one line; this one is what people and programs look for. No test at all is a failure.
awk '/^  failed:/ {failed=$2} /^  succeeded:/ {passed=$2} /^  skipped:/ {skipped=$2}
     END {printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped; exit passed + failed == 0}' "$results" || code=1
exit "$code"
