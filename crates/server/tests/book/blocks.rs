//! The blocks of code in a chapter: between fences, with a language and perhaps marks, as in `sh,stays`.

use crate::read;

/// A block of code, and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    /// `path:line` of its fence.
    pub(crate) place: String,
    pub(crate) language: String,
    /// What else stands behind the language, for the tests.
    pub(crate) marks: Vec<String>,
    pub(crate) text: String,
}

impl Block {
    pub(crate) fn is_marked(&self, mark: &str) -> bool {
        self.marks.iter().any(|known| known == mark)
    }
}

/// All blocks of a chapter, in order.
pub(crate) fn blocks(path: &str) -> Vec<Block> {
    of_text(path, &read(path))
}

fn of_text(path: &str, text: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<(Block, usize)> = None;
    for (number, line) in text.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        match (line.trim().strip_prefix("```"), &mut open) {
            (Some(info), None) => {
                let mut words = info.split(',').map(str::to_owned);
                let language = words.next().unwrap_or_default();
                let place = format!("{path}:{}", number + 1);
                open = Some((Block { place, language, marks: words.collect(), text: String::new() }, indent));
            }
            (Some(_), Some(_)) => found.extend(open.take().map(|(block, _)| block)),
            (None, Some((block, indent))) => {
                block.text.push_str(line.get(*indent..).unwrap_or(line.trim_start()));
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "{path}: a block has no end");
    found
}

/// The one block of a chapter with this mark.
pub(crate) fn marked(path: &str, mark: &str) -> Block {
    let mut found: Vec<_> = blocks(path).into_iter().filter(|block| block.is_marked(mark)).collect();
    assert_eq!(found.len(), 1, "{path} has one block marked {mark}");
    found.remove(0)
}

/// Takes a line out of a block and puts another in its place; it has to be there.
pub(crate) fn replaced(block: &Block, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(block.text.clone(), |text, (from, to)| {
        assert!(text.contains(from), "{}: {from:?} is not in it", block.place);
        text.replace(from, to)
    })
}

#[test]
fn a_block_has_its_language_its_marks_and_no_indent() {
    let found = of_text("a.md", "x\n  ```sh,stays,b\n  one\n    two\n  ```\n```\nthree\n```\n");
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].language.as_str(), found[0].text.as_str()), ("sh", "one\n  two\n"));
    assert!(found[0].is_marked("stays") && found[0].is_marked("b") && !found[0].is_marked("c"));
    assert_eq!((found[0].place.as_str(), found[1].text.as_str()), ("a.md:2", "three\n"));
}
