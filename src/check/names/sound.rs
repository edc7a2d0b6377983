//! How names sound: letters that are written for one another fall together.

/// How a name sounds, roughly: letters that are written for one another fall together.
pub(in crate::check) fn sound(word: &str) -> String {
    let mut sound = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let heard = match (letter, next) {
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
