//! What a word tells of parts and of the whole they make.

use super::detail::Side;

/// One thing that a phrase tells where figures are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adding {
    /// "people", "passengers": the sorts of them may follow a comma.
    Everyone,
    /// "women", "adults": a sort of people.
    SortOfPeople,
    /// "men" and "women": the two sorts that together are all, by the number of the pair.
    Half(u8, Side),
    /// "fleet", "membership": another word for all that was counted.
    WholeOf,
    /// "including", "such as": what follows is not all.
    SomeOnly,
    /// "per", "who", "than": what follows is no part of a whole before it.
    NoPart,
    /// "following", "steps": the list behind it is not of what was counted.
    OtherList,
    /// "first", "least": the count behind it may not be of all.
    PartlyCounted,
    /// "left", "another": in a clause that counts what is not in the list behind it.
    StillToCome,
    /// "of", "next": a count right behind it is not of the names listed after it: "one of two officials, Ana Ruiz".
    Unlisted,
    /// "food and drink": two nouns that are one item of a list.
    Coupled,
    /// "of the vote", "undecided": the shares around it are parts of one whole.
    OneWhole,
    /// "both", "or more": shares that may overlap.
    Overlaps,
    /// "seats", "votes": divided among parties to the last.
    SharedOut,
    /// "voters", "respondents": of whom no share is greater than all.
    Electorate,
    /// "registered": which of them.
    Eligible,
    /// "said", "backed": what a share of people does.
    Answers,
    /// "won", "drawn": before the games that ended so.
    Outcome,
    /// "points", "goals": what one side has more of by a margin.
    Scored,
    /// "wins", "draws": how a game ends.
    Result,
    /// "representing", "roughly": between the ends of a change and its amount.
    Sized,
    /// "grand total": the name of a row of totals.
    Totals,
    /// "all", "combined": a last row whose name begins so may be one of totals.
    Gathers,
    /// "total", "others": the row or column of that name is of no one thing.
    Lumped,
    /// "went", "split": the parts behind a whole are all of it.
    Divided,
    /// "lived", "died": in one place and no other.
    OncePlaced,
    /// "change", "growth": the header of a column that follows from others.
    Derived,
    /// "average", "rank": the header of a column whose total is no sum.
    Rated,
    /// "rose", "gap": degrees beside it may be the difference of two temperatures.
    Differs,
    /// "passengers", "soldiers": a sort of people where "people" are counted, though not of passengers.
    SortOfAll,
}
