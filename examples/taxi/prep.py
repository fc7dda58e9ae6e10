"""Leaves out rides that went nowhere or cost nothing, and keeps every fifth of the others for a test."""

import argparse
import csv
import pathlib

parser = argparse.ArgumentParser()
parser.add_argument("--rides", required=True)
parser.add_argument("--out", required=True)
arguments = parser.parse_args()

with open(arguments.rides, newline="") as file:
    rides = list(csv.DictReader(file))
good = [ride for ride in rides if float(ride["distance_km"]) > 0 and float(ride["fare"]) > 0]
print(f"{len(rides)} rides, {len(good)} of them good")

out = pathlib.Path(arguments.out)
out.mkdir(parents=True, exist_ok=True)
for name, part in [("train.csv", [r for i, r in enumerate(good) if i % 5]), ("test.csv", good[::5])]:
    with open(out / name, "w", newline="") as file:
        writer = csv.DictWriter(file, ["distance_km", "fare"])
        writer.writeheader()
        writer.writerows(part)
