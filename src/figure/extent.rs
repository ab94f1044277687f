//! For tests: reads an SVG back, and holds that no text and no shape leaves it.

use super::text::width;
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

/// Checks that the file is XML, that all of it lies within the view box, and that no text is
/// smaller than 7 points; returns all that it says, without title,
/// description and parameters, a line a line, and then all in one.
#[track_caller]
pub(crate) fn assert_within(svg: &str) -> String {
    let mut reader = Reader::from_str(svg);
    let (mut texts, mut line) = (String::new(), None::<(f64, f64, f64, String, String)>);
    let (mut wide, mut high) = (0.0, 0.0);
    loop {
        match reader.read_event().expect("it is XML") {
            Event::Start(start) | Event::Empty(start) => {
                let get = |name: &str| number(&start, name);
                match start.name().as_ref() {
                    "svg" => {
                        let area = attribute(&start, "viewBox").unwrap();
                        let mut area = area.split(' ').map(|word| word.parse::<f64>().unwrap());
                        (wide, high) = (area.nth(2).unwrap(), area.next().unwrap());
                    }
                    "text" => {
                        let anchor = attribute(&start, "text-anchor").unwrap_or_default();
                        let at = (get("x").unwrap(), get("y").unwrap());
                        line = Some((at.0, at.1, get("font-size").unwrap(), anchor, String::new()));
                    }
                    _ => assert_shape(&start, wide, high),
                }
            }
            Event::Text(text) => {
                if let Some(line) = &mut line {
                    line.4.push_str(&text);
                }
            }
            Event::GeneralRef(name) => {
                if let Some(line) = &mut line {
                    let name = format!("&{};", &*name);
                    line.4.push_str(&quick_xml::escape::unescape(&name).unwrap());
                }
            }
            Event::End(end) if end.name().as_ref() == "text" => {
                let (x, y, size, anchor, said) = line.take().unwrap();
                let long = width(&said, size);
                let left = match anchor.as_str() {
                    "middle" => x - long / 2.0,
                    "end" => x - long,
                    _ => x,
                };
                assert!(
                    left >= -0.5 && left + long <= wide + 0.5,
                    "{said}: {left}..{}",
                    left + long
                );
                assert!(y - size >= -1.0 && y <= high, "{said}: {y} of {high}");
                assert!(size >= 7.0, "{said}: {size} pt");
                texts.push_str(&said);
                texts.push('\n');
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(wide > 0.0 && high > 0.0, "there is a view box");
    let solid = texts.replace('\n', "");
    texts + &solid
}

#[track_caller]
fn assert_shape(start: &BytesStart<'_>, wide: f64, high: f64) {
    let plus =
        |at: &str, size: &str| number(start, at).zip(number(start, size)).map(|(a, b)| a + b);
    for (names, most) in [(["x1", "x2", "cx", "x"], wide), (["y1", "y2", "cy", "y"], high)] {
        let places = names.iter().filter_map(|name| number(start, name));
        for place in places.chain(plus("x", "width").filter(|_| (most - wide).abs() < 1e-9)) {
            assert!((-0.01..=most + 0.01).contains(&place), "{place} of {most}: {start:?}");
        }
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start.try_get_attribute(name).unwrap().map(|attribute| attribute.value.to_string())
}

fn number(start: &BytesStart<'_>, name: &str) -> Option<f64> {
    attribute(start, name)?.parse().ok()
}
