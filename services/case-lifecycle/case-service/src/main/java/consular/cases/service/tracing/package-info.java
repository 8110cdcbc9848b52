/** What is told of requests beside their answers: the ids in log lines, and what a collector of traces gets, if there is one. */
@NullMarked
package consular.cases.service.tracing;

import org.jspecify.annotations.NullMarked;
