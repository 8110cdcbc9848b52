package consular.benchmarks.load;

import consular.benchmarks.target.CaseDriver;
import consular.benchmarks.target.Order;
import consular.benchmarks.target.Outcome;
import consular.cases.application.CaseJson;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the commands of whole lives into a file to be imported, instead of giving them. */
public final class LivesFile implements CaseDriver {
    private final JsonMapper json = CaseJson.mapper();
    private final BufferedWriter lines;
    private final Instant written = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private String number = "";
    private CaseId caseId = new CaseId(UUID.randomUUID());

    private LivesFile(BufferedWriter lines) {
        this.lines = lines;
    }

    /**
     * Writes so many lives.
     *
     * @return how many rows the file has
     */
    public static int write(Path file, Post post, int lives) {
        try (var lines = Files.newBufferedWriter(file)) {
            var life = new LifeCycle(new LivesFile(lines), post, _ -> {});
            for (var each = 0; each < lives; each++) {
                life.live();
            }
            return lives * LifeCycle.COMMANDS;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Outcome give(Order order) {
        if (order.command() instanceof RegisterCase register) {
            number = register.caseNumber();
            caseId = new CaseId(UUID.randomUUID());
        }
        var at = order.effectiveAt();
        var body = json.<ObjectNode>valueToTree(order.command());
        body.put("effectiveAt", (at == null ? written : at).toString());
        var row = json.createObjectNode()
                .put("command", order.command().getClass().getSimpleName())
                .put("caseNumber", number)
                .put("officer", order.actor().officer().value())
                .put("role", order.actor().role().name());
        row.set("body", body);
        try {
            lines.write(json.writeValueAsString(row));
            lines.newLine();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Outcome.Accepted(caseId, 0, 0, List.of(), List.of());
    }
}
