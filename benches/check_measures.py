#!/usr/bin/env python3
"""Compares every measure of `gongshi rank` with networkx, igraph or the definition.

usage: check_measures.py GONGSHI [NETWORKS [SEED]]

Makes NETWORKS (500) random incidences with large events, shared pairs, isolated nodes, events
without members, several components and repeated rows, and a fifth as many directed networks; runs
GONGSHI on each, and prints the largest relative difference of each measure from its reference.
Exits with 1 if one is above 1e-9. Python packages: requirements.txt beside this file.

A difference is relative to the greater of the two values, or to a thousandth of the greatest value
of that measure in the network where that is more (of a figure of the whole network, to 0.001: a
correlation of 0 is rounded to 1e-16). What a reference leaves undefined (NaN of an
isolated node, of no path, of equal degrees) must be 0 here, or empty among the figures of a whole.
"""
import csv
import io
import itertools
import math
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import igraph
import networkx as nx
import numpy as np

LIMIT = 1e-9
WEIGHTS = ["none", "shared", "newman", "fractional"]
ROLES = ["coordinator", "itinerant", "gatekeeper", "representative", "liaison"]


# The networks ------------------------------------------------------------------------------------


def incidence(rng):
    """Returns rows of person, event and country, and the sets that they mean."""
    nodes = [f"p{i:02}" for i in range(rng.randint(2, 36))]
    groups = [f"e{i:02}" for i in range(rng.randint(1, 18))]
    country = {node: rng.choice(["", "A", "B", "C"]) for node in nodes}
    parts = rng.choice([1, 1, 2, 3])
    rows = [(node, "") for node in nodes if rng.random() < 0.1]
    for number, group in enumerate(groups):
        own = [node for place, node in enumerate(nodes) if place % parts == number % parts]
        large = number == 0 and rng.random() < 0.5
        size = len(own) if large else min(len(own), 1 + int(rng.paretovariate(1.3)))
        rows += [(node, group) for node in rng.sample(own, size)]
        if size > 1 and rng.random() < 0.4:
            again = rng.choice(groups)
            if int(again[1:]) % parts == number % parts:
                rows += [(node, again) for node, _ in rows[-2:]]
    if rng.random() < 0.2:
        rows.append(("", "e99"))
    rows += [(node, "") for node in nodes if node not in {row[0] for row in rows}]
    rows += rng.sample(rows, rng.randint(0, min(3, len(rows))))
    rng.shuffle(rows)
    members = {group: set() for _, group in rows if group}
    for node, group in rows:
        if node and group:
            members[group].add(node)
    return [(node, group, country.get(node, "")) for node, group in rows], nodes, members, country


def projection(nodes, members, weight):
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    for group in sorted(members):
        size = len(members[group])
        add = {"newman": 1 / max(size - 1, 1), "fractional": 1 / max(size, 1)}.get(weight, 1)
        for a, b in itertools.combinations(sorted(members[group]), 2):
            before = graph.edges[a, b]["weight"] if graph.has_edge(a, b) else 0
            graph.add_edge(a, b, weight=1 if weight == "none" else before + add)
    return graph


def two_mode(nodes, members):
    graph = nx.Graph()
    graph.add_nodes_from(nodes, bipartite=0)
    graph.add_nodes_from(members, bipartite=1)
    graph.add_edges_from((node, group) for group in members for node in members[group])
    return graph


# The references ----------------------------------------------------------------------------------


def perron(graph):
    """The eigenvector of the greatest eigenvalue; of equal components as the power method from
    equal values has it."""
    nodes = list(graph)
    whole = dict.fromkeys(nodes, 0.0)
    best, shares = 0.0, []
    for part in nx.connected_components(graph):
        part = sorted(part)
        values, vectors = np.linalg.eigh(nx.to_numpy_array(graph, part, weight="weight"))
        vector = np.abs(vectors[:, -1])
        if values[-1] > best * (1 + 1e-10):
            best, shares = values[-1], []
        if values[-1] >= best * (1 - 1e-10):
            shares.append((part, vector * vector.sum()))
    for part, vector in shares:
        whole.update(zip(part, vector))
    length = math.sqrt(sum(x * x for x in whole.values()))
    return {node: x / length for node, x in whole.items()}, best


