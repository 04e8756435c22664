using System.Buffers.Binary;

namespace TaskGen.Brokers;

/// <summary>
/// Encodes a value that is passed between the nodes of a canvas: JSON, or the index of a group. The results of a group can be too large to
/// be passed as JSON, so the index is passed instead, and the receiver reads the results in several calls. The first byte identifies an
/// index, because JSON never begins with it.
/// </summary>
internal static class CanvasValue
{
    /// <summary>The first byte of a value that is the index of a group.</summary>
    public const byte GroupMark = 1;

    private const int GroupBytes = 1 + sizeof(int);

    /// <summary>Creates a value that refers to the results of a group.</summary>
    public static byte[] OfGroup(int group)
    {
        var value = new byte[GroupBytes];
        value[0] = GroupMark;
        BinaryPrimitives.WriteInt32LittleEndian(value.AsSpan(1), group);
        return value;
    }

    /// <summary>Determines whether a value is the index of a group, and reads the index.</summary>
    /// <returns><see langword="true"/> if the value is the index of a group; <see langword="false"/> if it is JSON.</returns>
    public static bool IsGroup(ReadOnlySpan<byte> value, out int group)
    {
        var isGroup = value.Length == GroupBytes && value[0] == GroupMark;
        group = isGroup ? BinaryPrimitives.ReadInt32LittleEndian(value[1..]) : CanvasNode.None;
        return isGroup;
    }
}
