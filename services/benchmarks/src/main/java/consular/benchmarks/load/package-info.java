/** Load that a measurement puts on the service: whole lives of cases, by many callers at once. */
@NullMarked
package consular.benchmarks.load;

import org.jspecify.annotations.NullMarked;
