package consular.cases.web.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How many requests are worked on, and how long their clients are waited for.
 *
 * @param atOnce how many on this instance at once, and of how many the body may be coming in; more than it has connections to the
 *     database, since commands share those
 * @param perPerson how many of one person, bodies that come in among them
 * @param patience how long one more may wait for a place before it is turned away
 * @param grace how long a client is waited for, in all, while it sends a body, and again while it takes an answer
 * @param slowest for how much that has come or gone a second more is waited
 */
@ConfigurationProperties("consular.admission")
record AdmissionSettings(
        @DefaultValue("256") int atOnce,
        @DefaultValue("32") int perPerson,
        @DefaultValue("1s") Duration patience,
        @DefaultValue("20s") Duration grace,
        @DefaultValue("32KB") DataSize slowest) {
    AdmissionSettings {
        if (atOnce < 1 || perPerson < 1) {
            throw new IllegalArgumentException(
                    "consular.admission.at-once and consular.admission.per-person must be at least 1");
        }
        if (patience.isNegative() || grace.isNegative()) {
            throw new IllegalArgumentException(
                    "consular.admission.patience and consular.admission.grace must not be negative");
        }
        if (slowest.toBytes() < 1) {
            throw new IllegalArgumentException("consular.admission.slowest must be at least 1B");
        }
    }

    /** What one client is held to that sends or takes something. */
    Pace pace() {
        return new Pace(grace, slowest.toBytes());
    }
}
