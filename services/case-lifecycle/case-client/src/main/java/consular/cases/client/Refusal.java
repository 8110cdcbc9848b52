package consular.cases.client;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An answer that is a problem. Whether to ask again is for whoever asked. */
final class Refusal extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final int status;
    private final Duration asked;

    private Refusal(int status, Problem problem, Duration asked) {
        super("refused");
        this.status = status;
        this.problem = problem;
        this.asked = asked;
    }

    static Refusal of(HttpResponse<?> answer, byte[] body) {
        return new Refusal(answer.statusCode(), Json.problem(answer.statusCode(), body), Connection.retryAfter(answer));
    }

    /** Lost a race, too many at once, away: the same request may be answered otherwise the next time. */
    boolean isPassing() {
        return Connection.isPassing(status);
    }

    /** How long the service asks to be left alone. */
    Duration asked() {
        return asked;
    }

    ProblemException forGood() {
        return new ProblemException(problem);
    }
}
