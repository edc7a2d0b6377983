//! Whether a time is that of a person's office: "has been chief executive for five years", "became mayor in 2018",
//! "eight years of government by Prime Minister Solvay".
//!
//! A sentence names many who held something since some year. The time is the person's only where they are who the clause
//! is about, and the office is what it says of them.

mod holder;

use holder::Tenure;

use super::age::{article_before, is_told_before};
use super::fit::Found;
use crate::check::reading::outline::{Name, has_sense, is_past_tense};
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Level, Mark, Scene};
use crate::claim::ClaimKind;
use crate::lexicon::{Handover, Sense, Word};
use crate::text::TokenKind;

/// Within how many words before a time the verb of a deed stands.
const OBJECT: usize = 5;

/// Within how many words behind a time in office another one of the same office begins.
const AGAIN: usize = 5;

/// Whether a figure is told as a time in an office, whosever that is: "for five years", "since 2020", "took office in
/// 2020".
pub(super) fn is_told(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let start = mark.whole.start;
    if is_of_rule(scene, mark)
        || is_left(scene, mark, profile)
        || is_spanned(scene, mark, profile)
        || holder_behind(scene, mark, profile).is_some()
    {
        return true;
    }
    if start <= scene.sentence.start || is_done_at_place(scene, mark) || is_of_thing(scene, start - 1) {
        return false;
    }
    let before = scene.tokens[start - 1].text(scene.prose);
    before.eq_ignore_ascii_case("for") || before.eq_ignore_ascii_case("since") || is_begun(scene, mark, profile)
}

/// "nearly eight years of government by Prime Minister Solvay": whether a time is that of an office, and whose it was is
/// told behind it.
pub(in crate::check::figures) fn is_of_rule(scene: &Scene<'_>, mark: &Mark) -> bool {
    let end = mark.whole.end;
    let text = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
    mark.kind == ClaimKind::Duration
        && text(end) == "of"
        && means(scene, end + 1, Sense::Rule)
        && matches!(text(end + 2), "by" | "under")
}

fn means(scene: &Scene<'_>, at: usize, sense: Sense) -> bool {
    scene.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.is(sense))
}

/// Whether a date is the one on which an office began: "who took office in July 2021", "was elected captain in 2022".
pub(in crate::check::figures) fn is_begun(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let Mark { whole, figure, kind, .. } = mark;
    let text = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
    let last = figure.start.wrapping_sub(1);
    // "Transport Minister Radek Vann, who took office in July 2021": the holder, and nothing else between.
    let taken = |at: usize| {
        let ends = has_sense(scene.prose, scene.tokens, at, Sense::Office(Handover::Takes)).map(|length| at + length);
        let who = at > 1 && text(at - 1) == "who" && text(at - 2) == ",";
        let named = scene.outline.names.iter().any(|name| name.tokens.end == at || who && name.tokens.end + 2 == at);
        named && ends.is_some_and(|ends| ends == last)
    };
    // "was elected captain in 2022": an office and nothing else between; "again elected" begins none.
    let appointed = |at: usize| {
        let begins = has_sense(scene.prose, scene.tokens, at, Sense::Appoints).map(|length| at + length);
        let named = |at: usize| {
            let term = scene.terms[at];
            term.is_some_and(|term| profile.subject.iter().any(|known| known.terms.contains(&term)))
        };
        let small = |at: usize| {
            let word = scene.tokens[at].word;
            scene.is_own(at, profile) && !named(at)
                || text(at) == "as"
                || word.is_some_and(|word| word.is(Sense::Determiner))
        };
        let again = scene.tokens[at].glued;
        let firm = at > scene.sentence.start && !means(scene, at - 1, Sense::Unappoints);
        firm && !again && begins.is_some_and(|begins| begins < last && (begins..last).all(small))
    };
    // "took over as mayor in 2018"
    let own = scene.outline.clause_of(figure.start);
    let as_office = usize::from(text(scene.outline.clauses[own].tokens.start) == "as");
    let clause = scene.outline.clauses[own.saturating_sub(as_office)].tokens.start;
    *kind == ClaimKind::Date
        && !matches!(text(whole.end), "as" | "for" | "again")
        && matches!(text(last), "in" | "on")
        && (clause..whole.start).any(|at| taken(at) || appointed(at))
}

