package consular.cases.web.limits;

import consular.cases.web.json.ProblemWriter;
import consular.cases.web.problem.ProblemCode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in no more requests than the instance can work on, and turns the rest away while that is still cheap. Those who only ask how the
 * service is have places of their own: few, since anybody may ask and it costs the database something, and none that the others could take.
 */
@Component
@Order(FilterOrder.ADMISSION)
@EnableConfigurationProperties(AdmissionSettings.class)
public final class AdmissionFilter extends OncePerRequestFilter {
    private static final String PLACE = AdmissionFilter.class.getName() + ".place";

    /** Seconds after which a burst is over. */
    private static final String SOON = "1";

    /** Two who watch may scrape it at once. */
    private static final int SCRAPES = 2;

    private static final int CHECKS = 8;

    private final AdmissionSettings settings;
    private final Door requests;
    private final Door checks;
    private final Door scrapes;

    AdmissionFilter(AdmissionSettings settings, MeterRegistry registry) {
        this.settings = settings;
        this.requests = new Door(new Places(settings.atOnce()), new TurnedAway(registry, "overload"));
        var probing = new TurnedAway(registry, "probes");
        this.checks = new Door(new Places(CHECKS), probing);
        this.scrapes = new Door(new Places(SCRAPES), probing);
    }

    private record Door(Places places, TurnedAway turnedAway) {}

    /** Gives back the place of a request that will take long, and is counted where it is worked on. */
    public static void leave(HttpServletRequest request) {
        if (request.getAttribute(PLACE) instanceof Places.Place place) {
            place.close();
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // or it would be taken for dead when it is busy
        return Probes.isOfLiveness(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var door = door(request);
        var taken = door.places().take(settings.patience());
        if (taken.isEmpty()) {
            door.turnedAway().count();
            response.setHeader("Retry-After", SOON);
            ProblemWriter.write(
                    request,
                    response,
                    ProblemCode.SERVICE_UNAVAILABLE,
                    "as many requests are worked on as this instance can; try again, with the same idempotency key if"
                            + " there was one");
            return;
        }
        try (var place = taken.get()) {
            request.setAttribute(PLACE, place);
            chain.doFilter(request, response);
        }
    }

    private Door door(HttpServletRequest request) {
        if (Probes.isOfMetrics(request)) {
            return scrapes;
        }
        return Probes.isOfHealth(request) ? checks : requests;
    }
}
