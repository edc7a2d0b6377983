//! People of an article with their offices, and what they say.

use jiff::civil;

use super::proposal::{Proposal, Way};
use crate::claim::{Claim, ClaimKind, Role, Tenure, Value};
use crate::reference::written::Sketch;

/// How many words a quotation has at least that is a fact by itself.
const QUOTED_WORDS: usize = 4;

/// Somebody that the article names with an office.
pub(super) struct Person<'c, 't> {
    /// "Marco Rubio".
    pub(super) name: String,
    /// Indices of the claims that name an office of theirs.
    claims: Vec<usize>,
    roles: Vec<&'c Role<'t>>,
}

impl Person<'_, '_> {
    /// "Rubio".
    fn surname(&self) -> &str {
        self.name.rsplit(' ').next().unwrap_or(&self.name)
    }
}

/// The people whom the article names with an office, the fullest form of each name.
pub(super) fn all<'c, 't>(claims: &'c [Claim<'t>]) -> Vec<Person<'c, 't>> {
    let mut people: Vec<Person<'_, '_>> = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        let Value::Role(role) = &claim.value else { continue };
        let name = one_line(&role.name);
        let same = |person: &Person<'_, '_>| is_short_for(&name, &person.name) || is_short_for(&person.name, &name);
        match people.iter_mut().find(|person| same(person)) {
            Some(person) => {
                if name.len() > person.name.len() {
                    person.name = name;
                }
                person.claims.push(index);
                person.roles.push(role);
            }
            None => people.push(Person { name, claims: vec![index], roles: vec![role] }),
        }
    }
    people
}

/// Whether one name is another or ends it: "Rubio" for "Marco Rubio".
fn is_short_for(short: &str, name: &str) -> bool {
    name == short || name.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
}

/// The names that somebody goes by, the fullest first: of "Trump" those of Donald Trump, whom the article names too.
pub(super) fn names(name: &str, people: &[Person<'_, '_>]) -> Vec<String> {
    let mut known = people.iter().filter(|person| is_short_for(name, &person.name) || is_short_for(&person.name, name));
    match (known.next(), known.next()) {
        (Some(person), None) if person.name != person.surname() => {
            vec![person.name.clone(), person.surname().to_owned()]
        }
        _ => vec![name.to_owned()],
    }
}

/// A fact for each person.
pub(super) fn persons(people: &[Person<'_, '_>], claims: &[Claim<'_>], now: civil::Date) -> Vec<Proposal> {
    let asserted = |person: &&Person<'_, '_>| person.claims.iter().any(|&claim| !claims[claim].quoted);
    people.iter().filter(asserted).map(|person| proposal(person, people, now)).collect()
}

fn proposal(person: &Person<'_, '_>, people: &[Person<'_, '_>], now: civil::Date) -> Proposal {
    let surname = person.surname();
    let shared = people.iter().filter(|other| other.surname() == surname).count() > 1;
    let alias = (!shared && surname != person.name).then(|| surname.to_owned());
    let mut roles: Vec<Sketch> = Vec::new();
    for role in &person.roles {
        let entry = entry(role, now);
        if !roles.contains(&entry) {
            roles.push(entry);
        }
    }
    let sketch = Sketch::entry()
        .with("person", person.name.clone())
        .with("aliases", alias.into_iter().collect::<Vec<_>>())
        .with("roles", roles);
    let over = person.roles.iter().any(|role| role.tenure == Tenure::Former);
    let remark = over.then(|| "until: that day or an earlier one".to_owned());
    let ways = vec![Way { name: person.name.clone(), sketch }];
    Proposal::new(person.claims.clone(), ClaimKind::Role, ways).with_remark(remark)
}

/// An office. One that is over was held until the day before the article, or longer ago.
fn entry(role: &Role<'_>, now: civil::Date) -> Sketch {
    let former = role.tenure == Tenure::Former;
    let words = one_line(&role.role);
    let office = ["former ", "ex-", "then-"].iter().find_map(|prefix| words.strip_prefix(prefix)).unwrap_or(&words);
    let over = now.yesterday().ok().filter(|_| former).map(|day| day.to_string());
    let text = |words: &Option<std::borrow::Cow<'_, str>>| words.as_deref().map(one_line).unwrap_or_default();
    Sketch::entry()
        .with("role", vec![office.to_owned()])
        .with("until", over.unwrap_or_default())
        .with("party", text(&role.party))
        .with("place", text(&role.place))
}

/// A fact for a quotation whose speaker is known.
pub(super) fn quotation(index: usize, claim: &Claim<'_>, people: &[Person<'_, '_>]) -> Option<Proposal> {
    let Value::Quote(words) = &claim.value else { return None };
    let words = one_line(words.trim_end_matches([',', ' ']));
    let speaker = one_line(claim.speaker.as_deref()?);
    let named = speaker.starts_with(char::is_uppercase);
    if words.split(' ').count() < QUOTED_WORDS || !named {
        return None;
    }
    let by = names(&speaker, people);
    let beginning: Vec<&str> = words.split(' ').take(QUOTED_WORDS).collect();
    let name = format!("{} {}", by.last().unwrap_or(&speaker), beginning.join(" "));
    let sketch = Sketch::entry().with("quote", words).with("by", by);
    Some(Proposal::new(vec![index], ClaimKind::Quote, vec![Way { name, sketch }]))
}

/// Words on one line.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
