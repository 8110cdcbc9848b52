/** How fast the decider decides, with nothing around it. */
@NullMarked
package consular.benchmarks.decide;

import org.jspecify.annotations.NullMarked;
