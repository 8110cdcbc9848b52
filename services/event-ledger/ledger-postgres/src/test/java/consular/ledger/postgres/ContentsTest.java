package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.content.Content;
import consular.ledger.core.content.ContentLine;
import consular.ledger.postgres.notary.Notary;
import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is read in other ways than with the whole event is the same. */
class ContentsTest {

    private final TestDatabase database = TestDatabase.create().migrate();

    @TempDir
    private Path folder;

    private TestLedger ledger() {
        return new TestLedger(
                database,
                new Notary(database.dataSource(), TestKeys.ORIGIN, TestKeys.signer(), List.of(), List.of()),
                new Guests(),
                KeyWrappingFile.read(folder.resolve("kek"), true));
    }

    private static String line(Content content) {
        return new String(ContentLine.encode(content), StandardCharsets.UTF_8);
    }

    @Test
    void contents_read_alone_and_a_stream_read_alone_are_those_of_the_log() {
        try (var ledger = ledger()) {
            for (var sequence = 0; sequence < 7; sequence++) {
                ledger.append(
                        Guests.event("stay", sequence, "ann", "ben"),
                        TestLedger.event("other", sequence),
                        Guests.event("single", sequence, sequence % 2 == 0 ? "ann" : "eve"));
            }
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(ledger.dataSource()));
            new Erasures(ledger.jdbc(), transaction, ledger.vault()).erase(Guests.person("ann"), Level.CIPHERTEXT, 7);
        }

        var evidence = new LogEvidence(database.jdbc(), List.of(), 4);
        var events = new ArrayList<Evidence>();
        evidence.forEach(21, events::add);
        var contents = new ArrayList<String>();
        evidence.forEachContent(21, content -> contents.add(line(content)));
        assertThat(contents)
                .isEqualTo(events.stream().map(event -> line(event.content())).toList())
                .anyMatch(line -> line.contains("erased"));

        for (var stream : List.of("stay", "other", "single")) {
            var own = evidence.stream(stream);
            assertThat(own)
                    .hasSize(7)
                    .allSatisfy(event -> assertThat(events)
                            .anySatisfy(other -> assertThat(other.entry()).isEqualTo(event.entry())));
        }
    }
}
