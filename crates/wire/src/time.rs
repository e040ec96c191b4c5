//! Times on the wire: UTC, to the millisecond, as RFC 3339 text.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::InvalidId;

/// Milliseconds since 1970-01-01T00:00:00Z; its text is like `2026-11-22T09:49:00.123Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Time(pub i64);

const DAY_MS: i64 = 86_400_000;
/// The last millisecond of the year 9999: four digits of year are what RFC 3339 allows.
const TIME_MAX: i64 = 253_402_300_799_999;

impl Time {
    /// The year, month and day of this time.
    ///
    /// The arithmetic is that of "chrono-Compatible Low-Level Date Algorithms" (Howard Hinnant): a year that begins in
    /// March has its leap day last, so that days count without tables.
    #[must_use]
    pub fn date(self) -> (i64, u8, u8) {
        let days = self.0.div_euclid(DAY_MS) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        // Both are small by construction: day is 1 to 31, month is 1 to 12.
        (year, u8::try_from(month).unwrap_or(0), u8::try_from(day).unwrap_or(0))
    }
}

fn days_from_date(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        let ms = self.0.rem_euclid(DAY_MS);
        let (hour, minute, second, milli) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60, ms % 1_000);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
    }
}

impl FromStr for Time {
    type Err = InvalidId;
    /// Reads the one form that is written: other RFC 3339 spellings of the same time are refused.
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let invalid = InvalidId { what: "time", rule: "2026-11-22T09:49:00.123Z" };
        let number = |range: std::ops::Range<usize>| text.get(range).and_then(|t| t.parse::<i64>().ok()).unwrap_or(-1);
        let days = days_from_date(number(0..4), number(5..7), number(8..10));
        let time =
            Self(days * DAY_MS + number(11..13) * 3_600_000 + number(14..16) * 60_000 + number(17..19) * 1_000 + number(20..23));
        // Written back it must be the same text, which catches each wrong digit, sign and length at once.
        if (0..=TIME_MAX).contains(&time.0) && time.to_string() == text { Ok(time) } else { Err(invalid) }
    }
}

impl TryFrom<String> for Time {
    type Error = InvalidId;
    fn try_from(text: String) -> Result<Self, InvalidId> {
        text.parse()
    }
}

impl From<Time> for String {
    fn from(time: Time) -> String {
        time.to_string()
    }
}

impl utoipa::PartialSchema for Time {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{KnownFormat, SchemaFormat, Type};
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .examples(["2026-11-22T09:49:00.123Z"])
            .into()
    }
}

impl utoipa::ToSchema for Time {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_times_have_their_text() {
        for (ms, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_795_340_940_123, "2026-11-22T09:49:00.123Z"),
            (TIME_MAX, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(Time(ms).to_string(), text);
            assert_eq!(text.parse(), Ok(Time(ms)));
        }
    }

    #[test]
    fn other_spellings_are_refused() {
        for text in [
            "",
            "2026-11-22",
            "2026-11-22T09:49:00Z",
            "2026-02-30T00:00:00.000Z",
            "2026-11-22T09:49:00.123+00:00",
            "2026-11-22 09:49:00.123Z",
        ] {
            assert!(text.parse::<Time>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_time_reads_back_as_it_was_written(ms in 0..=TIME_MAX) {
            prop_assert_eq!(Time(ms).to_string().parse(), Ok(Time(ms)));
        }
    }
}
