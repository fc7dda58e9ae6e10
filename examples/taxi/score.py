"""Measures a model on rides that it has not seen."""

import argparse
import csv
import json
import pathlib

parser = argparse.ArgumentParser()
parser.add_argument("--rides", required=True)
parser.add_argument("--model", required=True)
parser.add_argument("--report", required=True)
arguments = parser.parse_args()

line = json.loads((pathlib.Path(arguments.model) / "line.json").read_text())
with open(pathlib.Path(arguments.rides) / "test.csv", newline="") as file:
    errors = [abs(line["start"] + line["slope"] * float(ride["distance_km"]) - float(ride["fare"])) for ride in csv.DictReader(file)]

out = pathlib.Path(arguments.report)
out.mkdir(parents=True, exist_ok=True)
(out / "report.json").write_text(json.dumps({"rides": len(errors), "error": sum(errors) / len(errors)}))
print(f"{len(errors)} rides, {sum(errors) / len(errors):.2f} off on average")
