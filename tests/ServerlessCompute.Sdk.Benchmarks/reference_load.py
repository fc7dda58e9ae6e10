"""Times how long azure-ai-ml takes to load YAML files: one line of seconds for each pass over all of them, after one pass that does not count.

Standard input: a line for each file, its kind (job, component or schedule), a tab, its path. Run by the figure yaml.corpus.
"""
import logging
import os
import sys
import time
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
os.environ.setdefault("AZURE_CORE_COLLECT_TELEMETRY", "0")

from azure.ai.ml import load_component, load_job
from azure.ai.ml.entities._load_functions import load_schedule

LOADERS = {"job": load_job, "component": load_component, "schedule": load_schedule}
PASSES = 5

files = [line.rstrip("\n").split("\t") for line in sys.stdin if line.strip()]
refused = 0
for number in range(PASSES + 1):
    refused = 0
    seconds = 0.0
    for kind, path in files:
        # Some paths in a file start from the current folder.
        os.chdir(os.path.dirname(path))
        start = time.perf_counter()
        try:
            LOADERS[kind](path)
        except Exception:
            refused += 1
        seconds += time.perf_counter() - start
    if number > 0:
        print(seconds, flush=True)
print(f"{len(files)} files, {refused} refused", file=sys.stderr)
