package consular.ledger.verifier;

import static consular.ledger.verifier.SpoiltExports.LOG;
import static consular.ledger.verifier.SpoiltExports.SIZE;
import static consular.ledger.verifier.SpoiltExports.broken;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.export.CheckpointLine;
import consular.ledger.core.export.SampleLog;
import consular.ledger.core.note.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export has its files and no others, and each is what it should be. */
class TamperedFilesTest {

    @TempDir
    private Path folder;

    private SpoiltExports exports;

    @BeforeEach
    void make_an_honest_export() throws IOException {
        exports = new SpoiltExports(folder);
    }

    @Test
    void checkpoints_that_were_tampered_with_are_named() throws IOException {
        broken(
                exports.spoilt(evidence -> evidence.files.put("checkpoint", LOG.notes.get(0))),
                "checkpoint: it is not the last one of checkpoints.jsonl");
        broken(exports.spoilt(evidence -> evidence.checkpoints.clear()), "checkpoints.jsonl: there are none");
        broken(
                exports.spoilt(evidence -> evidence.checkpoints.set(1, "\"nothing\"")),
                "checkpoints.jsonl: line 2 does not count: it is not a signed note");
        broken(
                exports.spoilt(evidence -> evidence.checkpoints.set(1, evidence.checkpoints.get(1) + " ")),
                "checkpoints.jsonl: line 2 is not a text in JSON, spelt canonically");
        broken(
                exports.spoilt(evidence -> evidence.checkpoints.set(1, "x".repeat(1 << 20))),
                "checkpoints.jsonl: line 2 is longer than 131074 bytes");
        broken(
                exports.spoilt(evidence -> evidence.files.put("checkpoint", new byte[1 << 20])),
                "checkpoint: it is longer than 65536 bytes");
    }

    @Test
    void a_checkpoint_that_was_signed_by_another_is_named() throws IOException {
        var forged = SampleLog.of(SIZE, 4, 16);
        for (var number = 0; number < LOG.notes.size(); number++) {
            var at = number;
            var line = new String(CheckpointLine.encode(forged.notes.get(at)), UTF_8);
            broken(
                    exports.spoilt(evidence -> evidence.checkpoints.set(at, line)),
                    "checkpoints.jsonl: line %d does not count: no key that is trusted has signed it, it names %s"
                            .formatted(at + 1, forged.signer.verifier().reference()));
        }
    }

    @Test
    void checkpoints_stand_in_order_each_once() throws IOException {
        broken(
                exports.spoilt(evidence -> evidence.checkpoints.add(1, evidence.checkpoints.get(0))),
                "checkpoints.jsonl: line 2 is over 16 entries, and the one before it over 16");
        broken(
                exports.spoilt(evidence -> Collections.swap(evidence.checkpoints, 0, 1)),
                "checkpoints.jsonl: line 2 is over 16 entries, and the one before it over 32");
        broken(exports.spoilt(evidence -> evidence.checkpoints.removeLast()), "checkpoint: it is not the last one of");
    }

    @Test
    void tiles_that_were_tampered_with_are_named() throws IOException {
        broken(
                exports.spoilt(
                        evidence -> evidence.files.computeIfPresent("tile/0/000.p/40", (_, tile) -> flipped(tile))),
                "the tiles give the root ");
        broken(exports.spoilt(evidence -> evidence.files.remove("tile/0/000.p/40")), "tile/0/000.p/40 is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tile/0/000.p/39", "tile/0/000", "tile/0/001", "tile/0/001.p/1", "tile/1/000.p/1", "tile/63/000"
            })
    void a_tile_for_which_the_log_has_no_use_is_named(String path) throws IOException {
        broken(
                exports.spoilt(evidence -> evidence.files.put(path, new byte[32])),
                path + ": an export of 40 events has no such tile");
    }

    /** It begins with the same leaves, and would do for a proof; but it has hashes that nobody signed. */
    @Test
    void a_full_tile_does_not_stand_for_the_partial_one() throws IOException {
        broken(
                exports.spoilt(evidence -> {
                    var partial = evidence.files.remove("tile/0/000.p/40");
                    evidence.files.put("tile/0/000", Arrays.copyOf(partial, 256 * 32));
                }),
                "tile/0/000: an export of 40 events has no such tile");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"README.txt", "log.vkey", "checkpoints.jsonl", "checkpoint", "entries.jsonl", "contents.jsonl"})
    void each_of_the_six_files_must_be_there(String name) throws IOException {
        var archive = exports.honest.copy();
        archive.files.remove(name);
        broken(exports.verify(archive.archiveOfFiles(folder.resolve("spoilt.zip"))), "spoilt.zip: it holds no " + name);
    }

    @Test
    void other_keys_than_those_given_are_a_warning() throws IOException {
        var other = Keys.signer(SampleLog.ORIGIN).verifier() + "\n";
        for (var keys : List.of(other, LOG.signer.verifier() + "\n" + other, "", "no key")) {
            var run = exports.spoilt(evidence -> evidence.files.put("log.vkey", keys.getBytes(UTF_8)));
            assertThat(run.status()).as(run.toString()).isZero();
            assertThat(run.out()).contains("\"warnings\":[\"log.vkey differs from the keys that were given");
        }
        broken(
                exports.spoilt(evidence -> evidence.files.put("log.vkey", new byte[1 << 20])),
                "log.vkey: it is longer than");
    }

    @Test
    void another_page_for_readers_is_a_warning() throws IOException {
        var run = exports.spoilt(evidence -> evidence.files.put("README.txt", "Trust log.vkey.".getBytes(UTF_8)));
        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(run.out()).contains("\"warnings\":[\"README.txt is not the page that this version");
        assertThat(exports.verify(exports.honest.copy().archive(folder.resolve("honest.zip")))
                        .out())
                .contains("\"warnings\":[]");
        broken(
                exports.spoilt(evidence -> evidence.files.put("README.txt", new byte[1 << 20])),
                "README.txt: it is longer than");
    }

    private static byte[] flipped(byte[] tile) {
        tile[77] ^= 1;
        return tile;
    }

    @Test
    void a_file_that_does_not_belong_is_named() throws IOException {
        broken(
                exports.spoilt(evidence -> evidence.files.put("../../etc/passwd", new byte[0])),
                "../../etc/passwd: no export has such a file");
    }
}
