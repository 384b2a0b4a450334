"""Words of charts: labels at what is drawn, and the sentences that tell what is shown."""
