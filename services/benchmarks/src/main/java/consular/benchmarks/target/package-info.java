/** What is measured: the case life cycle in this process or as the packaged service, and the bare database beside it. */
@NullMarked
package consular.benchmarks.target;

import org.jspecify.annotations.NullMarked;
