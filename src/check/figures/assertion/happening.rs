//! Whether what happened on a date happened to the fact's subject, or to something that is only
//! named with it: "the agency opened a laboratory in 1941", "a lodge opened at the park", "the
//! bureau's crime lab", "detained after the attacks in 2002".

use std::ops::Range;

use crate::check::compare::outcome::{Against, Period};
use crate::check::figures::assign::Pair;
use crate::check::reading::outline::{Name, Seam, has_sense, is_past_tense};
use crate::check::reading::phrase::Shape;
use crate::check::reading::profile::Tie;
use crate::check::reading::scene::{Level, Mark, Scene};
use crate::check::reading::term::Term;
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::text::TokenKind;

/// A date of the draft beside a fact of something that happened.
struct Happening<'s> {
    scene: &'s Scene<'s>,
    mark: &'s Mark,
    pair: &'s Pair<'s, 's>,
    /// Where the fact's subject stands.
    subject: Range<usize>,
    /// Where the word of its measure stands that is nearest to the date.
    event: usize,
}

/// For how many years a thing is called new.
const NEW: i16 = 3;

/// "A civil war": whether a name of the fact stands there in small letters, and is none in particular.
pub(super) fn is_common(scene: &Scene<'_>, pair: &Pair<'_, '_>) -> bool {
    let Some((phrase, at)) = pair.fit.subject.and_then(|found| Some((found.phrase, found.standing.at?))) else {
        return false;
    };
    let mut named = pair.profile.subject.iter().filter(|alternative| alternative.phrase == phrase);
    let capital = |at: usize| scene.tokens[at].is_capitalised() || scene.tokens[at].kind == TokenKind::Number;
    named.any(|alternative| alternative.shape == Shape::Name && alternative.terms.len() > 1)
        && !extent(scene, pair, at).any(capital)
}

/// Whether a date is that of something else than what the fact is about.
pub(super) fn is_of_something_else(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    if !matches!(mark.kind, ClaimKind::Date | ClaimKind::Duration) || pair.profile.tie != Tie::Words {
        return false;
    }
    let happens = match pair.comparison.against {
        Against::Value(held) => held.claim.value.date().is_some(),
        Against::Since { .. } => true,
        Against::History(_) | Against::Life { .. } => false,
    };
    if !happens {
        return false;
    }
    let (Some(subject), Some(measure)) = (pair.fit.subject, pair.fit.measure) else { return false };
    // A sentence that leans on an earlier one begins with what stands for the subject.
    let start = scene.sentence.start;
    let event = measure.standing.at.unwrap_or(start);
    let here = subject.standing.at.map_or(start..start, |at| extent(scene, pair, at));
    let happening = Happening { scene, mark, pair, subject: here, event };
    // "| Hubble | 1990 |" under "Launched"
    let headed = [subject, measure].iter().all(|found| found.standing.level == Level::Header);
    if happening.dates_event() || headed && subject.standing.at.is_none() && measure.standing.at.is_none() {
        return false;
    }
    if happening.has_another_subject() {
        return true;
    }
    if mark.kind == ClaimKind::Duration {
        return false;
    }
    if happening.is_bound() {
        return true;
    }
    if subject.standing.at.is_none() {
        let mut clause = scene.clause(&mark.figure).tokens.clone();
        let acts = happening.is_verb(event) || clause.any(|at| happening.is_own(at) && happening.is_verb(at));
        return !acts || happening.is_done_to_another() || happening.is_told_apart();
    }
    happening.is_done_to_another()
        || happening.is_of_its_namesake()
        || happening.is_where()
        || happening.is_when()
        || happening.is_told_apart()
        || happening.is_of_him()
        || happening.is_by_the_way()
        || happening.is_first_of_another()
}

