"""YAML files become rows of the contract's tables."""
