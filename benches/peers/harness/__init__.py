"""Builds the peers, lets them play the workload in turn, and compares them."""
