package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.AuditInMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The evidence over HTTP: in which form, and to whom. */
class AuditTest extends RefusedCaseTestBase {
    private static final String AUDIT = "/api/v1/audit";

    @Autowired
    private AuditInMemory trail;

    @AfterEach
    void signAgain() {
        trail.sign(true);
    }

    @Test
    void the_checkpoint_and_the_key_are_lines_of_text() {
        var auditor = api.as("auditor");
        assertThat(auditor.get(AUDIT + "/checkpoint").isStatus(200).header("Content-Type"))
                .startsWith("text/plain");
        assertThat(auditor.get(AUDIT + "/key").isStatus(200).header("Content-Type"))
                .startsWith("text/plain");
    }

    @Test
    void proofs_are_hashes_in_hexadecimal() {
        var auditor = api.as("auditor");
        var inclusion =
                auditor.get(AUDIT + "/proof/inclusion?logIndex=1").isStatus(200).json();
        assertThat(inclusion.propertyNames()).containsExactly("logIndex", "size", "leaf", "proof", "checkpoint");
        var consistency = auditor.get(AUDIT + "/proof/consistency?from=1&to=2")
                .isStatus(200)
                .json();
        assertThat(consistency.propertyNames()).containsExactly("from", "to", "proof");
    }

    @Test
    void what_is_not_signed_cannot_be_proven() {
        var auditor = api.as("auditor");
        auditor.get(AUDIT + "/proof/inclusion?logIndex=2").isStatus(404);
        auditor.get(AUDIT + "/proof/consistency?from=1&to=3").isStatus(404);
        trail.sign(false);
        for (var unsigned : new String[] {"/checkpoint", "/export"}) {
            assertThat(auditor.get(AUDIT + unsigned).isStatus(503).header("Retry-After"))
                    .isEqualTo("1");
        }
        auditor.get(AUDIT + "/key").isStatus(404);
        api.get(path + "/proof").isStatus(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inclusion?x=1",
                "inclusion",
                "inclusion?logIndex=x",
                "inclusion?logIndex=-1",
                "consistency?from=2",
                "consistency?to=2",
                "consistency?from=2&to=1"
            })
    void proofs_that_cannot_be_meant(String query) {
        api.as("auditor").get(AUDIT + "/proof/" + query).isStatus(400);
    }

    @ParameterizedTest
    @CsvSource({"/export, application/zip", "/tile/0/000, application/octet-stream"})
    void what_is_no_JSON_comes_to_whoever_asks_for_what_it_is(String path, String type) {
        for (var accepted : new String[] {type, "application/json", "*/*"}) {
            var answer = api.as("auditor").get(AUDIT + path, "Accept", accepted).isStatus(200);
            assertThat(answer.header("Content-Type")).isEqualTo(type);
        }
    }

    @Test
    void a_full_tile_may_be_kept_for_good_and_a_partial_one_not() {
        var auditor = api.as("auditor");
        assertThat(auditor.get(AUDIT + "/tile/0/000").isStatus(200).header("Cache-Control"))
                .contains("immutable");
        assertThat(auditor.get(AUDIT + "/tile/0/000.p/2").isStatus(200).header("Cache-Control"))
                .doesNotContain("immutable");
        auditor.get(AUDIT + "/tile/1/000").isStatus(404);
        auditor.get(AUDIT + "/tile/0/zzz").isStatus(404);
    }

    @Test
    void the_export_is_an_archive_to_keep() {
        var export = api.as("admin").get(AUDIT + "/export").isStatus(200);
        assertThat(export.header("Content-Type")).isEqualTo("application/zip");
        assertThat(export.header("Content-Disposition")).contains("case-log.zip");
    }

    @Test
    void the_proof_of_a_case_is_for_those_who_read_it() {
        assertThat(api.get(path + "/proof").isStatus(200).json().get("events")).hasSize(1);
        api.as("dashboard").get(path + "/proof").isStatus(403);
        api.get(NOBODYS + "/proof").isStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/checkpoint", "/key", "/proof/inclusion?logIndex=0", "/export", "/tile/0/000"})
    void the_evidence_is_for_auditors(String below) {
        for (var other : new String[] {"officer-a", "supervisor-a", "visa-office", "intake", "dashboard"}) {
            api.as(other).get(AUDIT + below).isStatus(403);
        }
    }
}
