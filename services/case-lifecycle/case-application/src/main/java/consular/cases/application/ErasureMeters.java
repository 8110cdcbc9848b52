package consular.cases.application;

import consular.cases.domain.CaseEvent.PersonalDataErased;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquirerDataErased;
import consular.ledger.postgres.secrets.Erasures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows whether what was ordered to be erased is erased: somebody has been promised that it is. */
final class ErasureMeters {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureMeters.class);
    private static final List<String> ORDERS =
            List.of(PersonalDataErased.class.getSimpleName(), InquirerDataErased.class.getSimpleName());

    private final Erasures erasures;

    private ErasureMeters(Erasures erasures) {
        this.erasures = erasures;
    }

    static void register(MeterRegistry registry, Erasures erasures) {
        Gauge.builder("consular.erasures.waiting.age", new ErasureMeters(erasures), ErasureMeters::oldest)
                .strongReference(true)
                .baseUnit("seconds")
                .description("For how long the oldest erasure that was ordered has been waiting to be carried out")
                .register(registry);
    }

    private double oldest() {
        try {
            return erasures.secondsWaiting(ErasureKeeper.PROCESSOR, ORDERS);
        } catch (RuntimeException unavailable) {
            LOG.debug("it can't be seen now whether erasures wait", unavailable);
            return Double.NaN;
        }
    }
}
