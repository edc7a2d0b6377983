//! Quotations, as text and what comes out.
