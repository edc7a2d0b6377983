//! The words of a sentence fact: its names, and for each of its figures what the sentence says of
//! it.

use std::ops::Range;

use super::figure::{amount_tokens, figure_tokens};
use super::nearby::{is_landmark, stands_alone, work_after};
use super::outline::{Certainty, Name, Outline, Seam, has_sense, is_past_tense};
use super::phrase::{Alternative, INITIALS, Shape, initials, shortened};
use super::term::{Term, Terms, is_acronym};
use crate::check::compare::outcome::{Period, dates_in};
use crate::claim::{Claim, ClaimKind, Value};
use crate::lexicon::{Gender, Sense, Word};
use crate::reference::{Fact, Form};
use crate::source::{self, Format};
use crate::text::{Token, TokenKind, Tokens};

/// How many words may stand between a name and the brackets after it: ", 1st Earl of Stockton,".
const TITLE: usize = 7;

/// The words of a sentence fact.
#[derive(Debug, Default)]
pub(in crate::check) struct Wording {
    /// The names in it.
    pub(in crate::check) names: Vec<Alternative>,
    /// Its other words of content, figures left out.
    pub(in crate::check) words: Vec<Term>,
    /// The first of them: what the sentence is about, where it has no name.
    pub(in crate::check) first: Option<Term>,
    /// For each of its claims, the words that say what the figure is of.
    pub(in crate::check) beside: Vec<Beside>,
    /// Those of them that need not be said again where a date of the fact is: "recorded".
    pub(in crate::check) unsaid: Vec<Term>,
    /// The times that it gives.
    pub(in crate::check) dates: Vec<Period>,
    /// Whether it names a disaster, of which a place may see several.
    pub(in crate::check) disaster: bool,
    /// Whether it tells of what can be so only once: a purchase, a death, a founding.
    pub(in crate::check) happens_once: bool,
    /// The name that the sentence begins with, its subject.
    pub(in crate::check) opens_with: Option<usize>,
    /// "The Ardle footbridge was opened": the noun that such a name only describes.
    pub(in crate::check) opens_noun: Option<Term>,
}

/// The words that stand with a figure of a sentence fact.
#[derive(Debug, Default)]
pub(in crate::check) struct Beside {
    /// "a population of 39.4 million": what the figure is of must be said again.
    pub(in crate::check) head: Vec<Term>,
    /// What is counted: it may be left out, but not be something else.
    pub(in crate::check) counted: Vec<Term>,
    /// Whether those are people, of whom any figure may be told.
    pub(in crate::check) counts_people: bool,
    /// The other words of its clause: one of them must be said again.
    pub(in crate::check) near: Vec<Term>,
    /// "formed in 2004": what happens to a thing once, so that no more need be said than who it is.
    pub(in crate::check) once: Vec<Term>,
    /// "history", where the date is that of a beginning: "was founded in 1964".
    pub(in crate::check) history: Option<Term>,
    /// The words without which it is not told again: what was done, what it is like, at what event.
    pub(in crate::check) telling: Vec<Term>,
    /// Its past tenses: what was done to or by what is counted.
    pub(in crate::check) acts: Vec<Term>,
    /// "a team of 14 divers": what they are together.
    pub(in crate::check) gathers: Option<Term>,
    /// "cut its key rate by 0.25 points": the words for what changed, and how, of a change told with them.
    pub(in crate::check) changed: Vec<Term>,
    /// The numbers of that change, as they are written.
    pub(in crate::check) amounts: Vec<String>,
    /// The names in its clause, as indices of the wording's.
    pub(in crate::check) names: Vec<usize>,
    /// "Anna Vale, 82, who has used the beach since 1938": the name before a clause that is of it.
    pub(in crate::check) of: Option<usize>,
    /// "where 620 people work": whether its clause depends on another.
    pub(in crate::check) depends: bool,
}

/// How many of a hundred words of a fact are said where it is told without its names.
pub(in crate::check) const TOLD_AGAIN: usize = 75;

/// Without fewer words than this, nothing is told again that has lost its names.
const TOLD_WORDS: usize = 4;

/// How many of a hundred words of a fact without names are said where it is told at all.
pub(in crate::check) const HALF_TOLD: usize = 45;

