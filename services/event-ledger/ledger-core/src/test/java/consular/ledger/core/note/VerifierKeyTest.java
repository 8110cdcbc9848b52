package consular.ledger.core.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierKeyTest {

    private static final String EXAMPLE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    @Test
    void a_key_has_one_spelling() {
        var key = VerifierKey.parse(EXAMPLE);
        assertThat(key)
                .hasToString(EXAMPLE)
                .isEqualTo(VerifierKey.parse(EXAMPLE))
                .hasSameHashCodeAs(VerifierKey.parse(EXAMPLE));
        assertThat(key.name()).isEqualTo("example.com/foo");
        assertThat(key.id()).isEqualTo(0x530d903a);
        assertThat(key).isNotEqualTo(Keys.signer("example.com/foo").verifier()).isNotEqualTo(null);
    }

    @Test
    void a_key_that_was_made_here_comes_back() {
        for (var round = 0; round < 20; round++) {
            var key = Keys.signer("log").verifier();
            assertThat(VerifierKey.parse(key.toString())).isEqualTo(key);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "example.com/foo+530d903a, joined by plus",
        "example.com/foo, joined by plus",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, the id is not",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, the id is not",
        "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, the id is not",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, a key name",
        "exa mple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, a key name",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, not one of Ed25519",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2, not base64",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv, not one of Ed25519",
        "example.com/foo+530d903a+Af//////////////////////////////////////////, not an Ed25519 public key"
    })
    void what_is_wrong_with_a_key_is_said(String text, String message) {
        assertThatThrownBy(() -> VerifierKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void only_keys_of_ed25519_are_taken() {
        var other = Keys.pair("Ed448");
        assertThatThrownBy(() -> VerifierKey.of("log", other.getPublic())).isInstanceOf(IllegalArgumentException.class);
        var x = Keys.pair("X25519");
        assertThatThrownBy(() -> VerifierKey.of("log", x.getPublic())).isInstanceOf(IllegalArgumentException.class);
        var mixed = new KeyPair(Keys.pair("Ed25519").getPublic(), other.getPrivate());
        assertThatThrownBy(() -> new NoteSigner("log", mixed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_halves_of_different_keys_are_refused() {
        var mixed = new KeyPair(
                Keys.pair("Ed25519").getPublic(), Keys.pair("Ed25519").getPrivate());
        assertThatThrownBy(() -> new NoteSigner("log", mixed)).hasMessageContaining("belong together");
    }

    @Test
    void the_same_key_is_not_trusted_twice() {
        var key = Keys.signer("log").verifier();
        assertThatThrownBy(() -> TrustedKeys.of(key, key)).isInstanceOf(IllegalArgumentException.class);
    }
}
