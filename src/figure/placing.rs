//! Fits a layout to the page, and finds places for labels where they cover nothing.

use super::canvas::Point;

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    /// Its least x.
    pub(crate) left: f64,
    /// Its least y.
    pub(crate) top: f64,
    /// Its greatest x.
    pub(crate) right: f64,
    /// Its greatest y.
    pub(crate) bottom: f64,
}

impl Area {
    /// Returns the area around a point.
    pub(crate) fn around((x, y): Point, (width, height): Point) -> Self {
        let (w, h) = (width / 2.0, height / 2.0);
        Self { left: x - w, top: y - h, right: x + w, bottom: y + h }
    }

    /// Tells whether two areas have anything in common.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Moves places so that all boxes lie within the width, below and right of 0; a high layout is
/// turned to be a wide one. What is too wide is pressed together, and `raised` in height as far as
/// there is room. Returns the places and the height.
pub(crate) fn fit(
    places: &[Point],
    boxes: &[Point],
    (room, most): Point,
    raised: f64,
) -> (Vec<Point>, f64) {
    let all = || places.iter().copied();
    let turned = length(all().map(|place| place.1)) > length(all().map(|place| place.0));
    let turn = |(x, y): Point| if turned { (y, x) } else { (x, y) };
    let places: Vec<Point> = all().map(turn).collect();
    let across: Vec<Point> = places.iter().zip(boxes).map(|(at, size)| (at.0, size.0)).collect();
    let down: Vec<Point> = places.iter().zip(boxes).map(|(at, size)| (at.1, size.1)).collect();
    let widened = scale(&across, room, 1.3);
    let raised = raised * widened.max(1.0);
    let (xs, wide) = scaled(&across, widened);
    let (ys, high) = scaled(&down, scale(&down, most, raised));
    let indent = (room - wide) / 2.0;
    (xs.into_iter().zip(ys).map(|(x, y)| (x + indent, y)).collect(), high)
}

fn length(numbers: impl Iterator<Item = f64>) -> f64 {
    let (low, high) = numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), number| {
        (low.min(number), high.max(number))
    });
    if low <= high { high - low } else { 0.0 }
}

/// Returns the greatest factor at which places with their sizes are within a room.
fn scale(places: &[Point], room: f64, most: f64) -> f64 {
    let (mut low, mut high) = (0.0, most);
    if scaled(places, high).1 <= room {
        return high;
    }
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if scaled(places, middle).1 <= room { low = middle } else { high = middle }
    }
    low
}

/// Stretches places by a factor and moves them so that the first box begins at 0; returns also
/// where the last one ends.
fn scaled(places: &[Point], factor: f64) -> (Vec<f64>, f64) {
    let ends = |sign: f64| places.iter().map(move |(at, size)| at * factor + sign * size / 2.0);
    let first = ends(-1.0).fold(f64::INFINITY, f64::min);
    let last = ends(1.0).fold(f64::NEG_INFINITY, f64::max);
    if first > last {
        return (Vec::new(), 0.0);
    }
    (places.iter().map(|(at, _)| at * factor - first).collect(), last - first)
}

/// A mark: the area that it covers, and the diameter of the disc within it.
pub(crate) type Mark = (Area, f64);

/// Finds a place for each label, the first ones first: in the mark where it fits there, else
/// below, above, to the right or to the left, within the frame and off all marks and labels. Where
/// there is no such place the label is left out.
pub(crate) fn labels(marks: &[Mark], wanted: &[(usize, Point)], frame: &Area) -> Vec<Option<Area>> {
    let mut taken: Vec<Area> = Vec::new();
    let mut places = Vec::with_capacity(wanted.len());
    for &(node, size) in wanted {
        let (mark, within) = marks[node];
        let free = |area: &Area| {
            area.left >= frame.left
                && area.right <= frame.right
                && area.top >= frame.top
                && area.bottom <= frame.bottom
                && !taken.iter().any(|label| label.meets(area))
                && !marks.iter().enumerate().any(|(other, (m, _))| other != node && m.meets(area))
        };
        let place = candidates(&mark, within, size).into_iter().find(free);
        taken.extend(place);
        places.push(place);
    }
    places
}

fn candidates(mark: &Area, within: f64, (width, height): Point) -> Vec<Area> {
    const GAP: f64 = 0.8;
    let middle = (f64::midpoint(mark.left, mark.right), f64::midpoint(mark.top, mark.bottom));
    let (w, h) = ((mark.right - mark.left) / 2.0, (mark.bottom - mark.top) / 2.0);
    let (across, down) = (w + width / 2.0 + GAP, h + height / 2.0 + GAP);
    let at = |x: f64, y: f64| Area::around((middle.0 + x, middle.1 + y), (width, height));
    let mut areas = Vec::new();
    // The diagonal of the label must fit into the disc.
    if width.hypot(height) <= within {
        areas.push(at(0.0, 0.0));
    }
    let corner = (w * 0.7 + width / 2.0, h * 0.7 + height / 2.0);
    areas.extend([at(0.0, down), at(0.0, -down), at(across, 0.0), at(-across, 0.0)]);
    areas.extend([at(corner.0, corner.1), at(-corner.0, corner.1)]);
    areas.extend([at(corner.0, -corner.1), at(-corner.0, -corner.1)]);
    areas
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_high_layout_is_turned_and_nothing_sticks_out() {
        let places = [(0.0, 0.0), (10.0, 900.0), (5.0, 300.0)];
        let (fitted, height) = fit(&places, &[(20.0, 10.0); 3], (200.0, 500.0), 1.0);
        assert!((height - 20.0).abs() < 1e-9, "{height}");
        assert!((fitted[1].0 - 190.0).abs() < 1e-9 && (fitted[0].0 - 10.0).abs() < 1e-9);
        assert_eq!(fit(&[], &[], (200.0, 500.0), 1.0), (vec![], 0.0));
    }

    #[test]
    fn a_label_goes_where_there_is_room() {
        let frame = Area { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
        let mark = |x, y| (Area::around((x, y), (10.0, 10.0)), 10.0);
        let marks = [mark(50.0, 50.0), mark(50.0, 62.0), mark(50.0, 95.0)];
        let found =
            labels(&marks, &[(0, (20.0, 8.0)), (2, (20.0, 8.0)), (1, (400.0, 8.0))], &frame);
        assert!(found[0].unwrap().bottom < 45.0, "above, for another is below");
        assert!(found[1].unwrap().bottom < 90.0, "above, for the frame ends below");
        assert_eq!(found[2], None, "wider than the frame");
    }

    proptest! {
        #[test]
        fn labels_never_meet(places in prop::collection::vec((0.0..300.0, 0.0..300.0), 1..40)) {
            let mark = |&at: &Point| (Area::around(at, (6.0, 6.0)), 6.0);
            let marks: Vec<Mark> = places.iter().map(mark).collect();
            let wanted: Vec<(usize, Point)> = (0..marks.len()).map(|at| (at, (30.0, 9.0))).collect();
            let frame = Area { left: 0.0, top: 0.0, right: 300.0, bottom: 300.0 };
            let found: Vec<Area> = labels(&marks, &wanted, &frame).into_iter().flatten().collect();
            for (at, one) in found.iter().enumerate() {
                prop_assert!(!found[at + 1..].iter().any(|other| other.meets(one)));
            }
        }
    }
}
