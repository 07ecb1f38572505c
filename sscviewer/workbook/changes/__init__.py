"""What changed between two exports of one study, with their values or from fingerprints alone."""
