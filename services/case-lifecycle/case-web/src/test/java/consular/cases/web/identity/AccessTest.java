package consular.cases.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CommandName;
import consular.cases.domain.people.Role;
import consular.cases.projections.RebuildFailed;
import consular.cases.web.OperationsInMemory;
import consular.cases.web.WebTestBase;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Which role gets through to what. */
class AccessTest extends WebTestBase {
    @Autowired
    private OperationsInMemory operations;

    private static final Map<Role, String> USERS = Map.of(
            Role.INTAKE, "intake",
            Role.ADJUDICATOR, "officer-a",
            Role.SUPERVISOR, "supervisor-a",
            Role.DEPARTMENT, "visa-office",
            Role.AUDITOR, "auditor",
            Role.DASHBOARD, "dashboard",
            Role.ADMIN, "admin");

    static Stream<Arguments> rolesAndCommands() {
        return USERS.keySet().stream()
                .flatMap(role -> Arrays.stream(CommandName.values()).map(name -> Arguments.of(role, name)));
    }

    /** An empty body tells whether the role was let through: then, and only then, the body is looked at. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rolesAndCommands")
    void a_role_gives_its_own_commands_and_no_others(Role role, CommandName name) {
        var path =
                name == CommandName.RegisterCase ? CASES : api.register("MNL2024000001", "MNL") + "/commands/" + name;
        var answer = api.as(USERS.getOrDefault(role, "")).post(path, "nonsense");
        if (name.isFor(role) || name == CommandName.InstructNotice) {
            answer.isProblem(400, "MALFORMED_REQUEST");
        } else {
            answer.isProblem(403, "FORBIDDEN_ROLE");
        }
    }

    @Test
    void whoever_waives_a_notice_in_the_departments_place_hears_the_rule_and_writes_nothing() {
        var path = api.register("MNL2024000001", "MNL");
        api.as("intake").post(path + "/commands/ApplyForVisa", """
            {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "receipt": "R-1", "place": "NVC"}}
            """).isStatus(200);
        api.as("officer-a").post(path + "/commands/RefuseIneligible", """
            {"applicantId": "a1", "grounds": [{"ground": "212(a)(3)(B)", "factualBasis": "facts"}]}
            """).isStatus(200);
        var body = """
            {"refusalId": "R1", "instruction": "NO_NOTICE", "instructionId": "D-1"}
            """;
        for (var user : USERS.entrySet()) {
            if (user.getKey() != Role.DEPARTMENT) {
                api.as(user.getValue())
                        .post(path + "/commands/InstructNotice", body)
                        .isProblem(422, "WAIVER_DEPARTMENT_ONLY");
            }
        }
        api.as("visa-office").post(path + "/commands/InstructNotice", body).isStatus(200);
    }

    @Test
    void the_contracts_demo_users_act_in_their_parts() {
        var path = api.register("MNL2024000001", "MNL") + "/commands/AddCaseNote";
        for (var user : new String[] {"officer-a", "officer-b", "supervisor-a", "supervisor-x"}) {
            api.as(user).post(path, "{\"text\": \"x\"}").isStatus(200);
            var actor = cases.last().actor();
            assertThat(actor.officer().value()).isEqualTo(user);
            assertThat(actor.role()).isEqualTo(user.startsWith("officer") ? Role.ADJUDICATOR : Role.SUPERVISOR);
            assertThat(actor.commissioned()).isEqualTo(user.equals("supervisor-a"));
        }
    }

    @Test
    void operations_are_for_administrators() {
        for (var entry : USERS.entrySet()) {
            var user = api.as(entry.getValue());
            var status = entry.getKey() == Role.ADMIN ? 200 : 403;
            user.send(HttpMethod.POST, "/api/v1/admin/read-models/rebuild", null)
                    .isStatus(status);
            user.send(HttpMethod.POST, "/api/v1/admin/keys/rotate", null).isStatus(status);
            user.get("/api/v1/admin/read-models/comparison").isStatus(status);
            user.get("/api/v1/admin/read-models/status").isStatus(status);
        }
        api.as("auditor").get("/api/v1/admin/read-models/status").isProblem(403, "FORBIDDEN_ROLE");
    }

    @Test
    void operations_report() {
        var admin = api.as("admin");
        var path = "/api/v1/admin/read-models/";
        assertThat(admin.get(path + "comparison").json().get("equal").booleanValue())
                .isFalse();
        assertThat(admin.get(path + "status").json().get("active").stringValue())
                .isEqualTo("BLUE");
        operations.failWith(RebuildFailed.anotherIsUnderWay());
        admin.send(HttpMethod.POST, path + "rebuild", null).isProblem(409, "REBUILD_UNDER_WAY");
        operations.failWith(RebuildFailed.halted("secret reasons"));
        assertThat(admin.send(HttpMethod.POST, path + "rebuild", null)
                        .isProblem(500, "INTERNAL_ERROR")
                        .body())
                .doesNotContain("secret");
        operations.failWith(null);
        admin.get(path + "status?verbose=true").isFaultOf("verbose");
    }

    @Test
    void health_is_open_and_the_rest_of_the_actuator_is_for_administrators() {
        api.as("").get("/actuator/health").isStatus(200);
        api.as("").get("/actuator").isProblem(401, "UNAUTHENTICATED");
        api.as("auditor").get("/actuator").isProblem(403, "FORBIDDEN_ROLE");
        api.as("admin").get("/actuator").isStatus(200);
    }

    @Test
    void everybody_reads_the_simulations_clock_and_administrators_set_it() {
        for (var user : USERS.values()) {
            assertThat(api.as(user)
                            .get("/api/v1/simulation/clock")
                            .isStatus(200)
                            .json()
                            .propertyNames())
                    .containsExactly("now");
        }
        var later = "{\"now\": \"2024-04-01T00:00:00+08:00\"}";
        api.as("officer-a").put("/api/v1/simulation/clock", later).isProblem(403, "FORBIDDEN_ROLE");
        var set = api.as("admin")
                .put("/api/v1/simulation/clock", later)
                .isStatus(200)
                .json();
        assertThat(set.propertyNames()).containsExactly("now", "fired");
        assertThat(set.get("now").stringValue()).isEqualTo("2024-03-31T16:00:00Z");
        assertThat(api.get("/api/v1/simulation/clock").json().get("now").stringValue())
                .isEqualTo("2024-03-31T16:00:00Z");
        api.as("admin")
                .put("/api/v1/simulation/clock", "{\"now\": \"tomorrow\"}")
                .isFaultAt("/now");
        api.as("admin").put("/api/v1/simulation/clock", "{}").isFaultAt("/now");
    }
}
