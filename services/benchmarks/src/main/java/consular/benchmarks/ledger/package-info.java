/** How fast the ledger stores and orders, beside what the database does at best. */
@NullMarked
package consular.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
