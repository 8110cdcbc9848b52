package consular.cases.web.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What came of a batch: for each item, in their order, what it would have been answered alone. */
record BatchAnswer(List<Outcome> outcomes) {

    /**
     * What came of one item.
     *
     * @param headers those that say something, such as {@code ETag}; never null
     * @param body the answer or the problem
     */
    record Outcome(
            int status,
            Map<String, String> headers,
            @Nullable Object body) {

        static Outcome of(ResponseEntity<?> answer) {
            var headers = new HttpHeaders(answer.getHeaders());
            headers.remove(HttpHeaders.CONTENT_TYPE);
            return new Outcome(answer.getStatusCode().value(), headers.toSingleValueMap(), answer.getBody());
        }
    }
}
