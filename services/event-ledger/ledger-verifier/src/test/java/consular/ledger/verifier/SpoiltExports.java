package consular.ledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.export.SampleLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A small honest export, spoilt anew for each question to the verifier. */
final class SpoiltExports {

    static final int SIZE = 40;

    static final SampleLog LOG = SampleLog.of(SIZE, 4, 16);

    final Evidence honest = Evidence.of(LOG);
    private final Path folder;
    private final Path key;

    SpoiltExports(Path folder) throws IOException {
        this.folder = folder;
        this.key = honest.key(folder.resolve("key"));
    }

    Run verify(Path export) {
        return Run.of("verify", export, "--key", key, "--json", "--threads", 1);
    }

    Run spoilt(Consumer<Evidence> spoil) throws IOException {
        var evidence = honest.copy();
        spoil.accept(evidence);
        return verify(evidence.archive(folder.resolve("spoilt.zip")));
    }

    Run spoiltFiles(Consumer<Evidence> spoil) throws IOException {
        var evidence = honest.copy();
        spoil.accept(evidence);
        return verify(evidence.archiveOfFiles(folder.resolve("spoilt.zip")));
    }

    static void broken(Run run, String what) {
        assertThat(run.status()).as(run.toString()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(what);
    }
}
