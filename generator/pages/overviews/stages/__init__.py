"""The stages at which a plan is looked at as a whole: each year, in its middle, at its end."""