def opsahl(nodes, members):
    groups = {node: {g for g in members if node in members[g]} for node in nodes}
    shares, every, shut = {}, 0, 0
    for node in nodes:
        paths = closed = 0
        for p, q in itertools.combinations(groups[node], 2):
            for a in members[p] - {node}:
                for b in members[q] - {node, a}:
                    paths += 1
                    closed += bool(groups[a] & groups[b] - {p, q})
        shares[node] = closed / paths if paths else 0.0
        every, shut = every + paths, shut + closed
    return shares, shut / every if every else math.nan


def brokerage(graph, country):
    """Gould and Fernandez's roles, from all triples of a directed graph."""
    roles = {role: dict.fromkeys(graph, 0) for role in ROLES}
    for node in graph:
        for a in graph.predecessors(node):
            for b in graph.successors(node):
                own, source, target = country[node], country[a], country[b]
                if a == b or graph.has_edge(a, b) or not (own and source and target):
                    continue
                if source == own:
                    role = "coordinator" if target == own else "representative"
                elif target == own:
                    role = "gatekeeper"
                else:
                    role = "itinerant" if source == target else "liaison"
                roles[role][node] += 1
    roles["brokerage"] = {node: sum(roles[role][node] for role in ROLES) for node in graph}
    return roles


def components(graph):
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    return {node: number for number, part in enumerate(parts, 1) for node in part}


def in_igraph(graph):
    nodes = sorted(graph)
    place = {node: number for number, node in enumerate(nodes)}
    edges = [(place[a], place[b]) for a, b in graph.edges]
    made = igraph.Graph(n=len(nodes), edges=edges)
    made.es["weight"] = [w for _, _, w in graph.edges(data="weight")]
    return made, lambda values: dict(zip(nodes, values))


def of_nodes(nodes, members, country):
    """Yields measure, name of the reference, values by node: of all that weights do not touch."""
    simple, both = projection(nodes, members, "none"), two_mode(nodes, members)
    yield "degree", "networkx degree", dict(simple.degree)
    yield "in-degree", "networkx degree", dict(simple.degree)
    yield "out-degree", "networkx degree", dict(simple.degree)
    yield "groups", "networkx degree", {node: both.degree(node) for node in nodes}
    yield "closeness", "networkx closeness_centrality", nx.closeness_centrality(simple)
    yield "harmonic", "networkx harmonic_centrality", nx.harmonic_centrality(simple)
    far = {}
    for part in nx.connected_components(simple):
        far.update(nx.eccentricity(simple.subgraph(part)))
    yield "eccentricity", "networkx eccentricity", far
    between = nx.betweenness_centrality(simple, normalized=False)
    yield "betweenness", "networkx betweenness_centrality", between
    yield "core", "networkx core_number", nx.core_number(simple)
    yield "clustering", "networkx clustering", nx.clustering(simple)
    for name, mode in [("latapy", "dot"), ("latapy-min", "min"), ("latapy-max", "max")]:
        values = nx.bipartite.latapy_clustering(both, nodes, mode=mode)
        yield name, f"networkx latapy_clustering {mode}", values
    yield "opsahl", "definition", opsahl(nodes, members)[0]
    for role, values in brokerage(simple.to_directed(), country).items():
        yield role, "definition", values
    points = set(nx.articulation_points(simple))
    yield "articulation", "networkx articulation_points", {n: float(n in points) for n in nodes}
    values = nx.bipartite.closeness_centrality(both, nodes)
    values = {node: values[node] for node in nodes}
    yield "two-mode-closeness", "networkx bipartite.closeness_centrality", values
    values = nx.betweenness_centrality(both, normalized=False)
    yield "two-mode-betweenness", "networkx betweenness_centrality", {n: values[n] for n in nodes}
    parts = components(simple)
    yield "component", "networkx connected_components", parts
    sizes = {n: sum(1 for m in parts if parts[m] == parts[n]) for n in nodes}
    yield "component-size", "networkx connected_components", sizes
    made, named = in_igraph(simple)
    yield "degree", "igraph degree", named(made.degree())
    yield "betweenness", "igraph betweenness", named(made.betweenness())
    yield "core", "igraph coreness", named(made.coreness())
    values = named(made.transitivity_local_undirected(mode="zero"))
    yield "clustering", "igraph transitivity_local_undirected", values
    cut = set(made.articulation_points())
    values = named([float(i in cut) for i in range(made.vcount())])
    yield "articulation", "igraph articulation_points", values
    yield "constraint", "igraph constraint", named(made.constraint())
    values = named(x * (len(nodes) - 1) for x in made.harmonic_centrality())
    yield "harmonic", "igraph harmonic_centrality", values


