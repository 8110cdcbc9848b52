/** A small application of Axon's, files to which notes are added, on the ledger or on the engine that comes with Axon. */
@NullMarked
package consular.benchmarks.notes;

import org.jspecify.annotations.NullMarked;
