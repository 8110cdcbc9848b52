package consular.ledger.verifier;

import static consular.ledger.verifier.SpoiltExports.LOG;
import static consular.ledger.verifier.SpoiltExports.SIZE;
import static consular.ledger.verifier.SpoiltExports.broken;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is done to an export, it is found out, and the first wrong entry is named. */
class TamperedExportTest {

    private static final int FLIPS = 800;

    @TempDir
    private Path folder;

    private SpoiltExports exports() throws IOException {
        return new SpoiltExports(folder);
    }

    private Run verify(Path export) throws IOException {
        return exports().verify(export);
    }

    private Run spoilt(Consumer<Evidence> spoil) throws IOException {
        return exports().spoilt(spoil);
    }

    private Run spoiltFiles(Consumer<Evidence> spoil) throws IOException {
        return exports().spoiltFiles(spoil);
    }

    @ParameterizedTest
    @EnumSource
    void is_found_at_every_place(Tampering tampering) throws IOException {
        for (var index = 0; index < SIZE - 1; index++) {
            var at = index;
            broken(spoilt(evidence -> tampering.spoil(evidence, at)), "\"logIndex\":%d,".formatted(index));
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SWAP_PAYLOAD", "ALTER_CLEAR_PART", "CLAIM_ERASURE"})
    void is_found_without_the_tiles_too(Tampering tampering) throws IOException {
        for (var index = 0; index < SIZE - 1; index++) {
            var at = index;
            var run = spoilt(evidence -> {
                tampering.spoil(evidence, at);
                evidence.files.keySet().removeIf(name -> name.startsWith("tile/"));
            });
            broken(run, "\"logIndex\":");
        }
    }

    @Test
    void entries_that_are_cut_off_are_missed() throws IOException {
        broken(
                spoilt(evidence -> {
                    evidence.entries.subList(30, SIZE).clear();
                    evidence.contents.subList(30, SIZE).clear();
                }),
                "the entries end at 30, and the log was signed with 40 of them");
    }

    @Test
    void entries_behind_the_last_checkpoint_do_not_belong() throws IOException {
        broken(
                spoilt(evidence -> {
                    evidence.entries.add(evidence.entries.getLast());
                    evidence.contents.add(evidence.contents.getLast());
                }),
                "entry 40 and what follows is not covered by any checkpoint");
    }

    @Test
    void contents_that_end_early_or_late_are_noticed() throws IOException {
        broken(spoilt(evidence -> evidence.contents.removeLast()), "entry 39 has no content beside it");
        broken(
                spoilt(evidence -> evidence.contents.add("more")),
                "contents.jsonl: it has more lines than there are entries");
    }

    @Test
    void what_comes_before_a_damaged_place_is_judged_first() throws IOException {
        broken(
                spoilt(evidence -> {
                    Tampering.ALTER.spoil(evidence, 3);
                    evidence.entries.set(20, "x".repeat(6000));
                }),
                "\"logIndex\":3,");
        broken(
                spoilt(evidence -> evidence.entries.set(20, "x".repeat(6000))),
                "entries.jsonl: line 21 is longer than 5120 bytes");
    }

    @Test
    void an_archive_that_grows_without_end_is_read_no_further_than_a_line() throws IOException {
        broken(
                spoiltFiles(evidence -> evidence.files.put("entries.jsonl", new byte[200_000_000])),
                "entries.jsonl: line 1 is longer than 5120 bytes");
        broken(
                spoiltFiles(evidence -> evidence.files.put("contents.jsonl", new byte[200_000_000])),
                "contents.jsonl: line 1 is longer than 16777216 bytes");
    }

    @Test
    void a_part_of_an_archive_is_no_archive() throws IOException {
        var whole = LOG.export();
        for (var length = 0; length < whole.length; length += 997) {
            var part = Files.write(folder.resolve("part.zip"), java.util.Arrays.copyOf(whole, length));
            broken(verify(part), "\"verdict\":\"broken\"");
        }
    }

    /** Wherever a byte is changed: it is found, or no evidence was. */
    @Test
    void no_flipped_byte_passes_for_evidence() throws IOException {
        var whole = LOG.export();
        var random = new Random(20_261_122);
        var found = 0;
        for (var flip = 0; flip < FLIPS; flip++) {
            var changed = whole.clone();
            var at = random.nextInt(whole.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            var archive = Files.write(folder.resolve("flipped.zip"), changed);
            var run = verify(archive);
            assertThat(run.err()).as("byte %d", at).isEmpty();
            if (run.status() == 0) {
                assertThat(evidenceIn(archive)).as("byte %d", at).isEqualTo(evidenceIn(LOG.export()));
            } else {
                broken(run, "\"verdict\":\"broken\"");
                found++;
            }
        }
        assertThat(found).isGreaterThan(FLIPS / 2);
    }

    private String evidenceIn(byte[] archive) throws IOException {
        return evidenceIn(Files.write(folder.resolve("other.zip"), archive));
    }

    /** All files but those in which nobody is asked to believe. */
    private static String evidenceIn(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            var evidence = new TreeMap<String, String>();
            for (var entry : zip.stream().toList()) {
                if (!Set.of("README.txt", "log.vkey").contains(entry.getName())) {
                    evidence.put(
                            entry.getName(),
                            new String(zip.getInputStream(entry).readAllBytes(), ISO_8859_1));
                }
            }
            return evidence.toString();
        }
    }
}
