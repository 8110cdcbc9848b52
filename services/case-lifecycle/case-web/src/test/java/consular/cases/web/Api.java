package consular.cases.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service as one of the demo users. */
public record Api(MockMvcTester mvc, String user) {

    public Api as(String other) {
        return new Api(mvc, other);
    }

    public Answer get(String path, String... headers) {
        return send(HttpMethod.GET, path, null, headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send(HttpMethod.POST, path, body, headers);
    }

    public Answer put(String path, String body) {
        return send(HttpMethod.PUT, path, body);
    }

    /** Sends a request; headers in pairs of name and value. */
    public Answer send(HttpMethod method, String path, @Nullable String body, String... headers) {
        var request = mvc.method(method).uri(path);
        if (!user.isEmpty()) {
            request.header(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":local").getBytes(UTF_8)));
        }
        if (body != null) {
            request.content(body.getBytes(UTF_8));
            if (!Arrays.asList(headers).contains("Content-Type")) {
                request.contentType(MediaType.APPLICATION_JSON);
            }
        }
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new Answer(request.exchange());
    }

    /** Registers a case of three at a post and gives its path. */
    public String register(String caseNumber, String post) {
        var answer = as("intake").post("/api/v1/cases", registration(caseNumber, post));
        answer.isStatus(201);
        return "/api/v1/cases/" + answer.json().get("caseId").stringValue();
    }

    public static String registration(String caseNumber, String post) {
        return """
            {"caseNumber": "%s", "post": "%s", "category": "IMMIGRANT", "visaClass": "IR1",
             "petition": {"type": "I-130", "receiptNumber": "WAC2190000001"},
             "applicants": [{"applicantId": "a1", "role": "PRINCIPAL", "familyName": "Santos", "givenName": "Maria",
                             "dateOfBirth": "1990-05-01", "nationality": "PH"}],
             "counsel": null}\
            """.formatted(caseNumber, post);
    }

    /** Executes the application of the principal. */
    public Answer apply(String casePath) {
        return as("intake").post(casePath + "/commands/ApplyForVisa", """
            {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "receipt": "R1", "place": "NVC"}}\
            """);
    }

    /** Refuses the principal for want of a birth certificate. */
    public Answer refuse(String casePath) {
        return as("officer-a").post(casePath + "/commands/Refuse221g", """
            {"applicantId": "a1", "reasons": [{"annotation": "Or BC"}]}\
            """);
    }

    /** An answer to be looked at. */
    public record Answer(MvcTestResult result) {
        public Answer isStatus(int status) {
            assertThat(result.getResponse().getStatus()).as(body()).isEqualTo(status);
            return this;
        }

        /** A problem document of that status and code. */
        public Answer isProblem(int status, String code) {
            isStatus(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            var problem = json();
            assertThat(problem.get("status").intValue()).isEqualTo(status);
            assertThat(problem.get("code").stringValue()).isEqualTo(code);
            assertThat(problem.get("type").stringValue())
                    .isEqualTo("urn:consular:problem:"
                            + code.toLowerCase(Locale.ROOT).replace('_', '-'));
            assertThat(problem.get("title").stringValue()).isNotBlank();
            assertThat(problem.get("detail").stringValue()).isNotBlank();
            assertThat(problem.get("instance").stringValue()).startsWith("/");
            return this;
        }

        /** A malformed request, with a fault at that pointer. */
        public Answer isFaultAt(String pointer) {
            isProblem(400, "MALFORMED_REQUEST");
            assertThat(json().get("errors")).as(body()).anySatisfy(error -> {
                assertThat(error.get("pointer").stringValue()).isEqualTo(pointer);
                assertThat(error.get("detail").stringValue()).isNotBlank();
            });
            return this;
        }

        /** A malformed request, because of that query parameter. */
        public Answer isFaultOf(String parameter) {
            isProblem(400, "MALFORMED_REQUEST");
            assertThat(json().get("errors").get(0).get("parameter").stringValue())
                    .isEqualTo(parameter);
            return this;
        }

        public String body() {
            return new String(result.getResponse().getContentAsByteArray(), UTF_8);
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body());
        }

        public String header(String name) {
            return String.valueOf(result.getResponse().getHeader(name));
        }
    }
}