def of_weights(nodes, members, weight):
    """Yields the same for the measures that weights touch."""
    graph = projection(nodes, members, weight)
    full = projection(nodes, members, "shared" if weight == "none" else weight)
    yield "strength", "networkx degree, weighted", dict(full.degree(weight="weight"))
    for name in ["newman", "fractional"]:
        values = dict(projection(nodes, members, name).degree(weight="weight"))
        yield name, "networkx degree, weighted", values
    vector, greatest = perron(graph)
    yield "eigenvector", "numpy eigh", vector
    total = sum(vector.values())
    hubs = {node: value / total for node, value in vector.items()}
    yield "hub", "numpy eigh", hubs
    yield "authority", "numpy eigh", hubs
    alpha = 0.85 / greatest if greatest else 0.0
    katz = nx.katz_centrality_numpy(graph, alpha, 1.0, normalized=False, weight="weight")
    yield "katz", "networkx katz_centrality_numpy", katz
    ranks = nx.pagerank(graph, tol=1e-15, max_iter=10_000, weight="weight")
    yield "pagerank", "networkx pagerank", ranks
    given = None if weight == "none" else "weight"
    yield "constraint", "networkx constraint", nx.constraint(graph, weight=given)
    # Without a list of nodes networkx 3.6.1 divides by the greatest weight of the other end.
    values = nx.effective_size(graph, list(graph), weight=given)
    yield "effective-size", "networkx effective_size", values


def normalised(nodes, members):
    simple, both = projection(nodes, members, "none"), two_mode(nodes, members)
    yield "degree", "networkx degree_centrality", nx.degree_centrality(simple)
    yield "betweenness", "networkx betweenness_centrality", nx.betweenness_centrality(simple)
    # Among the members of one event nobody is between, and networkx divides by zero.
    one = len(members) < 2
    values = {} if one else nx.bipartite.betweenness_centrality(both, nodes)
    values = {node: values.get(node, 0) for node in nodes}
    yield "two-mode-betweenness", "networkx bipartite.betweenness_centrality", values
    values = nx.bipartite.degree_centrality(both, nodes)
    yield "groups", "networkx bipartite.degree_centrality", {n: values[n] for n in nodes}
    vector, greatest = perron(simple)
    most = max(vector.values())
    yield "eigenvector", "numpy eigh", {n: x / most for n, x in vector.items()}
    alpha = 0.85 / greatest if greatest else 0.0
    katz = nx.katz_centrality_numpy(simple, alpha, 1.0, weight=None)
    yield "katz", "networkx katz_centrality_numpy", katz
    size = nx.effective_size(simple)
    values = {n: size[n] / simple.degree(n) if simple.degree(n) else 0 for n in nodes}
    yield "effective-size", "networkx effective_size", values


def of_whole(nodes, members, country):
    simple, both = projection(nodes, members, "none"), two_mode(nodes, members)
    yield "nodes", "networkx", len(nodes)
    yield "ties", "networkx", simple.size()
    yield "density", "networkx density", nx.density(simple)
    yield "components", "networkx", nx.number_connected_components(simple)
    yield "transitivity", "networkx transitivity", nx.transitivity(simple)
    yield "mean-clustering", "networkx average_clustering", nx.average_clustering(simple)
    value = nx.bipartite.robins_alexander_clustering(both)
    yield "robins-alexander", "networkx robins_alexander_clustering", value
    yield "opsahl", "definition", opsahl(nodes, members)[1]
    yield "two-mode-density", "networkx bipartite.density", nx.bipartite.density(both, nodes)
    parts = components(simple)
    largest = simple.subgraph(node for node in nodes if parts[node] == 1)
    yield "diameter", "networkx diameter", nx.diameter(largest)
    value = nx.average_shortest_path_length(largest) if len(largest) > 1 else math.nan
    yield "mean-distance", "networkx average_shortest_path_length", value
    if len({degree for _, degree in simple.degree if degree}) > 1:
        value = nx.degree_assortativity_coefficient(simple)
        yield "degree-assortativity", "networkx degree_assortativity_coefficient", value
    known = simple.subgraph(node for node in nodes if country[node])
    nx.set_node_attributes(known, country, "country")
    ends = {country[node] for edge in known.edges for node in edge}
    if len(ends) > 1:
        value = nx.attribute_assortativity_coefficient(known, "country")
        yield "country-assortativity", "networkx attribute_assortativity_coefficient", value
    across = sum(country[a] != country[b] for a, b in known.edges)
    value = (2 * across - known.size()) / known.size() if known.size() else math.nan
    yield "country-ei-index", "definition", value


