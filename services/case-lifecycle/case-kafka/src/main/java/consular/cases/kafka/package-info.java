/** Publishes the log to a topic of Kafka, under the profile {@code kafka}. */
@NullMarked
package consular.cases.kafka;

import org.jspecify.annotations.NullMarked;
