"""Reads what `gongshi export network` wrote back with public readers, and compares.

Each format of each network must come back with the same nodes, edges, labels, weights and
attributes: from the graph given, and from tables with names that are hard on file formats.

    pip install networkx==3.6.1 igraph==1.0.0 lxml==6.1.3 jsonschema==4.26.0 xgi==0.10.2
    python benches/check_exports.py target/release/gongshi graph.nq \\
        --gexf-xsd gexf/specs/1.3/gexf.xsd --gexf-rng gexf/specs/1.3/gexf.rng \\
        --hif-schema HIF-standard/schemas/hif_schema.json

The schemas are those of github.com/gephi/gexf and github.com/pszufe/HIF-standard; a check whose
schema is not given is left out, and it says so. `dot` of Graphviz must be there too.
"""

import argparse
import csv
import json
import pathlib
import subprocess
import tempfile

import igraph
import jsonschema
import networkx as nx
import xgi
from lxml import etree

NETWORKS = ["people", "institutions", "countries", "documents", "citations", "cooperation"]
HEADER = ["person", "event", "country", "date", "quote", "source", "line"]
HARD = [
    'O"Neil "Bob"',
    "tab\there",
    "line\nbreak",
    "carriage\r\nreturn",
    "back\\slash\\",
    "<b>&amp;&#65;</b>",
    "😀👩‍👩‍👧",
    "𠮷野",
    "a | b",
    "a,b;c",
    "'single'",
    "${x} %s {0}",
    "\u202eright-to-left",
    "\ufeffmark",
    "n0",
    "*Vertices 3",
    "会",
    "a\x07bell",
    "vertical\x0btab",
]
TABLES = {
    "empty": [],
    "one": [["甲", "", "", "", "", "", ""]],
    "self": [["会", "会", "", "2022", "", "", ""]],
    "duplicates": [["甲", "会", "", "", "x", "d", "1"]] * 3 + [["乙", "会", "", "", "", "", ""]] * 2,
    "hard": [
        [name, event, name, date, f"{name} says {event}", name, "7"]
        for name, event, date in zip(
            HARD,
            ["会", 'e"\\', "会", "会", 'e"\\', "tab\tevent", "tab\tevent", "😀", "😀", "会"] * 2,
            ["2022", "2022-02", "2022-02-28", "2022-06-09/2022-06-10", "--06-10", "", "soon"] * 3,
        )
    ],
}


