//! Whose names are taken in a crowd: pure.

use std::collections::HashMap;

/// Names that are remembered in one crowd; who comes beyond them takes none. With so many the table has 65,536 places of 25
/// bytes, and where many have come and gone twice as many.
pub(crate) const LOOKS_MAX: usize = 57_344;

/// Turns for which the name of whoever only looked in is theirs.
const TURNS: usize = 3;

/// Somebody's name, as a crowd knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named {
    /// What it looks like, hashed.
    pub(crate) look: u64,
    /// Of a guest, who that is, hashed.
    pub(crate) guest: Option<u32>,
}

/// Whose a name is that somebody is here under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// Somebody else's: a guest is counted, and not named.
    Anothers,
    /// Nobody's in particular, and so theirs for as long as they are here.
    Nobodys,
    /// Theirs: a user's, or a guest's who has spoken under it.
    Theirs,
}

/// Who has a name. Users may have the same, of guests one has it.
#[derive(Debug, Default)]
struct Holders {
    // Lines of users.
    users: u32,
    // Lines of the guest.
    lines: u32,
    guest: u32,
}

/// A guest who has spoken, and what the name looks like that they spoke under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spoke {
    pub(crate) id: Box<str>,
    pub(crate) look: Box<str>,
}

/// How many lines are open under each name, by what it looks like: 3.2 MiB at most, whoever comes and goes, and 1.8 MiB more for
/// those who may be back soon. Guests who have spoken have their ids kept as well, and what their names look like,
/// some 150 bytes each.
#[derive(Debug, Default)]
pub(crate) struct Looks {
    of: HashMap<u64, Holders>,
    // Of the names that a guest has who has spoken, who that is.
    spoke: HashMap<u64, Spoke>,
    // Those who may be back soon, by the turn in which they left.
    lately: [Vec<Named>; TURNS],
}

impl Looks {
    /// Somebody has come; says whether that is remembered, and so has to be taken back.
    pub(crate) fn join(&mut self, named: Named) -> bool {
        if self.of.len() >= LOOKS_MAX && !self.of.contains_key(&named.look) {
            return false;
        }
        let holders = self.of.entry(named.look).or_default();
        match named.guest {
            None => holders.users = holders.users.saturating_add(1),
            Some(guest) if holders.lines == 0 => (holders.guest, holders.lines) = (guest, 1),
            Some(guest) if holders.guest == guest => holders.lines = holders.lines.saturating_add(1),
            Some(_) => return false,
        }
        true
    }

    /// Somebody has closed a line; if that was the last one of a guest who has spoken, that one has left.
    #[must_use]
    pub(crate) fn leave(&mut self, named: Named) -> Option<Spoke> {
        let holders = self.of.get_mut(&named.look)?;
        let mut spoke = None;
        if named.guest.is_none() {
            holders.users = holders.users.saturating_sub(1);
        } else {
            holders.lines = holders.lines.saturating_sub(1);
            spoke = if holders.lines == 0 { self.spoke.remove(&named.look) } else { None };
        }
        if holders.users == 0 && holders.lines == 0 {
            self.of.remove(&named.look);
        }
        if self.of.capacity() > 64 && self.of.len() * 4 < self.of.capacity() {
            self.of.shrink_to_fit();
        }
        if self.spoke.capacity() > 64 && self.spoke.len() * 4 < self.spoke.capacity() {
            self.spoke.shrink_to_fit();
        }
        spoke
    }

    /// Somebody has only looked in: the name is theirs for two to three turns more. With too many of them they leave at once, as by
    /// [`leave`](Self::leave).
    #[must_use]
    pub(crate) fn linger(&mut self, named: Named) -> Option<Spoke> {
        if self.lately.iter().map(Vec::len).sum::<usize>() < LOOKS_MAX {
            self.lately[0].push(named);
            return None;
        }
        self.leave(named)
    }

    /// Lets a turn go by; tells which guests who have spoken left by it.
    #[must_use]
    pub(crate) fn turn(&mut self) -> Vec<Spoke> {
        self.lately.rotate_right(1);
        std::mem::take(&mut self.lately[0]).into_iter().filter_map(|named| self.leave(named)).collect()
    }

    /// A guest has spoken, who is known by this.
    pub(crate) fn has_said(&mut self, look: u64, guest: u32, spoke: Spoke) {
        if self.of.get(&look).is_some_and(|holders| holders.lines > 0 && holders.guest == guest) {
            self.spoke.entry(look).or_insert(spoke);
        }
    }

    /// Forgets that a guest has spoken.
    pub(crate) fn forget(&mut self, id: &str) {
        self.spoke.retain(|_, spoke| *spoke.id != *id);
    }

