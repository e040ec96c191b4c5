//! Numbers as each language writes them: pure.

use fluent_bundle::FluentValue;

/// How a language sets the groups of a number apart; `numbers.json` has samples.
#[derive(Debug, Clone, Copy)]
pub(super) enum Style {
    /// `2,000`.
    Commas,
    /// `2.000`.
    Points,
    /// `2000`, but `10.000`.
    PointsFromFive,
    /// `2 000`, with a space that breaks no line.
    Spaces,
    /// `2000`, but `10 000`.
    SpacesFromFive,
    /// `2 000`, with a narrow space.
    NarrowSpaces,
    /// `2,000`, but `12,34,567`.
    Lakhs,
}

/// Groups of three, where there are so many digits at least; a function for each style, since Fluent can't be given a closure.
pub(super) fn grouped<M, const SEPARATOR: char, const DIGITS_MIN: usize>(value: &FluentValue, _: &M) -> Option<String> {
    let point = if SEPARATOR == ',' { '.' } else { ',' };
    written(value, point, |digits| {
        let starts = |after: usize| digits.len() >= DIGITS_MIN && after.is_multiple_of(3);
        set_apart(digits, SEPARATOR, starts)
    })
}

/// [`Style::Lakhs`]: groups of two, before the last one of three.
pub(super) fn lakhs<M>(value: &FluentValue, _: &M) -> Option<String> {
    written(value, '.', |digits| set_apart(digits, ',', |after| after >= 3 && (after - 3).is_multiple_of(2)))
}

/// Whether a number is written as it is, and not as the nearest that floating point has.
pub(super) fn is_written(number: f64) -> bool {
    number.abs() < 9_007_199_254_740_992.0
}

/// Numbers of ours are whole; those of a host's have three digits behind the point at most, as in the widget.
fn written(value: &FluentValue, point: char, whole: impl Fn(&str) -> String) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let number = number.value;
    if !is_written(number) {
        return None;
    }
    let rounded = if number.fract() == 0.0 { number } else { (number * 1_000.0).round() / 1_000.0 };
    let text = format!("{:.3}", rounded.abs());
    let (digits, fraction) = text.split_once('.')?;
    let mut text = if number < 0.0 { "-".to_owned() } else { String::new() };
    text += &whole(digits);
    let fraction = fraction.trim_end_matches('0');
    if !fraction.is_empty() {
        text.push(point);
        text += fraction;
    }
    Some(text)
}

/// Puts a separator where so many digits are left that a group starts.
fn set_apart(digits: &str, separator: char, starts: impl Fn(usize) -> bool) -> String {
    let mut text = String::with_capacity(2 * digits.len());
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && starts(digits.len() - place) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}
