"""Prints the rows that the measuring programs wrote: row, name, unit, median, worst, aim (0 for none)."""
import sys

with open(sys.argv[1], encoding="utf-8") as lines:
    rows = [line.rstrip("\n").split("\t")[1:] for line in lines]
width = max([len(row[0]) for row in rows], default=10)
print(f"{'':{width}}  {'median':>10}  {'worst':>10}  {'aim':>10}")
for name, unit, median, worst, aim in rows:
    wanted = f"{float(aim):g} {unit}" if float(aim) else "–"
    missed = "  missed" if float(aim) and float(median) > float(aim) else ""
    print(f"{name:{width}}  {float(median):>7.4g} {unit:<2}  {float(worst):>7.4g} {unit:<2}  {wanted:>10}{missed}")
