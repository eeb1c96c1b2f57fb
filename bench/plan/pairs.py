"""pairs.py SIMULATOR WELLMET FIRST SEEDS: a table for each setting, differences paired by seed."""
import importlib.util
import statistics
import sys

simulator, wellmet, first, seeds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
spec = importlib.util.spec_from_file_location("planner_sim", simulator)
sim = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sim)

OURS = f"exec:{wellmet} eval plan"
CADENCES = ["cadence_fifo", "cadence_overdue", "cadence_90d"]
SETTINGS = [(60, {}, ["whittle"]), (20, {}, ["whittle"]), (60, {"decay": 1.5, "reply": 0.7}, ["whittle"])]


def mean(values):
    return statistics.fmean(values), statistics.stdev(values) / len(values) ** 0.5


for budget, options, others in SETTINGS:
    print(f"{budget} minutes a week, {options or 'as it is'}, seeds {first}..{first + seeds - 1}", flush=True)
    net = {
        policy: [sim.run(policy, seed, 300, 104, budget, options)["net"] for seed in range(first, first + seeds)]
        for policy in [OURS] + others + CADENCES
    }
    for policy, values in net.items():
        line = "  {:<16} {:6.2f} +- {:.2f}".format("wellmet" if policy == OURS else policy, *mean(values))
        if policy != OURS:
            line += "   wellmet {:+.2f} +- {:.2f}".format(*mean([a - b for a, b in zip(net[OURS], values)]))
        print(line, flush=True)
