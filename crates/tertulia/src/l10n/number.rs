//! Whole numbers as each language writes them: pure.

use fluent_bundle::FluentValue;

/// How a language sets the groups of a number apart.
#[derive(Debug, Clone, Copy)]
pub(super) enum Style {
    /// `2,000`.
    Commas,
    /// `2000`, but `10.000`.
    PointsFromFive,
}

/// [`Style::Commas`]; a function for each, since Fluent can't be given a closure.
pub(super) fn commas<M>(value: &FluentValue, _: &M) -> Option<String> {
    whole(value).map(|number| grouped(number, ',', 4))
}

/// [`Style::PointsFromFive`].
pub(super) fn points_from_five<M>(value: &FluentValue, _: &M) -> Option<String> {
    whole(value).map(|number| grouped(number, '.', 5))
}

/// All numbers of ours are whole, and below 2⁵³, so that none is lost on the way through Fluent's floating point.
fn whole(value: &FluentValue) -> Option<u64> {
    match value {
        FluentValue::Number(number) if number.value >= 0.0 && number.value < 9_007_199_254_740_992.0 => Some(number.value as u64),
        _ => None,
    }
}

/// Groups of three, where there are so many digits at least.
fn grouped(number: u64, separator: char, digits_min: usize) -> String {
    let digits = number.to_string();
    if digits.len() < digits_min {
        return digits;
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}
