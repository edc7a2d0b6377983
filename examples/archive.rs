//! Writes an archive of invented articles and the facts to check it with, the same on every run:
//! `cargo run --release --example archive -- FOLDER 20000 5000` makes 20,000 articles of 5,000 bytes.

#[path = "../benches/prose.rs"]
#[expect(dead_code, reason = "the benchmarks generate people too")]
mod prose;

use std::error::Error;
use std::fs;
use std::path::Path;

/// How many articles lie in one folder.
const FOLDER: usize = 500;

/// How many facts there are.
const FACTS: usize = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, articles, bytes] = words.as_slice() else {
        return Err("name a folder, a number of articles and the bytes of each".into());
    };
    let (folder, articles, bytes) = (Path::new(folder), articles.parse::<usize>()?, bytes.parse::<usize>()?);
    fs::create_dir_all(folder.join("claims"))?;
    fs::write(folder.join("claims/facts.yaml"), format!("{}{}", prose::facts(FACTS), prose::ferries(FACTS)))?;
    for number in 0..articles {
        let shelf = folder.join(format!("drafts/{:03}", number / FOLDER));
        if number % FOLDER == 0 {
            fs::create_dir_all(&shelf)?;
        }
        let mut article = prose::generate(number, bytes);
        // Every tenth tells of a fact, every thirtieth wrongly.
        if number % 10 == 0 {
            article.push('\n');
            article.push_str(&prose::crossing(number % FACTS, if number % 30 == 0 { 7 } else { 0 }));
        }
        fs::write(shelf.join(format!("{number:05}.md")), article)?;
    }
    Ok(())
}
