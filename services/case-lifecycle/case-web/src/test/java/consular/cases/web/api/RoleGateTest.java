package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.WebTestBase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;

/** What says to whom it is open is open to them, and what says nothing to nobody. */
@Import(RoleGateTest.Forgetful.class)
class RoleGateTest extends WebTestBase {
    /** Operations by somebody who was in a hurry. */
    @TestConfiguration(proxyBeanMethods = false)
    @Resource
    static class Forgetful {
        @GetMapping("/forgotten")
        Items<String> forgotten() {
            throw new IllegalStateException("it got through");
        }

        @GetMapping("/remembered")
        @OpenTo(Audience.AUDITORS)
        Audience remembered() {
            return Audience.AUDITORS;
        }
    }

    @Test
    void an_operation_that_says_nothing_is_open_to_nobody() {
        for (var user : new String[] {"admin", "auditor", "supervisor-a"}) {
            assertThat(api.as(user)
                            .get("/api/v1/forgotten")
                            .isProblem(403, "FORBIDDEN_ROLE")
                            .body())
                    .contains("open to nobody");
        }
        api.as("").get("/api/v1/forgotten").isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void an_operation_is_open_to_whom_it_says() {
        api.as("auditor").get("/api/v1/remembered").isStatus(200);
        api.as("admin").get("/api/v1/remembered").isProblem(403, "FORBIDDEN_ROLE");
    }
}
