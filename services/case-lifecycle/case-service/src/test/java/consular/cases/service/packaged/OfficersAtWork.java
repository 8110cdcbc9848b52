package consular.cases.service.packaged;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Officers who work on any process that answers, and send a request again under its key while none does. */
final class OfficersAtWork {
    private static final long PATIENCE_SECONDS = 600;
    private static final String APPLICATION = """
        {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "receipt": "N1", "place": "NVC"},
         "effectiveAt": "2024-03-05T10:00:00Z", "lateEntryReason": "found in a drawer"}
        """;
    private static final String REFUSAL = """
        {"applicantId": "a1", "reasons": [{"annotation": "BC"}],
         "effectiveAt": "2024-03-05T11:00:00Z", "lateEntryReason": "found in a drawer"}
        """;

    /** After it the deadlines of the old refusal fire, on whichever process acts on them. */
    private static final String NOTE = "{\"text\": \"called the applicant\"}";

    private final List<PackagedService> processes;
    private final String token;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Given> given = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cases = new AtomicInteger();
    private final ExecutorService officers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;

    /**
     * Those who work on these.
     *
     * @param processes not copied: some may go, and others come in their place
     */
    OfficersAtWork(LocalIssuer issuer, List<PackagedService> processes) throws Exception {
        this.processes = processes;
        // longer than the slowest machine takes to start every process
        var until = Date.from(Instant.now().plus(Duration.ofHours(2)));
        this.token = issuer.sign(issuer.claims("officer", List.of("INTAKE", "ADJUDICATOR"), List.of("*"))
                .expirationTime(until)
                .build());
    }

    /**
     * A case and the version that was answered last.
     *
     * @param version the number of its events
     */
    record CaseAt(String caseId, long version) {}

    /** A command that was answered. */
    record Given(String path, String body, String key, int status, JsonNode answer) {}

    void start(int howMany) {
        for (var officer = 0; officer < howMany; officer++) {
            officers.submit(() -> {
                try {
                    while (!stopped) {
                        workOnOne(processes);
                    }
                } catch (Throwable failure) {
                    failures.add(failure);
                }
            });
        }
    }

    void stop() throws InterruptedException {
        stopped = true;
        officers.shutdown();
        if (!officers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("an officer never ended");
        }
    }

    void awaitMoreCases(int howMany) throws InterruptedException {
        var enough = cases.get() + howMany;
        while (cases.get() < enough && failures.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Works on one more case, on that process. */
    CaseAt oneMoreCaseOn(PackagedService process) throws InterruptedException {
        return workOnOne(List.of(process));
    }

    /** The events that were acknowledged, by their ids. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** The commands that were answered. */
    List<Given> given() {
        return List.copyOf(given);
    }

    /** The answer of a process to a command that was answered before. */
    HttpResponse<String> sendAgain(PackagedService process, Given command) {
        return post(process, command.path(), command.body(), command.key());
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    private CaseAt workOnOne(List<PackagedService> where) throws InterruptedException {
        var registration = Requests.registration(Requests.caseNumber(), "LND").replaceFirst("\\{", """
            {"effectiveAt": "2024-03-04T10:00:00Z", "lateEntryReason": "found in a drawer",\
            """);
        var caseId = send(where, "/api/v1/cases", registration).get("caseId").asString();
        var commands = "/api/v1/cases/" + caseId + "/commands/";
        send(where, commands + "ApplyForVisa", APPLICATION);
        send(where, commands + "Refuse221g", REFUSAL);
        var last = send(where, commands + "AddCaseNote", NOTE);
        cases.incrementAndGet();
        return new CaseAt(caseId, last.get("version").asLong());
    }

    private JsonNode send(List<PackagedService> where, String path, String body) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            var now = List.copyOf(where);
            var process = now.get(ThreadLocalRandom.current().nextInt(now.size()));
            try {
                var answer = post(process, path, body, key);
                if (answer.statusCode() != 503) {
                    var acknowledged = acknowledge(answer);
                    given.add(new Given(path, body, key, answer.statusCode(), acknowledged));
                    return acknowledged;
                }
            } catch (UncheckedIOException _) {
                // this one is gone, with or without having done it
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("nobody answered " + path);
    }

    private HttpResponse<String> post(PackagedService process, String path, String body, String key) {
        return process.send("POST", path, body, null, "Authorization", "Bearer " + token, "Idempotency-Key", key);
    }

    private JsonNode acknowledge(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        var body = HttpCase.json(answer);
        body.get("events")
                .forEach(event -> acknowledged.add(event.get("eventId").asString()));
        return body;
    }
}
