package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.golden.CaseActor;
import consular.cases.domain.golden.CaseDriver;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Carries one case through a scenario over HTTP, with the simulation clock. */
public final class HttpCaseDriver implements CaseDriver {
    private static final Posts POSTS = ReferencePosts.load();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final PackagedService service;
    private @Nullable String caseId;
    private @Nullable String post;

    public HttpCaseDriver(PackagedService service) {
        this.service = service;
    }

    @Override
    public ZoneId zoneOf(String code) {
        post = code;
        return POSTS.find(new PostCode(code)).orElseThrow().zone();
    }

    @Override
    public void moveClock(Instant now) {
        var answer = service.send("PUT", "/api/v1/simulation/clock", "{\"now\": \"%s\"}".formatted(now), "admin");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Instant.parse(JSON.readTree(answer.body()).get("now").asString()))
                .isEqualTo(now);
    }

    @Override
    public Optional<String> give(
            String who,
            String command,
            ObjectNode body,
            @Nullable Instant effectiveAt,
            @Nullable String lateEntryReason) {
        var request = CaseActor.request(body, effectiveAt, lateEntryReason);
        return command.equals("RegisterCase") ? register(who, request) : command(who, command, request);
    }

    private Optional<String> register(String who, ObjectNode request) {
        request.put("caseNumber", "GOLDEN" + NUMBERS.incrementAndGet());
        request.put("post", Objects.requireNonNull(post));
        var answer = post("/api/v1/cases", who, request);
        if (answer.status() == 201) {
            caseId = answer.body().get("caseId").asString();
            return Optional.empty();
        }
        return rejection(answer);
    }

    private Optional<String> command(String who, String command, ObjectNode request) {
        var answer = post(path() + "/commands/" + command, who, request);
        return answer.status() == 200 ? Optional.empty() : rejection(answer);
    }

    private static Optional<String> rejection(Answer answer) {
        var problem = answer.body();
        assertThat(answer.status()).as(problem.toString()).isEqualTo(422);
        var code = RejectionCode.valueOf(problem.get("code").asString());
        if (code.rules().isEmpty()) {
            assertThat(problem.propertyNames()).doesNotContain("rule", "citation");
        } else {
            var rule = Rule.withId(problem.path("rule").asString(""));
            assertThat(code.rules()).contains(rule);
            assertThat(problem.path("citation").asString(null)).isEqualTo(rule.citation());
        }
        return Optional.of(code.name());
    }

    private Answer post(String path, String who, ObjectNode request) {
        var response = service.send(
                "POST",
                path,
                request.toString(),
                who,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    @Override
    public JsonNode state() {
        return service.get(path(), "auditor");
    }

    @Override
    public List<String> eventTypes() {
        return service.get(path() + "/events?limit=500", "auditor")
                .get("items")
                .valueStream()
                .map(item -> item.get("type").asString())
                .toList();
    }

    @Override
    public List<JsonNode> payloads(String type) {
        return service.get(path() + "/events?limit=500", "auditor")
                .get("items")
                .valueStream()
                .filter(item -> item.get("type").asString().equals(type))
                .map(item -> item.get("payload"))
                .toList();
    }

    @Override
    public Optional<String> letter(String letterId, String language) {
        var answer = service.send(
                "GET",
                path() + "/letters/%s?language=%s".formatted(letterId, language),
                null,
                "auditor",
                "Accept",
                "text/plain");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Optional.of(answer.body());
    }

    @Override
    public void recordQuasiRefusal(String who, ObjectNode body) {
        var answer = post("/api/v1/quasi-refusals", who, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    /** Asked for the case as it now is, so that the read model has caught up. */
    @Override
    public List<JsonNode> report28(int fiscalYear) {
        var version = state().get("version").asLong();
        return service.get(
                        "/api/v1/reports/report-28?fiscalYear=%d&post=%s&atLeast=%s:%d"
                                .formatted(fiscalYear, Objects.requireNonNull(post), caseId, version),
                        "auditor")
                .get("items")
                .valueStream()
                .toList();
    }

    @Override
    public JsonNode deadlines() {
        return service.get(path() + "/deadlines", "auditor").get("items");
    }

    private String path() {
        return "/api/v1/cases/" + Objects.requireNonNull(caseId, "the first command registers the case");
    }

    private record Answer(int status, JsonNode body) {}
}
