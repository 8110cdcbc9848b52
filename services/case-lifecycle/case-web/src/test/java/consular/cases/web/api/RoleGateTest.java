package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.WebTestBase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What says to whom it is open is open to them, and what says nothing to nobody. */
class RoleGateTest extends WebTestBase {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** Operations by somebody who was in a hurry; there while a test runs. */
    static class Hasty {
        public ResponseEntity<String> forgotten() {
            return ResponseEntity.ok("\"it got through\"");
        }

        @OpenTo(Audience.AUDITORS)
        public ResponseEntity<String> remembered() {
            return ResponseEntity.ok("\"it is open\"");
        }
    }

    private RequestMappingInfo mapping(String name) {
        return RequestMappingInfo.paths("/api/v1/" + name)
                .methods(RequestMethod.GET)
                .options(mappings.getBuilderConfiguration())
                .build();
    }

    @BeforeEach
    void open() throws NoSuchMethodException {
        for (var name : List.of("forgotten", "remembered")) {
            mappings.registerMapping(mapping(name), new Hasty(), Hasty.class.getMethod(name));
        }
    }

    @AfterEach
    void close() {
        List.of("forgotten", "remembered").forEach(name -> mappings.unregisterMapping(mapping(name)));
    }

    @Test
    void an_operation_that_says_nothing_is_open_to_nobody() {
        for (var user : List.of("admin", "auditor", "supervisor-a")) {
            assertThat(api.as(user)
                            .get("/api/v1/forgotten")
                            .isProblem(403, "FORBIDDEN_ROLE")
                            .body())
                    .contains("open to nobody");
        }
        api.as("").get("/api/v1/forgotten").isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void what_is_no_operation_is_not_there_for_anybody() throws NoSuchMethodException {
        var stray = RequestMappingInfo.paths("/stray")
                .methods(RequestMethod.GET)
                .options(mappings.getBuilderConfiguration())
                .build();
        mappings.registerMapping(stray, new Hasty(), Hasty.class.getMethod("remembered"));
        try {
            for (var path : List.of("/stray", "/", "/webjars/x", "/h2-console", "/api/v2/cases")) {
                api.as("admin").get(path).isProblem(404, "NOT_FOUND");
                api.as("").get(path).isProblem(401, "UNAUTHENTICATED");
            }
        } finally {
            mappings.unregisterMapping(stray);
        }
        api.as("").get("/v3/api-docs").isStatus(200);
        api.as("").get("/swagger-ui/index.html").isStatus(200);
    }

    @Test
    void an_operation_is_open_to_whom_it_says() {
        api.as("auditor").get("/api/v1/remembered").isStatus(200);
        api.as("admin").get("/api/v1/remembered").isProblem(403, "FORBIDDEN_ROLE");
    }
}
