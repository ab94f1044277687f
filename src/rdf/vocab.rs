//! Terms of standard vocabularies that the graph is written with.

use oxigraph::model::NamedNodeRef;

macro_rules! terms {
    ($($name:ident = $iri:literal;)*) => {
        $(pub(super) const $name: NamedNodeRef<'static> = NamedNodeRef::new_unchecked($iri);)*
    };
}

terms! {
    RDF_REIFIES = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies";
    RDF_STATEMENT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";
    RDF_SUBJECT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
    RDF_PREDICATE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
    RDF_OBJECT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
    SKOS_ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel";
    DCTERMS_TITLE = "http://purl.org/dc/terms/title";
    DCTERMS_PUBLISHER = "http://purl.org/dc/terms/publisher";
    DCTERMS_DATE = "http://purl.org/dc/terms/date";
    OA_HAS_SOURCE = "http://www.w3.org/ns/oa#hasSource";
    OA_HAS_SELECTOR = "http://www.w3.org/ns/oa#hasSelector";
    OA_TEXT_POSITION_SELECTOR = "http://www.w3.org/ns/oa#TextPositionSelector";
    OA_TEXT_QUOTE_SELECTOR = "http://www.w3.org/ns/oa#TextQuoteSelector";
    OA_START = "http://www.w3.org/ns/oa#start";
    OA_END = "http://www.w3.org/ns/oa#end";
    OA_EXACT = "http://www.w3.org/ns/oa#exact";
    OA_PREFIX = "http://www.w3.org/ns/oa#prefix";
    OA_SUFFIX = "http://www.w3.org/ns/oa#suffix";
}

/// The prefixes that written graphs declare, with their namespaces.
pub(super) const PREFIXES: [(&str, &str); 14] = [
    ("bibo", "http://purl.org/ontology/bibo/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("eli", "http://data.europa.eu/eli/ontology#"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("gs", crate::ontology::terms::NAMESPACE),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("org", "http://www.w3.org/ns/org#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "https://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];
