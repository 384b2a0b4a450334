"""Whatever a file holds: each reader of it takes any bytes, and says in Chinese what is wrong, in time and in room."""
