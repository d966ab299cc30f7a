"""The only room with SQL: connection, schema, log, search."""