impl Wording {
    /// Whether so many of its words tell the fact again without its names.
    pub(in crate::check) fn is_told_by(&self, said: usize) -> bool {
        said >= TOLD_WORDS && said * 100 >= TOLD_AGAIN * self.words.len()
    }

    /// How many of its words are said wherever none of its names is; none where a name always is.
    pub(super) fn words_needed(&self) -> Option<usize> {
        let words = self.words.len();
        let share = |percent: usize| (words * percent).div_ceil(100).max(1);
        if self.names.is_empty() {
            (words > 0).then(|| share(HALF_TOLD))
        } else {
            (words >= TOLD_WORDS).then(|| share(TOLD_AGAIN).max(TOLD_WORDS))
        }
    }
}

/// Reads the words of a sentence fact into the vocabulary; nothing for a fact of another form.
pub(in crate::check) fn wording(fact: &Fact, vocabulary: &mut impl Terms) -> Wording {
    let mut wording = Wording::default();
    let Form::Sentence { text, claims, .. } = &fact.form else { return wording };
    let document = source::read(text, Format::Plain);
    let mut tokens = Tokens::default();
    wording.beside.resize_with(claims.len(), Beside::default);
    wording.dates = claims.iter().flat_map(dates_in).filter_map(Period::of).collect();
    for (block_index, block) in document.blocks.iter().enumerate() {
        tokens.read(&document, block);
        let terms = vocabulary.terms_of(&document.prose, &tokens.tokens);
        for (sentence_index, sentence) in tokens.sentences.iter().enumerate() {
            let here = |claim: &Claim<'_>| {
                let place = &claim.place;
                (place.block as usize, place.sentence as usize) == (block_index, sentence_index)
                    && !matches!(claim.kind, ClaimKind::Role | ClaimKind::Quote)
            };
            let figures = claims.iter().enumerate().filter(|(_, claim)| here(claim));
            let figures: Vec<_> = figures
                .map(|(number, claim)| Figure {
                    number,
                    kind: claim.kind,
                    runs: matches!(claim.value, Value::Date(span, _) if span.to.is_some()),
                    amount: amount_tokens(claim, &document, &tokens),
                    core: figure_tokens(claim, &document, &tokens),
                    whole: claim.place.tokens.start as usize..claim.place.tokens.end as usize,
                })
                .collect();
            Stretch::of(&document.prose, &tokens.tokens, &terms, sentence.clone(), figures)
                .read_into(&mut wording, vocabulary);
        }
    }
    wording.words.sort_unstable();
    wording.words.dedup();
    wording
}

/// A claim of a sentence, by its tokens.
struct Figure {
    /// Which of the fact's claims.
    number: usize,
    kind: ClaimKind,
    /// Whether it is a time with a beginning and an end.
    runs: bool,
    core: Range<usize>,
    /// Of a change, what the words for it come before: "0.25 points" of "cut its key rate by 0.25 points".
    amount: Range<usize>,
    /// The figure and what is counted.
    whole: Range<usize>,
}

/// A sentence of the fact taken apart.
struct Stretch<'a> {
    prose: &'a str,
    tokens: &'a [Token],
    terms: &'a [Option<Term>],
    sentence: Range<usize>,
    figures: Vec<Figure>,
    outline: Outline,
}

impl<'a> Stretch<'a> {
    fn of(
        prose: &'a str,
        tokens: &'a [Token],
        terms: &'a [Option<Term>],
        sentence: Range<usize>,
        figures: Vec<Figure>,
    ) -> Self {
        let ranges: Vec<_> = figures.iter().map(|figure| figure.core.clone()).collect();
        let outline = Outline::of(prose, tokens, sentence.clone(), &ranges);
        Self { prose, tokens, terms, sentence, figures, outline }
    }

