package consular.cases.web.limits;

import consular.cases.web.json.ProblemWriter;
import consular.cases.web.problem.ProblemCode;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * What each client may ask for. A person has a quota of his or her own wherever he or she asks from. Whoever is not signed in shares that
 * of an address, and nobody who is signed in is ever charged to it: many may come through one proxy, and one who guesses tokens there must
 * not keep the others out.
 */
@Component
@EnableConfigurationProperties(RateLimitSettings.class)
public final class RateLimit {
    private static final String CHARGED = RateLimit.class.getName() + ".charged";

    private final boolean enabled;
    private final Quota persons;
    private final Quota addresses;
    private final TurnedAway turnedAway;

    @Autowired
    RateLimit(RateLimitSettings settings, MeterRegistry registry) {
        this(settings, registry, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimit(RateLimitSettings settings, MeterRegistry registry, TimeMeter time) {
        this.enabled = settings.enabled();
        this.persons =
                new Quota("person", settings.person().quota(), settings.person().window(), settings.clients(), time);
        this.addresses = new Quota(
                "address", settings.address().quota(), settings.address().window(), settings.clients(), time);
        this.turnedAway = new TurnedAway(registry, "rate");
    }

    /** Tells whoever failed to sign in as ever, until too many have from the same address. */
    public AuthenticationEntryPoint guard(AuthenticationEntryPoint entryPoint) {
        return (request, response, failure) -> {
            if (letsInAddress(request, response)) {
                entryPoint.commence(request, response, failure);
            }
        };
    }

    /** Charges the client of a request for what it asks for beside one thing. */
    public void charge(HttpServletRequest request, long more) {
        if (enabled && request.getAttribute(CHARGED) instanceof String person) {
            persons.charge(person, more);
        }
    }

    /** Whether one more request of a person is taken; if not, that is answered. */
    boolean letsInPerson(String person, HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(CHARGED, person);
        return letsIn(persons, person, request, response);
    }

    /** Whether one more request from its address is taken; if not, that is answered. */
    boolean letsInAddress(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return letsIn(addresses, Client.address(request), request, response);
    }

    private boolean letsIn(Quota quota, String client, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!enabled) {
            return true;
        }
        var left = quota.take(client);
        quota.tell(response, left);
        if (!left.taken()) {
            turnedAway.count();
            ProblemWriter.write(
                    request,
                    response,
                    ProblemCode.TOO_MANY_REQUESTS,
                    "more requests than one client may send; the headers say how many, and when to go on");
        }
        return left.taken();
    }
}
