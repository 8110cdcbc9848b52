package consular.cases.projections;

import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

/** What is not known is shown as no number. */
class ReadModelMetersTest {

    @Test
    void after_a_failed_look_the_lag_is_not_known() {
        try (var side = ReadSide.started()) {
            side.hasSeen(side.cases.applied(MANILA));
            var processors = side.bean(Processors.class);
            side.isUpToDate();
            processors.look();
            assertThat(gauge(side, "consular.read.models.lag.events")).isZero();
            assertThat(gauge(side, "consular.read.models.lag")).isZero();

            side.jdbc.sql("alter table read_model_generation rename to away").update();
            processors.rebuildIsOver();
            assertThat(gauge(side, "consular.read.models.lag.events")).isNaN();
            assertThat(gauge(side, "consular.read.models.lag")).isNaN();

            side.jdbc.sql("alter table away rename to read_model_generation").update();
            processors.look();
            assertThat(gauge(side, "consular.read.models.lag.events")).isZero();
        }
    }

    private static double gauge(ReadSide side, String name) {
        return side.bean(MeterRegistry.class).get(name).gauge().value();
    }
}