    fn read_into(&self, wording: &mut Wording, vocabulary: &mut impl Terms) {
        let mut starts: Vec<(Range<usize>, usize)> = Vec::new();
        for name in self.outline.names.iter().filter(|name| name.certainty == Certainty::Sure) {
            let outside = name.tokens.clone().filter(|&at| !self.in_figure(at));
            let mut terms: Vec<Term> = outside.filter_map(|at| self.terms[at]).collect();
            terms.dedup();
            if terms.is_empty() {
                continue;
            }
            if name.tokens.start <= self.sentence.start + 2 {
                wording.opens_with.get_or_insert(wording.names.len());
                let noun = (name.tokens.end..self.sentence.end).take_while(|&at| self.is_noun(at)).last();
                wording.opens_noun = wording.opens_noun.or(noun.and_then(|at| self.terms[at]));
            }
            if let Some(known) = self.also_names(name, &starts) {
                wording.names[known].shorter.push(terms);
                continue;
            }
            starts.push((name.tokens.clone(), wording.names.len()));
            let person = self.may_be_person(name);
            let shorter = if person { shortened(&terms) } else { Vec::new() };
            let tokens = &self.tokens[name.tokens.clone()];
            let initials = initials(self.prose, tokens, vocabulary);
            let surname = terms.last().copied().filter(|_| person && terms.len() == 2);
            // A word that the lexicon knows stands in too many names.
            let rare = tokens.first().is_some_and(|first| first.word.is_none());
            let first = terms.first().copied().filter(|_| rare && terms.len() == 2 && name.tokens.len() == 2);
            let phrase = wording.names.len();
            let turned = self.turned(name, &terms);
            let located = is_landmark(self.prose, self.tokens, name.tokens.start, self.sentence.start);
            wording.names.push(Alternative {
                terms,
                shorter,
                surname,
                gender: tokens[0].word.and_then(Gender::of_word).unwrap_or(Gender::Unknown),
                first,
                initials,
                shape: Shape::Name,
                denied: false,
                placed: false,
                located,
                turned,
                phrase,
            });
        }
        let once = [Sense::Once, Sense::Event, Sense::Dies, Sense::Deals];
        let happens = |at: usize| self.tokens[at].word.is_some_and(|word| once.iter().any(|&sense| word.is(sense)));
        let disaster = |at: usize| self.tokens[at].word.is_some_and(|word| word.is(Sense::Disaster));
        wording.disaster |= self.sentence.clone().any(disaster);
        wording.happens_once |= self.sentence.clone().any(happens);
        wording.words.extend(self.sentence.clone().filter_map(|at| self.word(at)));
        wording.first = wording.first.or(self.sentence.clone().find_map(|at| self.word(at)));
        let found = self.sentence.clone().filter(|&at| self.finds(at));
        wording.unsaid.extend(found.filter_map(|at| self.word(at)));
        for figure in &self.figures {
            let clause = &self.clause(figure);
            let seam = self.outline.clauses[self.outline.clause_of(figure.core.start)].seam;
            let counted: Vec<Term> = (figure.core.end..figure.whole.end)
                .filter(|&at| !self.in_name(at))
                .filter_map(|at| self.terms[at])
                .collect();
            let people = |word: Word| word.is(Sense::Person) || word.is(Sense::Plural);
            let counts_people = (figure.core.end..figure.whole.end).any(|at| self.tokens[at].word.is_some_and(people));
            let gathers = figure.whole.start.checked_sub(2).filter(|&at| self.gathers(at, figure));
            let gathers = gathers.and_then(|at| self.terms[at]);
            let head = self.head(figure);
            let near = clause.clone().filter_map(|at| self.word(at));
            let mut near: Vec<Term> = near.filter(|term| !head.contains(term) && !counted.contains(term)).collect();
            // "died near Orlando, Florida, in 1889,": a figure alone between commas leans on what is before it.
            if near.is_empty() && head.is_empty() && counted.is_empty() {
                near.extend((self.sentence.start..clause.start).filter_map(|at| self.word(at)));
            }
            let names = starts.iter().filter(|(at, _)| clause.contains(&at.start)).map(|(_, name)| *name).collect();
            let of = self.told_of(clause, &starts);
            let once = if figure.kind == ClaimKind::Date { self.once(figure, vocabulary) } else { Vec::new() };
            let past = |at: &usize| is_past_tense(self.prose, &self.tokens[*at]) && self.word(*at).is_some();
            let acts = clause.clone().filter(past).filter_map(|at| self.terms[at]).collect();
            let telling = self.telling(figure, clause);
            let changed = figure.core.start..figure.amount.start;
            let light = |at: &usize| self.in_name(*at) || is_light(&self.tokens[*at]);
            let changed: Vec<Term> = changed.filter(|at| !light(at)).filter_map(|at| self.terms[at]).collect();
            wording.words.extend(changed.iter().copied());
            let number = |at: &usize| self.tokens[*at].kind == TokenKind::Number && figure.kind == ClaimKind::Change;
            let amounts = figure.amount.clone().filter(number).map(|at| self.tokens[at].text(self.prose).to_owned());
            let amounts = amounts.collect();
            let history = if self.founds(figure, clause) { vocabulary.term("history") } else { None };
            wording.beside[figure.number] = Beside {
                head,
                counted,
                counts_people,
                near,
                once,
                history,
                telling,
                acts,
                gathers,
                changed,
                amounts,
                names,
                of,
                depends: matches!(seam, Seam::Subordinate | Seam::Aside | Seam::Compared | Seam::Supposed),
            };
        }
    }

