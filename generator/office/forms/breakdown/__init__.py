"""Forms by which a responsible unit breaks a target down to towns and units."""
