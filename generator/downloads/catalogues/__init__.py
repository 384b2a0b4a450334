"""Descriptions of the data for other systems: DCAT, CSV on the Web, OpenAPI, government information resources."""