    /// Whether a date is that on which something was founded.
    fn founds(&self, figure: &Figure, clause: &Range<usize>) -> bool {
        let begins = |at: usize| self.tokens[at].word.is_some_and(|word| word.is(Sense::Founds));
        figure.kind == ClaimKind::Date && clause.clone().any(begins)
    }

    /// The clause of a figure; of "In 1956, the mill was sold" all of it.
    fn clause(&self, figure: &Figure) -> Range<usize> {
        let clauses = &self.outline.clauses;
        let own = self.outline.clause_of(figure.core.start);
        let Range { start, end } = clauses[own].tokens;
        let alone = own == 0 && !(start..end).any(|at| self.word(at).is_some() || self.in_name(at));
        let next = clauses.get(own + 1).filter(|_| alone);
        start..next.map_or(end, |next| next.tokens.end)
    }

    /// Whether a word may be a noun: no verb, figure or small word.
    fn is_noun(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let other = |word: Word| {
            [Sense::Function, Sense::Preposition, Sense::Opens, Sense::Becomes, Sense::Holds, Sense::Modal, Sense::Acts]
                .iter()
                .any(|&sense| word.is(sense))
        };
        let verb = is_past_tense(self.prose, token) || token.text(self.prose).ends_with('s');
        token.kind == TokenKind::Word && !token.glued && !verb && !token.word.is_some_and(other) && !self.in_figure(at)
    }

    /// "a population of 39.4 million": what the figure is of. "A team of 14 divers" are divers.
    fn head(&self, figure: &Figure) -> Vec<Term> {
        let before = figure.whole.start.checked_sub(2).filter(|&at| at >= self.sentence.start);
        let of = before.filter(|&at| self.tokens[at + 1].text(self.prose).eq_ignore_ascii_case("of"));
        // "in front of 21,400 spectators"
        let small = |at: usize| self.tokens[at].text(self.prose) == "front";
        of.filter(|&at| !self.gathers(at, figure) && !small(at)).and_then(|at| self.word(at)).into_iter().collect()
    }

    /// "a team of 14 divers", "a zone of 40 hectares": whether a word only says that what is counted is together.
    fn gathers(&self, at: usize, figure: &Figure) -> bool {
        let counted = figure.whole.end > figure.core.end;
        let counts = figure.kind == ClaimKind::Count && counted || figure.kind == ClaimKind::Measurement;
        let of = self.tokens.get(at + 1).is_some_and(|next| next.text(self.prose).eq_ignore_ascii_case("of"));
        counts && of && at + 2 == figure.whole.start && self.tokens[at].word.is_some_and(|word| word.is(Sense::Gathers))
    }

