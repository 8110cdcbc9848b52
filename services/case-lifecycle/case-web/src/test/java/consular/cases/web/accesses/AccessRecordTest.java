package consular.cases.web.accesses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import consular.cases.application.accesses.Access;
import consular.cases.domain.CommandName;
import consular.cases.web.AccessesInMemory;
import consular.cases.web.Api;
import consular.cases.web.WebTestBase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing of what the record says of people is shown before it is recorded who is shown it. */
class AccessRecordTest extends WebTestBase {
    private static final String ACCESSES = "/api/v1/audit/accesses";

    /** Beside the commands: what they did, and who gave them, is in the log of the cases. */
    private static final Set<String> WRITES_IN_THE_LOG =
            Set.of("giveCommands", "RecordQuasiRefusal", "LinkApplication", "EraseInquirersData", "importCases");

    private static final String OWN_WORDS = "what was sent is all that it speaks of, and nothing of the record";
    private static final String COUNTS = "it answers with counts, and changes nothing that anybody said of a person";
    private static final String GIVEN_UP = "it shows nothing, and what is given up is kept with who did it and why";
    private static final String RECEIVERS =
            "it is about a receiver; what receivers are sent is recorded as deliverWebhook, case by case";

    /** What neither shows the record nor writes in the log, and why nobody need know who was told. */
    private static final Map<String, String> SHOW_NOTHING = Map.ofEntries(
            Map.entry("screenThirdCountryNational", OWN_WORDS),
            Map.entry("screenAutomaticRevalidation", OWN_WORDS),
            Map.entry("rebuildReadModels", COUNTS),
            Map.entry("rotateKeys", COUNTS),
            Map.entry("retryDeadLetters", COUNTS),
            Map.entry("evictDeadLetters", GIVEN_UP),
            Map.entry("retryHeldCase", COUNTS),
            Map.entry("discardHeldCase", GIVEN_UP),
            Map.entry("createSubscription", RECEIVERS),
            Map.entry("deleteSubscription", RECEIVERS),
            Map.entry("pauseSubscription", RECEIVERS),
            Map.entry("resumeSubscription", RECEIVERS),
            Map.entry("replaySubscription", RECEIVERS),
            Map.entry("rotateSubscriptionSecret", RECEIVERS),
            Map.entry("setClock", "there is none where there are real people"));

    /** Dry runs that show what would be appended, which is what was sent. */
    private static final Set<String> DRY_RUNS_OF_OWN_WORDS =
            Set.of("RegisterCase", "RecordQuasiRefusal", "importCases");

    @Autowired
    private AccessesInMemory accesses;

    private String path;
    private UUID caseId;

    @BeforeEach
    void register() {
        path = api.register("MNL2024000001", "MNL");
        caseId = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        accesses.clear();
    }

    @Test
    void every_operation_is_either_recorded_or_said_to_show_nothing_personal() {
        var gets = new TreeSet<String>();
        var described =
                JsonMapper.shared().readTree(api.as("").get("/v3/api-docs").body());
        described.get("paths").properties().forEach(item -> {
            for (var method : item.getValue().properties()) {
                var operation = method.getKey().toUpperCase(Locale.ROOT) + " " + item.getKey();
                // the shapes of tiles are described one by one, and are one to whoever asks who looked at them
                var isTile = item.getKey().contains("/tile/");
                var known = isTile ? "GET /api/v1/audit/tile/{*path}" : operation;
                if (method.getKey().equals("get")) {
                    gets.add(known);
                    assertThat(Reads.find(known).isPresent())
                            .as(operation + " is recorded or not personal, and not both")
                            .isNotEqualTo(Reads.isNotPersonal(known));
                }
                Reads.find(known)
                        .filter(read -> !read.dryRunOnly())
                        .ifPresent(read -> assertThat(read.name())
                                .isEqualTo(
                                        isTile
                                                ? "readTile"
                                                : method.getValue()
                                                        .get("operationId")
                                                        .stringValue()));
            }
        });
        assertThat(gets).containsAll(Reads.notPersonal());
        assertThat(gets)
                .containsAll(Reads.recorded().stream()
                        .filter(operation -> operation.startsWith("GET"))
                        .toList());
    }