    /// Whether somebody else has a name that looks like this.
    pub(crate) fn has(&self, look: u64, but: u32) -> bool {
        self.of.get(&look).is_some_and(|holders| holders.users > 0 || holders.lines > 0 && holders.guest != but)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(look: u64) -> Named {
        Named { look, guest: None }
    }

    fn guest(look: u64, guest: u32) -> Named {
        Named { look, guest: Some(guest) }
    }

    fn spoke(id: &str) -> Spoke {
        Spoke { id: id.into(), look: "eva".into() }
    }

    #[test]
    fn a_name_is_taken_for_as_long_as_somebody_has_a_line_under_it() {
        let mut looks = Looks::default();
        assert!(looks.join(user(1)) && looks.join(user(1)) && looks.join(guest(2, 7)));
        assert!(!looks.join(guest(2, 8)), "of guests one has it");
        assert!(looks.has(1, 7) && looks.has(2, 8) && !looks.has(2, 7) && !looks.has(3, 7));
        assert!(looks.join(user(2)), "a user has it before a guest");
        assert!(looks.has(2, 7));
        assert_eq!((looks.leave(user(2)), looks.leave(user(1))), (None, None));
        assert!(looks.has(1, 7) && !looks.has(2, 7));
        looks.has_said(2, 8, spoke("~8"));
        assert_eq!(looks.leave(guest(2, 7)), None, "who has said nothing keeps nothing");
        looks.join(guest(2, 7));
        looks.join(guest(2, 7));
        looks.has_said(2, 7, spoke("~7"));
        assert_eq!(looks.leave(guest(2, 7)), None, "still here");
        assert_eq!((looks.leave(guest(2, 7)), looks.leave(user(1))), (Some(spoke("~7")), None));
        assert!(looks.of.is_empty() && looks.spoke.is_empty());
    }

    #[test]
    fn whoever_only_looked_in_has_it_for_two_to_three_turns_more() {
        let mut looks = Looks::default();
        for named in [user(1), guest(2, 7), guest(3, 8)] {
            looks.join(named);
            assert_eq!(looks.linger(named), None);
        }
        looks.has_said(2, 7, spoke("~7"));
        for _ in 0..2 {
            assert!(looks.turn().is_empty() && looks.has(1, 0) && looks.has(2, 0));
        }
        assert_eq!(looks.turn(), [spoke("~7")], "who has spoken is told of");
        assert!(looks.of.is_empty() && looks.spoke.is_empty());
    }

    #[test]
    fn whoever_finds_no_place_among_those_who_may_be_back_is_told_of_at_once() {
        let mut looks = Looks::default();
        looks.join(guest(2, 7));
        looks.has_said(2, 7, spoke("~7"));
        (0..LOOKS_MAX).for_each(|_| assert_eq!(looks.linger(user(0)), None));
        assert_eq!(looks.linger(guest(2, 7)), Some(spoke("~7")));
    }

    #[test]
    fn no_more_is_held_than_may_and_it_is_given_back() {
        let mut looks = Looks::default();
        let joined = (0..200_000).filter(|look| looks.join(user(*look))).count();
        assert_eq!((joined, looks.of.len()), (LOOKS_MAX, LOOKS_MAX));
        assert!(std::mem::size_of::<(u64, Holders)>() <= 24 && looks.of.capacity() <= LOOKS_MAX, "half of it");
        (0..200_000).for_each(|_| assert_eq!(looks.linger(user(0)), None));
        assert_eq!(looks.lately.iter().map(Vec::len).sum::<usize>(), LOOKS_MAX);
        // As many come as go.
        for turn in 0..300_000 {
            assert_eq!(looks.leave(user(turn % LOOKS_MAX as u64)), None);
            looks.join(user(turn % LOOKS_MAX as u64));
        }
        assert!(looks.of.len() <= LOOKS_MAX && looks.of.capacity() <= 2 * LOOKS_MAX, "3.2 MiB");
        for look in 0..LOOKS_MAX as u64 {
            assert_eq!(looks.leave(user(look)), None);
        }
        assert!(looks.of.is_empty() && looks.of.capacity() < 100);
        for look in 0..LOOKS_MAX as u64 {
            looks.join(guest(look, 7));
            looks.has_said(look, 7, spoke("~7"));
        }
        assert_eq!(looks.spoke.len(), LOOKS_MAX);
        assert_eq!((0..LOOKS_MAX as u64).filter(|look| looks.leave(guest(*look, 7)).is_some()).count(), LOOKS_MAX);
        assert!(looks.spoke.is_empty() && looks.spoke.capacity() < 100);
    }
}
