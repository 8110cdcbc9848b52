package consular.benchmarks.target;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import consular.cases.application.CaseJson;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A running service by its REST interface: HTTP/1.1, connections kept alive, the demo users' passwords. */
public final class OverHttp implements CaseDriver, AutoCloseable {
    private static final int ACCEPTED = 200;
    private static final int CREATED = 201;
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);

    private static final Duration LONGEST_IMPORT = Duration.ofMinutes(10);
    private static final Duration LONGEST_REBUILD = Duration.ofHours(2);
    private static final Actor ADMIN = new Actor(new OfficerId("admin"), Role.ADMIN, false);
    private static final Actor AUDITOR = new Actor(new OfficerId("auditor"), Role.AUDITOR, false);

    private final JsonMapper json = CaseJson.mapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI cases;

    /** The service at an address such as {@code http://127.0.0.1:8080}. */
    public OverHttp(URI service) {
        cases = service.resolve("/api/v1/cases");
    }

    @Override
    public Outcome give(Order order) {
        var body = json.<ObjectNode>valueToTree(order.command());
        if (order.effectiveAt() != null) {
            body.put("effectiveAt", order.effectiveAt().toString());
        }
        if (order.lateEntryReason() != null) {
            body.put("lateEntryReason", order.lateEntryReason());
        }
        var request = HttpRequest.newBuilder(address(order))
                .timeout(LONGEST_ANSWER)
                .header("Authorization", authorization(order.actor()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        if (order.key() != null) {
            request.header("Idempotency-Key", order.key());
        }
        return outcome(send(request.build()));
    }

    /**
     * Reads a path as the auditor.
     *
     * @throws IllegalStateException when the answer is not 200
     */
    public JsonNode read(String path) {
        return read(path, AUDITOR);
    }

    /**
     * Reads a path.
     *
     * @throws IllegalStateException when the answer is not 200
     */
    public JsonNode read(String path, Actor reader) {
        var response = send(HttpRequest.newBuilder(cases.resolve(path))
                .timeout(LONGEST_ANSWER)
                .header("Authorization", authorization(reader))
                .build());
        if (response.statusCode() != ACCEPTED) {
            throw new IllegalStateException(path + " answers " + response.statusCode() + ": " + response.body());
        }
        return json.readTree(response.body());
    }

    /**
     * Reads a letter of a case as PDF, as the auditor.
     *
     * @throws IllegalStateException when the answer is not 200
     */
    public byte[] pdf(CaseId caseId, String letterId) {
        var letter = URI.create(cases + "/" + caseId + "/letters/" + letterId);
        var response = send(
                HttpRequest.newBuilder(letter)
                        .timeout(LONGEST_ANSWER)
                        .header("Authorization", authorization(AUDITOR))
                        .header("Accept", "application/pdf")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != ACCEPTED) {
            throw new IllegalStateException(letter + " answers " + response.statusCode());
        }
        return response.body();
    }

    /**
     * Sends a file of JSON Lines to be imported, as the administrator.
     *
     * @return what came of it
     * @throws IllegalStateException when the answer is not 200
     */
    public JsonNode importFile(Path file) {
        try {
            var response = send(HttpRequest.newBuilder(cases.resolve("/api/v1/imports"))
                    .timeout(LONGEST_IMPORT)
                    .header("Authorization", authorization(ADMIN))
                    .header("Content-Type", "application/jsonl")
                    .header("Idempotency-Key", file.toString())
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build());
            if (response.statusCode() != ACCEPTED) {
                throw new IllegalStateException("an import answers " + response.statusCode() + ": " + response.body());
            }
            return json.readTree(response.body());
        } catch (FileNotFoundException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /**
     * How many events the last signed checkpoint is over, as the auditor; a second ago the log had no more.
     *
     * @throws IllegalStateException when the answer is not 200
     */
    public long signedEvents() {
        var response = send(HttpRequest.newBuilder(cases.resolve("/api/v1/audit/checkpoint"))
                .timeout(LONGEST_ANSWER)
                .header("Authorization", authorization(AUDITOR))
                .build());
        if (response.statusCode() != ACCEPTED) {
            throw new IllegalStateException("the checkpoint answers " + response.statusCode() + ": " + response.body());
        }
        return response.body().lines().skip(1).findFirst().map(Long::parseLong).orElseThrow();
    }

    /**
     * Lets the read models be built anew, as the administrator, and waits until they are.
     *
     * @return the service's report
     * @throws IllegalStateException when the answer is not 200
     */
    public JsonNode rebuild() {
        var response = send(HttpRequest.newBuilder(cases.resolve("/api/v1/admin/read-models/rebuild"))
                .timeout(LONGEST_REBUILD)
                .header("Authorization", authorization(ADMIN))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        if (response.statusCode() != ACCEPTED) {
            throw new IllegalStateException("a rebuild answers " + response.statusCode() + ": " + response.body());
        }
        return json.readTree(response.body());
    }

    private URI address(Order order) {
        return order.command() instanceof RegisterCase
                ? cases
                : URI.create(cases + "/" + order.caseId() + "/commands/"
                        + order.command().getClass().getSimpleName());
    }

    private static String authorization(Actor actor) {
        var credentials = actor.officer().value() + ":local";
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException failure) {
            throw new IllegalStateException(request.uri() + " does not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Outcome outcome(HttpResponse<String> response) {
        var body = json.readTree(response.body());
        if (response.statusCode() != ACCEPTED && response.statusCode() != CREATED) {
            return new Outcome.Rejected(body.path("code").asString("HTTP " + response.statusCode()));
        }
        return new Outcome.Accepted(
                CaseId.of(body.path("caseId").asString()),
                body.path("version").asLong(),
                body.path("events").size(),
                findings(body.path("events")),
                List.of());
    }

    private static List<FindingId> findings(JsonNode events) {
        var findings = new ArrayList<FindingId>();
        for (var event : events) {
            if (event.path("type").asString().equals("VisaRefused")) {
                for (var finding : event.path("payload").path("findings")) {
                    if (!finding.path("kind").asString().equals(FindingKind.FOLLOWS_FAMILY.name())) {
                        findings.add(new FindingId(finding.path("findingId").asString()));
                    }
                }
            }
        }
        return findings;
    }

    @Override
    public void close() {
        client.close();
    }
}
