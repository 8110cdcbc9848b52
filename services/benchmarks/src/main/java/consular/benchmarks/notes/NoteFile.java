package consular.benchmarks.notes;

import static org.axonframework.modelling.command.AggregateCreationPolicy.ALWAYS;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import consular.benchmarks.notes.FileCommand.AddNotes;
import consular.benchmarks.notes.FileCommand.OpenFile;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The aggregate: as much decision and state as makes a command a whole one. Its fields are its snapshot. */
@Aggregate(
        type = "file",
        commandTargetResolver = "fileTargetResolver",
        cache = "fileCache",
        snapshotTriggerDefinition = "fileSnapshots")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
class NoteFile {
    private static final int LONGEST = 4000;
    private static final List<String> RULES = List.of("R-NOTE-01", "R-NOTE-02", "R-NOTE-03");

    @AggregateIdentifier
    private @Nullable String fileId;

    private int notes;
    private String last = "";

    NoteFile() {}

    @CommandHandler
    @CreationPolicy(ALWAYS)
    void open(OpenFile command) {
        AggregateLifecycle.apply(new FileOpened(command.fileId()));
    }

    /** Answers how many notes the file has by then. */
    @CommandHandler
    int add(AddNotes command) {
        if (command.text().isBlank() || command.text().length() > LONGEST) {
            throw new IllegalArgumentException("a note has from 1 to " + LONGEST + " characters");
        }
        if (!command.text().equals(last)) {
            for (var added = 0; added < command.count(); added++) {
                AggregateLifecycle.apply(new NoteAdded(
                        Objects.requireNonNull(fileId),
                        notes + 1,
                        command.author(),
                        "ADJUDICATOR",
                        RULES,
                        command.text()));
            }
        }
        return notes;
    }

    @EventSourcingHandler
    void on(FileOpened event) {
        fileId = event.fileId();
    }

    @EventSourcingHandler
    void on(NoteAdded event) {
        notes = event.number();
        last = event.text();
    }
}
