package consular.ledger.core.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.content.Content;
import consular.ledger.core.content.ContentLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ExportWriterTest {

    private final SampleLog log = SampleLog.of(600, 7, 256);

    private static Map<String, byte[]> members(byte[] archive) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(members.put(entry.getName(), zip.readAllBytes())).isNull();
                assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return members;
    }

    private String text(String member) {
        return new String(members(log.export()).get(member), UTF_8);
    }

    @Test
    void holds_the_files_of_an_export() {
        assertThat(members(log.export()).keySet())
                .containsExactly(
                        "README.txt",
                        "log.vkey",
                        "checkpoints.jsonl",
                        "checkpoint",
                        "entries.jsonl",
                        "contents.jsonl",
                        "tile/0/000",
                        "tile/0/001",
                        "tile/0/002.p/88",
                        "tile/1/000.p/2");
    }

    @Test
    void every_file_holds_what_the_log_has() {
        var members = members(log.export());
        assertThat(text("entries.jsonl")).isEqualTo(lines(log.entries));
        assertThat(text("contents.jsonl"))
                .isEqualTo(lines(log.contents.stream().map(ContentLine::encode).toList()));
        assertThat(text("checkpoints.jsonl"))
                .isEqualTo(lines(log.notes.stream().map(CheckpointLine::encode).toList()));
        assertThat(members.get("checkpoint")).isEqualTo(log.notes.get(2));
        assertThat(text("log.vkey")).isEqualTo(log.signer.verifier() + "\n");
        assertThat(text("README.txt")).contains("a whole log of 600 events");
        assertThat(members.get("tile/0/002.p/88")).hasSize(88 * 32);
    }

    private static String lines(Iterable<byte[]> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(new String(line, UTF_8)).append('\n'));
        return text.toString();
    }

    @Test
    void the_same_log_gives_the_same_bytes() {
        assertThat(log.export()).isEqualTo(log.export());
    }

    @Test
    void a_log_without_entries_is_exported_too() {
        assertThat(members(SampleLog.of(0, 1, 1).export()).keySet())
                .containsExactly(
                        "README.txt", "log.vkey", "checkpoints.jsonl", "checkpoint", "entries.jsonl", "contents.jsonl");
    }

    @Test
    void what_is_no_whole_export_is_refused() {
        var entry = log.entries.removeLast();
        refused("the last checkpoint is over 600 entries, not 599");
        log.entries.add(entry);
        var content = log.contents.removeLast();
        refused("there are contents of 599 entries, not of 600");
        log.contents.add(content);
        log.tiles.tiles().keySet().removeIf(tile -> tile.path().equals("tile/0/001"));
        refused("there is no tile/0/001");
        log.notes.add(1, log.notes.get(1));
        refused("a checkpoint over 512 entries comes behind one over 512");
        log.notes.set(1, new byte[] {'x'});
        refused("not a checkpoint on a signed note");
        log.notes.set(1, new byte[Export.MAX_NOTE + 1]);
        refused("a checkpoint of 65537 bytes is too long");
        log.notes.clear();
        refused("the last checkpoint is over -1 entries");
    }

    @Test
    void entries_that_do_not_reach_the_size_are_refused() {
        var short_of_one = new ByteArrayOutputStream();
        var real = log;
        assertThatThrownBy(() -> ExportWriter.write(
                        new ForwardingLog(real) {
                            @Override
                            public void entries(java.util.function.Consumer<byte[]> sink) {
                                real.entries.subList(1, 600).forEach(sink);
                            }
                        },
                        short_of_one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 599 entries, not 600");
    }

    @Test
    void content_that_is_not_text_is_refused() {
        log.contents.set(3, new Content(new byte[] {(byte) 0xff}, new Content.None()));
        refused("not UTF-8");
    }

    @Test
    void a_target_that_fails_is_told_as_such() {
        assertThatThrownBy(() -> ExportWriter.write(log, new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException("the pipe is broken");
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the pipe is broken");
    }

    private void refused(String why) {
        assertThatThrownBy(log::export)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    /** The same log, of which a test changes one part. */
    private abstract static class ForwardingLog implements ExportedLog {

        private final SampleLog log;

        ForwardingLog(SampleLog log) {
            this.log = log;
        }

        @Override
        public long size() {
            return log.size();
        }

        @Override
        public java.util.List<consular.ledger.core.note.VerifierKey> keys() {
            return log.keys();
        }

        @Override
        public void checkpoints(java.util.function.Consumer<byte[]> sink) {
            log.checkpoints(sink);
        }

        @Override
        public void contents(java.util.function.Consumer<Content> sink) {
            log.contents(sink);
        }

        @Override
        public consular.ledger.core.tiles.TileSource tiles() {
            return log.tiles();
        }
    }
}