def of_ties(nodes, members):
    simple, full = projection(nodes, members, "none"), projection(nodes, members, "shared")
    values = nx.edge_betweenness_centrality(simple, normalized=False)
    yield "edge-betweenness", "networkx edge_betweenness_centrality", values
    yield "weight", "networkx", {(a, b): w for a, b, w in full.edges(data="weight")}
    made, _ = in_igraph(simple)
    values = dict(zip(simple.edges, made.edge_betweenness()))
    yield "edge-betweenness", "igraph edge_betweenness", values


def of_directed(graph, country):
    """Yields those that follow the direction; nodes of an edge list have communities alone."""
    yield "in-degree", "networkx in_degree", dict(graph.in_degree)
    yield "out-degree", "networkx out_degree", dict(graph.out_degree)
    ranks = nx.pagerank(graph, tol=1e-15, max_iter=10_000, weight=None)
    yield "pagerank", "networkx pagerank", ranks
    values = np.linalg.svd(nx.to_numpy_array(graph, weight=None), compute_uv=False)
    alpha = 0.85 / values[0]
    katz = nx.katz_centrality_numpy(graph, alpha, 1.0, normalized=False, weight=None)
    yield "katz", "networkx katz_centrality_numpy", katz
    # Where the two greatest singular values are equal networkx's answer is one of many.
    if values[1] < values[0] * 0.999:
        plain = nx.DiGraph(graph.edges)
        plain.add_nodes_from(graph)
        hubs, authorities = nx.hits(plain, max_iter=10_000, tol=1e-15)
        yield "hub", "networkx hits", hubs
        yield "authority", "networkx hits", authorities
    for role, found in brokerage(graph, country).items():
        yield role, "definition, by community", found


# Running and comparing ---------------------------------------------------------------------------


