package consular.ledger.core.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.tiles.TilePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

    private static final List<String> NEEDED =
            List.of("README.txt", "log.vkey", "checkpoints.jsonl", "checkpoint", "entries.jsonl", "contents.jsonl");

    @TempDir
    private Path folder;

    private final SampleLog log = SampleLog.of(300, 7, 100);

    private Path archive() throws IOException {
        return Files.write(folder.resolve("export.zip"), log.export());
    }

    private Path archive(List<String> names) throws IOException {
        var target = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(target)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.closeEntry();
            }
        }
        return Files.write(folder.resolve("made.zip"), target.toByteArray());
    }

    static Path unpack(Path archive, Path target) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                var file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.write(file, content.readAllBytes());
                }
            }
        }
        return target;
    }

    private static List<String> lines(LineReader reader) throws BrokenExport {
        List<String> lines = new ArrayList<>();
        try (reader) {
            while (reader.next()) {
                lines.add(new String(reader.buffer(), reader.offset(), reader.length(), UTF_8));
            }
        }
        return lines;
    }

    private void is_whole(Path path) throws IOException {
        try (var export = Export.open(path)) {
            assertThat(lines(export.entries()))
                    .isEqualTo(log.entries.stream()
                            .map(entry -> new String(entry, UTF_8))
                            .toList());
            assertThat(lines(export.contents())).hasSize(300);
            assertThat(lines(export.checkpoints()))
                    .isEqualTo(log.notes.stream()
                            .map(note -> new String(CheckpointLine.encode(note), UTF_8))
                            .toList());
            assertThat(export.lastCheckpoint()).isEqualTo(log.notes.get(2));
            assertThat(export.keys()).isEqualTo(log.signer.verifier() + "\n");
            assertThat(export.hasReadmeOf(300)).isTrue();
            assertThat(export.hasReadmeOf(301)).isFalse();
            assertThat(export.tileBeyond(300)).isEmpty();
            assertThat(export.tiles().read(new TilePath(0, 0, 256)).orElseThrow())
                    .isEqualTo(log.tiles.read(new TilePath(0, 0, 256)).orElseThrow());
            assertThat(export.tiles().read(new TilePath(0, 1, 256))).isEmpty();
        }
    }

    @Test
    void an_archive_is_read_back() throws IOException {
        is_whole(archive());
    }

    @Test
    void an_unpacked_export_is_read_back() throws IOException {
        is_whole(unpack(archive(), folder.resolve("unpacked")));
    }

    @Test
    void a_tile_that_a_tree_of_this_size_does_not_have_is_told() throws IOException {
        try (var export = Export.open(archive())) {
            assertThat(export.tileBeyond(299)).contains("tile/0/001.p/44");
            assertThat(export.tileBeyond(256)).contains("tile/0/001.p/44");
            assertThat(export.tileBeyond(255)).contains("tile/0/000");
            assertThat(export.tileBeyond(512)).contains("tile/0/001.p/44");
            assertThat(export.tileBeyond(0)).contains("tile/0/000");
        }
    }

    @Test
    void an_archive_may_name_its_folders() throws IOException {
        var names = new ArrayList<>(NEEDED);
        names.addAll(List.of("tile/", "tile/0/", "tile/0/x001/", "tile/0/x001/000.p/"));
        try (var export = Export.open(archive(names))) {
            assertThat(export.tileBeyond(0)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../entries.jsonl",
                "/etc/passwd",
                "tile/0/000/../../../x",
                "tile/0/000.p/256",
                "tile/entries/000",
                "checkpoints/",
                "checkpoints/16",
                "checkpoints",
                "Entries.jsonl",
                "C:\\x",
                "export/entries.jsonl",
                "tilefolder/",
                "more.txt"
            })
    void a_file_that_does_not_belong_is_refused(String name) throws IOException {
        var names = new ArrayList<>(NEEDED);
        names.add(name.endsWith("/") ? name + "x" : name);
        var archive = archive(names);
        assertThatThrownBy(() -> Export.open(archive))
                .isInstanceOfSatisfying(
                        BrokenExport.class, broken -> assertThat(broken.why()).isEqualTo("no export has such a file"));
    }

    @Test
    void a_name_is_made_harmless_before_it_is_shown() throws IOException {
        var names = new ArrayList<>(NEEDED);
        names.add("\u001b[31m\n\u202e" + "x".repeat(200));
        var archive = archive(names);
        assertThatThrownBy(() -> Export.open(archive)).isInstanceOfSatisfying(BrokenExport.class, broken -> {
            assertThat(broken.file()).isEqualTo("?[31m??" + "x".repeat(153) + "…");
            assertThat(broken.getMessage()).isEqualTo(broken.file() + ": " + broken.why());
        });
    }

    @Test
    void a_file_that_is_there_twice_is_refused() throws IOException {
        var bytes = Files.readAllBytes(archive(List.of("checkpoint", "checkpoinu")));
        var twice = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).replace("checkpoinu", "checkpoint");
        var archive =
                Files.write(folder.resolve("twice.zip"), twice.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Export.open(archive))
                .isInstanceOf(BrokenExport.class)
                .hasMessage("checkpoint: it is there twice");
    }

    @Test
    void a_file_that_must_be_there_is_missed() throws IOException {
        for (var missing : NEEDED) {
            var archive = archive(
                    NEEDED.stream().filter(name -> !name.equals(missing)).toList());
            assertThatThrownBy(() -> Export.open(archive)).hasMessage("made.zip: it holds no " + missing);
        }
    }

    @Test
    void what_is_no_archive_or_a_part_of_one_is_refused() throws IOException {
        var whole = log.export();
        for (var length : new int[] {0, 1, 30, 1000, whole.length / 2, whole.length - 1}) {
            var part = Files.write(folder.resolve("part.zip"), java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Export.open(part))
                    .isInstanceOf(BrokenExport.class)
                    .hasMessageStartingWith("part.zip: ");
        }
        assertThatThrownBy(() -> Export.open(folder.resolve("none.zip"))).isInstanceOf(BrokenExport.class);
    }

    @Test
    void a_folder_in_an_archive_holds_nothing() throws IOException {
        var target = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(target)) {
            zip.putNextEntry(new ZipEntry("tile/"));
            zip.write(7);
            zip.closeEntry();
        }
        var archive = Files.write(folder.resolve("made.zip"), target.toByteArray());
        assertThatThrownBy(() -> Export.open(archive)).hasMessage("tile/: it is a folder, and holds something");
    }

    @Test
    void a_link_in_a_folder_is_refused() throws IOException {
        var unpacked = unpack(archive(), folder.resolve("unpacked"));
        Files.createSymbolicLink(unpacked.resolve("README"), unpacked.resolve("README.txt"));
        assertThatThrownBy(() -> Export.open(unpacked)).hasMessage("README: it is a link or a device, and not a file");
    }

    @Test
    void a_file_of_another_checksum_is_refused_once_it_has_been_read() throws IOException {
        var bytes = log.export();
        var text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("{\"actor\":\"officer-7") + 12] ^= 1;
        bytes[text.indexOf("log.example/cases\\n200") + 1] ^= 1;
        try (var export = Export.open(Files.write(folder.resolve("export.zip"), bytes))) {
            assertThatThrownBy(() -> lines(export.entries()))
                    .hasMessage("entries.jsonl: it does not have the checksum that the archive names");
            assertThatThrownBy(() -> lines(export.checkpoints()))
                    .hasMessage("checkpoints.jsonl: it does not have the checksum that the archive names");
        }
    }

    @Test
    void no_file_is_read_further_than_its_kind_can_be_long() throws IOException {
        var unpacked = unpack(archive(), folder.resolve("unpacked"));
        Files.write(unpacked.resolve("checkpoint"), new byte[Export.MAX_NOTE + 1]);
        Files.write(unpacked.resolve("tile/0/000"), new byte[8193]);
        Files.write(unpacked.resolve("entries.jsonl"), new byte[10_000]);
        try (var export = Export.open(unpacked)) {
            assertThatThrownBy(export::lastCheckpoint).hasMessage("checkpoint: it is longer than 65536 bytes");
            assertThat(export.tiles().read(new TilePath(0, 0, 256))).isEmpty();
            assertThatThrownBy(() -> lines(export.entries()))
                    .hasMessage("entries.jsonl: line 1 is longer than 5120 bytes");
        }
    }
}
