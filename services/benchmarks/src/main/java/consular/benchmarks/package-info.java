/** The command line: which measurement to make, and how its figures are told. */
@NullMarked
package consular.benchmarks;

import org.jspecify.annotations.NullMarked;
