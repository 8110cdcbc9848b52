package consular.cases.client;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The service as a Java program sees it. Every command has a key and is sent again under it while the service is away or busy, so it
 * takes effect once; whatever else goes wrong is told as it is. For several threads at once.
 *
 * <p>All methods throw {@link ProblemException} when the service says no and {@link ServiceUnreachableException} when it says nothing.
 */
public final class CaseClient implements AutoCloseable {

    private static final String JSON = "application/json";
    private static final Duration OF_A_FILE = Duration.ofHours(1);

    private final Connection connection;

    private CaseClient(Connection connection) {
        this.connection = connection;
    }

    /** A client with the usual patience; {@code service} is where it is, such as {@code https://cases.example.gov}. */
    public static CaseClient of(URI service, Credentials credentials) {
        return of(service, credentials, Patience.USUAL);
    }

    /** A client with a patience of one's own. */
    public static CaseClient of(URI service, Credentials credentials, Patience patience) {
        return new CaseClient(new Connection(service, credentials, patience));
    }

    /** Gives a command. */
    public CommandAnswer give(Command command) {
        return give(command, Map.of());
    }

    /** What would come of a command now; nothing is stored. */
    public CommandAnswer tryOut(Command command) {
        return give(command, Map.of("dryRun", true));
    }

    private CommandAnswer give(Command command, Map<String, ?> query) {
        var request = connection
                .request(command.path(), query)
                .header("Content-Type", JSON)
                .header("Idempotency-Key", command.key())
                .POST(BodyPublishers.ofByteArray(Json.write(command.body())));
        expect(command.expectedVersion(), request);
        return Json.read(connection.send(request).body(), CommandAnswer.class);
    }

    private static void expect(@Nullable Long version, HttpRequest.Builder request) {
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
    }

    /**
     * Gives many commands, those on one case in their order, and answers what came of each, in theirs. A no is an answer, and the case
     * goes on ({@link OnFailure#GO_ON}).
     *
     * @see #giveAll(List, OnFailure)
     */
    public List<Outcome> giveAll(List<Command> commands) {
        return giveAll(commands, OnFailure.GO_ON);
    }

    /**
     * Gives many commands, those on one case in their order, and answers what came of each, in theirs. They are sent in requests of up
     * to five hundred and 1 MiB, so if this throws, some may have taken effect: give the same commands again.
     *
     * <p>Nothing overtakes what may yet succeed: behind a command that {@link Outcome#isWorthAnotherTry} the later ones on its case
     * are 424 {@code NOT_ATTEMPTED}, those too that would have gone with a later request. So are the later ones that may be on its
     * case, as one is named by its id and the other by its number, and no answer told yet whether that is the same.
     *
     * @throws IllegalArgumentException if a command is longer than a request may be; nothing was sent then
     */
    public List<Outcome> giveAll(List<Command> commands, OnFailure onFailure) {
        return new ManyCommands(connection, onFailure).give(commands);
    }

    /**
     * Sends a body to a path below {@code /api/v1}, such as {@code /screenings/automatic-revalidation} or
     * {@code /subscriptions/{id}/pause}. It is sent again under its key as a command is, so it takes effect once.
     *
     * @param query a member with a collection of values is said several times
     * @param body anything that becomes the JSON object of the reference; null for none
     * @param key the {@code Idempotency-Key}, to be chosen once for what is meant and not for each attempt
     * @return the answer, which is JSON
     */
    public JsonNode post(String path, Map<String, ?> query, @Nullable Object body, String key) {
        return send(path, query, body, key, null);
    }

    /**
     * The same, only if what is at the path, such as {@code /quasi-refusals/{id}/commands/LinkApplication}, still has this version;
     * else the answer is 412 {@code VERSION_MISMATCH}.
     *
     * @param expectedVersion goes as {@code If-Match}; only for operations whose reference has it, any other is 400
     */
    public JsonNode post(String path, Map<String, ?> query, @Nullable Object body, String key, long expectedVersion) {
        return send(path, query, body, key, Long.valueOf(expectedVersion));
    }

    private JsonNode send(
            String path, Map<String, ?> query, @Nullable Object body, String key, @Nullable Long expectedVersion) {
        var request = connection.request(path, query).header("Idempotency-Key", key);
        expect(expectedVersion, request);
        if (body == null) {
            request.POST(BodyPublishers.noBody());
        } else {
            request.header("Content-Type", JSON).POST(BodyPublishers.ofByteArray(Json.write(body)));
        }
        return Json.tree(connection.send(request).body());
    }

