"""Pages about promises: what documents admit as missed, silent targets with clues, targets that are overdue."""