    @Test
    void every_operation_that_is_no_GET_is_recorded_or_in_the_log_or_said_to_show_nothing() {
        var described =
                JsonMapper.shared().readTree(api.as("").get("/v3/api-docs").body());
        var met = new TreeSet<String>();
        described.get("paths").properties().forEach(item -> {
            for (var method : item.getValue().properties()) {
                var name = method.getValue().get("operationId").stringValue();
                if (!method.getKey().equals("get")) {
                    met.add(name);
                    var read = read(method.getKey(), item.getKey());
                    var isRead = read.filter(it -> !it.dryRunOnly()).isPresent();
                    var isWrite = WRITES_IN_THE_LOG.contains(name)
                            || Stream.of(CommandName.values())
                                    .anyMatch(command -> command.name().equals(name));
                    assertThat(Stream.of(isRead, isWrite, SHOW_NOTHING.containsKey(name))
                                    .filter(it -> it)
                                    .count())
                            .as("%s is a read, a write in the log, or shows nothing; and only one of them", name)
                            .isEqualTo(1);
                    assertThat(read.filter(Reads.Read::dryRunOnly).isPresent() || DRY_RUNS_OF_OWN_WORDS.contains(name))
                            .as("whether a dry run of %s is recorded or shows what was sent", name)
                            .isEqualTo(method.getValue()
                                    .path("parameters")
                                    .toString()
                                    .contains("dryRun"));
                }
            }
        });
        assertThat(met)
                .containsAll(WRITES_IN_THE_LOG)
                .containsAll(SHOW_NOTHING.keySet())
                .containsAll(DRY_RUNS_OF_OWN_WORDS);
    }

