package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What an auditor gets from the packaged service, and what the verifier of his own says of it. */
class AuditIT {
    private static final String AUDIT = "/api/v1/audit";
    private static final int CASES = 30;

    @TempDir
    private static Path folder;

    private static PackagedService service;
    private static Auditor auditor;
    private static String lastCase;

    @BeforeAll
    static void someCases() throws Exception {
        service = PackagedService.start("simulation", folder);
        auditor = new Auditor(service, folder);
        for (var n = 0; n < CASES; n++) {
            var registered = service.send(
                    "POST", "/api/v1/cases", Requests.registration(Requests.caseNumber(), "MNL"), "intake");
            assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
            lastCase = "/api/v1/cases/"
                    + JsonMapper.shared()
                            .readTree(registered.body())
                            .get("caseId")
                            .asString();
            for (var note = 0; note < n; note++) {
                service.send("POST", lastCase + "/commands/AddCaseNote", "{\"text\": \"a note\"}", "officer-a");
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void the_whole_log_holds() throws Exception {
        awaitProof();
        var report = auditor.verifyLog();

        assertThat(report.get("verdict").asString()).isEqualTo("sound");
        assertThat(report.get("warnings")).isEmpty();
        assertThat(report.get("events").asLong()).isEqualTo(CASES + CASES * (CASES - 1) / 2);
    }

    @Test
    void a_case_holds() throws Exception {
        var report = auditor.verifyCase(awaitProof());

        assertThat(report.get("verdict").asString()).isEqualTo("sound");
        assertThat(report.get("events").asLong()).isEqualTo(CASES);
    }

    @Test
    void every_event_says_where_it_is_and_what_stands_for_it() throws Exception {
        awaitProof();
        var events = service.get(lastCase + "/events?limit=500", "auditor").get("items");
        for (var event : events) {
            var proof = service.get(AUDIT + "/proof/inclusion?logIndex=" + event.get("logIndex"), "auditor");
            assertThat(proof.get("leaf").asString()).isEqualTo(event.get("hash").asString());
        }
    }

    @Test
    void an_older_log_is_the_beginning_of_a_newer_one() throws Exception {
        awaitProof();
        var size = service.get(AUDIT + "/proof/inclusion?logIndex=0", "auditor")
                .get("size")
                .asLong();
        var proof = service.get(AUDIT + "/proof/consistency?from=3&to=" + size, "auditor");
        assertThat(proof.get("proof")).isNotEmpty();
    }

    @Test
    void checkpoints_are_published_in_the_data_folder() throws Exception {
        awaitProof();
        var published = folder.resolve("data").resolve("checkpoints").resolve("latest");
        assertThat(Files.readString(published)).startsWith("consular.invalid/cases\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/x123/x456",
                "0/x123/x456/x789/x123/x456/x789/123",
                "entries/x009/x223/x372/x036/x854/x775/807",
                "entries/x036/x028/x797/x018/x963/968",
                "entries/x036/x028/x797/x018/x963/967",
                "0/x036/x028/x797/x018/x963/967",
                "63/x036/x028/x797/x018/x963/967.p/255"
            })
    void a_tile_beyond_any_log_is_not_there(String path) {
        awaitProof();
        assertThat(service.send("GET", AUDIT + "/tile/entries/000", null, "auditor")
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.send("GET", AUDIT + "/tile/" + path, null, "auditor").statusCode())
                .isEqualTo(404);
    }

    /** It answers when a checkpoint covers the last event. */
    private static byte[] awaitProof() {
        return auditor.bytes(lastCase + "/proof");
    }
}
