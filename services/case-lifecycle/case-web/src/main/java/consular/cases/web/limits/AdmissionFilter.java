package consular.cases.web.limits;

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
 * Lets in no more requests than the instance can work on, and turns the rest away while that is still cheap. A place is for working: a
 * body has come in before one is taken, and whoever takes the answer too slowly loses it. No person can have all of them. Those who only
 * ask how the service is have places of their own: few, since anybody may ask and it costs the database something, and none that the
 * others could take. So has whoever is not signed in, and can read nothing but how the service is used.
 */
@Component
@Order(FilterOrder.ADMISSION)
@EnableConfigurationProperties(AdmissionSettings.class)
public final class AdmissionFilter extends OncePerRequestFilter {
    private static final String ADMITTED = AdmissionFilter.class.getName() + ".admitted";

    /** Two who watch may scrape it at once. */
    private static final int SCRAPES = 2;

    private static final int CHECKS = 8;

    /** Of a client: where many may come from one address, and each is as good as the next. */
    private static final int ANY = Integer.MAX_VALUE;

    private static final int STRANGERS = 16;

    /** More than a browser opens to show a page. */
    private static final int STRANGERS_OF_AN_ADDRESS = 8;

    private final AdmissionSettings settings;
    private final Door requests;
    private final Door strangers;
    private final Door checks;
    private final Door scrapes;

    /** Of requests whose body comes in, until they have a place to be worked on. */
    private final Door bodies;

    AdmissionFilter(AdmissionSettings settings, MeterRegistry registry) {
        this.settings = settings;
        var patience = settings.patience();
        var crowd = new TurnedAway(registry, "crowd");
        var overload = new TurnedAway(registry, "overload");
        var probing = new TurnedAway(registry, "probes");
        this.requests = new Door(settings.atOnce(), settings.perPerson(), patience, overload, crowd);
        this.bodies = new Door(settings.atOnce(), ANY, patience, overload, crowd);
        this.strangers = new Door(STRANGERS, STRANGERS_OF_AN_ADDRESS, patience, overload, crowd);
        this.checks = new Door(CHECKS, ANY, patience, probing, crowd);
        this.scrapes = new Door(SCRAPES, ANY, patience, probing, crowd);
    }

    /** What a request holds that was let in. */
    private record Admitted(Places.Place ofClient, Places.Place ofAll, PacedAnswer answer) {}

    /** Gives back the places of a request that will take long, and is counted, and timed, where it is worked on. */
    public static void leave(HttpServletRequest request) {
        if (request.getAttribute(ADMITTED) instanceof Admitted admitted) {
            admitted.ofAll().close();
            admitted.ofClient().close();
            admitted.answer().lift();
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
        var person = Client.person();
        var door = door(request, person.isPresent());
        var ofClient = door.ofClient(person.orElseGet(() -> Client.address(request)), request, response);
        if (ofClient.isPresent()) {
            try (var own = ofClient.get()) {
                if (person.isPresent() && WholeBody.isDue(request)) {
                    takeIn(door, own, request, response, chain);
                } else {
                    workOn(door, own, () -> {}, request, response, chain);
                }
            }
        }
    }

    /** As many bodies as requests may be in memory, and not yet worked on. */
    private void takeIn(
            Door door, Places.Place own, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var coming = bodies.ofAll(request, response);
        if (coming.isPresent()) {
            try (var place = coming.get()) {
                workOn(door, own, place::close, WholeBody.read(request, settings.pace()), response, chain);
            }
        }
    }

    private void workOn(
            Door door,
            Places.Place own,
            Runnable hasPlace,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var atWork = door.ofAll(request, response);
        if (atWork.isPresent()) {
            hasPlace.run();
            try (var place = atWork.get()) {
                var answer = new PacedAnswer(response, settings.pace());
                request.setAttribute(ADMITTED, new Admitted(own, place, answer));
                var isBroken = request instanceof WholeBody body && body.isBroken();
                if (isBroken) {
                    // so that the answer ends with the connection, and whoever reads it misses no last chunk
                    response.setHeader("Connection", "close");
                }
                chain.doFilter(request, answer);
                answer.requireTaken();
                if (isBroken) {
                    answer.andHangUp();
                }
            }
        }
    }

    private Door door(HttpServletRequest request, boolean signedIn) {
        if (Probes.isOfMetrics(request)) {
            return scrapes;
        }
        if (Probes.isOfHealth(request)) {
            return checks;
        }
        return signedIn ? requests : strangers;
    }
}
