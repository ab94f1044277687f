//! [`Shape`]: marks of equal area, one a category, so that they are told apart in grey, too.

use super::canvas::{Canvas, Point, number};
use std::f64::consts::{FRAC_PI_2, PI, TAU};

/// The outline of a mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A disc.
    #[default]
    Circle,
    /// A square on its side.
    Square,
    /// A triangle that points up.
    Triangle,
    /// A square on its corner.
    Diamond,
    /// A triangle that points down.
    Inverted,
    /// Five sides.
    Pentagon,
    /// A star of six rays.
    Star,
    /// Six sides.
    Hexagon,
}

impl Shape {
    /// The shapes in the order of categories.
    pub(crate) const ALL: [Self; 8] = [
        Self::Circle,
        Self::Square,
        Self::Triangle,
        Self::Diamond,
        Self::Inverted,
        Self::Pentagon,
        Self::Star,
        Self::Hexagon,
    ];

    /// Returns by how much the shape reaches farther than the disc of its area.
    pub(crate) fn reach(self) -> f64 {
        self.corners().into_iter().map(|(_, radius)| radius).fold(1.0, f64::max)
    }

    /// Returns the radius of the greatest disc within the shape, that of its area having 1.
    pub(crate) fn within(self) -> f64 {
        let sides = match self {
            Self::Circle => return 1.0,
            Self::Star => return self.reach() / 2.0,
            Self::Triangle | Self::Inverted => 3.0,
            Self::Square | Self::Diamond => 4.0,
            Self::Pentagon => 5.0,
            Self::Hexagon => 6.0,
        };
        self.reach() * (PI / sides).cos()
    }

    /// Returns the corners, as angle and distance, of the shape that has the area of a disc of
    /// radius 1.
    fn corners(self) -> Vec<(f64, f64)> {
        let polygon = |sides: u32, turn: f64| {
            let step = TAU / f64::from(sides);
            let radius = (PI / (f64::from(sides) / 2.0 * step.sin())).sqrt();
            (0..sides).map(|side| (turn + f64::from(side) * step, radius)).collect()
        };
        match self {
            Self::Circle => Vec::new(),
            Self::Square => polygon(4, PI / 4.0),
            Self::Triangle => polygon(3, -FRAC_PI_2),
            Self::Diamond => polygon(4, 0.0),
            Self::Inverted => polygon(3, FRAC_PI_2),
            Self::Pentagon => polygon(5, -FRAC_PI_2),
            Self::Hexagon => polygon(6, 0.0),
            Self::Star => {
                // Twelve triangles from the middle; the inner corners are at half the distance.
                let outer = (PI / (12.0 * 0.5 * 0.5 * (PI / 6.0).sin())).sqrt();
                let corner = |at: u32| {
                    let radius = if at.is_multiple_of(2) { outer } else { outer / 2.0 };
                    (f64::from(at) * PI / 6.0 - FRAC_PI_2, radius)
                };
                (0..12).map(corner).collect()
            }
        }
    }
}

/// Draws a mark with the area of a disc of this diameter.
pub(crate) fn mark(canvas: &mut Canvas, shape: Shape, at: Point, diameter: f64, fill: &str) {
    let radius = diameter / 2.0;
    let look = [("fill", fill), ("stroke", "#333333"), ("stroke-width", "0.5")];
    if shape == Shape::Circle {
        let (x, y, r) = (number(at.0), number(at.1), number(radius));
        let place = [("cx", x.as_str()), ("cy", &y), ("r", &r)];
        canvas.empty("circle", &[&place[..], &look].concat());
        return;
    }
    let point = |(angle, distance): (f64, f64)| {
        let (x, y) = (radius * distance * angle.cos(), radius * distance * angle.sin());
        format!("{},{}", number(at.0 + x), number(at.1 + y))
    };
    let points: Vec<String> = shape.corners().into_iter().map(point).collect();
    canvas.empty("polygon", &[&[("points", points.join(" ").as_str())], &look[..]].concat());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_holds_less_than_the_disc_and_reaches_farther() {
        let side = PI.sqrt();
        assert!((Shape::Square.within() - side / 2.0).abs() < 1e-9);
        assert!((Shape::Square.reach() - side / 2.0_f64.sqrt()).abs() < 1e-9);
    }

    #[test]
    fn all_shapes_have_the_area_of_the_disc() {
        for shape in &Shape::ALL[1..] {
            let corners: Vec<Point> =
                shape.corners().iter().map(|(a, r)| (r * a.cos(), r * a.sin())).collect();
            let next = corners.iter().cycle().skip(1);
            let twice: f64 = corners.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum();
            assert!((twice / 2.0 - PI).abs() < 1e-9, "{shape:?}: {}", twice / 2.0);
        }
    }
}
