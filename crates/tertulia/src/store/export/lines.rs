//! Lines of an input that nobody has looked at yet: one at a time, and none longer than may be.

use std::io::{self, BufRead, Read};

use super::LINE_BYTES_MAX;

/// Why there is no next line.
#[derive(Debug)]
pub enum ReadFailed {
    /// The input gives no more.
    Input(io::Error),
    /// The line is longer than may be.
    TooLong,
}

/// The lines of an input.
#[derive(Debug)]
pub struct Lines<R> {
    input: R,
    line: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    /// The lines of an input.
    pub fn new(input: R) -> Self {
        Self { input, line: Vec::new() }
    }

    /// The next line without its end; `None` at the end of the input.
    ///
    /// # Errors
    /// When the input fails, or when the line is longer than [`LINE_BYTES_MAX`]; no more of it than that is held.
    pub fn read(&mut self) -> Result<Option<&[u8]>, ReadFailed> {
        self.line.clear();
        let most = LINE_BYTES_MAX as u64 + 1;
        let read = self.input.by_ref().take(most).read_until(b'\n', &mut self.line).map_err(ReadFailed::Input)?;
        if read == 0 {
            return Ok(None);
        }
        if self.line.last() == Some(&b'\n') {
            self.line.pop();
        } else if self.line.len() > LINE_BYTES_MAX {
            return Err(ReadFailed::TooLong);
        }
        Ok(Some(&self.line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_one_by_one_and_the_last_needs_no_end() {
        let mut lines = Lines::new(&b"one\n\ntwo"[..]);
        for expected in ["one", "", "two"] {
            assert_eq!(lines.read().expect("read"), Some(expected.as_bytes()));
        }
        assert_eq!(lines.read().expect("read"), None);
    }

    #[test]
    fn a_line_without_an_end_is_not_held_as_a_whole() {
        let longest = [vec![b'x'; LINE_BYTES_MAX], vec![b'\n']].concat();
        assert_eq!(Lines::new(&longest[..]).read().expect("read").map(<[u8]>::len), Some(LINE_BYTES_MAX));
        let mut lines = Lines::new(io::BufReader::new(io::repeat(b'x')));
        assert!(matches!(lines.read(), Err(ReadFailed::TooLong)));
        assert!(lines.line.capacity() <= 4 * LINE_BYTES_MAX);
    }
}
