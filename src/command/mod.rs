//! One file a subcommand. These and `main` alone read files, print and set the exit status.
