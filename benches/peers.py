#!/usr/bin/env python3
"""Times `gongshi rank` beside NetworKit, igraph and networkx, and holds the values together.

usage: peers.py GONGSHI IN.csv [--measures closeness,harmonic,…] [--peers networkit,igraph,networkx]
                [--threads 2] [--limit 1800]

IN.csv has the columns person,event. `gongshi` is timed as a whole process, from the file to its
table, before and after each peer; a peer is timed for the measure alone, the projection being
given to it as a graph ready made. On a machine that others use too, seconds of the processor are
the fairer figure: both are printed, with the peak of memory. Each peer runs in a process of its own.

Needs: pip install -r requirements.txt
"""
import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

MEASURES = ["degree", "closeness", "harmonic", "betweenness", "eigenvector", "pagerank", "community"]
TOLERANCE = {"eigenvector": 1e-4, "pagerank": 1e-6}


def incidences(path):
    persons, events, rows, columns = {}, {}, [], []
    with open(path, newline="", encoding="utf-8") as file:
        for number, row in enumerate(csv.reader(file)):
            if number:
                rows.append(persons.setdefault(row[0], len(persons)))
                columns.append(events.setdefault(row[1], len(events)))
    return rows, columns, persons, len(events)


def projection(path):
    """The simple projection: (names, sources, targets, Newman's weights)"""
    import numpy
    from scipy import sparse

    rows, columns, persons, events = incidences(path)
    shape = (len(persons), events)
    matrix = sparse.csr_matrix((numpy.ones(len(rows)), (rows, columns)), shape=shape)
    matrix.data[:] = 1.0
    sizes = numpy.asarray(matrix.sum(axis=0)).ravel()
    share = numpy.where(sizes > 1, 1.0 / numpy.maximum(sizes - 1, 1), 0.0)
    ties = sparse.triu(matrix @ sparse.diags(share) @ matrix.T, k=1).tocoo()
    return list(persons), ties.row, ties.col, ties.data


def networkit(measure, names, sources, targets, weights, threads):
    import networkit as nk
    import numpy

    nk.setNumberOfThreads(threads)
    ends = (sources.astype(numpy.uint64), targets.astype(numpy.uint64))
    graph = nk.GraphFromCoo((weights, ends), n=len(names), weighted=True, directed=False)
    simple = nk.graphtools.toUnweighted(graph)
    central = nk.centrality
    wasserman_faust = central.ClosenessVariant.GENERALIZED if measure == "closeness" else None
    last = len(names) - 1
    # What each prints for the measure as gongshi defines it: harmonic is a mean, paths count twice.
    runs = {
        "degree": lambda: central.DegreeCentrality(simple).run().scores(),
        "closeness": lambda: central.Closeness(simple, True, wasserman_faust).run().scores(),
        "harmonic": lambda: [x * last for x in central.HarmonicCloseness(simple, True).run().scores()],
        "betweenness": lambda: [x / 2 for x in central.Betweenness(simple).run().scores()],
        "eigenvector": lambda: central.EigenvectorCentrality(simple, 1e-9).run().scores(),
        "pagerank": lambda: central.PageRank(simple, damp=0.85, tol=1e-12).run().scores(),
        "community": lambda: parallel_leiden(nk, graph),
    }
    return runs[measure]


def parallel_leiden(nk, graph):
    found = nk.community.ParallelLeiden(graph, iterations=2)
    found.run()
    return nk.community.Modularity().getQuality(found.getPartition(), graph)


def igraph(measure, names, sources, targets, weights, _threads):
    import igraph as ig
    import numpy

    graph = ig.Graph(n=len(names), edges=numpy.column_stack((sources, targets)))
    others = len(names) - 1
    reach = graph.connected_components()
    size = {node: len(part) - 1 for part in reach for node in part}

    def closeness():
        values = graph.closeness()
        return [0.0 if x != x else x * size[node] / others for node, x in enumerate(values)]

    def leiden():
        import leidenalg

        kind = leidenalg.ModularityVertexPartition
        return leidenalg.find_partition(graph, kind, weights=weights, n_iterations=2, seed=1).quality()

    return {
        "degree": graph.degree,
        "closeness": closeness,
        "harmonic": lambda: [0.0 if x != x else x * others for x in graph.harmonic_centrality()],
        "betweenness": lambda: graph.betweenness(directed=False),
        "eigenvector": lambda: unit(graph.eigenvector_centrality()),
        "pagerank": lambda: graph.pagerank(),
        "community": leiden,
    }[measure]


