package consular.cases.kafka;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.api.Test;

/** The port to which a wire leads is for whoever is told its number. */
class WireTest {
    @Test
    void its_exit_is_given_to_nobody_who_asks_for_any_port_and_a_server_may_listen_there() throws IOException {
        var exit = new InetSocketAddress(InetAddress.getLoopbackAddress(), new Wire().exit());
        try (var stranger = new ServerSocket()) {
            // a port of which this is so is never chosen for anybody
            stranger.setReuseAddress(false);
            assertThatExceptionOfType(BindException.class).isThrownBy(() -> stranger.bind(exit));
        }
        try (var server = ServerSocketChannel.open()) {
            server.bind(exit);
        }
    }
}
