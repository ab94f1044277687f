use gongshi::{data::Data, pipeline::Resources, recognise::Lexicon};
use std::io::BufRead;
fn main() {
    let r = Resources::load(&Data::embedded()).unwrap();
    let l: &Lexicon = &r.lexicon;
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        for t in l.tokens(&line) {
            print!("[{} {:?}", &line[t.start..t.end], t.kind);
            print!("] ");
        }
        println!();
        for (a, b, e) in l.body_endings(&line) {
            print!("<{} {} {}> ", &line[a..b], e.weak, e.own);
        }
        for (a, b, e) in l.event_endings(&line) {
            print!("<EV {} {}> ", &line[a..b], e.weak);
        }
        println!();
    }
}
