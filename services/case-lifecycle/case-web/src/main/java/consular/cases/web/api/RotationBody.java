package consular.cases.web.api;

import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a secret is to be replaced.
 *
 * @param overlapHours how long the earlier secret goes on signing beside the new one
 */
public record RotationBody(@Nullable Long overlapHours) {
    public static final Shape.Members SHAPE = Shapes.of(RotationBody.class);

    private static final long USUAL = 24;
    private static final long LONGEST = 168;

    Duration overlap() {
        var hours = overlapHours == null ? USUAL : overlapHours;
        if (hours > LONGEST) {
            throw SubscriptionBody.bad("/overlapHours", "must be at most " + LONGEST);
        }
        return Duration.ofHours(hours);
    }
}
