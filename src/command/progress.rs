//! How far a long run has come, for whoever waits at a terminal, and whether they gave up.

use std::io::{self, IsTerminal};
use std::process;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A run that ends before this needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// The status of a program that was interrupted, as shells know it.
pub(super) const INTERRUPTED: u8 = 130;

/// Set when somebody pressed ctrl-C.
static GIVEN_UP: AtomicBool = AtomicBool::new(false);

/// A bar on standard error, on a terminal alone, once the run has taken a while.
pub(super) struct Progress {
    bar: ProgressBar,
    started: Instant,
}

impl Progress {
    /// Whether anybody would see a bar.
    pub(super) fn is_seen() -> bool {
        io::stderr().is_terminal()
    }

    /// Of a run over so many drafts.
    pub(super) fn over(drafts: u64) -> Self {
        let bar = ProgressBar::with_draw_target(Some(drafts), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{bar:30} {human_pos}/{human_len} drafts, {eta} left");
        if let Ok(style) = style {
            bar.set_style(style);
        }
        Self { bar, started: Instant::now() }
    }

    /// So many more drafts are done.
    pub(super) fn advance(&self, drafts: usize) {
        if self.bar.is_hidden() && Self::is_seen() && self.started.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(drafts as u64);
    }

    /// Does something that prints, without the bar in its way.
    pub(super) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        self.bar.suspend(print)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// From here on ctrl-C is heeded between drafts, so that none is left half done; pressed again, it
/// ends the program at once.
pub(super) fn heed_interrupts() {
    static SET: OnceLock<()> = OnceLock::new();
    SET.get_or_init(|| {
        // Where no handler can be set, ctrl-C ends the program as it does any other.
        let _ = ctrlc::set_handler(|| {
            if GIVEN_UP.swap(true, Ordering::Relaxed) {
                process::exit(i32::from(INTERRUPTED));
            }
        });
    });
}

/// Whether ctrl-C was pressed.
pub(super) fn is_given_up() -> bool {
    GIVEN_UP.load(Ordering::Relaxed)
}
