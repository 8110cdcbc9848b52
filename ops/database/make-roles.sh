#!/bin/bash
# Makes the roles of the case database, when the container of PostgreSQL starts on an empty volume.
set -euo pipefail

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'END'
\getenv owner_password CONSULAR_OWNER_PASSWORD
\getenv service_password CONSULAR_SERVICE_PASSWORD
\getenv reader_password CONSULAR_READER_PASSWORD
\i /consular/roles.sql
END