/// "From 1994 to 2001 she was ambassador", "In 1994 Brask became ambassador", "Appointed ambassador in 1994, she": where the
/// holder stands behind a time with which the sentence opens.
pub(in crate::check::figures) fn holder_behind(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> Option<usize> {
    let text = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
    let (start, figure) = (scene.sentence.start, mark.whole.clone());
    let small = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Determiner)) || text(at) == "as";
    let end = scene.sentence.end;
    let office = |at: usize| {
        let noun = (at..(at + 3).min(end)).find(|&at| !small(at));
        noun.is_some_and(|at| scene.is_measure(at, profile))
    };
    let named = |at: usize| scene.outline.names.iter().find(|name| name.tokens.start == at);
    let stands =
        |at: &usize| named(*at).is_some_and(|name| scene.owns(profile, name)) || matches!(text(*at), "he" | "she");
    if mark.kind != ClaimKind::Date {
        return None;
    }
    let appoints = |at: usize| {
        let length = if at < end { has_sense(scene.prose, scene.tokens, at, Sense::Appoints) } else { None };
        length.map(|length| at + length)
    };
    let made = |at: usize| appoints(at).is_some_and(office);
    let serves = |holder: &usize| {
        let verb = named(*holder).map_or(holder + 1, |name| name.tokens.end);
        match text(verb) {
            "was" => office(verb + 1) || made(verb + 1),
            "served" => office(verb + 1),
            _ => made(verb),
        }
    };
    if figure.start == start + 1 && matches!(text(start), "From" | "Between" | "In" | "On") {
        let holder = figure.end + usize::from(text(figure.end) == ",");
        return Some(holder).filter(|holder| stands(holder) && serves(holder));
    }
    let begins = appoints(start).filter(|&begins| begins < figure.start && office(begins))?;
    let firm = (begins..figure.start - 1).all(|at| small(at) || scene.is_measure(at, profile));
    // "Appointed in 1994, when Lund left for Brussels, she"
    let holder =
        scene.outline.clauses.iter().map(|clause| clause.tokens.start).find(|at| *at > figure.end && stands(at));
    holder.filter(|_| firm && matches!(text(figure.start - 1), "in" | "on") && text(figure.end) == ",")
}

/// Whether a date is the one on which an office ended: "who resigned in 2019", "stepped down as mayor in May", "was mayor
/// until 2019".
pub(in crate::check::figures) fn is_left(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let own = scene.outline.clause_of(mark.figure.start);
    let Some(last) = mark.whole.start.checked_sub(1).filter(|&at| at > scene.sentence.start) else { return false };
    let small = |at: usize| {
        let word = scene.tokens[at].word;
        scene.is_own(at, profile) || text(at) == "as" || word.is_some_and(|word| word.is(Sense::Determiner))
    };
    let left = |at: usize| {
        let ends = has_sense(scene.prose, scene.tokens, at, Sense::Office(Handover::Leaves)).map(|length| at + length);
        // One may retire, or resign, from anything: "retired as mayor in 2019".
        let vague = text(at).starts_with("retire") || text(at).starts_with("quit");
        let other =
            scene.tokens.get(mark.whole.end).is_some_and(|next| matches!(next.text(scene.prose), "as" | "from"));
        let firm = |ends: usize| ends < last || !vague && !other;
        ends.is_some_and(|ends| ends <= last && (ends..last).all(small) && firm(ends))
    };
    // "was mayor until 2019", not "will be mayor until 2027".
    let office = scene.is_measure(last - 1, profile);
    // "ambassador, a post she held until 2001"
    let post = |at: usize| means(scene, at, Sense::Post);
    let held = text(last - 1) == "held" && (last.saturating_sub(4).max(scene.sentence.start)..last - 1).any(post);
    // "until" may begin a clause.
    let told = scene.outline.clause_of(last - 1);
    let was = || (scene.outline.clauses[told].tokens.start..last).any(|at| matches!(text(at), "was" | "served"));
    mark.kind == ClaimKind::Date
        && match text(last) {
            "until" | "till" => office && was() || held,
            "in" | "on" => (scene.outline.clauses[own.saturating_sub(1)].tokens.start..last).any(left),
            _ => false,
        }
}

/// "mayor from 2010 to 2019", "mayor (2010–2019)": whether a stretch of time is all of an office, which is told right before.
pub(in crate::check::figures) fn is_spanned(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let ends = mark.figure.clone().any(|at| matches!(text(at), "to" | "and" | "-" | "\u{2013}" | "until"));
    let last = mark.whole.start.checked_sub(1).filter(|&at| at > scene.sentence.start);
    let led = last.is_some_and(|at| matches!(text(at), "from" | "between" | "(") && scene.is_measure(at - 1, profile));
    // "from 2015 to 2019 and again from 2020 to 2023"
    let behind = mark.whole.end..(mark.whole.end + AGAIN).min(scene.sentence.end);
    let again = scene.dates.iter().any(|(date, _)| behind.contains(&date.start));
    mark.kind == ClaimKind::Date && ends && !again && (led || holder_behind(scene, mark, profile).is_some())
}

