"""Commands of the office: begin a ledger, bring documents into it, collect what units report."""
