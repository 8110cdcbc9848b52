package consular.benchmarks.notes;

import com.zaxxer.hikari.HikariDataSource;
import consular.benchmarks.notes.FileCommand.AddNotes;
import consular.benchmarks.notes.FileCommand.OpenFile;
import consular.benchmarks.target.DurablePostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A node of the small application, started in this process. Several may share a database. */
public final class Notes implements AutoCloseable {
    private static final String LEDGER = "consular.ledger.postgres.LedgerAutoConfiguration";
    private static final String AUTHOR = "officer-a";

    private final ConfigurableApplicationContext context;
    private final CommandGateway commands;

    private Notes(DurablePostgres postgres, int pool, String profile, List<String> settings) {
        var all = new ArrayList<>(settings);
        all.add("--spring.datasource.url=" + postgres.jdbcUrl());
        all.add("--spring.datasource.hikari.maximum-pool-size=" + pool);
        context = new SpringApplicationBuilder(NotesApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .profiles(profile)
                .run(all.toArray(String[]::new));
        commands = context.getBean(CommandGateway.class);
    }

    /**
     * On the ledger, which orders the events and signs checkpoints as in the service.
     *
     * @param folder where the key is, or will be
     * @param snapshotEvery behind how many events a snapshot is made; 0 for none
     */
    public static Notes onLedger(DurablePostgres postgres, int pool, Path folder, int snapshotEvery) {
        return new Notes(
                postgres,
                pool,
                "ledger",
                List.of(
                        "--spring.flyway.locations=classpath:db/migration/ledger",
                        "--consular.ledger.signing-key=" + folder.resolve("log.key"),
                        "--consular.ledger.create-signing-key=true",
                        "--consular.ledger.snapshots=" + (snapshotEvery > 0),
                        "--" + NotesApplication.SNAPSHOT_EVERY + "=" + snapshotEvery));
    }

    /** On the engine that comes with Axon, in tables of its own. */
    public static Notes onStockEngine(DurablePostgres postgres, int pool) {
        return new Notes(
                postgres,
                pool,
                NotesApplication.STOCK,
                List.of("--spring.flyway.enabled=false", "--spring.autoconfigure.exclude=" + LEDGER));
    }

    /** Begins a file. */
    public void open(String fileId) {
        commands.sendAndWait(new OpenFile(fileId));
    }

    /**
     * Adds a note so many times, in one command; nothing is added when it says what the last one says.
     *
     * @return how many notes the file has
     */
    public int add(String fileId, String text, int count) {
        Integer notes = commands.sendAndWait(new AddNotes(fileId, AUTHOR, text, count));
        return Objects.requireNonNull(notes);
    }

    /** A text that makes an event of about 500 bytes, different for each number. */
    public static String text(long number) {
        var text = new char[330];
        Arrays.fill(text, 'x');
        var digits = Long.toString(number);
        digits.getChars(0, digits.length(), text, 0);
        return String.valueOf(text);
    }

    /** Forgets every file, so that the next command on it reads its events. */
    public void forget() {
        context.getBean(Cache.class).removeAll();
    }

    public EventStore log() {
        return context.getBean(EventStore.class);
    }

    public EventStorageEngine engine() {
        return context.getBean(EventStorageEngine.class);
    }

    public TokenStore tokens() {
        return context.getBean(TokenStore.class);
    }

    public TransactionManager transactions() {
        return context.getBean(TransactionManager.class);
    }

    public HikariDataSource pool() {
        return context.getBean(HikariDataSource.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
