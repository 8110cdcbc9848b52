package consular.cases.web.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are worked on.
 *
 * @param atOnce how many on this instance at once; more than it has connections to the database, since commands share those
 * @param patience how long one more may wait for a place before it is turned away
 */
@ConfigurationProperties("consular.admission")
record AdmissionSettings(
        @DefaultValue("256") int atOnce, @DefaultValue("1s") Duration patience) {
    AdmissionSettings {
        if (atOnce < 1) {
            throw new IllegalArgumentException("consular.admission.at-once must be at least 1");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("consular.admission.patience must not be negative");
        }
    }
}
