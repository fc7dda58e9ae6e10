#!/usr/bin/env bash
# Publishes tests/ServerlessCompute.Sdk.AotTest ahead of time, warnings being errors, and runs it: the libraries trim and compile natively.
# Where there is no native linker it says so and passes.
set -euo pipefail
cd "$(dirname "$0")/.."

case ${OSTYPE:-} in
  msys* | cygwin*) linker=$(ls '/c/Program Files (x86)/Microsoft Visual Studio/Installer/vswhere.exe' 2>/dev/null || true) ;;
  *) linker=$(command -v clang || command -v gcc || true) ;;
esac
if [[ -z $linker ]]; then
  echo 'Skipped: this machine has no native linker (clang, gcc or Visual Studio).'
  exit 0
fi

project=ServerlessCompute.Sdk.AotTest
dotnet publish "tests/$project" -p:PublishAot=true -warnaserror
output=$("artifacts/publish/$project/release/$project")
echo "$output"
[[ $output == *Completed* ]]
