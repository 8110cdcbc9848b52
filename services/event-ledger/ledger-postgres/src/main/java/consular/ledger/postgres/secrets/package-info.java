/** Keeps what events say of persons under a key for each person, which can be destroyed. */
@NullMarked
package consular.ledger.postgres.secrets;

import org.jspecify.annotations.NullMarked;
