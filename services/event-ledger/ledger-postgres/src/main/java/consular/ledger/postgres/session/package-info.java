/** The sessions with the database that the ledger's own threads keep. */
@NullMarked
package consular.ledger.postgres.session;

import org.jspecify.annotations.NullMarked;
