"""A rule for each measure: where a target stands, by figures of its own indicator and organisation alone."""
