using System.Buffers;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Components as the service takes and sends them. Thread-safe.</summary>
internal static class ComponentWire
{
    /// <summary>The specification of a component that is registered; everything in it is an id or an address.</summary>
    /// <exception cref="InvalidOperationException">A component within it is not registered.</exception>
    public static ReadOnlyMemory<byte> WriteSpec(Component component)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Utf8JsonWriter writer = WireWriter.Rent(buffer);
        TreeJson.Write(writer, ComponentTables.Component.Write(component, Dialect.Step));
        WireWriter.Return(writer);
        return buffer.WrittenMemory;
    }
}
