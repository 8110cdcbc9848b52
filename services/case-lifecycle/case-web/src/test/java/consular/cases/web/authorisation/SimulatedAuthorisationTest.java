package consular.cases.web.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.people.Role;
import consular.cases.web.WebTestBase;
import consular.cases.web.authorisation.Matrix.Cell;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The demo users meet the same table: every operation, those of the simulation too, at posts that are theirs. */
class SimulatedAuthorisationTest extends WebTestBase {
    private static final Map<Role, String> USERS = Map.of(
            Role.INTAKE, "intake",
            Role.ADJUDICATOR, "officer-a",
            Role.SUPERVISOR, "supervisor-a",
            Role.DEPARTMENT, "visa-office",
            Role.AUDITOR, "auditor",
            Role.DASHBOARD, "dashboard",
            Role.ADMIN, "admin");

    @TestFactory
    Stream<DynamicTest> every_demo_user_is_let_in_where_the_table_says_so() {
        var path = api.register("MNL2024000001", "MNL");
        api.apply(path).isStatus(200);
        api.refuse(path).isStatus(200);
        var quasiRefusal =
                api.as("officer-a").post("/api/v1/quasi-refusals", """
                    {"post": "MNL", "ground": "212(a)(6)(E)", "lookout": true, "explanation": "told of the provision",
                     "person": {"familyName": "Reyes", "givenName": "Ana", "dateOfBirth": "1990-01-02", "nationality": "PH"}}\
                    """).isStatus(201);
        var document = api.as("").get("/v3/api-docs").isStatus(200).json();
        var operations = new Operations(
                        document,
                        path.substring(path.lastIndexOf('/') + 1),
                        quasiRefusal.json().get("quasiRefusalId").stringValue())
                .all();
        var matrix = Matrix.read();
        assertThat(operations.keySet()).containsExactlyInAnyOrderElementsOf(matrix.keySet());
        return operations.entrySet().stream()
                .flatMap(operation -> Matrix.ROLES.stream()
                        .map(role -> DynamicTest.dynamicTest(operation.getKey() + " by " + role, () -> {
                            var row = Objects.requireNonNull(matrix.get(operation.getKey()));
                            var answer = operation.getValue().send(api.as(Objects.requireNonNull(USERS.get(role))));
                            if (row.of(role) == Cell.NO) {
                                answer.isProblem(403, "FORBIDDEN_ROLE");
                            } else {
                                assertThat(answer.result().getResponse().getStatus())
                                        .as(answer.body())
                                        .isIn(200, 201, 204, 400, 422);
                            }
                        })));
    }
}
