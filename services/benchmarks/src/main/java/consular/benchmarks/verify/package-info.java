/** How fast an auditor verifies a large export. */
@NullMarked
package consular.benchmarks.verify;

import org.jspecify.annotations.NullMarked;
