//! Whole numbers as each language writes them: pure.

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
    let digits = whole(value)?.to_string();
    let starts = |after: usize| digits.len() >= DIGITS_MIN && after.is_multiple_of(3);
    Some(set_apart(&digits, SEPARATOR, starts))
}

/// [`Style::Lakhs`]: groups of two, before the last one of three.
pub(super) fn lakhs<M>(value: &FluentValue, _: &M) -> Option<String> {
    whole(value).map(|number| set_apart(&number.to_string(), ',', |after| after >= 3 && (after - 3).is_multiple_of(2)))
}

/// All numbers of ours are whole, and below 2⁵³, so that none is lost on the way through Fluent's floating point.
fn whole(value: &FluentValue) -> Option<u64> {
    match value {
        FluentValue::Number(number) if number.value >= 0.0 && number.value < 9_007_199_254_740_992.0 => Some(number.value as u64),
        _ => None,
    }
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