class Checker:
    """Runs exports and counts what was compared."""

    def __init__(self, args):
        self.args = args
        self.checks = 0
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.xsd = args.gexf_xsd and etree.XMLSchema(etree.parse(args.gexf_xsd))
        self.rng = args.gexf_rng and etree.RelaxNG(etree.parse(args.gexf_rng))
        self.hif = args.hif_schema and json.load(open(args.hif_schema, encoding="utf-8"))
        for name in ["gexf_xsd", "gexf_rng", "hif_schema"]:
            if not getattr(args, name):
                print(f"left out: no --{name.replace('_', '-')}")

    def export(self, source, form, *more):
        """Exports a network and returns the file's path."""
        path = self.folder / f"network.{form}"
        command = [self.args.gongshi, "export", "network", *source, "--format", form, "-o", path]
        if self.args.graph:
            command += ["--graph", self.args.graph]
        done = subprocess.run([*command, *more], capture_output=True, text=True)
        assert done.returncode == 0, (command, done.stderr)
        return path

    def same(self, what, one, other):
        self.checks += 1
        assert one == other, f"{what}:\n  {one!r}\n  {other!r}"

    def check(self, name, source, *more):
        """Compares all formats of a network with its JSON, read without any reader."""
        plain = json.load(open(self.export(source, "json", *more), encoding="utf-8"))
        nodes = {node["id"]: node for node in plain["nodes"]}
        self.same(f"{name} ids", len(nodes), len(plain["nodes"]))
        self.json(name, plain)
        self.tables(name, plain, source, more)
        self.graphml(name, plain, source, more)
        self.gexf(name, plain, source, more)
        self.pajek(name, plain, source, more)
        self.dot(name, plain, source, more)
        if not more:
            self.hypergraph(name, source)
        print(f"{name}: {len(nodes)} nodes, {len(plain['edges'])} edges")

    def json(self, name, plain):
        graph = nx.node_link_graph(plain)
        self.same(f"{name} json nodes", list(graph), [node["id"] for node in plain["nodes"]])
        self.same(f"{name} json edges", graph.number_of_edges(), len(plain["edges"]))
        self.same(f"{name} json direction", graph.is_directed(), plain["directed"])
        for edge in plain["edges"]:
            data = dict(graph.edges[edge["source"], edge["target"]])
            rest = {key: value for key, value in edge.items() if key not in ("source", "target")}
            self.same(f"{name} json edge", data, rest)

    def tables(self, name, plain, source, more):
        path = self.export(source, "csv", *more)
        rows = {
            part: list(csv.DictReader(open(path.with_name(f"network-{part}.csv"), encoding="utf-8", newline="")))
            for part in ("nodes", "edges")
        }
        self.same(f"{name} csv", [r["Id"] for r in rows["nodes"]], [n["id"] for n in plain["nodes"]])
        for row, edge in zip(rows["edges"], plain["edges"], strict=True):
            for column, key in [("Source", "source"), ("Target", "target"), ("sentences", "sentences")]:
                self.same(f"{name} csv {column}", row[column], joined(edge.get(key, "")))

    def graphml(self, name, plain, source, more):
        path = self.export(source, "graphml", *more)
        graph = nx.read_graphml(path)
        self.attributes(f"{name} graphml", plain, graph, [f"n{i}" for i in range(len(plain["nodes"]))], "name", "label")
        other = igraph.Graph.Read_GraphML(str(path))
        self.same(f"{name} graphml igraph", (other.vcount(), other.ecount()), counts(plain))
        if plain["nodes"]:
            self.same(f"{name} graphml igraph", other.vs["name"], [xml(n["id"]) for n in plain["nodes"]])
        if more and plain["nodes"]:
            self.same(f"{name} graphml igraph", other.is_bipartite(), True)
            self.same(f"{name} type", other.vs["type"], [n["bipartite"] == 1 for n in plain["nodes"]])
        if plain["edges"]:
            self.same(f"{name} graphml igraph", other.es["weight"], [e["weight"] for e in plain["edges"]])

    def gexf(self, name, plain, source, more):
        path = self.export(source, "gexf", *more)
        tree = etree.parse(path)
        for schema in filter(None, [self.xsd, self.rng]):
            self.same(f"{name} gexf schema", (schema.validate(tree), str(schema.error_log)), (True, ""))
        graph = nx.read_gexf(path, version="1.3")
        self.attributes(f"{name} gexf", plain, graph, list(graph), None, "label")

    def attributes(self, what, plain, graph, ids, key, label):
        """Compares nodes and edges with all their attributes."""
        self.same(what, (graph.number_of_nodes(), graph.number_of_edges()), counts(plain))
        self.same(what, graph.is_directed(), plain["directed"])
        position = {}
        for place, (node, expected) in enumerate(zip(ids, plain["nodes"], strict=True)):
            data = graph.nodes[node]
            position[expected["id"]] = node
            self.same(f"{what} id", data[key] if key else node, xml(expected["id"]))
            self.same(f"{what} label", data[label], xml(expected["label"]))
            for name, value in expected.items():
                if name not in ("id", "label"):
                    self.same(f"{what} {name}", data[name], xml(value))
        for edge in plain["edges"]:
            data = graph.edges[position[edge["source"]], position[edge["target"]]]
            for name, value in edge.items():
                if name not in ("source", "target"):
                    self.same(f"{what} {name}", data[name], xml(joined(value)))

    def pajek(self, name, plain, source, more):
        path = self.export(source, "pajek", *more)
        other = igraph.Graph.Read_Pajek(str(path))
        self.same(f"{name} pajek igraph", (other.vcount(), other.ecount()), counts(plain))
        if plain["nodes"]:
            self.same(f"{name} pajek", len(set(other.vs["name"])), len(plain["nodes"]))
            for got, node in zip(other.vs["name"], plain["nodes"]):
                if node["label"].isalnum():
                    self.same(f"{name} pajek label", got, node["label"])
        if more:
            if plain["nodes"]:
                types = [node["bipartite"] == 1 for node in plain["nodes"]]
                self.same(f"{name} pajek type", other.vs["type"], types)
            return
        graph = nx.read_pajek(path)
        self.same(f"{name} pajek", (graph.number_of_nodes(), graph.number_of_edges()), counts(plain))
        if plain["nodes"]:
            self.same(f"{name} pajek", list(graph), other.vs["name"])

    def dot(self, name, plain, source, more):
        path = self.export(source, "dot", *more)
        done = subprocess.run(["dot", "-Tjson0", "-Kcirco", path], capture_output=True, text=True)
        assert done.returncode == 0 and "error" not in done.stderr.lower(), done.stderr
        # Graphviz writes its own key `name` and then ours; Python keeps the last.
        graph = json.loads(done.stdout)
        nodes, edges = graph.get("objects", []), graph.get("edges", [])
        self.same(f"{name} dot", (len(nodes), len(edges)), counts(plain))
        for got, node in zip(nodes, plain["nodes"]):
            self.same(f"{name} dot name", got["name"], dot_data(node["id"]))
            self.same(f"{name} dot country", got.get("country", ""), dot_data(node.get("country", "")))
        for got, edge in zip(edges, plain["edges"]):
            for key in ["events", "dates", "documents", "sentences"]:
                self.same(f"{name} dot {key}", got.get(key, ""), dot_data(joined(edge.get(key, ""))))

    def hypergraph(self, name, source):
        path = self.export(source, "hif")
        plain = json.load(open(path, encoding="utf-8"))
        if self.hif:
            jsonschema.validate(plain, self.hif)
            self.checks += 1
        graph = xgi.read_hif(path)
        self.same(f"{name} hif nodes", set(graph.nodes), {node["node"] for node in plain["nodes"]})
        self.same(f"{name} hif edges", set(graph.edges), {edge["edge"] for edge in plain["edges"]})
        for node in plain["nodes"]:
            self.same(f"{name} hif node", graph.nodes[node["node"]], node["attrs"])
        pairs = {(i["node"], i["edge"]) for i in plain["incidences"]}
        self.same(f"{name} hif incidences", len(pairs), len(plain["incidences"]))
        if plain["network-type"] == "undirected":
            got = {(node, edge) for edge in graph.edges for node in graph.edges.members(edge)}
            self.same(f"{name} hif members", got, pairs)


