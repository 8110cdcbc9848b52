package consular.ledger.core.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in arrays of bytes, the most significant byte first. */
public final class Bytes {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();

    private Bytes() {}

    /** The number in the eight bytes at an offset. */
    public static long longAt(byte[] source, int offset) {
        return (long) LONG.get(source, offset);
    }

    /** The number in the four bytes at an offset. */
    public static int intAt(byte[] source, int offset) {
        return (int) INT.get(source, offset);
    }

    /** Writes eight bytes at an offset. */
    public static void putLong(byte[] target, int offset, long value) {
        LONG.set(target, offset, value);
    }

    /** Writes four bytes at an offset. */
    public static void putInt(byte[] target, int offset, int value) {
        INT.set(target, offset, value);
    }
}
