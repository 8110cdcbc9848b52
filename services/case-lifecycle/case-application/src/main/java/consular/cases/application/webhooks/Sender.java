package consular.cases.application.webhooks;

import java.net.URI;
import java.util.Map;

/** Sends one event to a receiver and waits for the answer, but never longer than it may. */
public interface Sender {
    Answer send(URI target, Map<String, String> headers, byte[] body);
}