    /// The words of a clause that say of what a figure is: those before it, one right behind it ("long", "attended"),
    /// and an event anywhere.
    fn telling(&self, figure: &Figure, clause: &Range<usize>) -> Vec<Term> {
        let soft = |word: Word| {
            word.senses().any(|sense| {
                matches!(
                    sense,
                    Sense::Holds
                        | Sense::Generic
                        | Sense::Whole
                        | Sense::Title
                        | Sense::Preposition
                        | Sense::Function
                        | Sense::HedgeBefore(_)
                        | Sense::Period(_)
                )
            }) && !word.senses().any(|sense| matches!(sense, Sense::Extends(_)))
        };
        // "agreed to buy", but not "rose to 40".
        let governs_verb = |at: usize| {
            let to = self.tokens.get(at + 1).is_some_and(|next| next.text(self.prose) == "to");
            to && !self.figures.iter().any(|other| other.core.start == at + 2)
        };
        // That a sum is what something costs goes without saying.
        let priced =
            |word: Word| figure.kind == ClaimKind::Money && word.senses().any(|sense| sense == Sense::Gives("cost"));
        let tells = |at: &usize| {
            let token = &self.tokens[*at];
            let word = token.word;
            self.word(*at).is_some()
                && !figure.whole.contains(at)
                && !word.is_some_and(|word| soft(word) || priced(word) || word.is(Sense::Finds))
                && !token.text(self.prose).ends_with("ly")
                && !governs_verb(*at)
                && !self.gathers(*at, figure)
        };
        // "In 1956, a new siding was provided": as far as what was done.
        let fronted = self.outline.clauses[self.outline.clause_of(figure.core.start)].tokens.end;
        let past = |at: &usize| is_past_tense(self.prose, &self.tokens[*at]);
        let done = (fronted..clause.end).find(past).map_or(fronted, |done| done + 1);
        let before = (clause.start..figure.core.start).chain(fronted..done).filter(tells);
        let behind = (figure.whole.end..clause.end).take(3).find(tells).filter(|&at| {
            let to = self.tokens[at - 1].text(self.prose) == "to";
            at == figure.whole.end || to || clause.start + 1 >= figure.core.start
        });
        let event = |at: &usize| {
            self.tokens[*at]
                .word
                .is_some_and(|word| word.is(Sense::Event) || word.is(Sense::Disaster) || word.is(Sense::Occasion))
        };
        let events = (figure.whole.end..clause.end).filter(tells).filter(event);
        before.chain(behind).chain(events).filter_map(|at| self.terms[at]).collect()
    }

    /// What is said to have happened once on a date: "founded in 1998", "a 2017 drama film", which
    /// was released then.
    fn once(&self, figure: &Figure, vocabulary: &mut impl Terms) -> Vec<Term> {
        let clause = self.clause(figure);
        let happens = clause.clone().filter(|&at| {
            self.tokens[at].word.is_some_and(|word| word.is(Sense::Once)) && stands_alone(self.tokens, at, &figure.core)
        });
        let mut once: Vec<Term> = happens.filter_map(|at| self.terms[at]).collect();
        let works: Vec<usize> = work_after(self.prose, self.tokens, figure.core.end..clause.end).collect();
        if !works.is_empty() {
            once.extend(works.into_iter().filter_map(|at| self.terms[at]));
            once.extend(vocabulary.term("released"));
        }
        if figure.runs && !self.is_within(figure) {
            once.extend(["began", "ended"].iter().filter_map(|event| vocabulary.term(event)));
        }
        once.extend(self.life(figure).iter().filter_map(|event| vocabulary.term(event)));
        once
    }

    /// "took 79 points in 2025–26": whether a stretch of time is only that in which something happened.
    fn is_within(&self, figure: &Figure) -> bool {
        let before = figure.core.start.checked_sub(1).filter(|&at| at >= self.sentence.start);
        before.is_some_and(|at| self.tokens[at].text(self.prose).eq_ignore_ascii_case("in"))
    }

