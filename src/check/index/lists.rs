//! Lists of numbers by number, laid end to end.

use serde::{Deserialize, Serialize};

use crate::span::offset;

/// For each number from 0 a list of others.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(in crate::check) struct Lists {
    /// Where in `all` each list ends.
    ends: Vec<u32>,
    all: Vec<u32>,
}

impl Lists {
    /// The lists of pairs, each in the order in which its items come.
    pub(in crate::check) fn of(pairs: impl Iterator<Item = (usize, u32)>) -> Self {
        let mut pairs: Vec<(usize, u32)> = pairs.collect();
        pairs.sort_by_key(|(list, _)| *list);
        let mut lists = Self::default();
        for (list, item) in pairs {
            lists.ends.resize(list, offset(lists.all.len()));
            lists.all.push(item);
        }
        lists.ends.push(offset(lists.all.len()));
        lists
    }

    /// A list; an empty one for a number that has none.
    pub(in crate::check) fn get(&self, list: usize) -> &[u32] {
        let end = |list: usize| self.ends.get(list).map_or(self.all.len(), |end| *end as usize);
        let start = list.checked_sub(1).map_or(0, end);
        self.all.get(start..end(list)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn lists_keep_their_items() {
        let lists = Lists::of([(3, 30), (1, 10), (3, 31)].into_iter());
        let expected: [&[u32]; 6] = [&[], &[10], &[], &[30, 31], &[], &[]];
        assert_eq!([0, 1, 2, 3, 4, 5].map(|list| lists.get(list)), expected);
        assert_eq!(Lists::of(std::iter::empty()).get(0), &[] as &[u32]);
    }
}
