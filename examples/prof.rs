use gongshi::{
    data::Data,
    normalise::normalise,
    pipeline::Resources,
    recognise::{Known, learn, look_again, recognise},
    relate::relate,
    resolve::resolve,
    source::Source,
};
use std::time::Instant;
fn main() {
    let data = Data::embedded();
    let r = Resources::load(&data).unwrap();
    let path = std::env::args().nth(1).unwrap();
    let n: usize = std::env::args().nth(2).unwrap().parse().unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let source = Source::new("x", "x.txt", text.as_str());
    let mut t = [0.0f64; 6];
    for _ in 0..n {
        let a = Instant::now();
        let document = normalise(&source, &r.repairs).value;
        t[0] += a.elapsed().as_secs_f64();
        let a = Instant::now();
        let m = recognise(&document, &r.lexicon, &r.ontology, &Known::default());
        t[1] += a.elapsed().as_secs_f64();
        let a = Instant::now();
        let (defs, persons) = learn(&document, &m, &r.ontology);
        let known = Known::new(&r.ontology, &persons, &defs);
        t[2] += a.elapsed().as_secs_f64();
        let a = Instant::now();
        let m = look_again(&document, &r.lexicon, &r.ontology, &known, m);
        t[3] += a.elapsed().as_secs_f64();
        let a = Instant::now();
        let res = resolve(&document, &m, &defs, &r.lexicon, &r.ontology);
        t[4] += a.elapsed().as_secs_f64();
        let a = Instant::now();
        let f = relate(&document, &m, &res, &defs, &r.patterns, &r.lexicon, &r.ontology);
        t[5] += a.elapsed().as_secs_f64();
        std::hint::black_box(f);
    }
    for (n_, x) in
        ["normalise", "recognise1", "learn", "recognise2", "resolve", "relate"].iter().zip(t)
    {
        println!("{n_:12} {:.2} ms", x / n as f64 * 1e3);
    }
    println!("total {:.2} ms for {} bytes", t.iter().sum::<f64>() / n as f64 * 1e3, text.len());
}
