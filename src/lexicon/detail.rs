//! What a meaning tells besides itself: the form of a unit, the party, the class of an office.

/// How a unit is written, which tells where it counts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitForm {
    /// "miles": after any number.
    Name,
    /// "stone": a word that is more often something else.
    Shy,
    /// "km", "°C": only after digits.
    Symbol,
    /// "s": only apart from digits, which "1990s" is not.
    Apart,
    /// "in": only touching digits, or with a full stop of its own.
    Tight,
}

/// How a currency is written, which tells where it counts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurrencyForm {
    /// "$", "US$": before the figure, or after it.
    Symbol,
    /// "R": only touching a figure with a magnitude or decimals.
    Initial,
    /// "USD": before or after.
    Code,
    /// "TRY", a word besides: only after.
    CodeAfter,
    /// "dollars": after.
    Word,
    /// "won", a word besides: only after a figure with a magnitude.
    Shy,
    /// "cents": after, a hundredth of the unit.
    Minor,
    /// "p", "¢": touching the digits, a hundredth of the unit.
    MinorSign,
}

/// The stretches of time a calendar counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// From Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// "last month".
    Month,
    /// "this quarter".
    Quarter,
    /// "the first half of 2025".
    Half,
    /// "next year".
    Year,
    /// "fiscal 2026".
    FiscalYear,
    /// "this decade".
    Decade,
    /// "the 19th century".
    Century,
}

/// How years are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    /// "44 BC".
    Before,
    /// "AD 79".
    After,
}

/// Which half of the day an hour of the clock belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayHalf {
    /// "a.m.".
    Morning,
    /// "p.m.".
    Evening,
    /// "at night": before midnight or after it.
    Night,
}

/// What a politician's name is followed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Affiliation {
    /// "D", "Republican": the code in output.
    Party(&'static str),
    /// "Conn.", "Connecticut": the postal code.
    State(&'static str),
}

/// What somebody does with an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handover {
    /// "took office".
    Takes,
    /// "resigned".
    Leaves,
}

/// One of two sorts that together are all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// "men".
    One,
    /// "women".
    Other,
}

/// Which way something moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// "rose".
    Up,
    /// "fell".
    Down,
}

/// How a word of movement stands with its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// "rose": the figure may follow at once.
    Moves,
    /// "raised": the figure follows "by", "from" or "to".
    Moved,
    /// "gain": the figure follows "of", or stands before it.
    Noun,
    /// "cooled": the figure follows "by", "from" or "to", and is a temperature.
    Thermal,
    /// "up", "down".
    Adverb,
    /// "makes up": the words move nothing.
    Idle,
}

/// Offices of one class exclude each other: a person holds one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeClass {
    /// "Secretary of State", "finance minister".
    Cabinet,
    /// "chief executive", "CFO".
    Company,
    /// "Sen.", "Rep."
    Congress,
    /// "Gov."
    Governor,
    /// "Mayor".
    Mayor,
    /// "Premier".
    Premier,
    /// "ambassador to Ireland".
    Ambassador,
    /// "police chief", "fire chief".
    Emergency,
    /// "President".
    President,
    /// "sheriff".
    Sheriff,
    /// "King".
    King,
    /// "Queen".
    Queen,
    /// "pope".
    Pope,
}