def networkx(measure, names, sources, targets, _weights, _threads):
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_edges_from(zip(sources.tolist(), targets.tolist()))

    def ordered(values):
        return [values[node] for node in range(len(names))]

    runs = {
        "degree": lambda: ordered(dict(graph.degree())),
        "closeness": lambda: ordered(nx.closeness_centrality(graph, wf_improved=True)),
        "harmonic": lambda: ordered(nx.harmonic_centrality(graph)),
        "betweenness": lambda: ordered(nx.betweenness_centrality(graph, normalized=False)),
        "eigenvector": lambda: ordered(nx.eigenvector_centrality(graph, max_iter=10000, tol=1e-12)),
        "pagerank": lambda: ordered(nx.pagerank(graph, tol=1e-12, max_iter=1000)),
    }
    return runs.get(measure)


def unit(values):
    length = sum(x * x for x in values) ** 0.5
    return [x / length for x in values]


PEERS = {"networkit": networkit, "igraph": igraph, "networkx": networkx}


def worker(peer, measure, path, threads):
    """Runs one measure of one peer, and writes what it took to standard output."""
    names, sources, targets, weights = projection(path)
    run = PEERS[peer](measure, names, sources, targets, weights, threads)
    if run is None:
        return
    wall, used = time.perf_counter(), time.process_time()
    values = run()
    took = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - used}
    took["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    took["values"] = values if measure == "community" else dict(zip(names, values))
    json.dump(took, sys.stdout)


def measured(command, environment, limit):
    """Runs a command; returns seconds, seconds of the processor, memory in MiB, and its output."""
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, env=environment, stderr=subprocess.DEVNULL)
        stop = time.monotonic() + limit
        while True:
            done, status, usage = os.wait4(child.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > stop:
                child.kill()
            time.sleep(0.005)
        wall = time.perf_counter() - start
        out.seek(0)
        text = out.read().decode()
    if os.waitstatus_to_exitcode(status) != 0:
        return None
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, text


def ours(program, measure, path, environment, limit):
    command = [program, "rank", "--incidence", path, "--by", measure, "--format", "csv"]
    wall, cpu, memory, text = measured(command, environment, limit)
    rows = list(csv.reader(text.splitlines()))[1:]
    return wall, cpu, memory, {row[0]: float(row[1]) for row in rows}


def modularity(path, community):
    names, sources, targets, weights = projection(path)
    import numpy

    of = numpy.array([community[name] for name in names]).astype(int)
    total = weights.sum()
    strength = numpy.bincount(sources, weights, len(names)) + numpy.bincount(targets, weights, len(names))
    within = weights[of[sources] == of[targets]].sum() / total
    parts = numpy.bincount(of, strength) / (2 * total)
    return within - (parts**2).sum()


def compare(measure, path, mine, theirs):
    if measure == "community":
        return f"modularity {modularity(path, mine):.5f} and {theirs:.5f}"
    least = max(abs(x) for x in theirs.values()) * 1e-9
    worst = max(abs(mine[name] - x) / max(abs(x), least, 1e-300) for name, x in theirs.items())
    good = worst <= TOLERANCE.get(measure, 1e-9)
    return f"{'equal' if good else 'DIFFERENT'}, to a relative {worst:.1e}"


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("csv")
    parser.add_argument("--measures", default=",".join(MEASURES))
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=float, default=1800)
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.worker:
        peer, measure = args.worker.split(",")
        return worker(peer, measure, args.csv, args.threads)
    threads = str(args.threads)
    environment = dict(os.environ, RAYON_NUM_THREADS=threads, OMP_NUM_THREADS=threads)
    print("measure", "peer", "ours_s", "ours_cpu_s", "ours_MiB", "peer_s", "peer_cpu_s", "peer_MiB",
          "times_faster", "times_less_cpu", "values", sep="\t")
    for measure in args.measures.split(","):
        for peer in args.peers.split(","):
            before = ours(args.program, measure, args.csv, environment, args.limit)
            command = [sys.executable, __file__, args.program, args.csv, "--worker",
                       f"{peer},{measure}", "--threads", threads]
            found = measured(command, environment, args.limit)
            after = ours(args.program, measure, args.csv, environment, args.limit)
            wall, cpu = (before[0] + after[0]) / 2, (before[1] + after[1]) / 2
            if found is None or not found[3]:
                print(measure, peer, f"{wall:.2f}", f"{cpu:.2f}", before[2], "none", sep="\t", flush=True)
                continue
            took = json.loads(found[3])
            print(measure, peer, f"{wall:.2f}", f"{cpu:.2f}", before[2], f"{took['wall']:.2f}",
                  f"{took['cpu']:.2f}", took["memory"], f"{took['wall'] / wall:.1f}",
                  f"{took['cpu'] / cpu:.1f}", compare(measure, args.csv, before[3], took["values"]),
                  sep="\t", flush=True)


main()
