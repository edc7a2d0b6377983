//! Where three words stand together in the transcripts: a table that is counted out, then filled,
//! and asked with a glance at one shelf of it.

/// The places of threes, shelved by their hash.
#[derive(Debug, Default)]
pub(super) struct Threes {
    /// Where each shelf begins in `places`; one more than there are shelves.
    shelves: Vec<u32>,
    places: Vec<Place>,
}

/// Which record, and at which word.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    three: u64,
    record: u32,
    word: u32,
}

impl Threes {
    /// Shelves every three of every record; `records` gives those of each, in order.
    pub(super) fn of<I: Iterator<Item = u64>>(records: &(impl Iterator<Item = (u32, I)> + Clone)) -> Self {
        let all = || {
            records
                .clone()
                .flat_map(|(record, threes)| threes.zip(0..).map(move |(three, word)| Place { three, record, word }))
        };
        let count = all().count();
        if count == 0 {
            return Self::default();
        }
        let width = count.next_power_of_two();
        let mut shelves = vec![0_u32; width + 1];
        for place in all() {
            shelves[shelf(place.three, width) + 1] += 1;
        }
        for at in 1..=width {
            shelves[at] += shelves[at - 1];
        }
        let mut next = shelves.clone();
        let mut places = vec![Place::default(); count];
        for place in all() {
            let free = &mut next[shelf(place.three, width)];
            places[*free as usize] = place;
            *free += 1;
        }
        Self { shelves, places }
    }

    /// Where these three words stand, as record and word.
    pub(super) fn places(&self, three: u64) -> impl Iterator<Item = (u32, u32)> {
        let width = self.shelves.len().saturating_sub(1);
        let own = if width == 0 {
            &[][..]
        } else {
            let at = shelf(three, width);
            &self.places[self.shelves[at] as usize..self.shelves[at + 1] as usize]
        };
        own.iter().filter(move |place| place.three == three).map(|place| (place.record, place.word))
    }
}

/// The shelf of a hash, of a number of shelves that is a power of two.
fn shelf(three: u64, width: usize) -> usize {
    // The product spreads what the hash has in its low bits.
    let spread = three.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    usize::try_from(spread).unwrap_or(0) & (width - 1)
}
