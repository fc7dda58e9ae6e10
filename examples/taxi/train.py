"""Fits a line through the fares by gradient descent, and writes it as the model."""

import argparse
import csv
import json
import pathlib

parser = argparse.ArgumentParser()
parser.add_argument("--rides", required=True)
parser.add_argument("--rate", type=float, required=True)
parser.add_argument("--epochs", type=int, required=True)
parser.add_argument("--model", required=True)
arguments = parser.parse_args()

with open(pathlib.Path(arguments.rides) / "train.csv", newline="") as file:
    rides = [(float(ride["distance_km"]), float(ride["fare"])) for ride in csv.DictReader(file)]

start, slope = 0.0, 0.0
for _ in range(arguments.epochs):
    errors = [start + slope * distance - fare for distance, fare in rides]
    start -= arguments.rate * sum(errors) / len(rides)
    slope -= arguments.rate * sum(error * distance for error, (distance, _) in zip(errors, rides)) / len(rides)

out = pathlib.Path(arguments.model)
out.mkdir(parents=True, exist_ok=True)
(out / "line.json").write_text(json.dumps({"start": start, "slope": slope}))
print(f"a ride costs {start:.2f} and {slope:.2f} a kilometre")
