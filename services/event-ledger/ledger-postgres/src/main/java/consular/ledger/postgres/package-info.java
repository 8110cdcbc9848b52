/** The event log of an Axon application on PostgreSQL: it is only ever appended to, and read in the order of commits. */
@NullMarked
package consular.ledger.postgres;

import org.jspecify.annotations.NullMarked;