    /** Of a command there are as many operations as commands, and one place in the code. */
    private static Optional<Reads.Read> read(String method, String path) {
        var operation = method.toUpperCase(Locale.ROOT) + " " + path;
        return Reads.find(operation)
                .or(() -> Reads.find(operation.replaceFirst("(/cases/[^/]+/commands)/\\w+$", "$1/{command}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/events", "/deadlines", "/commands", "/letters"})
    void who_looks_at_a_case_is_recorded(String below) {
        var answer = api.as("officer-a").get(path + below).isStatus(200);
        var access = only();
        assertThat(access.user()).isEqualTo("officer-a");
        assertThat(access.roles()).containsExactly("ADJUDICATOR");
        assertThat(access.subjects()).containsExactly(caseId);
        assertThat(access.status()).isEqualTo(200);
        assertThat(access.requestId()).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void a_clock_is_recorded_under_its_case_and_not_under_the_id_that_a_client_gave_the_applicant() {
        var applicant = new UUID(0x4000L, 0x8000000000000077L);
        var of = api.as("intake")
                .post(
                        "/api/v1/cases",
                        Api.registration("MNL2024000002", "MNL").replace("\"a1\"", "\"" + applicant + "\""))
                .isStatus(201)
                .header("Location");
        api.as("intake")
                .post(of + "/commands/ApplyForVisa", """
                    {"applicantId": "%s", "form": "DS-260", "fee": {"paid": true, "receipt": "R1", "place": "NVC"}}\
                    """.formatted(applicant))
                .isStatus(200);
        accesses.clear();
        assertThat(api.as("officer-a").get(of + "/deadlines").isStatus(200).body())
                .contains(applicant.toString());
        assertThat(only().subjects()).containsExactly(UUID.fromString(of.substring(of.lastIndexOf('/') + 1)));
    }

    @Test
    void of_two_people_each_is_recorded_and_so_is_who_was_refused() {
        api.as("supervisor-a").get(path).isStatus(200);
        api.as("dashboard").get(path).isProblem(403, "FORBIDDEN_ROLE");
        api.as("officer-cdj").get(path + "/events").isProblem(403, "FORBIDDEN_POST");
        assertThat(accesses.all())
                .extracting(Access::user, Access::operation, Access::status)
                .containsExactly(
                        tuple("supervisor-a", "readCase", 200),
                        tuple("dashboard", "readCase", 403),
                        tuple("officer-cdj", "readHistory", 403));
        assertThat(accesses.all())
                .allSatisfy(access -> assertThat(access.subjects()).containsExactly(caseId));
    }

    @Test
    void what_is_not_there_or_not_new_is_recorded_too() {
        var missing = new UUID(0, 77);
        api.get("/api/v1/cases/" + missing).isStatus(404);
        api.as("auditor")
                .send(HttpMethod.GET, path, null, "If-None-Match", "\"1\"")
                .isStatus(304);
        assertThat(accesses.all()).extracting(Access::status).containsExactly(404, 304);
        assertThat(accesses.all().getFirst().subjects()).containsExactly(missing);
    }

    @Test
    void a_question_what_if_and_a_dry_run_are_reads_and_a_command_is_none() {
        api.as("officer-a")
                .post(
                        path + "/what-if",
                        "{\"commands\": [{\"command\": \"AddCaseNote\", \"body\": {\"text\": \"x\"}}]}")
                .isStatus(200);
        api.as("officer-a")
                .post(path + "/commands/AddCaseNote?dryRun=true", "{\"text\": \"x\"}")
                .isStatus(200);
        api.as("officer-a")
                .post(path + "/commands/AddCaseNote", "{\"text\": \"x\"}")
                .isStatus(200);
        assertThat(accesses.all()).extracting(Access::operation).hasSize(2).endsWith("dryRun");
    }

    @Test
    void a_list_is_recorded_with_what_it_showed() {
        api.as("auditor").get("/api/v1/reviews?limit=5&state=DUE").isStatus(200);
        var rows = only();
        assertThat(rows.operation()).isEqualTo("read-reviews");
        assertThat(rows.subjects()).containsExactly(new UUID(0x4000L, 0x8000000000000001L));
        assertThat(rows.query()).isEqualTo("limit=5&state=DUE");
        accesses.clear();

        api.as("auditor").get("/api/v1/events").isStatus(200);
        var log = only();
        assertThat(log.subjects()).contains(caseId);
        assertThat(log.fromPosition()).isEqualTo(1);
        assertThat(log.toPosition()).isNotNull();
    }

    @Test
    void no_name_gets_into_the_query() {
        api.as("auditor").get("/api/v1/reviews?familyName=Santos").isStatus(400);
        api.as("dashboard").get(path + "?name=Santos").isStatus(403);
        api.as("auditor").get("/api/v1/reviews?officer=Maria Santos").isStatus(200);
        assertThat(accesses.all())
                .hasSize(3)
                .noneSatisfy(access -> assertThat(access.toString()).contains("Santos"));
    }

    @Test
    void what_cannot_be_recorded_is_not_shown() {
        accesses.fail();
        for (var shown : List.of(path, path + "/events", "/api/v1/events", "/api/v1/reviews", ACCESSES)) {
            var answer = api.as("auditor").get(shown).isProblem(503, "SERVICE_UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.body()).doesNotContain("Santos").doesNotContain("caseNumber");
        }
        api.as("auditor")
                .send(HttpMethod.GET, path, null, "If-None-Match", "\"1\"")
                .isProblem(503, "SERVICE_UNAVAILABLE");
        api.as("dashboard").get(path).isProblem(503, "SERVICE_UNAVAILABLE");
        api.as("dashboard").get("/api/v1/posts").isStatus(200);
    }

    @Test
    void auditors_read_the_accesses_page_by_page_the_newest_first_and_that_is_recorded() {
        api.as("officer-a").get(path);
        api.as("officer-b").get(path);
        var first = items(ACCESSES + "?limit=1&case=" + caseId);
        assertThat(first.get("items")).hasSize(1);
        assertThat(first.get("items").get(0).get("user").stringValue()).isEqualTo("officer-b");
        var second = items(ACCESSES + "?limit=1&case=" + caseId + "&after="
                + first.get("next").stringValue());
        assertThat(second.get("items").get(0).get("user").stringValue()).isEqualTo("officer-a");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(items(ACCESSES + "?user=auditor").get("items")).hasSize(2);
        assertThat(items(ACCESSES + "?to=2000-01-01T00:00:00Z").get("items")).isEmpty();
        api.as("auditor").get(ACCESSES + "?case=7").isFaultOf("case");
        api.as("auditor").get(ACCESSES + "?from=yesterday").isFaultOf("from");
        for (var user : List.of("admin", "supervisor-a", "officer-a", "intake", "visa-office", "dashboard")) {
            api.as(user).get(ACCESSES).isProblem(403, "FORBIDDEN_ROLE");
        }
        assertThat(accesses.all().getLast().operation()).isEqualTo("readAccesses");
        assertThat(accesses.all().getLast().status()).isEqualTo(403);
    }

    private Access only() {
        assertThat(accesses.all()).hasSize(1);
        return accesses.all().getFirst();
    }

    private JsonNode items(String query) {
        return api.as("auditor").get(query).isStatus(200).json();
    }
}