    /// "Jane Macy (1866 – 1936)", "Ann Rice (born in Ohio; October 4, 1941)": what a date in brackets
    /// after the name that the sentence begins with tells of a life.
    fn life(&self, figure: &Figure) -> &'static [&'static str] {
        let sign = |at: usize, sign| self.tokens[at].is_sign(self.prose, sign);
        let before = self.sentence.start..figure.core.start;
        let Some(opens) = before.rev().find(|&at| sign(at, '(') || sign(at, ')')).filter(|&at| sign(at, '(')) else {
            return &[];
        };
        let named = self.outline.names.first().is_some_and(|name| {
            name.tokens.start <= self.sentence.start + 1 && opens - name.tokens.end.min(opens) <= TITLE
        });
        let closes = (figure.core.end..self.sentence.end).find(|&at| sign(at, ')')).unwrap_or(self.sentence.end);
        let mut dates = self
            .figures
            .iter()
            .filter(|other| other.kind == ClaimKind::Date && opens < other.core.start && other.core.end <= closes);
        let first = dates.next().is_some_and(|other| other.number == figure.number);
        let says = |word: &str| (opens..figure.core.start).any(|at| self.tokens[at].text(self.prose) == word);
        match (first, dates.next().is_some() || figure.runs) {
            _ if !named => &[],
            (true, _) if says("born") => &["born"],
            (true, true) if figure.runs => &["born", "died"],
            (true, true) => &["born"],
            (false, _) => &["died"],
            (true, false) => &[],
        }
    }

    /// "(ESA)" behind the name it is short for, "better known as Anna Vale" behind the only one: which of the names before
    /// a name is of the same thing.
    fn also_names(&self, name: &Name, before: &[(Range<usize>, usize)]) -> Option<usize> {
        let (last, known) = before.last()?;
        let sign = |at: usize, sign| self.tokens.get(at).is_some_and(|token| token.is_sign(self.prose, sign));
        let Range { start, end } = name.tokens;
        let enclosed = last.end + 1 == start && sign(last.end, '(') && sign(end, ')');
        let text = self.tokens[start].text(self.prose);
        let short = end == start + 1 && text.len() >= INITIALS && is_acronym(text);
        let goes_by = |at: usize| has_sense(self.prose, self.tokens, at, Sense::Alias) == Some(start - at);
        // A single word, "known as Union", is many a thing's.
        let alias = before.len() == 1 && end > start + 1 && (last.end..start).any(goes_by);
        (enclosed && short || alias).then_some(*known)
    }

    /// The name that a clause with "who" or "which" stands right behind, but for figures: "Anna Vale, 82, who".
    fn told_of(&self, clause: &Range<usize>, names: &[(Range<usize>, usize)]) -> Option<usize> {
        let relative = self.tokens[clause.start].word.is_some_and(|word| word.is(Sense::Relative));
        let (last, known) = names.iter().rev().find(|(name, _)| name.end <= clause.start).filter(|_| relative)?;
        let aside = |at: usize| self.tokens[at].is_symbol() || self.in_figure(at);
        (last.end..clause.start).all(aside).then_some(*known)
    }

    /// "the museum in Corley" for the Corley Museum: the institution and where it is.
    fn turned(&self, name: &Name, terms: &[Term]) -> Option<[Term; 2]> {
        let last = self.tokens[name.tokens.end - 1].word.is_some_and(|word| word.is(Sense::Institution));
        match *terms {
            [place, institution] if last => Some([institution, place]),
            _ => None,
        }
    }

    /// Whether a name may be that of a person, who goes by less than the full name.
    fn may_be_person(&self, name: &Name) -> bool {
        let stands =
            |word: Word| word.is(Sense::Institution) || word.is(Sense::Landmark) || word.is(Sense::Nationality);
        !name.tokens.clone().any(|at| self.tokens[at].word.is_some_and(stands))
    }

    /// The term of a word that tells this fact from others.
    fn word(&self, at: usize) -> Option<Term> {
        self.terms[at].filter(|_| !self.in_figure(at) && !self.in_name(at) && !is_light(&self.tokens[at]))
    }

    /// "recorded": whether a word tells no more than that a figure was found.
    fn finds(&self, at: usize) -> bool {
        self.tokens[at].word.is_some_and(|word| word.is(Sense::Finds))
    }

    fn in_figure(&self, at: usize) -> bool {
        self.figures.iter().any(|figure| figure.core.contains(&at))
    }

    fn in_name(&self, at: usize) -> bool {
        let sure = |name: &&Name| name.certainty == Certainty::Sure;
        self.outline.names.iter().filter(sure).any(|name| name.tokens.contains(&at))
    }
}

/// "has", "counted": whether a word stands with any figure.
fn is_light(token: &Token) -> bool {
    token.word.is_some_and(|word| word.is(Sense::Light))
}
