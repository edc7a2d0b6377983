//! What a word or phrase can mean.

use super::adding::Adding;
use super::detail::{Affiliation, CurrencyForm, DayHalf, Direction, Era, Movement, OfficeClass, Period, UnitForm};
use super::trap::Trap;
use crate::value::{Hedge, Holiday, Season, Tenure, Unit};

/// One meaning of a phrase. Each stands in the YAML file of the same theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    // numbers.yaml
    /// "seven", "forty": below a hundred.
    Cardinal(u8),
    /// "hundred", "thousand", "million", "lakh": the power of ten. Not vague plurals.
    Scale(u8),
    /// "m", "bn", "k" after digits: the power of ten.
    ScaleSuffix(u8),
    /// "third", "twentieth".
    Ordinal(u32),
    /// "half", "thirds", "quarter": the denominator.
    Fraction(u64),
    /// "pair", "quartet", "dozen": how many.
    Group(u32),
    /// "dozens", "several": from the first up to, not including, the second.
    Vague(u64, u64),
    /// "few", "handful": the same where "a" stands before it.
    VagueAfterArticle(u64, u64),
    /// "twice", "doubled", "triple": the factor.
    Multiple(u8),

    // units.yaml, currencies.yaml
    /// "miles", "square feet", "km/h".
    Unit(Unit, UnitForm),
    /// "$", "USD", "dollars", "cents".
    Currency(Unit, CurrencyForm),
    /// "gallons", "$": a unit or currency that is another in some countries.
    Bare,

    // hedges.yaml
    /// "about", "more than": before a figure.
    HedgeBefore(Hedge),
    /// "over", "passed": a hedge only before a figure that its other meaning does not fit.
    LooseHedge,
    /// "or so", "or more": after a figure.
    HedgeAfter(Hedge),
    /// "shortly before": before an hour of the clock.
    HedgeClock(Hedge),

    // dates.yaml
    /// 1 to 12.
    Month(i8),
    /// 1 for Monday to 7.
    Weekday(i8),
    /// "spring".
    Season(Season),
    /// "yesterday": days after the draft's date.
    Day(i8),
    /// "week", "fiscal year".
    Period(Period),
    /// "last", "this", "next": -1, 0, 1.
    Turn(i8),
    /// "nineties": the years after the turn of its century.
    Decade(i8),
    /// "BC".
    Era(Era),
    /// "Thanksgiving".
    Holiday(Holiday),
    /// "noon": the hour it names, 0 to 23.
    Hour(u8),
    /// "o'clock", "past": an hour stands beside it.
    Clock,
    /// "p.m.", "in the morning".
    DayHalf(DayHalf),
    /// "ET": the name in output.
    Zone(&'static str),
    /// "early": stands before a date without changing it.
    DatePart,
    /// "end": stands before "of" and a date without changing it.
    DateEdge,
    /// "in", "since": a four-digit number after it is a year.
    YearCue,
    /// "by", "of": a four-digit number after it is a year unless something is counted.
    DateCue,
    /// "at", "until": "17:00" after it is a time.
    HourCue,
    /// "before": "May" after it is a month.
    MonthCue,
    /// "population": a number after "of" is no year.
    Tally,
    /// "attacks": a day of a month before it names an event, whatever the year.
    DatedEvent,
    /// "profit": a quarter before it is a quarter of the year.
    QuarterFigure,
    /// "levels": a year before it tells when and counts nothing.
    OfYear,
    /// "will", "due": what the clause tells is still to come.
    Coming,
    /// "was", "said": what the clause tells has happened.
    Gone,
    /// "every": a weekday after it is no single day.
    Habit,

    // titles.yaml
    /// "president", "secretary of state": an office or description that stands with a name.
    Title,
    /// "developer", "executive": a title that stands with a full name only.
    Trade,
    /// Several of a trade: "volunteers".
    Trades,
    /// "presidents", "Sens.": one office of several people.
    Titles,
    /// "the", "his": before the words that describe an office.
    Introduces,
    /// "Department of Justice": its last word is no office.
    NoOffice,
    /// "former", "acting", "-elect": how the office is held.
    Tenure(Tenure),
    /// "government", "power": what somebody has who holds the highest office.
    Rule,
    /// "office", "post": what anybody has who holds one.
    Post,
    /// "finance", "housing": what an office is charged with.
    Portfolio,
    /// "lined", "packed": what a crowd does to a place.
    Fills,
    /// "ranking", "handicap": what is better the smaller it is, or falls while its number rises.
    Inverse,
    /// "governed", "led": a time behind it is spent in an office.
    Serves,
    /// "term", "presidency": an office before it is one of that time.
    Reign,
    /// "mayor", "queen": an office whose holder governs.
    Governs,
    /// "D", "R-", "Conn.": what a politician's name is followed by.
    Affiliation(Affiliation),
    /// "vice", "press": makes another office of one.
    Rank,
    /// "vice", "deputy": its holder is not the holder of the office without it.
    Second,
    /// "president", "mayor": an office that has one holder, and may have a second.
    Superior,
    /// "senator", "chief executive".
    OfficeClass(OfficeClass),
    /// "general": the office is in no class, whatever its other words.
    Unclassed,
    /// "Gov.": how else a word of an office is written.
    WrittenOut(&'static str),
    /// "the", "outgoing": tells no office from another.
    Unsaid,

    // names.yaml
    /// "Mr.", "Dame": before a name, and no office.
    Honorific,
    /// "Maria", "John": told apart from another by a letter.
    GivenName,
    /// "Smyth", "Reid": told apart from another by a letter or not at all by the ear.
    Surname,
    /// "Park", "Hsieh": stands before a given name of syllables, "Ji-hoon".
    FamilyName,
    /// "Maria", "Mrs.": a woman's.
    Feminine,
    /// "John", "Sir": a man's.
    Masculine,
    /// "van", "al-": a small word inside a name.
    Particle,
    /// "Jr.", "III": closes a name.
    NameSuffix,
    /// "foreign", "press": describes an office.
    TitleModifier,
    /// "Inc.", "Group": closes the name of a company.
    CompanyForm,
    /// "Street", "University": in no person's name.
    Institution,
    /// "Hill", "West": of a place, or a surname.
    Landmark,
    /// "frigate": an office and a name after it are those of a ship.
    Vessel,
    /// "Meanwhile": a capital only because it opens a sentence.
    Opener,

    // speech.yaml
    /// "said", "told": its subject is a speaker.
    Saying,
    /// "also", "had": between a subject and its verb.
    BeforeVerb,
    /// "em", "til": an apostrophe before it stands for letters.
    Elides,
    /// "quoting", "echoing": the words beside it are somebody else's than the speaker's.
    Citing,
    /// "report", "officials": a noun for somebody or something that speaks.
    Source,

    // nouns.yaml
    /// "people", "dead": a counted thing in a form for several that has no "-s".
    Plural,
    /// "injured": what became of those who are counted.
    Fate,
    /// "new", "armed": describes the noun after it.
    Adjective,
    /// "entire", "health": describes the noun after it, and may tell of which kind it is.
    Describing,
    /// "person", "officer": whom a report counts singly.
    Person,
    /// "minister", "sister": a number set off behind it is an age.
    Someone,
    /// "boys", "sisters": numbers set off behind them are their ages.
    People,
    /// "who", "during": no part of what is counted before it.
    Boundary,
    /// "the", "their": opens a noun phrase.
    Determiner,
    /// "no", "which": "one" after it counts nobody.
    BeforeOne,
    /// "more", "other": between a number and what it counts.
    Increment,
    /// What people come together or fight at: "protest", "election".
    Occasion,
    /// What those do who are counted as belonging to something: "1,420 pupils attend the school".
    Belongs,
    /// What befalls a place, by its sort: "earthquake", "flood".
    Disaster,
    /// What a result counts: the votes of "52 votes to 48".
    Tallied,
    /// After "the" it means each, not how many: "the several states".
    Distributive,
    /// "totaling": after what is counted, before the number.
    Totaling,

    // changes.yaml, contests.yaml, traps.yaml, ratios.yaml, ranks.yaml
    /// "rose", "cut", "gain", "down": a movement.
    Movement(Direction, Movement),
    /// "won", "vote": two numbers near it are a result.
    Contest,
    /// "one of the", "World War II": the words are no figure.
    Trap(Trap),
    /// "Article", "iPhone": the number after it is part of a name.
    Designator(Trap),
    /// "Avenue": closes an address that begins with a number.
    Street,
    /// "Division", "Amendment": an order number before it is a name.
    Formation,
    /// "train", "jersey": "No. 7" before it is a name.
    Bearer,
    /// "mid", "sub": a number that a hyphen joins to it is no model's.
    Prefix,
    /// "U.S.C.": the numbers around it are those of a law.
    Citer,
    /// "as", "average": what a factor is measured against begins with it.
    Compared,
    /// "second", "last": a half or quarter after it is a time or a place.
    ToldApart,
    /// "ratio", "outnumbered": "18:1" beside it is a ratio.
    Proportion,
    /// "odds", "outsider": two numbers beside it are odds.
    Odds,
    /// "most", "best": a superlative after an order number.
    Superlative,
    /// "interest": ends as a superlative does and is none.
    NoSuperlative,
    /// "finished", "ranked": a rank may end what is said.
    Placing,
    /// "quarter": an order number before it tells a time or a class.
    OrderedTime,

    // words.yaml
    /// "the", "of": carries no content of its own.
    Function,
    /// "not", "never", "without".
    Negation,
    /// "would", "could", "may".
    Modal,

    // clauses.yaml
    /// "he", "it", "the company's": stands for what was named before.
    Pronoun,
    /// "sheep", "aircraft": of several without an "s", and no people.
    Unhuman,
    /// "1,204 votes ahead of": behind a count it tells by how much.
    Margin,
    /// "founded": how a thing begins that has a history since.
    Founds,
    /// "known as", "nicknamed": a name behind them is another of the same thing.
    Alias,
    /// "came", "fell": a date behind it is that of the noun before it.
    Occurs,
    /// "counted": a verb that stands with any figure and tells no fact from another.
    Light,
    /// "also", "night": stands with any figure and tells nothing of what it is.
    Commonplace,
    /// "recorded": a verb that tells no more than that somebody found the figure.
    Finds,
    /// "team": what a number of people or things behind "of" are together.
    Gathers,
    /// "price", "wage": what it gives for one thing or time has no other name.
    Charge,
    /// "until": behind a statement it tells of one time only.
    Timely,
    /// "weighing": before a figure that opens a sentence and is that of the subject behind it.
    Measuring,
    /// "sum": what a figure beside it is.
    Sum,
    /// "San Francisco": of several words, and nobody's name.
    Place,
    /// "European", "Muslim": of more than one nation.
    Broad,
    /// "American", "Soviet": capitalised, but no name by itself.
    Nationality,
    /// "the", "a".
    Article,
    /// "built", "led": begins a phrase said aside, as words in "-ed" do.
    Participle,
    /// "in", "across", "with".
    Preposition,
    /// "who", "when", "while": a clause begins here.
    Opens,
    /// "who", "which": opens a clause about what stands before it.
    Relative,
    /// "refused", "yet to": turns a statement round as "not" does.
    Denies,
    /// "somebody", "nobody": whoever it is.
    Somebody,
    /// "admitted" and "denied", "hurt" and "unharmed": what one says the other takes back, by the number of the pair.
    Contrary(u8, super::Side),
    /// "all": "not" before it leaves open how far something is so.
    Wholly,
    /// "true that": what follows is asserted.
    Vouches,
    /// "only": "not" before it denies nothing.
    Adds,
    /// "should", "had": first in a clause it makes a question or a condition of it.
    Inverts,
    /// "but", "which": after a comma a clause of its own begins with it.
    Parts,
    /// "but": what is named behind it is excepted from what the clause says.
    Excepts,
    /// "like", "as with": what follows is likened to the subject and is none.
    Likens,
    /// "than", "unlike", "beating": what follows is named for comparison only.
    Compares,
    /// "if", "unless": what follows is not asserted.
    Supposes,
    /// "forecast", "target", "estimated": the figure is not said to be so.
    Projects,
    /// "more", "another", "including": the figure is a part of a whole, or added to it.
    Partial,
    /// "former", "previous", "earlier", "then": of another time than the draft's.
    Past,
    /// "began", "since": a date beside it is a beginning.
    Begins,
    /// "salary": what is paid for a year.
    Pay,
    /// "took office", "resigned": a date beside it begins or ends the office of whoever is named.
    Office(super::Handover),
    /// "ended", "until": a date beside it is an end.
    Ends,
    /// "born": a life begins on the date beside it.
    Born,
    /// "died": a life ends then.
    Dies,
    /// "lasted", "for": a duration after it is that of what is spoken of.
    Lasts,
    /// "long", "into": so is one before it.
    Running,
    /// "near", "outside": the name after it only says where something else is.
    Locates,
    /// "foreign", "eastern": what it describes is a part of what it would be without.
    Narrows,
    /// "hired", "closed", "broke into": the count after it is of some of a whole.
    Turnover,
    /// "rural areas", "the north": what is told of it is not told of the whole.
    Area,
    /// "became", "was elected": an office begins.
    Appoints,
    /// "nearly", "again": before a verb that appoints, it tells of no beginning.
    Unappoints,
    /// "invested", "raised": the money after it is no price of what is spoken of.
    Outlay,
    /// "falsely", "a myth": what the sentence repeats is not said to be so.
    Disclaims,
    /// "on Sunday alone": one part of several.
    Alone,
    /// "another", "a separate": not the one spoken of before.
    Another,
    /// "collapse", "sale": what happened to the thing named after "of" is told of the thing.
    Event,
    /// "born", "founded": happens to a thing once.
    Once,
    /// "film", "novel": a year before it is that of its release.
    Work,
    /// "city", "company": another word for the thing named after "of".
    Generic,
    /// "Act", "treaty": a year in its name is its own.
    Law,
    /// "brother", "wife": somebody else than the one named.
    Kin,
    /// "an earlier version", "correction": repeats an error to mend it.
    Corrects,

    // verbs.yaml
    /// "is", "were": with it a verb tells what is done to its subject.
    Be,
    /// "sold", "broke": a past tense that does not end in "-ed".
    PastTense,
    /// "hundred", "speed": ends so, and is none.
    Unverbal,
    /// "bought", "signed": befalls a thing once, for a sum or on a day.
    Deals,
    /// "holds", "won": what follows is all that the thing before it has.
    Holds,
    /// "won", "has": left out where the next of several is said to have so many.
    Gapped,
    /// "total", "current": what it describes is still the whole.
    Whole,
    /// "is", "became": what follows tells what the thing before is.
    Becomes,

    // sums.yaml
    /// "including", "passengers", "fleet": what the parts of a whole are told by.
    Adding(Adding),
    /// "after inflation": a change before it is not that of the bare figures.
    Reckoned,
    /// "valid", "ticket": dates behind it are not those of a length before it.
    Unspanned,
    /// "is", "still", "marks": the sentence is of the draft's own time.
    Present,
    /// "was", "had", "would": it is of another.
    Told,
    /// "when", "until": the age beside it may be of another time.
    OtherAge,
    /// "estimate", "revised": the figure beside it is not the last word.
    Provisional,
    /// "behind bars", "in office": how a length of years before it was spent.
    Spent,
    /// "goal", "video": a clock time in its sentence is one of a match or a recording.
    Playing,
    /// "sun", "sat": a short name of a weekday that is another word as well.
    OtherWord,
    /// "opens", "stands": what a thing does, and no noun.
    Acts,
    /// "will", "has": between a subject and the verb that gives its measure.
    Auxiliary,
    /// "company": with "the" it is whichever was named last.
    Interchangeable,
    /// "cost", "seats": the measure that the verb gives of its subject.
    Gives(&'static str),
    /// "tall", "height": the way a length beside it runs.
    Extends(&'static str),
    /// "price", "population": the measure that a noun gives of what "of" joins to it.
    Quality(&'static str),
    /// "a", "an": what follows is spoken of for the first time.
    Indefinite,
    /// "people", "dead": all who are counted, of no sort.
    Anybody,
    /// "worldwide", "annual": beside a figure it tells of nothing else than that.
    Neutral,
    /// "had", "was to": the verb behind it tells of a time before, or of what did not come.
    Foregone,
    /// "of", "over": behind a noun it tells which of several.
    Situates,
    /// "deaths", "price": the measure of a column below it, by the verb that gives the same.
    Heads(&'static str),
    /// "tripled", "halved": to how many times as much, as a fraction.
    Factor(u8, u8),

    // measures.yaml
    /// "for", "lasted": before a length, so that "an hour" after it is one and no rate.
    Spanning,
    /// "more", "straight": between a number and its unit, as in "six straight weeks".
    Interposed,
    /// "long", "away", "ago": after a length.
    Extent,
    /// "weighed", "heavier": pounds near it are a mass.
    Weighing,
    /// "debt", "coin": pounds before it are money.
    Spending,
    /// "beef", "coal": so many pounds of it are a mass.
    Bulk,
    /// "aged", "turned": a number after it is an age.
    Ageing,
    /// "scattered", "spread": "over" behind it tells where.
    Spreads,
    /// "retired", "enlisted": befalls people once; a number behind "at" is their age.
    LifeEvent,
    /// "Nasdaq": beside it points are an index's.
    Market,
    /// "turns": an age after it may be still to come.
    Turning,
    /// "his": the tens of years after it are somebody's age.
    Owner,
    /// "heat", "degrees": "30 C" near it is a temperature.
    Warmth,

    // abbreviations.yaml
    /// "Sen", "No": a full stop after it does not end a sentence.
    Abbreviation,
    /// "Inc", "etc": a full stop after it ends a sentence only where another plainly begins.
    Shortening,
    /// "Ill.", "Corp.": the same, with a capital.
    NameShortening,
}
