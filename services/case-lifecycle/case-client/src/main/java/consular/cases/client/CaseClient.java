package consular.cases.client;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The service as a Java program sees it. Every command has a key and is sent again under it while the service is away or busy, so it
 * takes effect once; whatever else goes wrong is told as it is. For several threads at once.
 *
 * <p>All methods throw {@link ProblemException} when the service says no and {@link ServiceUnreachableException} when it says nothing.
 */
public final class CaseClient implements AutoCloseable {

    private static final String JSON = "application/json";

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
        return post(command, Map.of());
    }

    /** What would come of a command now; nothing is stored. */
    public CommandAnswer tryOut(Command command) {
        return post(command, Map.of("dryRun", true));
    }

    private CommandAnswer post(Command command, Map<String, ?> query) {
        var request = connection
                .request(command.path(), query)
                .header("Content-Type", JSON)
                .header("Idempotency-Key", command.key())
                .POST(BodyPublishers.ofByteArray(Json.write(command.body())));
        if (command.expectedVersion() != null) {
            request.header("If-Match", "\"" + command.expectedVersion() + "\"");
        }
        return Json.read(connection.send(request).body(), CommandAnswer.class);
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

    /** A case as it is now. */
    public JsonNode caseOf(String caseId) {
        return read("/cases/" + caseId, Map.of());
    }

    /** What is at a path below {@code /api/v1}, such as {@code /cases/{id}/deadlines}. */
    public JsonNode read(String path, Map<String, ?> query) {
        return Json.tree(bytes(path, query, JSON));
    }

    /** The same in another form, such as a letter as {@code application/pdf}. */
    public byte[] bytes(String path, Map<String, ?> query, String mediaType) {
        return connection
                .send(connection.request(path, query).header("Accept", mediaType))
                .body();
    }

    /**
     * All rows of a list, such as {@code /reviews}, page by page as they are taken.
     *
     * @param filters as in the reference; {@code atLeast} takes {@link CommandAnswer#asSeen}
     */
    public Stream<JsonNode> list(String path, Map<String, ?> filters) {
        return Stream.iterate(
                        Optional.of(read(path, filters)),
                        Optional::isPresent,
                        page -> page.map(it -> it.path("next"))
                                .filter(JsonNode::isString)
                                .map(next -> read(path, after(filters, next.stringValue()))))
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
        new LogFollower(connection, after, consumer).run();
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        connection.close();
    }
}