class Check:
    def __init__(self, gongshi):
        self.gongshi, self.worst, self.missing = gongshi, {}, set()

    def answer(self, rows, arguments):
        with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="") as file:
            csv.writer(file).writerows(rows)
            file.flush()
            command = [self.gongshi, "rank", "--incidence", file.name, "--format", "csv"]
            command += arguments
            done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(command)}: {done.stderr}")
        return list(csv.DictReader(io.StringIO(done.stdout)))

    def note(self, measure, reference, ours, theirs, most):
        theirs = 0.0 if math.isnan(theirs) else float(theirs)
        scale = max(abs(ours), abs(theirs), 1e-3 * most)
        # A NaN is the greatest difference of all.
        difference = abs(ours - theirs) / scale if ours != theirs else 0.0
        difference = math.inf if math.isnan(difference) else difference
        key = (measure, reference)
        worst, count = self.worst.get(key, (0.0, 0))
        self.worst[key] = (max(worst, difference), count + 1)

    def nodes(self, table, references, suffix=""):
        rows = {row["node"]: row for row in table}
        for measure, reference, values in references:
            values = dict(values)
            if set(values) != set(rows):
                sys.exit(f"{measure}: other nodes than {reference}")
            most = max((abs(v) for v in values.values() if not math.isnan(v)), default=0.0)
            for node, value in values.items():
                self.note(measure + suffix, reference, float(rows[node][measure]), value, most)

    def ties(self, table, references):
        rows = {frozenset((row["source"], row["target"])): row for row in table}
        for measure, reference, values in references:
            most = max(values.values(), default=0.0)
            if len(values) != len(rows):
                sys.exit(f"{measure}: other ties than {reference}")
            for (a, b), value in values.items():
                ours = float(rows[frozenset((a, b))][measure])
                self.note(f"ties: {measure}", reference, ours, value, most)

    def whole(self, table, references):
        ours = {row["figure"]: row["value"] for row in table}
        for figure, reference, value in references:
            empty = not ours[figure]
            # An empty figure and one that is defined, or 0 where there is nothing to divide by.
            if empty and not math.isnan(value) and value != 0:
                value = math.inf
            here = 0.0 if empty else float(ours[figure])
            self.note(f"whole: {figure}", reference, here, value, 1)

    def undirected(self, seed):
        rows, nodes, members, country = incidence(random.Random(seed))
        rows = [("person", "event", "country"), *rows]
        plain = list(of_nodes(nodes, members, country))
        everything = ",".join(dict.fromkeys(name for name, _, _ in plain))
        if not any(country.values()):
            # Roles by something that no node has are refused.
            plain = [found for found in plain if found[0] not in ["brokerage", *ROLES]]
        names = ",".join(dict.fromkeys(name for name, _, _ in plain))
        yield self.nodes, self.answer(rows, ["--by", names]), plain
        for weight in WEIGHTS:
            found = list(of_weights(nodes, members, weight))
            names = ",".join(dict.fromkeys(name for name, _, _ in found))
            suffix = "" if weight == "none" else f" --weight {weight}"
            table = self.answer(rows, ["--by", names, "--weight", weight])
            yield lambda t, r, suffix=suffix: self.nodes(t, r, suffix), table, found
        found = list(normalised(nodes, members))
        names = ",".join(name for name, _, _ in found)
        table = self.answer(rows, ["--by", names, "--normalised"])
        yield lambda t, r: self.nodes(t, r, " --normalised"), table, found
        turned = {node: {g for g in members if node in members[g]} for node in nodes}
        names = everything + ",community"
        table = self.answer(rows, ["--by", names, "--transpose", "--attribute", "community"])
        communities = {row["node"]: row["community"] for row in table}
        found = list(of_nodes(sorted(members), turned, communities))
        yield lambda t, r: self.nodes(t, r, " --transpose"), table, found
        table = self.answer(rows, ["--ties", "--by", "edge-betweenness,weight"])
        yield self.ties, table, list(of_ties(nodes, members))
        yield self.whole, self.answer(rows, ["--whole"]), list(of_whole(nodes, members, country))

    def directed(self, seed):
        rng = random.Random(seed)
        graph = nx.gnp_random_graph(rng.randint(3, 25), rng.uniform(0.1, 0.4), seed, directed=True)
        graph = nx.relabel_nodes(graph, {node: f"d{node:02}" for node in graph})
        graph.remove_nodes_from(list(nx.isolates(graph)))
        if graph.size():
            names = "in-degree,out-degree,pagerank,katz,hub,authority,brokerage,community,"
            rows = [("source", "target"), *graph.edges]
            arguments = ["--directed", "--attribute", "community", "--by", names + ",".join(ROLES)]
            table = self.answer(rows, arguments)
            found = list(of_directed(graph, {row["node"]: row["community"] for row in table}))
            yield lambda t, r: self.nodes(t, r, " --directed"), table, found

    def without_reference(self):
        """Returns the measures that are not compared here."""
        command = [self.gongshi, "rank", "x", "--by", "?"]
        error = subprocess.run(command, capture_output=True, text=True).stderr
        known = error[error.index("known: ") + 7 : error.rindex(")")].replace("\n", " ")
        compared = {measure.split(" ")[0] for measure, _ in self.worst}
        return [name for name in known.replace(",", " ").split() if name not in compared]

    def report(self):
        width = max(len(measure) for measure, _ in self.worst) + 2
        other = max(len(reference) for _, reference in self.worst) + 2
        print(f"{'measure':{width}}{'reference':{other}}{'values':>8}  largest difference")
        for (measure, reference), (worst, count) in sorted(self.worst.items()):
            fault = "  TOO GREAT" if worst > LIMIT else ""
            print(f"{measure:{width}}{reference:{other}}{count:8}  {worst:.1e}{fault}")
        return max(worst for worst, _ in self.worst.values())


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    gongshi = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    check = Check(gongshi)
    with ThreadPoolExecutor(2) as pool:
        undirected = pool.map(lambda i: list(check.undirected(seed * 1_000_003 + i)), range(count))
        directed = pool.map(lambda i: list(check.directed(seed * 2_000_003 + i)), range(count // 5))
        for checks in itertools.chain(undirected, directed):
            for compare, table, references in checks:
                compare(table, references)
    worst = check.report()
    print(f"without a reference: {', '.join(check.without_reference())}")
    print(f"{count} incidences, {count // 5} directed networks, seed {seed}: ", end="")
    print(f"largest difference {worst:.1e}, allowed {LIMIT:.0e}")
    sys.exit(worst > LIMIT)


if __name__ == "__main__":
    main()
