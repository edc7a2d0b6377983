//! How fast drafts are read and checked.

fn main() {
    divan::main();
}
