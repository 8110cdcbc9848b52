package consular.cases.web.api;

import consular.cases.application.SimulationClock;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.JsonBody;
import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** The clock of a simulation; without that profile there is no such path. */
@Resource
@Profile("simulation")
class SimulationController {
    private static final Shape.Members SHAPE = Shapes.of(ClockBody.class);

    private final SimulationClock clock;

    SimulationController(SimulationClock clock) {
        this.clock = clock;
    }

    @OpenTo(Audience.EVERY_ROLE)
    @GetMapping("/simulation/clock")
    ClockBody read(HttpServletRequest request) {
        Parameters.of(request);
        return new ClockBody(clock.now());
    }

    @OpenTo(Audience.ADMINISTRATORS)
    @PutMapping(path = "/simulation/clock", consumes = MediaType.APPLICATION_JSON_VALUE)
    SimulationClock.Result set(HttpServletRequest request) {
        Parameters.of(request);
        return clock.set(
                BodyBinder.bind(ClockBody.class, SHAPE, JsonBody.read(request)).now());
    }

    /** What the clock shows, or shall show. */
    public record ClockBody(Instant now) {}
}
