package consular.cases.projections;

import java.time.Duration;

/**
 * How far the read models trail the log.
 *
 * @param events events of the log not yet seen
 * @param age how long ago the first of them was recorded; zero when there is none
 */
public record ReadModelLag(long events, Duration age) {
    static final ReadModelLag NONE = new ReadModelLag(0, Duration.ZERO);
}
