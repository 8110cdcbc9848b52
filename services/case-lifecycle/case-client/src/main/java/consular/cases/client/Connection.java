package consular.cases.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends requests, and sends them again while that may help. */
final class Connection implements AutoCloseable {

    /** Lost a race, too many at once, away: the same request may be answered otherwise the next time. */
    private static final Set<Integer> PASSING = Set.of(409, 429, 502, 503, 504);

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final String base;
    private final Credentials credentials;
    private final Patience patience;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Connection(URI service, Credentials credentials, Patience patience) {
        this.base = service.toString().replaceAll("/+$", "") + "/api/v1";
        this.credentials = credentials;
        this.patience = patience;
    }

    Patience patience() {
        return patience;
    }

    /** A request to a path below {@code /api/v1}; a member with several values is said several times. */
    HttpRequest.Builder request(String path, Map<String, ?> query) {
        var members = query.entrySet().stream()
                .flatMap(member -> values(member.getValue())
                        .map(value -> encoded(member.getKey()) + "=" + encoded(value.toString())))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(base + path + (members.isEmpty() ? "" : "?" + members)));
    }

    private static Stream<?> values(Object value) {
        return value instanceof Collection<?> several ? several.stream() : Stream.of(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The answer to a request that may be repeated.
     *
     * @throws ProblemException if the service says no, or is still away at the last attempt
     * @throws ServiceUnreachableException if no answer came
     */
    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return send(request, patience.answer());
    }

    /** The same with an answer that may take another time. */
    HttpResponse<byte[]> send(HttpRequest.Builder request, Duration longest) {
        return repeat(() -> {
            var answer = http.send(
                    request.copy()
                            .timeout(longest)
                            .setHeader("Authorization", credentials.authorization())
                            .build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw Refusal.of(answer, answer.body());
            }
            return answer;
        });
    }

    /** Something that may be tried again when it fails in this way. */
    interface Attempt<T> {
        T make() throws IOException, InterruptedException;
    }

    /**
     * Makes attempts until one succeeds or another would not help.
     *
     * @throws ProblemException as {@link #send}
     * @throws ServiceUnreachableException as {@link #send}
     */
    <T> T repeat(Attempt<T> attempt) {
        try {
            for (var sent = 1; ; sent++) {
                var pause = patience.pause(sent);
                try {
                    return attempt.make();
                } catch (Refusal refused) {
                    if (!refused.isPassing()
                            || sent == patience.attempts()
                            || refused.asked().compareTo(patience.longestPause()) > 0) {
                        throw refused.forGood();
                    }
                    pause = refused.asked().plus(pause);
                } catch (IOException failed) {
                    if (sent == patience.attempts()) {
                        throw new ServiceUnreachableException(failed);
                    }
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServiceUnreachableException(interrupted);
        }
    }

    /** An answer whose body is read as it comes, for as long as it comes: only its beginning has to be in time. */
    HttpResponse<InputStream> open(HttpRequest.Builder request) throws IOException, InterruptedException {
        var begun = http.sendAsync(
                request.setHeader("Authorization", credentials.authorization()).build(), BodyHandlers.ofInputStream());
        try {
            return begun.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IOException("no stream", failed.getCause());
        } catch (TimeoutException late) {
            begun.cancel(true);
            throw new IOException("no stream within " + patience.answer(), late);
        } catch (InterruptedException interrupted) {
            begun.cancel(true);
            throw interrupted;
        }
    }

    /** The service gives it in seconds. */
    static Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .flatMap(Connection::seconds)
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    static boolean isPassing(int status) {
        return PASSING.contains(status);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
