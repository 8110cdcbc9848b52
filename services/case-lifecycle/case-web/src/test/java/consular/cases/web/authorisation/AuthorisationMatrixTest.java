package consular.cases.web.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import consular.cases.domain.people.Role;
import consular.cases.web.Api;
import consular.cases.web.CasesInMemory;
import consular.cases.web.MovableClock;
import consular.cases.web.RowsInMemory;
import consular.cases.web.WebTestApplication;
import consular.cases.web.authorisation.Matrix.Cell;
import consular.cases.web.authorisation.Matrix.Post;
import consular.cases.web.authorisation.Matrix.Row;
import consular.cases.web.authorisation.Operations.Request;
import consular.cases.web.identity.SigningIssuer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/**
 * Every operation that is described × every role × own and foreign post, through the chain of filters of production and with signed
 * tokens, against the table.
 */
@SpringBootTest(classes = WebTestApplication.class, properties = "spring.mvc.problemdetails.enabled=true")
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ActiveProfiles("production")
class AuthorisationMatrixTest {
    /** There is a clock to set only where time is made up; {@link SimulatedAuthorisationTest} has its rows. */
    private static final Set<String> OF_THE_SIMULATION = Set.of("readClock", "setClock");

    private static final String OWN = "MNL";
    private static final String FOREIGN = "GUZ";

    /** Of the applicant and of whoever asked, none of which anybody may see who is turned away. */
    private static final List<String> PERSONAL = List.of("Santos", "1990-05-01", "Reyes", "1990-01-02");

    private static final SigningIssuer ISSUER = issuer();
    private static final Map<String, String> TOKENS = new HashMap<>();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CasesInMemory cases;

    @Autowired
    private RowsInMemory rows;

    @Autowired
    private MovableClock clock;

    private final Map<String, Row> matrix = Matrix.read();
    private Map<String, Request> operations = Map.of();

