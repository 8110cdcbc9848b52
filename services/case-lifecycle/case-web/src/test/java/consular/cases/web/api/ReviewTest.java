package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Policy;
import consular.cases.domain.oversight.ReviewPolicy;
import consular.cases.domain.oversight.ReviewSample;
import consular.cases.web.WebTestBase;
import org.junit.jupiter.api.Test;

/** Who may review whose refusals, over HTTP. Holds R-NIV-07. */
class ReviewTest extends WebTestBase {
    private static final String CONCUR = "{\"refusalId\": \"R1\", \"remarks\": \"agreed\"}";

    private String refusedBy(String officer) {
        var path = api.register("CDJ2024000001", "CDJ");
        api.apply(path).isStatus(200);
        api.as(officer).post(path + "/commands/Refuse221g", """
            {"applicantId": "a1", "reasons": [{"annotation": "Or BC"}]}\
            """).isStatus(200);
        return path + "/commands/SupervisorConcur";
    }

    private void askForTheChainOfCommand() {
        cases.decideUnder(Policy.RECOMMENDED.with(new ReviewPolicy(true, ReviewSample.NONE)));
    }

    @Test
    void a_supervisor_of_other_officers_is_turned_away_where_the_policy_asks_for_the_chain_of_command() {
        askForTheChainOfCommand();
        var problem =
                api.as("supervisor-a").post(refusedBy("officer-cdj"), CONCUR).isProblem(422, "CHAIN_OF_COMMAND");
        assertThat(problem.json().get("rule").stringValue()).isEqualTo("R-NIV-07");
        assertThat(problem.json().get("citation").stringValue()).isEqualTo("9 FAM 403.12-2a");
    }

    @Test
    void the_officers_own_supervisor_is_not() {
        askForTheChainOfCommand();
        var path = refusedBy("officer-a");
        api.as("supervisor-x").post(path, CONCUR).isProblem(422, "NO_COMMISSION");
        api.as("supervisor-a").post(path, CONCUR).isStatus(200);
    }

    @Test
    void nobody_is_where_it_does_not() {
        api.as("supervisor-a").post(refusedBy("officer-cdj"), CONCUR).isStatus(200);
    }
}
