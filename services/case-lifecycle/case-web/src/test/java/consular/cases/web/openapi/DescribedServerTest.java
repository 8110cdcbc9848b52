package consular.cases.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import consular.cases.web.Api;
import consular.cases.web.WebTestApplication;
import consular.cases.web.WebTestBase;
import consular.cases.web.identity.SigningIssuer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The description says where the service is as it was set up, and never what a request says. */
class DescribedServerTest {
    private static void assertServer(Api api, String url) {
        // asked for twice, since what is made for the first request is kept
        for (var host : new String[] {"elsewhere.example", "127.0.0.1:9"}) {
            var answer = api.get("/v3/api-docs", "Host", host, "X-Forwarded-Host", host);
            var servers = answer.isStatus(200).json().get("servers");
            assertThat(servers).hasSize(1);
            assertThat(servers.get(0).get("url").stringValue()).isEqualTo(url);
            assertThat(answer.body()).doesNotContain(host);
        }
    }

    @Nested
    @SpringBootTest(
            classes = WebTestApplication.class,
            properties = {"spring.mvc.problemdetails.enabled=true", "consular.public-url=https://cases.example.org"})
    @AutoConfigureMockMvc(print = MockMvcPrint.NONE)
    @ActiveProfiles("production")
    class InProduction {
        private static final SigningIssuer ISSUER = issuer();

        @Autowired
        private MockMvcTester mvc;

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

        @Test
        void it_is_where_clients_reach_it() {
            assertServer(new Api(mvc, ""), "https://cases.example.org");
        }
    }

    @Nested
    class WhereNothingIsSet extends WebTestBase {
        @Test
        void it_is_where_the_description_is() {
            assertServer(api.as(""), "/");
        }
    }
}