    private static SigningIssuer issuer() {
        try {
            return new SigningIssuer();
        } catch (IOException | JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        ISSUER.trust(settings);
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    /** A refused case and a quasi-refusal at a post, made by people of every post. */
    @BeforeEach
    void record() throws JOSEException {
        cases.clear();
        clock.set(MovableClock.START);
        var caseId = idOf(post("/api/v1/cases", Role.INTAKE, Api.registration("MNL2024000001", OWN)), "caseId");
        var commands = "/api/v1/cases/" + caseId + "/commands/";
        post(commands + "ApplyForVisa", Role.INTAKE, """
            {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "receipt": "R1", "place": "NVC"}}\
            """);
        post(commands + "Refuse221g", Role.ADJUDICATOR, """
            {"applicantId": "a1", "reasons": [{"annotation": "Or BC"}]}\
            """);
        var quasiRefusalId = idOf(post("/api/v1/quasi-refusals", Role.ADJUDICATOR, """
            {"post": "MNL", "ground": "212(a)(6)(E)", "lookout": true, "explanation": "told of the provision",
             "person": {"familyName": "Reyes", "givenName": "Ana", "dateOfBirth": "1990-01-02", "nationality": "PH"}}\
            """), "quasiRefusalId");
        operations = new Operations(document(), caseId, quasiRefusalId).all();
    }

    private JsonNode document() {
        return new Api(mvc, "").get("/v3/api-docs").isStatus(200).json();
    }

    private Api.Answer post(String path, Role role, String body) throws JOSEException {
        var answer = new Api(mvc, "").post(path, body, "Authorization", bearer(Set.of(role), "*"));
        assertThat(answer.result().getResponse().getStatus()).as(answer.body()).isIn(200, 201);
        return answer;
    }

    private static String idOf(Api.Answer answer, String member) {
        return answer.json().get(member).stringValue();
    }

    /** Signed once for each kind of person, since signing takes longer than most requests. */
    private static String bearer(Set<Role> roles, String post) throws JOSEException {
        var kind = roles + " " + post;
        var token = TOKENS.get(kind);
        if (token == null) {
            var names = roles.stream().map(Role::name).toList();
            token = "Bearer " + ISSUER.token("somebody", names, List.of(post));
            TOKENS.put(kind, token);
        }
        return token;
    }

    private Api.Answer send(Request request, Set<Role> roles, String post) throws JOSEException {
        return request.send(new Api(mvc, ""), "Authorization", bearer(roles, post));
    }

    @Test
    void every_operation_has_its_row_and_every_row_its_operation() {
        assertThat(operations.keySet())
                .containsExactlyInAnyOrderElementsOf(matrix.keySet().stream()
                        .filter(id -> !OF_THE_SIMULATION.contains(id))
                        .toList());
    }

    @TestFactory
    Stream<DynamicContainer> every_cell_is_as_the_table_has_it() {
        return operations.entrySet().stream().map(operation -> {
            var row = Objects.requireNonNull(matrix.get(operation.getKey()), operation.getKey() + " has no row");
            var request = operation.getValue();
            return DynamicContainer.dynamicContainer(
                    row.operation(),
                    Stream.concat(
                            Stream.of(
                                    cell("nobody", () -> nobodyIsLetIn(request)),
                                    cell(
                                            "without a role",
                                            () -> turnedAway(send(request, Set.of(), "*"), 403, "FORBIDDEN_ROLE"))),
                            Matrix.ROLES.stream()
                                    .flatMap(role -> Stream.of(
                                            cell(role + ", own post", () -> atOwnPost(row, role, request)),
                                            cell(role + ", foreign post", () -> atForeignPost(row, role, request))))));
        });
    }

    private static DynamicTest cell(String name, Executable test) {
        return DynamicTest.dynamicTest(name, test);
    }

    private void nobodyIsLetIn(Request request) {
        turnedAway(request.send(new Api(mvc, "")), 401, "UNAUTHENTICATED");
    }

    private void atOwnPost(Row row, Role role, Request request) throws JOSEException {
        var answer = send(request, Set.of(role), row.post() == Post.EVERY ? "*" : OWN);
        switch (row.of(role)) {
            case YES -> letIn(answer, role, request);
            case NO -> turnedAway(answer, 403, "FORBIDDEN_ROLE");
            case LAW -> turnedAway(answer, 422, "WAIVER_DEPARTMENT_ONLY");
        }
    }

    private void atForeignPost(Row row, Role role, Request request) throws JOSEException {
        if (row.of(role) == Cell.NO) {
            turnedAway(send(request, Set.of(role), FOREIGN), 403, "FORBIDDEN_ROLE");
            return;
        }
        switch (row.post()) {
            case NONE -> letIn(send(request, Set.of(role), FOREIGN), role, request);
            case CASE, EVERY, WHOLE -> turnedAway(send(request, Set.of(role), FOREIGN), 403, "FORBIDDEN_POST");
            case OWN ->
                assertThat(send(request, Set.of(role), FOREIGN)
                                .isStatus(200)
                                .json()
                                .get("items"))
                        .isEmpty();
            case ROWS -> {
                turnedAway(send(request.at(OWN), Set.of(role), FOREIGN), 403, "FORBIDDEN_POST");
                onlyOwnRows(send(request, Set.of(role), FOREIGN), request);
            }
        }
    }

    /** Whoever asks for no post in particular is shown nothing of the others. */
    private void onlyOwnRows(Api.Answer answer, Request request) {
        answer.isStatus(200);
        if (request.path().startsWith("/api/v1/events") || request.path().contains("rule-set-effects")) {
            assertThat(answer.json().get("items")).isEmpty();
        } else {
            assertThat(rows.query().posts()).extracting(Object::toString).containsExactly(FOREIGN);
        }
    }

    private static void letIn(Api.Answer answer, Role role, Request request) {
        var status = answer.result().getResponse().getStatus();
        if (request.method().name().equals("GET")) {
            assertThat(status).as(answer.body()).isEqualTo(200);
        } else {
            // the law, or the state of the case, may still object to what was asked
            assertThat(status).as(answer.body()).isIn(200, 201, 204, 400, 422);
            assertThat(answer.body()).doesNotContain("WAIVER_DEPARTMENT_ONLY");
        }
        if (role == Role.DASHBOARD) {
            assertThat(answer.body()).doesNotContain(PERSONAL);
        }
    }

    private static void turnedAway(Api.Answer answer, int status, String code) {
        answer.isProblem(status, code);
        assertThat(answer.body()).doesNotContain(PERSONAL);
        if (status != 422) {
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
        }
    }
}
