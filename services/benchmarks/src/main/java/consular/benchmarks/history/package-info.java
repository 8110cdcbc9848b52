/** Real status histories as commands: read, understood, replayed, compared, verified. */
@NullMarked
package consular.benchmarks.history;

import org.jspecify.annotations.NullMarked;
