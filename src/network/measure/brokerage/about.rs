//! What a paper must say of Gould and Fernandez's roles.

use crate::network::measure::about::{About, TakenOn};

const fn role(
    name: (&'static str, &'static str),
    definition: (&'static str, &'static str),
) -> About {
    About {
        name,
        definition,
        taken_on: TakenOn::Simple,
        reference: "Gould, R. V., & Fernandez, R. M. (1989). Structures of mediation: A formal \
                     approach to brokerage in transaction networks. Sociological Methodology, 19, \
                     89–126.",
    }
}

/// All roles together.
pub(in crate::network::measure) const TOTAL: About = role(
    ("中介次数", "brokerage"),
    (
        "节点居于两个互不相连的节点之间的次数，按有序对计，三者均须有所属类别",
        "how often the node stands between two that are not tied, counted by ordered pairs, all \
         three having a class",
    ),
);

/// Within the own class.
pub(in crate::network::measure) const COORDINATOR: About = role(
    ("协调者", "coordinator"),
    (
        "节点居于与其同类的两个互不相连的节点之间的次数",
        "how often the node stands between two of its own class that are not tied",
    ),
);

/// Within another class.
pub(in crate::network::measure) const ITINERANT: About = role(
    ("顾问", "itinerant broker"),
    (
        "节点居于同属另一类别的两个互不相连的节点之间的次数",
        "how often the node stands between two of one class, not its own, that are not tied",
    ),
);

/// Into the own class.
pub(in crate::network::measure) const GATEKEEPER: About = role(
    ("守门人", "gatekeeper"),
    (
        "节点由另一类别的节点通向与其同类的节点、而两者互不相连的次数",
        "how often the node leads from one of another class to one of its own, the two not tied",
    ),
);

/// Out of the own class.
pub(in crate::network::measure) const REPRESENTATIVE: About = role(
    ("代表", "representative"),
    (
        "节点由与其同类的节点通向另一类别的节点、而两者互不相连的次数",
        "how often the node leads from one of its own class to one of another, the two not tied",
    ),
);

/// Between two other classes.
pub(in crate::network::measure) const LIAISON: About = role(
    ("联络者", "liaison"),
    (
        "节点居于分属另外两个类别的两个互不相连的节点之间的次数",
        "how often the node stands between two of two classes, none of them its own, that are not \
         tied",
    ),
);
