package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands hand cases back to the cache, before an erasure, after it, and across it. */
class CaseCacheTest {
    private final CaseCache cache = new CaseCache(10);
    private final UnitOfWork<?> command =
            DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("a command"));

    @AfterEach
    void end() {
        command.rollback();
    }

    @Test
    void a_case_is_remembered_from_one_command_to_the_next() {
        cache.noteBegin(command);
        cache.put("case", "as it is");
        assertThat(cache.<String, String>get("case")).isEqualTo("as it is");
        assertThat(cache.containsKey("case")).isTrue();
        assertThat(cache.putIfAbsent("case", "another")).isFalse();
        assertThat(cache.putIfAbsent("other", "another")).isTrue();
    }

    @Test
    void a_command_that_began_before_an_erasure_brings_no_words_back() {
        cache.noteBegin(command);
        cache.removeAll();
        cache.put("case", "with words that are gone");
        assertThat(cache.containsKey("case")).isFalse();
        cache.putIfAbsent("case", "with words that are gone");
        assertThat(cache.containsKey("case")).isFalse();
    }

    @Test
    void nor_does_a_command_within_it_that_began_later() {
        cache.noteBegin(command);
        cache.removeAll();
        var inner = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("a command within"));
        cache.noteBegin(inner);
        cache.put("case", "with words that are gone");
        inner.rollback();
        assertThat(cache.containsKey("case")).isFalse();
    }

    @Test
    void nobody_finds_words_that_are_gone_in_the_moment_in_which_they_are_handed_back() {
        cache.noteBegin(command);
        var key = new Key();
        cache.put(key, "with words that are gone");
        assertThat(key.hashed)
                .as("once before it was put, and again behind that")
                .isGreaterThan(1);
        assertThat(key.found).isFalse();
        assertThat(cache.containsKey(key)).isFalse();
    }

    @Test
    void a_command_that_began_after_an_erasure_is_remembered_again() {
        cache.removeAll();
        cache.noteBegin(command);
        cache.put("case", "without them");
        assertThat(cache.<String, String>get("case")).isEqualTo("without them");
        cache.removeAll();
        assertThat(cache.containsKey("case")).isFalse();
    }

    /** Nobody knows what it holds. */
    @Test
    void a_case_from_outside_of_any_known_command_is_not_remembered() {
        cache.put("case", "of unknown age");
        assertThat(cache.containsKey("case")).isFalse();
    }

    /** Whenever its place is looked for, something happens first: at the beginning an erasure, and then others look for the case. */
    private final class Key {
        private int hashed;
        private boolean found;
        private boolean busy;

        @Override
        public int hashCode() {
            if (!busy) {
                busy = true;
                if (hashed++ == 0) {
                    cache.removeAll();
                } else {
                    found |= cache.containsKey(this);
                }
                busy = false;
            }
            return 7;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }
}
