//! How names sound: letters that are written for one another fall together.

/// The sounds of a name without its vowels, but for the first: those that a slip of a vowel leaves.
pub(super) fn skeleton(word: &str) -> String {
    let sound = sound(word);
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    sound.char_indices().filter(|&(at, c)| at == 0 || !vowel(c)).map(|(_, c)| c).collect()
}

/// How a name sounds, roughly: letters that are written for one another fall together.
pub(in crate::check) fn sound(word: &str) -> String {
    let mut sound = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let heard = match (letter, next) {
            // "Albright"
            ('g', Some('h')) if letters.clone().nth(1) == Some('t') => {
                letters.next();
                continue;
            }
            ('p', Some('h')) => {
                letters.next();
                'f'
            }
            ('t' | 'k' | 'g' | 'r', Some('h')) => {
                letters.next();
                letter
            }
            ('c', Some('k')) => {
                letters.next();
                'k'
            }
            ('c', Some('h')) => 'x',
            ('c', Some('e' | 'i' | 'y')) | ('z', _) => 's',
            ('c' | 'q', _) => 'k',
            ('o', Some('o')) => {
                letters.next();
                'u'
            }
            ('y' | 'j', _) => 'i',
            ('w', _) => 'v',
            (other, _) => other,
        };
        if !sound.ends_with(heard) {
            sound.push(heard);
        }
    }
    sound
}