def counts(plain):
    return len(plain["nodes"]), len(plain["edges"])


def joined(value):
    return " | ".join(value) if isinstance(value, list) else value


def xml(value):
    """What XML can hold of a text: control characters are replaced."""
    if not isinstance(value, str):
        return value
    return "".join("\ufffd" if c < " " and c not in "\t\n\r" else c for c in value)


def dot_data(value):
    """What DOT holds of a text: no line breaks, backslashes doubled."""
    return xml(value).replace("\r", " ").replace("\n", " ").replace("\\", "\\\\")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gongshi")
    parser.add_argument("graph", nargs="?")
    for schema in ["--gexf-xsd", "--gexf-rng", "--hif-schema"]:
        parser.add_argument(schema)
    checker = Checker(parser.parse_args())
    for name in NETWORKS if checker.args.graph else []:
        checker.check(name, [name])
        if name not in ("citations", "cooperation"):
            checker.check(f"{name}, two-mode", [name], "--two-mode")
    for name, rows in TABLES.items():
        path = checker.folder / f"{name}.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADER, *rows])
        checker.check(name, ["--incidence", str(path)])
        checker.check(f"{name}, two-mode", ["--incidence", str(path)], "--two-mode")
    print(f"{checker.checks} comparisons, all equal")


if __name__ == "__main__":
    main()
