//! [`References`]: the works that a text cites, numbered as they come.

use std::fmt;

/// The works cited so far.
#[derive(Clone, Debug, Default)]
pub(super) struct References(Vec<&'static str>);

impl References {
    /// Returns the mark of a work, which is listed from then on: `[2]`.
    pub(super) fn cite(&mut self, work: &'static str) -> String {
        let place = self.0.iter().position(|&other| other == work).unwrap_or_else(|| {
            self.0.push(work);
            self.0.len() - 1
        });
        format!("[{}]", place + 1)
    }

    /// Returns the marks of several works: `[2][3]`.
    pub(super) fn cite_all(&mut self, works: &[&'static str]) -> String {
        works.iter().map(|work| self.cite(work)).collect()
    }
}

impl fmt::Display for References {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, work) in self.0.iter().enumerate() {
            writeln!(f, "[{}] {work}", place + 1)?;
        }
        Ok(())
    }
}

pub(super) const BORGATTI_EVERETT_1997: &str = "Borgatti, S. P., & Everett, M. G. (1997). Network \
    analysis of 2-mode data. Social Networks, 19(3), 243–269.";
pub(super) const NEWMAN_2001: &str = "Newman, M. E. J. (2001). Scientific collaboration networks. II. \
    Shortest paths, weighted networks, and centrality. Physical Review E, 64(1), 016132.";
pub(super) const FIXED: [&str; 3] = [
    "Strona, G., Nappo, D., Boccacci, F., Fattorini, S., & San-Miguel-Ayanz, J. (2014). A fast and \
     unbiased procedure to randomize ecological binary matrices with fixed row and column totals. \
     Nature Communications, 5, 4114.",
    "Carstens, C. J. (2015). Proof of uniform sampling of binary matrices with fixed row sums and \
     column sums for the fast Curveball algorithm. Physical Review E, 91(4), 042812.",
    "Godard, K., & Neal, Z. P. (2022). fastball: A fast algorithm to randomly sample bipartite graphs \
     with fixed degree sequences. Journal of Complex Networks, 10(6), cnac049.",
];
pub(super) const STOCHASTIC: [&str; 3] = [
    "Neal, Z. (2014). The backbone of bipartite projections: Inferring relationships from \
     co-authorship, co-sponsorship, co-attendance and other co-behaviors. Social Networks, 39, 84–97.",
    "Saracco, F., Di Clemente, R., Gabrielli, A., & Squartini, T. (2015). Randomizing bipartite \
     networks: The case of the World Trade Web. Scientific Reports, 5, 10595.",
    "Neal, Z. P., Domagalski, R., & Sagan, B. (2021). Comparing alternatives to the fixed degree \
     sequence model for extracting the backbone of bipartite projections. Scientific Reports, 11, \
     23929.",
];
pub(super) const BENJAMINI_HOCHBERG_1995: &str = "Benjamini, Y., & Hochberg, Y. (1995). Controlling the \
    false discovery rate: A practical and powerful approach to multiple testing. Journal of the Royal \
    Statistical Society, Series B, 57(1), 289–300.";
pub(super) const HOLM_1979: &str = "Holm, S. (1979). A simple sequentially rejective multiple test \
    procedure. Scandinavian Journal of Statistics, 6(2), 65–70.";
pub(super) const PHIPSON_SMYTH_2010: &str = "Phipson, B., & Smyth, G. K. (2010). Permutation p-values \
    should never be zero: Calculating exact p-values when permutations are randomly drawn. \
    Statistical Applications in Genetics and Molecular Biology, 9(1), 39.";
pub(super) const JACKKNIFE: &str =
    "Quenouille, M. H. (1956). Notes on bias in estimation. Biometrika, 43(3/4), 353–360.";
pub(super) const BOOTSTRAP: [&str; 2] = [
    "Efron, B., & Tibshirani, R. J. (1993). An introduction to the bootstrap. Chapman & Hall.",
    "Snijders, T. A. B., & Borgatti, S. P. (1999). Non-parametric standard errors and tests for network \
     statistics. Connections, 22(2), 161–170.",
];
