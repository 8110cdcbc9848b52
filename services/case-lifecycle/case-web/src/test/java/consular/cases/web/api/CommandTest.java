package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.Api;
import consular.cases.web.CasesInMemory;
import consular.cases.web.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How commands are taken and answered. */
@WebTest
class CommandTest {
    private static final String CASES = "/api/v1/cases";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CasesInMemory cases;

    private Api api;

    @BeforeEach
    void start() {
        api = new Api(mvc, "intake");
    }

    @AfterEach
    void forget() {
        cases.clear();
    }

    @Test
    void a_registration_is_created_with_its_place_version_and_events() {
        var answer = api.post(CASES, Api.registration("MNL2024000001", "MNL")).isStatus(201);
        var body = answer.json();
        var caseId = body.get("caseId").stringValue();
        assertThat(answer.header("Location")).isEqualTo(CASES + "/" + caseId);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Case-Version")).isEqualTo("1");
        assertThat(answer.header("Idempotency-Replayed")).isEqualTo("null");
        assertThat(body.propertyNames()).containsExactly("caseId", "version", "position", "events");
        var event = body.get("events").get(0);
        assertThat(event.propertyNames())
                .containsExactly("eventId", "type", "sequence", "effectiveAt", "recordedAt", "payload");
        assertThat(event.get("type").stringValue()).isEqualTo("CaseRegistered");
        assertThat(event.get("recordedAt").stringValue()).isEqualTo("2024-03-05T04:00:00Z");
        assertThat(event.get("payload").get("post").stringValue()).isEqualTo("MNL");
        assertThat(event.get("payload").get("applicants").get(0).get("dateOfBirth").stringValue())
                .isEqualTo("1990-05-01");
    }
}