/// "has run Nordlys since 2022", "has chaired the board for six years": where the verb stands of what a time tells that the
/// holder of an office does, if that is done to what such an office is of. "Has run marathons since 2010" tells of none.
pub(super) fn deed(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> Option<usize> {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let last = mark.whole.start.checked_sub(1).filter(|&at| matches!(text(at), "since" | "for" | "from"))?;
    let leads = |at: usize| scene.terms[at].is_some_and(|term| profile.leads(term));
    let verb = (scene.sentence.start.max(last.saturating_sub(OBJECT))..last).rfind(|&at| leads(at))?;
    let body = |word: Word| word.is_one_of([Sense::Gathers, Sense::Institution, Sense::Interchangeable]);
    // "has run Nordlys" of whoever runs a firm, but "managed the Blues" of no coach of the Reds.
    let perfect = verb > scene.sentence.start && matches!(text(verb - 1), "has" | "have");
    let named = |start: usize| {
        let may_be = |name: &Name| scene.owns(profile, name) || perfect && !profile.is_of_named();
        let mut names = scene.outline.names.iter().filter(|name| name.tokens == (start..last) && !name.possessive);
        names.any(|name| may_be(name) && !scene.is_place(name))
    };
    let object = verb + 1..last;
    let done = match object.len() {
        0 => false,
        1 => text(object.start) == "it" || named(object.start),
        _ => {
            let noun = scene.tokens[last - 1].word.is_some_and(body) || scene.is_own(last - 1, profile);
            named(object.start) || means(scene, object.start, Sense::Determiner) && (noun || named(object.start + 1))
        }
    };
    done.then_some(verb)
}

/// "who has lived in Ekby since 2009": what is done at a place is no office.
fn is_done_at_place(scene: &Scene<'_>, mark: &Mark) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let done = |at: usize| {
        is_past_tense(scene.prose, &scene.tokens[at])
            && matches!(text(at + 1), "in" | "with" | "at" | "near")
            && !matches!(text(at), "served" | "sat")
    };
    let (begins, ends) = (scene.clause(&mark.figure).tokens.start, mark.whole.start);
    // "has been in office since 2018"
    let office = |at: usize| at + 2 < ends && means(scene, at + 2, Sense::Rule);
    (begins..ends).any(|at| done(at) && !office(at))
}

/// "lost the seat he had held since 2021": whether a time before whose first word a token stands is that of another thing
/// which the person holds.
fn is_of_thing(scene: &Scene<'_>, since: usize) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let start = scene.sentence.start;
    let helps = |at: usize| ["had", "has", "have"].contains(&text(at));
    let verb = since.checked_sub(1).filter(|&at| at > start && (scene.is_finite(at) || text(at) == "held"));
    let who = verb.map(|verb| if helps(verb - 1) { verb - 1 } else { verb }).and_then(|at| at.checked_sub(1));
    let thing = who.filter(|&at| at > start && ["he", "she", "they"].contains(&text(at))).map(|at| at - 1);
    let office = |at: usize| means(scene, at, Sense::Post) || text(at) == "title";
    thing.is_some_and(|at| scene.tokens[at].kind == TokenKind::Word && !office(at) && !means(scene, at, Sense::Opens))
}

/// Whether the time is that of this holder in this office, and of nobody and nothing else that the sentence tells of.
pub(super) fn is_of_holder(
    (scene, mark, profile): (&Scene<'_>, &Mark, &Profile),
    holder: Found,
    office: Found,
) -> bool {
    let tenure = Tenure { scene, mark, profile, holder: holder.standing.at, office: office.standing.at };
    if is_of_rule(scene, mark) {
        return tenure.follows();
    }
    if goes_on_from_office(scene, mark, profile) {
        return !(tenure.is_former()
            || tenure.is_anothers()
            || tenure.is_by_general_word(profile.is_general(office.phrase)));
    }
    if let Some(behind) = holder_behind(scene, mark, profile) {
        return tenure.is_of_own_name(behind);
    }
    let leans = matches!(holder.standing.level, Level::Earlier | Level::Heading | Level::Title);
    // The former mayor has left office.
    !(tenure.is_former() && !is_left(scene, mark, profile) && !is_spanned(scene, mark, profile)
        || tenure.is_anothers()
        || tenure.is_told_apart()
        || tenure.is_related_to_another()
        || tenure.is_of_name_beside()
        || tenure.opens_with_another()
        || tenure.is_in_another_office()
        || tenure.ranks()
        || tenure.is_lesser()
        || leans && !tenure.begins_with_pronoun()
        || if profile.is_leading(office.phrase) {
            deed(scene, mark, profile).is_none()
        } else {
            tenure.is_by_general_word(profile.is_general(office.phrase))
        })
}

/// "Vane did not concede. The mayor, who has held the job since 2004,": whether the time is told right behind an office,
/// and the sentence before tells of its holder and of nobody else.
pub(super) fn goes_on_from_office(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let (start, figure) = (scene.sentence.start, mark.whole.start);
    let Some(who) = (start + 2..figure).rfind(|&at| text(at) == "who" && text(at - 1) == ",") else { return false };
    let own = |term| profile.measure.iter().any(|office| office.terms.contains(&term));
    article_before(scene, who - 1, own).is_some_and(|at| is_told_before(scene, at, profile))
        && !(who..figure).any(|at| scene.tokens[at].is_symbol())
}