/// The tokens of the name that stands there, and of the subject's other words beside it.
fn extent(scene: &Scene<'_>, pair: &Pair<'_, '_>, at: usize) -> Range<usize> {
    let phrase = pair.fit.subject.map(|found| found.phrase);
    let subject = pair.profile.subject.iter().filter(|alternative| Some(alternative.phrase) == phrase);
    let terms: Vec<Term> = subject.flat_map(|alternative| alternative.terms.iter().copied()).collect();
    let own = |at: &usize| scene.terms[*at].is_some_and(|term| terms.contains(&term));
    let holds = |name: &&Name| name.tokens.contains(&at);
    let mut extent = scene.outline.names.iter().find(holds).map_or(at..at + 1, |name| name.tokens.clone());
    // "the People's Republic of China": small words may stand between.
    while let Some(next) = (extent.end..(extent.end + 3).min(scene.sentence.end)).find(own) {
        extent.end = next + 1;
    }
    while let Some(before) = (extent.start.saturating_sub(3).max(scene.sentence.start)..extent.start).find(own) {
        extent.start = before;
    }
    extent
}

impl Happening<'_> {
    /// "on August 4, when the sensors on the glacier gave warning": whether what happened follows the date.
    fn is_told_behind(&self) -> bool {
        let Self { scene, mark, .. } = self;
        let end = scene.clause(&mark.figure).tokens.end;
        let when = mark.figure.end
            + usize::from(scene.tokens.get(mark.figure.end).is_some_and(|next| next.is_sign(scene.prose, ',')));
        let behind = |at: usize| at > when && scene.outline.clause_of(at) == scene.outline.clause_of(when);
        when < scene.sentence.end
            && when >= end
            && scene.tokens[when].text(scene.prose) == "when"
            && behind(self.event)
            && behind(self.subject.start)
            && self.is_past(self.event)
            && !scene.outline.clauses[scene.outline.clause_of(when)].tokens.clone().any(|at| self.tells_another(at))
            && !self.is_first_of_another()
    }

    /// "the second bridge", "another flood".
    fn tells_another(&self, at: usize) -> bool {
        let ordinal = |word: Word| word.senses().any(|sense| matches!(sense, Sense::Ordinal(_)));
        let word = self.scene.tokens[at].word;
        word.is_some_and(ordinal) || has_sense(self.scene.prose, self.scene.tokens, at, Sense::Another).is_some()
    }

    /// "a shareholder meeting on Tuesday", "her best day came on Sunday": whether the date follows the very noun of the
    /// measure, or a verb that says no more than that it was then.
    fn follows_event(&self) -> bool {
        let Self { scene, mark, .. } = self;
        let falls = |at: usize| self.has(at, Sense::Becomes) || self.has(at, Sense::Occurs);
        let on = mark
            .figure
            .start
            .checked_sub(1)
            .filter(|&on| on == self.event + 1 || on == self.event + 2 && falls(self.event + 1));
        on.is_some_and(|at| matches!(scene.tokens[at].text(scene.prose), "on" | "in" | "of"))
            && !self.is_verb(self.event)
    }

    /// "Sunday's general election": whether the date is said of the very word of the measure.
    fn dates_event(&self) -> bool {
        if self.is_told_behind() || self.follows_event() && !self.is_first_of_another() {
            return true;
        }
        let end = self.mark.figure.end;
        let possessive = self
            .scene
            .tokens
            .get(end)
            .is_some_and(|next| next.glued && next.text(self.scene.prose).starts_with(['\'', '\u{2019}']));
        possessive && (end + 1..(end + 3).min(self.scene.sentence.end)).contains(&self.event)
    }

    /// "The agency opened a laboratory in 1941": whether the verb has an object of its own.
    fn is_done_to_another(&self) -> bool {
        let clause = self.scene.clause(&self.mark.figure).tokens.clone();
        // "Japan attacked the fleet at the harbor" is told of the harbor, but not "Congress passed a
        // rule on the act".
        let aside = || self.governed_by().is_some_and(|(word, _)| !["at", "in", "near"].contains(&word));
        let acts = |at: usize| self.happens_once(at) || self.subject.end <= at || aside();
        let own = |at: &usize| self.is_own(*at) && self.is_verb(*at) && !self.subject.contains(at);
        let mut verbs = clause.clone().filter(own).filter(|&at| acts(at));
        verbs.any(|verb| !self.is_passive(verb) && self.has_other_object(verb, clause.end))
    }

    fn has_other_object(&self, verb: usize, limit: usize) -> bool {
        let ends = |at: &usize| self.mark.figure.contains(at) || self.is_symbol(*at) || self.joins(*at);
        let mut object = (verb + 1)..(verb + 1..limit).find(ends).unwrap_or(limit);
        // "launched a page of it": the last word is what it is done to.
        let head = object.rfind(|&at| self.is_thing(at) || self.is_own(at));
        let once = self.happens_once(verb);
        let company = |at: usize| self.has(at, Sense::CompanyForm) || once && self.has(at, Sense::Generic);
        head.is_some_and(|at| !self.is_own(at) && !company(at))
    }

    /// "The bureau's crime lab was founded in 1932", "the park lodge opened in 1904": whether a
    /// noun stands between the subject and the verb.
    fn is_of_its_namesake(&self) -> bool {
        if !self.happens_once(self.event) || self.event < self.subject.end {
            return false;
        }
        let between = self.subject.end..self.event;
        let parted = |at: usize| self.is_symbol(at) || self.has(at, Sense::Opens);
        let tells = |at: usize| self.scene.tokens[at].text(self.scene.prose).ends_with("ing");
        !between.clone().any(parted)
            && !between.clone().take(1).any(tells)
            && between.into_iter().any(|at| self.is_thing(at))
    }

    /// "For some this goes back to the war, but the journey began 43 years ago": whether the verb has another
    /// subject in its clause, and the fact's stands elsewhere.
    fn has_another_subject(&self) -> bool {
        let clause = self.scene.clause(&self.mark.figure).tokens.clone();
        if !clause.contains(&self.event) || clause.contains(&self.subject.start) && !self.subject.is_empty() {
            return false;
        }
        let stands_for = |at: usize| self.has(at, Sense::Generic) || self.has(at, Sense::Pronoun) || self.is_dated(at);
        let mut before = clause.start..self.event;
        let thing = |at: usize| self.is_thing(at) && !stands_for(at);
        let relative = self.has(clause.start, Sense::Relative);
        // "a habit that began with the first people", under a heading on the war
        let told_of = clause.start > self.scene.sentence.start && self.subject.is_empty() && thing(clause.start - 1);
        self.is_verb(self.event) && if relative { told_of } else { before.any(thing) }
    }

    /// "After 1914 they grew": whether the date is only one that something came before or after.
    fn is_bound(&self) -> bool {
        let Some(at) = self.mark.figure.start.checked_sub(1) else { return false };
        let word = self.scene.tokens[at].text(self.scene.prose);
        // "has until 12 November", of a fact that says how long somebody has.
        let own = self.scene.is_own(at, self.pair.profile);
        let bounds = !own && ["after", "before", "until"].iter().any(|bound| word.eq_ignore_ascii_case(bound));
        let next = self.mark.figure.end..(self.mark.figure.end + 2).min(self.scene.sentence.end);
        let when = next.into_iter().any(|at| self.scene.tokens[at].text(self.scene.prose) == "when");
        // "did not begin until 1998" tells when it began.
        let mut near = at.saturating_sub(4).max(self.scene.sentence.start)..at;
        let begun = word == "until" && near.any(|at| self.has(at, Sense::Negation));
        at >= self.scene.sentence.start && bounds && !when && !begun
    }

    /// "A lodge opened at the park in 1904", "America's part in the war began in 1941", "a museum on the
    /// bombing": whether the subject only says where, by whom or of what something else is.
    fn is_where(&self) -> bool {
        // "a budget for the fiscal year that begins in July"
        let told_of = (self.subject.end..self.event.max(self.subject.end + 2).min(self.scene.sentence.end))
            .any(|at| self.has(at, Sense::Relative));
        let Some((preposition, at)) = self.governed_by().filter(|_| !told_of) else { return false };
        let clause = self.scene.outline.clauses[self.scene.outline.clause_of(at)].tokens.start;
        let verb = (clause..at).any(|at| self.happens_once(at));
        let told = (clause..at).any(|at| self.is_own(at));
        // "according to a trial published on Monday"
        let head = at > clause
            && !told
            && self.is_thing(at - 1)
            && self.scene.tokens[at - 1].text(self.scene.prose) != "according";
        !["of", "per"].contains(&preposition) && (verb || head)
    }

    /// "They were detained after the attacks in 2002": whether the subject only says when.
    fn is_when(&self) -> bool {
        let mut before = self.before_subject();
        // "after the attack on the harbor"
        while let Some(at) = before
            .filter(|&at| self.has(at, Sense::Preposition) && at > self.scene.sentence.start && self.is_own(at - 1))
        {
            before = self.before(at);
        }
        let Some(before) = before else { return false };
        let word = self.scene.tokens[before].text(self.scene.prose);
        let times = ["after", "before", "since", "until", "following", "during", "amid"];
        let end = self.scene.outline.clauses[self.scene.outline.clause_of(self.subject.start)].tokens.end;
        let mut told = (self.subject.end..end).filter(|&at| self.is_own(at));
        times.iter().any(|time| word.eq_ignore_ascii_case(time)) && !told.any(|at| self.is_verb(at))
    }

    /// "Instagram, which Facebook bought in 2012, was founded in 2010": whether the date's clause
    /// has a verb of its own, and the fact's stands in another.
    fn is_told_apart(&self) -> bool {
        let clause = self.scene.clause(&self.mark.figure).tokens.clone();
        let other = |at: usize| self.is_thing(at) && (self.is_past(at) || self.has(at, Sense::Event));
        let seam = self.scene.clause(&self.mark.figure).seam;
        let aside = matches!(seam, Seam::Subordinate | Seam::Aside) && clause.contains(&self.subject.start);
        // "convicted in 2008 of a part in the genocide"
        let told = |range: Range<usize>| range.into_iter().any(|at| self.is_own(at));
        let figure = &self.mark.figure;
        let acted = (clause.start..figure.start).any(|at| self.is_thing(at) && self.is_past(at));
        let later = acted && !told(clause.start..figure.start) && clause.contains(&self.event);
        // "a milestone which is due in December"
        let relative = self.has(clause.start, Sense::Relative);
        later || !clause.contains(&self.event) && (aside || relative || clause.clone().any(other))
    }

    /// "He served the queen until he died in 1899": whether a pronoun stands for someone else.
    fn is_of_him(&self) -> bool {
        let clause = self.scene.clause(&self.mark.figure).tokens.clone();
        let pronoun = |at: usize| {
            let word = self.scene.tokens[at].text(self.scene.prose);
            ["he", "she", "they"].iter().any(|pronoun| word.eq_ignore_ascii_case(pronoun))
        };
        !clause.contains(&self.subject.start)
            && clause.clone().any(pronoun)
            && (self.scene.sentence.start..self.subject.start).any(|at| self.is_thing(at) || pronoun(at))
    }

    /// "Her first World Cup", "the expanded canal".
    fn is_first_of_another(&self) -> bool {
        let text = |at: usize| self.scene.tokens[at].text(self.scene.prose);
        let start = self.scene.sentence.start;
        let owner = ["his", "her", "its", "their", "our", "my"];
        let possessed = |at: usize| {
            self.is_own(at) && self.has(at, Sense::Ordinal(1)) && at > start && owner.contains(&text(at - 1))
        };
        let before = self.subject.start.checked_sub(1).filter(|&at| at > start);
        let renewed = before.is_some_and(|at| {
            let renewed = text(at).ends_with("ed") || text(at) == "new" && !self.is_new();
            renewed && !self.is_own(at) && self.has(at - 1, Sense::Article)
        });
        renewed || (start..self.mark.figure.start.min(self.subject.start)).any(possessed)
    }

    /// Whether what the fact dates is itself still called new.
    fn is_new(&self) -> bool {
        let Against::Value(held) = self.pair.comparison.against else { return false };
        let date = held.claim.value.date().and_then(Period::spanning);
        date.is_some_and(|date| self.pair.comparison.setting.at.last.year() - date.first.year() <= NEW)
    }

    /// "The agreement establishing the organization was signed in 1994".
    fn is_by_the_way(&self) -> bool {
        let text = self.scene.tokens[self.event].text(self.scene.prose);
        let object = self.event + 1..self.subject.start;
        let only_article = object.len() <= 1 && object.into_iter().all(|at| self.has(at, Sense::Article));
        text.ends_with("ing") && self.event < self.subject.start && only_article
    }

    /// The preposition right before the subject, and where it stands.
    fn governed_by(&self) -> Option<(&str, usize)> {
        let before = self.before_subject()?;
        // "a mission to repair the telescope"
        let infinitive = before.checked_sub(1).filter(|&at| {
            at >= self.scene.sentence.start
                && self.is_thing(before)
                && self.scene.tokens[at].text(self.scene.prose) == "to"
        });
        let at = infinitive.unwrap_or(before);
        let at = Some(at).filter(|&at| self.has(at, Sense::Preposition))?;
        Some((self.scene.tokens[at].text(self.scene.prose), at))
    }

    /// The token before the subject; articles, adjectives and words of the fact are passed over.
    fn before_subject(&self) -> Option<usize> {
        self.before(self.subject.start)
    }

    fn before(&self, at: usize) -> Option<usize> {
        let describes =
            |at: usize| [Sense::Article, Sense::Adjective, Sense::Past].iter().any(|&sense| self.has(at, sense));
        let passed = |at: &usize| !describes(*at) && !self.is_own(*at);
        (self.scene.sentence.start..at).rev().find(passed)
    }

    /// Whether a word of the fact tells what happens to a thing once.
    fn happens_once(&self, at: usize) -> bool {
        self.has(at, Sense::Once) && self.is_own(at)
    }

    /// "was founded": whether it is done to what stands before the verb.
    fn is_passive(&self, verb: usize) -> bool {
        (verb.saturating_sub(2).max(self.scene.sentence.start)..verb).any(|at| self.has(at, Sense::Be))
    }

    fn is_verb(&self, at: usize) -> bool {
        let tells = |word: Word| word.is(Sense::Once) || word.is(Sense::Begins) || word.is(Sense::Ends);
        self.is_past(at) || self.scene.tokens[at].word.is_some_and(tells)
    }

    /// "signed", "ruled".
    fn is_past(&self, at: usize) -> bool {
        is_past_tense(self.scene.prose, &self.scene.tokens[at])
    }

    fn is_dated(&self, at: usize) -> bool {
        let time = |sense| matches!(sense, Sense::Period(_) | Sense::Month(_) | Sense::Weekday(_) | Sense::Season(_));
        self.scene.tokens[at].word.is_some_and(|word| word.senses().any(time))
    }

    /// Whether a word names something that is none of the fact's, and no time.
    fn is_thing(&self, at: usize) -> bool {
        let token = &self.scene.tokens[at];
        let empty = |sense| {
            matches!(sense, Sense::Function | Sense::Modal | Sense::Negation | Sense::Opens | Sense::Preposition)
        };
        let dated = self.scene.dates.iter().any(|(date, _)| date.contains(&at));
        token.kind == TokenKind::Word
            && !dated
            && token.text(self.scene.prose) != "became"
            && (!token.text(self.scene.prose).ends_with("ly") || at > 0 && self.has(at - 1, Sense::Article))
            && !self.is_own(at)
            && !token.word.is_some_and(|word| word.senses().any(empty))
    }

    fn is_own(&self, at: usize) -> bool {
        self.scene.is_own(at, self.pair.profile)
    }

    fn joins(&self, at: usize) -> bool {
        self.has(at, Sense::Preposition) || self.has(at, Sense::Opens)
    }

    fn is_symbol(&self, at: usize) -> bool {
        self.scene.tokens[at].kind == TokenKind::Symbol
    }

    fn has(&self, at: usize, sense: Sense) -> bool {
        self.scene.tokens[at].word.is_some_and(|word| word.is(sense))
    }
}
