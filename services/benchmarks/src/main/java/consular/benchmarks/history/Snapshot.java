package consular.benchmarks.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The public status of a case as first seen on a day.
 *
 * @param consulate the source's post code; empty when it has none
 * @param statusOn the day that the source gives for the status
 */
record Snapshot(
        LocalDate seenOn, String consulate, @Nullable LocalDate statusOn, Counts counts) {}