    /**
     * Sends a file to a path, such as {@code /imports} as {@code text/csv}, and waits for up to an hour until all of it was taken in;
     * else as {@link #post}.
     *
     * @throws FileNotFoundException if there is no such file
     */
    public JsonNode upload(String path, Map<String, ?> query, Path file, String mediaType, String key)
            throws FileNotFoundException {
        var request = connection
                .request(path, query)
                .header("Content-Type", mediaType)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofFile(file));
        return Json.tree(connection.send(request, OF_A_FILE).body());
    }

    /** Sets what is at a path, such as {@code /simulation/clock}; to do so twice does no more than to do so once. */
    public JsonNode put(String path, Object body) {
        var request = connection
                .request(path, Map.of())
                .header("Content-Type", JSON)
                .PUT(BodyPublishers.ofByteArray(Json.write(body)));
        return Json.tree(connection.send(request).body());
    }

    /**
     * Deletes what is at a path, such as {@code /subscriptions/{id}}. If the connection broke and it is sent again, the answer may be 404
     * because the first attempt did it.
     */
    public void delete(String path) {
        connection.send(connection.request(path, Map.of()).DELETE());
    }

    /** A case as it is now. */
    public JsonNode caseOf(String caseId) {
        return read("/cases/" + caseId, Map.of());
    }

    /** What is at a path below {@code /api/v1}, such as {@code /cases/{id}/deadlines}. */
    public JsonNode read(String path, Map<String, ?> query) {
        return Json.tree(bytes(path, query, JSON));
    }

    /** The same in another form, such as a letter as {@code application/pdf}, as a whole in memory. */
    public byte[] bytes(String path, Map<String, ?> query, String mediaType) {
        return connection
                .send(connection.request(path, query).header("Accept", mediaType))
                .body();
    }

    /**
     * The same into a file, however long it is, such as {@code /audit/export} as {@code application/zip}. It begins anew when the
     * connection breaks; the file is there, in place of one that was there, once all of it is.
     *
     * @throws UncheckedIOException if the file can't be written
     */
    public void download(String path, Map<String, ?> query, String mediaType, Path file) {
        new Download(connection, file).of(connection.request(path, query).header("Accept", mediaType));
    }

    /**
     * All rows of a list, such as {@code /reviews}, page by page as they are taken.
     *
     * @param filters as in the reference; {@code atLeast} takes {@link CommandAnswer#asSeen}
     */
    public Stream<JsonNode> list(String path, Map<String, ?> filters) {
        return pages(filters, query -> read(path, query));
    }

    /**
     * All cases of an applicant, page by page as they are taken ({@code /cases:search}).
     *
     * @param filters as those of {@code /cases}
     * @param name of the applicant, however it is written; it goes in a body, since addresses are written down on the way
     */
    public Stream<JsonNode> search(Map<String, ?> filters, String name) {
        var body = Json.write(Map.of("name", name));
        return pages(
                filters,
                query -> Json.tree(connection
                        .send(connection
                                .request("/cases:search", query)
                                .header("Content-Type", JSON)
                                .POST(BodyPublishers.ofByteArray(body)))
                        .body()));
    }

    private static Stream<JsonNode> pages(Map<String, ?> filters, Function<Map<String, ?>, JsonNode> read) {
        return Stream.iterate(
                        Optional.of(read.apply(filters)),
                        Optional::isPresent,
                        page -> page.map(it -> it.path("next"))
                                .filter(JsonNode::isString)
                                .map(next -> read.apply(after(filters, next.stringValue()))))
                .flatMap(Optional::stream)
                .flatMap(page -> page.path("items").valueStream());
    }

    private static Map<String, Object> after(Map<String, ?> filters, String next) {
        var further = new HashMap<String, Object>(filters);
        further.put("after", next);
        return further;
    }

    /**
     * Hands over every event of the log behind a position that the caller may see, and goes on as it grows, over lost connections and
     * restarts of the service, each event once and in order. Returns never: it throws.
     *
     * @param after the last position that was dealt with; 0 for the whole log
     * @param consumer is called by this thread; what it throws ends this
     * @throws InterruptedException when this thread is interrupted, which is how to end it
     * @throws ProblemException when the service refuses for good, such as 403
     */
    public void follow(long after, Consumer<LoggedEvent> consumer) throws InterruptedException {
        follow(after, Map.of(), consumer);
    }

    /**
     * The same, of some events only.
     *
     * @param filters as in the reference of {@code /events}, such as {@code post} with one post or a collection of posts
     * @throws InterruptedException as {@link #follow(long, Consumer)}
     */
    public void follow(long after, Map<String, ?> filters, Consumer<LoggedEvent> consumer) throws InterruptedException {
        new LogFollower(connection, after, filters, consumer).run();
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        connection.close();
    }
}
