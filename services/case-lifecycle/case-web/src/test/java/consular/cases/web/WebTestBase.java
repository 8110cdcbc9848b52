package consular.cases.web;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A test that talks to the web tier under the profile simulation, each time on an empty log. */
@SpringBootTest(classes = WebTestApplication.class, properties = "spring.mvc.problemdetails.enabled=true")
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ActiveProfiles("simulation")
public abstract class WebTestBase {
    protected static final String CASES = "/api/v1/cases";

    /** A case that nobody registered. */
    protected static final String NOBODYS = CASES + "/00000000-0000-4000-8000-00000000dead";

    @Autowired
    protected MockMvcTester mvc;

    @Autowired
    protected CasesInMemory cases;

    @Autowired
    protected QuasiRefusalsInMemory quasiRefusals;

    @Autowired
    protected RowsInMemory rows;

    @Autowired
    private KeysInMemory keys;

    @Autowired
    protected MovableClock clock;

    protected Api api;

    @BeforeEach
    void start() {
        cases.clear();
        quasiRefusals.clear();
        rows.clear();
        keys.clear();
        clock.set(MovableClock.START);
        api = new Api(mvc, "intake");
    }
}
