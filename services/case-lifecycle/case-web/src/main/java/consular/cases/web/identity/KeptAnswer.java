package consular.cases.web.identity;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** An answer that went well, to be read as often as it is needed. */
final class KeptAnswer implements ClientHttpResponse {
    private final HttpHeaders headers;
    private final byte[] body;

    KeptAnswer(HttpHeaders headers, byte[] body) {
        this.headers = HttpHeaders.copyOf(headers);
        this.body = body;
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatus.OK;
    }

    @Override
    public String getStatusText() {
        return HttpStatus.OK.getReasonPhrase();
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(body);
    }

    @Override
    public void close() {
        // it is kept
    }
}
