//! Findings and claims → bytes. One file an output format.
