package consular.cases.web.limits;

import consular.cases.web.json.ProblemWriter;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Through which requests of one kind come in: so many at once, and so many of each client. Whoever finds no place is told so. */
final class Door {
    /** Seconds after which a burst is over. */
    private static final String SOON = "1";

    private final Places all;
    private final PlacesOfEach each;
    private final Duration patience;
    private final TurnedAway overload;
    private final TurnedAway crowd;

    /**
     * Nobody is in yet.
     *
     * @param overload counts those for whom none of all was free
     * @param crowd those for whom none of their own was
     */
    Door(int all, int each, Duration patience, TurnedAway overload, TurnedAway crowd) {
        this.all = new Places(all);
        this.each = new PlacesOfEach(each);
        this.patience = patience;
        this.overload = overload;
        this.crowd = crowd;
    }

    /** One of the client's own places; if there is none, that is answered. */
    Optional<Places.Place> ofClient(String client, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var taken = each.take(client, patience);
        if (taken.isEmpty()) {
            refuse(
                    request,
                    response,
                    ProblemCode.TOO_MANY_REQUESTS,
                    crowd,
                    "as many requests of yours are worked on, or still come in or go out, as may be of one client; try"
                            + " again, with the same idempotency key if there was one");
        }
        return taken;
    }

    /** One of the places of all; if there is none, that is answered. */
    Optional<Places.Place> ofAll(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var taken = all.take(patience);
        if (taken.isEmpty()) {
            refuse(
                    request,
                    response,
                    ProblemCode.SERVICE_UNAVAILABLE,
                    overload,
                    "as many requests are worked on as this instance can; try again, with the same idempotency key if"
                            + " there was one");
        }
        return taken;
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            ProblemCode code,
            TurnedAway turnedAway,
            String detail)
            throws IOException {
        turnedAway.count();
        response.setHeader("Retry-After", SOON);
        ProblemWriter.write(request, response, code, detail);
    }
}
