package consular.cases.projections.webhooks;

import consular.cases.application.webhooks.Answer;
import consular.cases.application.webhooks.Sender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A receiver that notes what it takes, and answers as a test says. */
final class FakeReceiver implements Sender {
    static final Answer ACCEPTED = new Answer.Accepted();
    static final Answer BROKEN = new Answer.Refused(500, Duration.ZERO);
    static final Answer AWAY = new Answer.Unreachable(Answer.Kind.NO_CONNECTION);

    private final Map<UUID, List<Integer>> taken = new HashMap<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<Map<String, String>> headers = new ArrayList<>();
    private Function<UUID, Answer> behaviour = _ -> ACCEPTED;
    private int attempts;

    synchronized void behave(Function<UUID, Answer> how) {
        behaviour = how;
    }

    @Override
    public synchronized Answer send(URI target, Map<String, String> sent, byte[] body) {
        attempts++;
        var text = new String(body, StandardCharsets.UTF_8);
        var words = text.split(" ");
        var answer = behaviour.apply(UUID.fromString(words[0]));
        if (answer instanceof Answer.Accepted) {
            taken.computeIfAbsent(UUID.fromString(words[0]), _ -> new ArrayList<>())
                    .add(Integer.parseInt(words[1]));
            bodies.add(text);
            headers.add(sent);
        }
        return answer;
    }

    /** The numbers of the events of a case in the order in which they were taken. */
    synchronized List<Integer> of(UUID subject) {
        return List.copyOf(taken.getOrDefault(subject, List.of()));
    }

    synchronized int attempts() {
        return attempts;
    }

    synchronized int count() {
        return bodies.size();
    }

    synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    synchronized List<Map<String, String>> headers() {
        return List.copyOf(headers);
    }
}
